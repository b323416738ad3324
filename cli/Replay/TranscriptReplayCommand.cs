using System.Text;
using Sallyport.Cli.Audit;
using Sallyport.Gate;
using Sallyport.Integrity;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Replay;
using Sallyport.State;

namespace Sallyport.Cli.Replay;

/// <summary><c>sallyport replay --codex PATH</c></summary>
internal static class TranscriptReplayCommand
{
    private const long Usual = 20;

    public static int Run(AuditArguments arguments, PolicyLayer? candidate)
    {
        var data = AuditVerb.Data(arguments);
        var settings = ReplayVerb.Settings(data);
        var transcripts = Transcripts(arguments.Value("--codex")!);
        var json = arguments.Has("--json");
        var limit = arguments.Number("--limit") ?? Usual;
        var policies = new Dictionary<string, PolicyInForce>(StringComparer.Ordinal);
        var load = ReplayVerb.Policy(data, settings, candidate);
        var replay = new TranscriptReplay(Surroundings.Look(data.Root), settings, workspace => policies.TryGetValue(workspace, out var known) ? known : policies[workspace] = load(workspace));
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var rules = new Dictionary<string, long>(StringComparer.Ordinal);
        var shown = 0L;
        foreach (var path in transcripts)
            replay.Run(path, would =>
            {
                var what = $"{would.Verdict} {Word(would.Kind)}";
                counts[what] = counts.GetValueOrDefault(what) + 1;
                rules[would.Rule] = rules.GetValueOrDefault(would.Rule) + 1;
                if (json) Console.Out.WriteLine(Encoding.UTF8.GetString(Json(path, would)));
                else if (shown++ < limit) Show(path, would);
            });
        Write(json ? Console.Error : Console.Out, transcripts.Count, replay, counts, rules, shown - limit);
        return counts.Count > 0 ? ExitCode.Findings : IsEmpty(replay) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static void Show(string path, WouldBe would)
    {
        Console.Out.WriteLine($"{would.Verdict,-6} {Sanitize.ForTerminal(would.Tool ?? Word(would.Kind))} [{Sanitize.ForTerminal(would.Rule)}]  {Sanitize.ForTerminal(Path.GetFileName(path))}:{would.Line}");
        Console.Out.WriteLine($"       {Sanitize.ForTerminal(would.What)}");
        if (would.Tool is not null) Console.Out.WriteLine($"       {Sanitize.ForTerminal(would.Reason)}");
    }

    private static void Write(TextWriter to, int transcripts, TranscriptReplay replay, SortedDictionary<string, long> counts, Dictionary<string, long> rules, long more)
    {
        if (more > 0) to.WriteLine($"… and {more} more; --limit N shows them");
        if (rules.Count > 0) to.WriteLine();
        foreach (var (rule, count) in rules.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(20)) to.WriteLine($"{count,7}  {Sanitize.ForTerminal(rule)}");
        to.WriteLine();
        to.WriteLine($"{transcripts} transcripts: {replay.Calls} tool calls, {replay.Prompts} prompts, {replay.Results} results.");
        to.WriteLine(IsEmpty(replay) ? "There is nothing in it to judge: name a rollout file of Codex, or a folder of them."
            : counts.Count == 0 ? "Sallyport would have let all of it pass." : "Sallyport would have: " + string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}")) + ".");
        if (replay.Guarded) to.WriteLine("Sallyport was there already in some of it: what it refused then stands in the transcript as a call that was asked for.");
        if (replay.Unreadable > 0) to.WriteLine($"{replay.Unreadable} lines could not be read.");
    }

    // Of a file that is no transcript nothing may be said to pass.
    private static bool IsEmpty(TranscriptReplay replay) => replay.Calls + replay.Prompts + replay.Results == 0;

    private static List<string> Transcripts(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full)) return [full];
        if (!Directory.Exists(full)) throw new StateException($"{path} is not there: name a rollout file of Codex, or a folder of them.");
        List<string> found = [.. Directory.EnumerateFiles(full, "rollout-*.jsonl", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8 }).Order(StringComparer.Ordinal)];
        return found.Count > 0 ? found : throw new StateException($"{path} holds no rollout-*.jsonl: name a rollout file of Codex, or a folder of them.");
    }

    private static string Word(TranscriptKind kind) => kind switch
    {
        TranscriptKind.Prompt => "prompt",
        TranscriptKind.Call => "call",
        TranscriptKind.Result => "result",
        _ => "answer",
    };

    private static byte[] Json(string path, WouldBe would)
    {
        var json = new CanonicalWriter(256);
        json.StartObject();
        json.Member("at"u8, Word(would.Kind));
        json.Member("file"u8, path);
        json.Member("line"u8, would.Line);
        json.Member("reason"u8, would.Reason);
        json.Member("rule"u8, would.Rule);
        json.Member("tool"u8, would.Tool);
        json.Member("verdict"u8, would.Verdict);
        json.Member("what"u8, would.What);
        json.EndObject();
        return json.Written.ToArray();
    }
}
