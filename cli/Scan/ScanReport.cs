using Sallyport.Detection;

namespace Sallyport.Cli.Scan;

/// <summary>Findings for people: place, rule, how bad, and the line with everything found in it masked.</summary>
internal static class ScanReport
{
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
            to.WriteLine("    " + Sanitize.ForTerminal(Excerpt.Around(text, finding, result.Findings)));
        }
        if (result.Truncated) to.WriteLine($"{Sanitize.ForTerminal(file)}: too long: nothing after character {result.ScannedTo} was looked at");
    }

    private static string Paint(string word, Severity severity, bool coloured) =>
        !coloured ? word : severity >= Severity.High ? $"\x1b[31m{word}\x1b[0m" : severity == Severity.Medium ? $"\x1b[33m{word}\x1b[0m" : word;
}
