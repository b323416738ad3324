namespace Sallyport.Detection;

/// <summary>Makes a text safe to keep: for the record, state files, debug output and error messages.</summary>
public static class Masker
{
    /// <summary>Surer to hide than to show: what is doubtful goes too.</summary>
    public const int MinConfidence = 40;

    private static readonly ScanOptions s_strict = new() { Kinds = FindingKinds.Secret | FindingKinds.Pii, MinConfidence = MinConfidence, MaxChars = 4 * 1024 * 1024 };

    /// <summary>The text without any secret or personal datum; what is too long to be checked is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rules">People's own rules: what they find is hidden too. What they allow is not shown here for it.</param>
    public static string Mask(string text, IReadOnlyList<UserRule>? rules = null) =>
        Redactor.Clean(text, Surface.ToolOutput, rules is { Count: > 0 } ? s_strict with { Rules = rules } : s_strict);
}
