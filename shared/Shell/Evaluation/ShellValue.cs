namespace Sallyport.Shell.Evaluation;

/// <summary>One value a variable may have.</summary>
internal abstract class ShellValue
{
    /// <summary>Surely not set.</summary>
    public static readonly ShellValue Unset = new UnsetValue();

    /// <summary>From outside: nobody knows whether it is set, nor to what.</summary>
    public static readonly ShellValue Inherited = new InheritedValue();

    /// <summary>A scalar of which everything is known.</summary>
    public static ShellValue Of(string text) => new ScalarValue(Word.Of(text));

    /// <summary>A scalar.</summary>
    public static ShellValue Of(Word word) => new ScalarValue(word);

    /// <summary>True where both are surely the same.</summary>
    public bool Same(ShellValue other) => ReferenceEquals(this, other) || (this, other) switch
    {
        (ScalarValue a, ScalarValue b) => a.Text.Equals(b.Text),
        (ArrayValue a, ArrayValue b) => a.Map == b.Map && a.Complete == b.Complete && a.Elements.SequenceEqual(b.Elements),
        _ => false,
    };

    private sealed class UnsetValue : ShellValue;

    private sealed class InheritedValue : ShellValue;
}

/// <summary>A string.</summary>
internal sealed class ScalarValue(Word text) : ShellValue
{
    public Word Text { get; } = text;
}

/// <summary>An indexed or associative array, its elements in order of index, or of assignment.</summary>
internal sealed class ArrayValue(IReadOnlyList<KeyValuePair<string, Word>> elements, bool map, bool complete) : ShellValue
{
    public IReadOnlyList<KeyValuePair<string, Word>> Elements { get; } = elements;
    public bool Map { get; } = map;

    /// <summary>False where there may be elements that are not known.</summary>
    public bool Complete { get; } = complete;

    public static readonly ArrayValue Empty = new([], false, true);

    public Word? Find(string key)
    {
        foreach (var element in Elements)
            if (element.Key == key) return element.Value;
        return null;
    }

    /// <summary>The array with one element set.</summary>
    public ArrayValue With(string key, Word value)
    {
        var elements = new List<KeyValuePair<string, Word>>(Elements.Count + 1);
        var placed = false;
        foreach (var element in Elements)
        {
            if (!placed && (element.Key == key || (!Map && Comes(key, element.Key))))
            {
                elements.Add(new(key, value));
                placed = true;
                if (element.Key == key) continue;
            }
            elements.Add(element);
        }
        if (!placed) elements.Add(new(key, value));
        return new ArrayValue(elements, Map, Complete);
    }

    /// <summary>The array without one element.</summary>
    public ArrayValue Without(string key) => new([.. Elements.Where(e => e.Key != key)], Map, Complete);

    private static bool Comes(string key, string before) => long.TryParse(key, out var a) && long.TryParse(before, out var b) && a < b;
}
