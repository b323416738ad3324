using Sallyport.Audit;
using Sallyport.Integrity;
using Spectre.Console;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit verify</c></summary>
internal static class VerifyCommand
{
    private const long WorthShowing = 64 * 1024 * 1024;

    public static int Run(AuditArguments arguments)
    {
        var files = AuditVerb.Files(arguments);
        var kept = arguments.Value("--from") is { } from ? new TrustedCheckpoint(KeyFiles.Note(from), [.. arguments.Values("--key").Select(KeyFiles.Key)]) : null;
        if (kept is null && arguments.Values("--key").Count > 0) throw new UsageException("--key goes with --from.");
        var report = Verify(files, kept, quiet: arguments.Has("--json") || Console.IsErrorRedirected);
        if (arguments.Has("--json")) WriteJson(report);
        else WriteWords(report);
        return report.Sound ? ExitCode.Ok : ExitCode.Findings;
    }

    private static VerifyReport Verify(AuditFiles files, TrustedCheckpoint? kept, bool quiet)
    {
        var verifier = new AuditVerifier(files);
        if (quiet || files.Segments().Sum(s => new FileInfo(files.Segment(s)).Length) < WorthShowing) return verifier.Verify(kept);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        VerifyReport report = null!;
        console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("verifying");
            report = verifier.Verify(kept, (done, all) => task.Value = all == 0 ? 100 : 100.0 * done / all);
        });
        return report;
    }

    private static void WriteWords(VerifyReport report)
    {
        Console.Out.WriteLine($"{Word(report.Outcome)}: {report.Message}.");
        if (report.Place is not null) Console.Out.WriteLine($"at {Sanitize.ForTerminal(report.Place)}");
        if (report.Size > 0)
        {
            Console.Out.WriteLine($"record {Sanitize.ForTerminal(report.Origin)}: rows {report.First} to {report.Size - 1}, {report.Bytes} bytes, {report.Checkpoints} checkpoints");
            Console.Out.WriteLine($"root   {report.Root}");
        }
        foreach (var note in report.Notes) Console.Out.WriteLine($"note: {note}");
        if (report.Sound && !report.Anchored)
            Console.Out.WriteLine("Without a checkpoint kept elsewhere this proves against accident and other users, not against who can write this directory: see 'sallyport audit checkpoint'.");
    }

    private static void WriteJson(VerifyReport report)
    {
        var json = new CanonicalWriter();
        json.StartObject();
        json.Member("anchored"u8, report.Anchored);
        json.Member("bytes"u8, report.Bytes);
        json.Member("checkpoints"u8, report.Checkpoints);
        json.Member("first"u8, report.First);
        json.Member("message"u8, report.Message);
        json.Name("notes"u8);
        json.StartArray();
        foreach (var note in report.Notes) json.String(note);
        json.EndArray();
        json.Member("origin"u8, report.Origin);
        json.Member("outcome"u8, Word(report.Outcome));
        json.Member("place"u8, report.Place);
        json.Member("root"u8, report.Root);
        json.Member("size"u8, report.Size);
        json.Member("sound"u8, report.Sound);
        json.EndObject();
        Console.Out.WriteLine(System.Text.Encoding.UTF8.GetString(json.Written));
    }

    private static string Word(VerifyOutcome outcome) => outcome switch
    {
        VerifyOutcome.Valid => "valid",
        VerifyOutcome.Torn => "torn",
        VerifyOutcome.Changed => "changed",
        VerifyOutcome.Reordered => "reordered",
        VerifyOutcome.Removed => "removed",
        VerifyOutcome.Truncated => "truncated",
        VerifyOutcome.Forked => "forked",
        _ => "unsigned",
    };
}
