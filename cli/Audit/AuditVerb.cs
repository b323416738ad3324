using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit</c>: reads, verifies, proves and exports the record.</summary>
internal static class AuditVerb
{
    private const string HelpText = """
        usage: sallyport audit VERB [options]

          verify [--from FILE] [--key KEY]...       check every row, the tree and the checkpoints
          checkpoint [--cosign KEYFILE]             sign the record as it is and print it: keep it elsewhere
          witness --key KEYFILE --state FILE        sign the latest checkpoint for an administrator, if nothing witnessed before is gone
          prove ROW [--out FILE]                    show one row to somebody who has only a checkpoint
          verify-proof FILE [--key KEY]             check such a proof
          consistency OLD [NEW]                     show that the record still holds all it held at a checkpoint
          search [filters] [TEXT]                   rows, the oldest first
          show ROW                                  one row, whole
          tail [-f] [-n N]                          the last rows; -f waits for more
          stats [filters]                           verdicts, tools, rules, times
          report --html FILE [filters]              one page that needs no network
          export --jsonl [filters]                  rows as they were written
          ship [--otlp URL] [--header-file FILE]    send what is new to an OpenTelemetry collector (auditShipUrl); --header NAME=VALUE
                                                    for what is no secret: other users see the words of a command
          export --otlp URL                         the same

        filters: --since TIME --until TIME (2026-11-21, 2026-11-21T09:30, 36h, 7d) --session ID --tool NAME
                 --verdict allow|warn|ask|deny|redact --rule ID (or fs.*) --kind KIND --limit N (the last N)
        output:  --json (a row a line), --csv
        all:     --data-dir DIR

        examples:
          sallyport audit search --since 1h --verdict deny
          sallyport audit verify

        KEY is name+id+key or a file that holds it. verify exits 0 where the record is sound (one unfinished last row, which a killed
        process leaves, is named and is no fault), 1 for anything else. Without a checkpoint kept elsewhere it proves against accident
        and other users only: whoever can write this directory can write a record that agrees with itself.
        exit codes: 0 fine · 1 the record or the proof is not sound · 2 wrong words · 3 could not be read or written
        """;

    private static readonly string[] Filters = ["--since", "--until", "--session", "--tool", "--verdict", "--rule", "--kind", "--limit"];

    /// <summary>What a row may say was decided; the last four are a remote guard's answers.</summary>
    internal static readonly string[] Verdicts = ["allow", "warn", "ask", "deny", "redact", "cleared", "flagged", "redacted", "unavailable"];

    /// <summary>What a row may tell of.</summary>
    internal static readonly string[] Kinds =
    [
        "segment", "session-start", "session-end", "subagent-start", "subagent-stop", "prompt", "plan", "decision", "permission", "result", "taint",
        "approval", "pause", "policy", "guard", "compact", "interrupt", "stop", "error", "note", "part", "recovered", "retention",
    ];

    public static readonly Verb Verb = new("audit", "verify, search, prove and export the record", HelpText, Run);

    private static int Run(string[] words)
    {
        if (words.Length == 0) throw new UsageException("name what to do: verify, checkpoint, witness, prove, verify-proof, consistency, search, show, tail, stats, report, export or ship.");
        var rest = words.AsSpan(1);
        return words[0] switch
        {
            "verify" => VerifyCommand.Run(Parse(rest, ["--json"], ["--from", "--key"])),
            "checkpoint" => ProofCommands.Checkpoint(Parse(rest, [], ["--cosign"])),
            "witness" => WitnessCommand.Run(Parse(rest, [], ["--key", "--state", "--record-key"])),
            "prove" => ProofCommands.Prove(Parse(rest, [], ["--out"])),
            "verify-proof" => ProofCommands.VerifyProof(Parse(rest, [], ["--key"])),
            "consistency" => ProofCommands.Consistency(Parse(rest, [], ["--key"])),
            "search" => SearchCommand.Run(Parse(rest, ["--json", "--csv"], Filters)),
            "show" => SearchCommand.Show(Parse(rest, ["--json"], [])),
            "tail" => TailCommand.Run(Parse(rest, ["-f", "--json"], ["-n"])),
            "stats" => StatsCommand.Run(Parse(rest, ["--json"], Filters)),
            "report" => ReportCommand.Run(Parse(rest, [], ["--html", .. Filters])),
            "export" when Array.Exists(words, w => w.StartsWith("--otlp", StringComparison.Ordinal)) => ShipCommand.Run(Parse(rest, [], ["--otlp", "--header", "--header-file"])),
            "export" => SearchCommand.Export(Parse(rest, ["--jsonl"], Filters)),
            "ship" => ShipCommand.Run(Parse(rest, [], ["--otlp", "--header", "--header-file"])),
            var other => throw new UsageException($"there is no 'audit {Sanitize.ForTerminal(other)}'. 'sallyport audit --help' lists them."),
        };
    }

    /// <summary>The record that the arguments or the environment name. Nothing is made.</summary>
    public static DataDirectory Data(AuditArguments arguments) =>
        DataDirectory.At(arguments.Value("--data-dir") is { } named ? Path.GetFullPath(named) : DataDirectory.Locate());

    /// <summary>Its files.</summary>
    /// <exception cref="StateException">There is no record.</exception>
    public static AuditFiles Files(AuditArguments arguments)
    {
        var files = new AuditFiles(Data(arguments));
        return Directory.Exists(files.Directory) ? files
            : throw new StateException($"{files.Directory} is not there, or not yours to look into: nothing was recorded yet, or name the place with --data-dir.");
    }

    /// <summary>The filter that the arguments ask for.</summary>
    public static RecordFilter Filter(AuditArguments arguments) => new()
    {
        Since = Time(arguments.Value("--since")),
        Until = Time(arguments.Value("--until")),
        Session = arguments.Value("--session"),
        Tool = arguments.Value("--tool"),
        Verdict = Known(arguments, "--verdict", Verdicts),
        Rule = arguments.Value("--rule"),
        Kind = Known(arguments, "--kind", Kinds),
        Text = arguments.Rest.Count == 0 ? null : string.Join(' ', arguments.Rest),
    };

    /// <summary>Now, in Unix milliseconds.</summary>
    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private static AuditArguments Parse(ReadOnlySpan<string> words, string[] flags, string[] options) => new(words, flags, [.. options, "--data-dir"]);

    // A word that no row can hold would find nothing, and look like good news.
    private static string? Known(AuditArguments arguments, string option, string[] known) =>
        arguments.Value(option) is not { } word || Array.IndexOf(known, word) >= 0 ? arguments.Value(option)
            : throw new UsageException($"there is no {option[2..]} '{Sanitize.ForTerminal(word)}'. It is one of {string.Join(", ", known)}.");

    private static string? Time(string? written) => RecordTime.Parse(written, Now, out var time) is { } wrong ? throw new UsageException(wrong) : time;
}
