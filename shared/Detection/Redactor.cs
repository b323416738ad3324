using System.Text;

namespace Sallyport.Detection;

/// <summary>Replaces what was found and leaves the rest as it is.</summary>
public static class Redactor
{
    /// <summary>What stands in the place of a finding.</summary>
    /// <summary>What stands in the place of text that was too long to be looked at.</summary>
    public const string Withheld = "[withheld: too long to be checked]";

    public static string Mark(string rule) => $"[redacted:{rule}]";

    /// <summary>
    /// The text with each finding replaced by <c>[redacted:rule]</c>. Findings are those of a scan of this very text, in order, or a
    /// part of them: policy may want only some replaced.
    /// </summary>
    public static string Redact(ReadOnlySpan<char> text, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return text.ToString();
        var safe = new StringBuilder(text.Length + findings.Count * 16);
        var from = 0;
        foreach (var finding in findings)
        {
            if (finding.End <= from) continue;
            if (finding.Start > from) safe.Append(text[from..finding.Start]);
            safe.Append(Mark(finding.Rule));
            from = finding.End;
        }
        return safe.Append(text[from..]).ToString();
    }
}
