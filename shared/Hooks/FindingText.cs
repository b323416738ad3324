using Sallyport.Detection;

namespace Sallyport.Hooks;

/// <summary>Findings in words: which rule, in which line, never the value.</summary>
internal static class FindingText
{
    private const int Most = 5;

    /// <summary>For people: <c>aws-access-key-id (line 3), credit-card (line 9)</c>.</summary>
    public static string List(string text, IReadOnlyList<Finding> findings)
    {
        var words = findings.Take(Most).Select(f => $"{f.Rule} (line {text.AsSpan(0, Math.Min(f.Start, text.Length)).Count('\n') + 1})");
        return string.Join(", ", words) + (findings.Count > Most ? $" and {findings.Count - Most} more" : "");
    }
}
