using System.Text;

namespace Sallyport.Detection;

/// <summary>Replaces what was found and leaves the rest as it is.</summary>
public static class Redactor
{
    /// <summary>What stands in the place of text that was too long to be looked at.</summary>
    public const string Withheld = "[withheld: too long to be checked]";

    private const int MostPasses = 8;

    /// <summary>What stands in the place of a finding.</summary>
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

    /// <summary>
    /// Scans and replaces until a scan finds nothing that is wanted gone: what one finding covered may have hidden another. Text
    /// beyond the bound of the options is withheld.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="surface">Where it stands.</param>
    /// <param name="options">What to look for; null for the usual.</param>
    /// <param name="unwanted">Which findings to replace; null for every secret and personal datum.</param>
    /// <param name="seen">Gets each finding of the first scan.</param>
    public static string Clean(string text, Surface surface, ScanOptions? options = null, Func<Finding, bool>? unwanted = null, List<Finding>? seen = null)
    {
        unwanted ??= static finding => finding.Kind is FindingKind.Secret or FindingKind.Pii;
        var cut = false;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var scan = Scanner.Inspect(text, surface, options);
            if (pass == 0) seen?.AddRange(scan.Findings);
            var gone = scan.Findings.Where(unwanted).ToArray();
            if (gone.Length == 0 && !scan.Truncated) return cut ? text + Withheld : text;
            cut |= scan.Truncated;
            text = Redact(text.AsSpan(0, scan.ScannedTo), gone);
        }
        return Withheld;
    }
}
