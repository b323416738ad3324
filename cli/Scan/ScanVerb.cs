using Sallyport.Detection;
using Sallyport.Scanning;

namespace Sallyport.Cli.Scan;

/// <summary><c>sallyport scan</c>: what a guard would find in files or standard input.</summary>
internal static class ScanVerb
{
    public static readonly Verb Verb = new("scan", "find secrets, personal data and injected instructions in files", """
        usage: sallyport scan [FILE ... | -] [options]

        Looks for what a guard would look for and says where it is; what was found is never printed.

          -                    read standard input (also without any FILE)
          --redact             print the text with each finding replaced by [redacted:rule]
          --jsonl              one JSON object a line in: {"surface":"tool_output","text":"…"},
                               one a line out: {"findings":[{"kind","rule","severity","start","end","confidence"}],"truncated"}
          --surface S          prompt, tool_input, tool_output (the default) or response
          --kind K[,K]         only secret, pii, injection, sqli or code
          --min-confidence N   only findings at least this sure, 0 to 100 (50)
          --built-in           leave out the rules and exceptions of people's policy

        Offsets are UTF-16 units. Lines and columns count from 1. NO_COLOR is respected.
        examples:
          sallyport scan notes.txt
          git diff --cached | sallyport scan --kind secret -
        exit codes: 0 nothing found · 1 something found, or a text too long to see all of · 2 wrong words · 3 could not be read
        """, Run);

    private static int Run(string[] args)
    {
        var request = ScanRequest.Parse(args);
        if (request.Batch) return ScanBatch.Run(Console.In, Console.Out, request.Options);

        var (files, found, unseen, unread) = (0, 0, false, false);
        foreach (var file in request.Files)
        {
            if (Read(file) is not { } text)
            {
                unread = true;
                continue;
            }
            var result = LongTextScan.Inspect(text, request.Surface, file == "-" ? request.Options : request.Options with { Path = file });
            files++;
            found += result.Findings.Count;
            unseen |= result.Truncated;
            if (request.Redact) Console.Out.Write(Redactor.Redact(text.AsSpan(0, result.ScannedTo), result.Findings) + (result.Truncated ? Redactor.Withheld : ""));
            else ScanReport.Write(Console.Out, file == "-" ? "(standard input)" : file, text, result, ScanReport.Coloured);
        }
        if (!request.Redact) Console.Out.WriteLine($"{found} {(found == 1 ? "finding" : "findings")} in {files} {(files == 1 ? "text" : "texts")}");
        return unread ? ExitCode.Failed : found > 0 || unseen ? ExitCode.Findings : ExitCode.Ok;
    }

    /// <summary>A file's text; null where it cannot be read, which is said: the others are looked at all the same.</summary>
    private static string? Read(string file)
    {
        if (file == "-") return TextBytes.Read(Console.OpenStandardInput());
        var why = "is a directory: name the files in it";
        try
        {
            if (!Directory.Exists(file))
            {
                using var stream = File.OpenRead(file);
                return TextBytes.Read(stream);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            why = "could not be read: " + wrong.Message;
        }
        Console.Error.WriteLine($"sallyport scan: {Sanitize.ForTerminal(file)} {Sanitize.ForTerminal(why)}");
        return null;
    }
}
