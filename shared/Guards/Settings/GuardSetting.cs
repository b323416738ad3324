namespace Sallyport.Guards.Settings;

/// <summary>One setting of a guard: its names, its default and what it may be.</summary>
/// <param name="Service">Whose; null where it is every guard's.</param>
/// <param name="Name">Its key in <c>guards.&lt;service&gt;</c> of settings.json.</param>
/// <param name="Variable">Its environment variable.</param>
/// <param name="Default">The value where nobody sets one; null for none.</param>
/// <param name="Allowed">For errors and documentation.</param>
/// <param name="Read">Brings a written value to its normal form; null where it is not allowed.</param>
internal sealed record GuardSetting(Service? Service, string Name, string Variable, string? Default, string Allowed, Func<string, string?> Read)
{
    /// <summary>Variables its users may already have set, each with how its value is written there.</summary>
    public (string Variable, Func<string, string?>? Convert)[] Older { get; init; } = [];

    /// <summary>True where the value is never shown, recorded or logged.</summary>
    public bool Secret { get; init; }

    /// <summary>True where it names who is asking, which an administrator may leave to the person.</summary>
    public bool Credential { get; init; }

    /// <summary>The stricter of two values; null where neither protects more.</summary>
    public Func<string, string, string>? Stricter { get; init; }

    /// <summary>As people write it: <c>guards.f5.url</c>.</summary>
    public string Key => Service is { } service ? $"guards.{service.Word()}.{Name}" : $"guards.{Name}";
}

/// <summary>A value and where it came from.</summary>
/// <param name="Value">In its normal form; null where nobody set it.</param>
/// <param name="Source"><c>default</c>, the variable's name, or the file.</param>
internal readonly record struct GuardValue(string? Value, string Source);
