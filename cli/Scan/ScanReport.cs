using Sallyport.Detection;

namespace Sallyport.Cli.Scan;

/// <summary>Findings for people: place, rule, how bad, and the line with everything found in it masked.</summary>
internal static class ScanReport
{
    private const int Context = 40;

    /// <summary>Colours are wanted: a terminal, and no NO_COLOR.</summary>
    public static bool Coloured => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Write(TextWriter to, string file, string text, ScanResult result, bool coloured)
    {
        var (line, lineStart, at) = (1, 0, 0);
        foreach (var finding in result.Findings)
        {
            for (; at < finding.Start; at++)
                if (text[at] == '\n') (line, lineStart) = (line + 1, at + 1);
            var severity = Kinds.Word(finding.Severity);
            to.WriteLine($"{Sanitize.ForTerminal(file)}:{line}:{finding.Start - lineStart + 1}: {Paint(severity, finding.Severity, coloured)} {finding.Rule} ({finding.Confidence}% sure)");
            to.WriteLine("    " + Sanitize.ForTerminal(Around(text, finding, result.Findings)));
        }
        if (result.Truncated) to.WriteLine($"{Sanitize.ForTerminal(file)}: too long: nothing after character {result.ScannedTo} was looked at");
    }

    /// <summary>The finding's line, near it, without anything that was found.</summary>
    private static string Around(string text, Finding finding, IReadOnlyList<Finding> all)
    {
        var start = finding.Start;
        while (start > 0 && finding.Start - start < Context && text[start - 1] != '\n') start--;
        var end = finding.End;
        while (end < text.Length && end - finding.End < Context && text[end] is not ('\n' or '\r')) end++;
        // A finding that reaches in from outside must not show its rest.
        foreach (var other in all)
        {
            if (other.Start < start && other.End > start) start = Math.Min(other.End, finding.Start);
            if (other.Start < end && other.End > end) end = Math.Max(other.Start, finding.End);
        }
        var inside = new List<Finding>();
        foreach (var other in all)
            if (other.Start >= start && other.End <= end) inside.Add(other with { Start = other.Start - start, End = other.End - start });
        return Redactor.Redact(text.AsSpan(start, end - start), inside).Trim();
    }

    private static string Paint(string word, Severity severity, bool coloured) =>
        !coloured ? word : severity >= Severity.High ? $"\x1b[31m{word}\x1b[0m" : severity == Severity.Medium ? $"\x1b[33m{word}\x1b[0m" : word;
}
