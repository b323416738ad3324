using System.Text;
using Sallyport.Detection;

namespace Sallyport.Hooks;

/// <summary>Findings in words: which rule, in which line, never the value.</summary>
internal static class FindingText
{
    private const int Most = 5;
    private const int LongestLine = 200;

    /// <summary>For people and models: <c>aws-access-key-id (line 3), credit-card (line 9)</c>.</summary>
    public static string List(string text, IReadOnlyList<Finding> findings)
    {
        var words = findings.Take(Most).Select(f => $"{f.Rule} (line {LineOf(text, f)})");
        return string.Join(", ", words) + (findings.Count > Most ? $" and {findings.Count - Most} more" : "");
    }

    /// <summary>For the person whose text it is: each place with its line, everything found in it masked.</summary>
    public static string Show(string text, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> all)
    {
        var shown = new StringBuilder();
        foreach (var finding in findings.Take(Most))
        {
            var column = finding.Start - (finding.Start == 0 ? 0 : text.LastIndexOf('\n', finding.Start - 1) + 1) + 1;
            var line = Masker.Mask(Excerpt.Around(text, finding, all));
            shown.Append($"\n  line {LineOf(text, finding)}, column {column}, {finding.Rule}: {Sanitize.ForTerminal(line.Length <= LongestLine ? line : line[..LongestLine] + "…")}");
        }
        if (findings.Count > Most) shown.Append($"\n  and {findings.Count - Most} more");
        return shown.ToString();
    }

    private static int LineOf(string text, in Finding finding) => text.AsSpan(0, Math.Min(finding.Start, text.Length)).Count('\n') + 1;
}
