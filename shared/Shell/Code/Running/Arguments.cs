namespace Sallyport.Shell.Code;

/// <summary>The arguments of a call, evaluated.</summary>
internal sealed class Arguments
{
    public static readonly Arguments None = new();

    public List<Value> Positional { get; } = [];
    public Dictionary<string, Value> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>True where a spread brought in arguments that are not known.</summary>
    public bool Open { get; set; }

    public int Count => Positional.Count;

    public Value? this[int index] => index < Positional.Count ? Positional[index] : Open ? UnknownValue.Nothing : null;

    /// <summary>An argument that may be given by place or by name.</summary>
    public Value? Get(int index, string name) => Named.GetValueOrDefault(name) ?? this[index];

    public Value? Get(string name) => Named.GetValueOrDefault(name);

    /// <summary>An option in the object that comes last, as JavaScript and Ruby pass them, or by name.</summary>
    public Value? Option(string name)
    {
        if (Named.TryGetValue(name, out var value)) return value;
        for (var i = Positional.Count - 1; i >= 0; i--)
            if (Positional[i] is DictValue dict && dict.Items.TryGetValue(name, out value)) return value;
        return null;
    }

    /// <summary>True where an option is given and is not known to be false.</summary>
    public bool Flag(string name) => Option(name) is { } value && value is not ConstantValue { Truth: false };

    /// <summary>Where any argument came from.</summary>
    public Origin Origin
    {
        get
        {
            var origin = Origin.None;
            foreach (var value in Positional) origin |= value.Carried;
            foreach (var value in Named.Values) origin |= value.Carried;
            return origin;
        }
    }

    public static Arguments Of(params ReadOnlySpan<Value> values)
    {
        var result = new Arguments();
        result.Positional.AddRange(values);
        return result;
    }
}
