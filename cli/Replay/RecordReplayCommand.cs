using System.Globalization;
using System.Text;
using Sallyport.Audit;
using Sallyport.Cli.Audit;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Replay;

namespace Sallyport.Cli.Replay;

/// <summary><c>sallyport replay --record</c>, and what <c>sallyport policy what-if</c> does.</summary>
internal static class RecordReplayCommand
{
    private const long Usual = 20;

    public static int Run(AuditArguments arguments, PolicyLayer? candidate)
    {
        var files = AuditVerb.Files(arguments);
        var data = AuditVerb.Data(arguments);
        var settings = ReplayVerb.Settings(data);
        var json = arguments.Has("--json");
        var limit = arguments.Number("--limit") ?? Usual;
        var counts = new long[Enum.GetValues<ReplayOutcome>().Length];
        var changes = new Dictionary<string, long>(StringComparer.Ordinal);
        var shown = 0L;
        RecordReplay.Run(files, AuditVerb.Filter(arguments), new Rejudge(settings, ReplayVerb.Policy(data, settings, candidate)), (replayed, row) =>
        {
            counts[(int)replayed.Outcome]++;
            if (replayed.Outcome is not (ReplayOutcome.Stricter or ReplayOutcome.Milder)) return;
            var change = Change(replayed);
            changes[change] = changes.GetValueOrDefault(change) + 1;
            if (json) Console.Out.WriteLine(Encoding.UTF8.GetString(Json(replayed)));
            else if (shown++ < limit) Console.Out.WriteLine($"row {replayed.Decision.Sequence,7}  {replayed.Decision.Time.Replace('T', ' ')[..Math.Min(19, replayed.Decision.Time.Length)]}  {change}\n             {RowText.Cut(RowText.Subject(row), 120)}");
        });
        var differ = counts[(int)ReplayOutcome.Stricter] + counts[(int)ReplayOutcome.Milder];
        var derived = differ + counts[(int)ReplayOutcome.Same];
        var summary = Summary(counts, differ, derived, candidate is not null);
        if (json) Console.Error.WriteLine(summary);
        else Write(summary, changes, shown, limit);
        return differ == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Write(string summary, Dictionary<string, long> changes, long shown, long limit)
    {
        if (shown > limit) Console.Out.WriteLine($"… and {shown - limit} more; --limit N shows them");
        if (changes.Count > 0) Console.Out.WriteLine();
        foreach (var (change, count) in changes.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)) Console.Out.WriteLine($"{count,7}  {change}");
        Console.Out.WriteLine();
        Console.Out.WriteLine(summary);
    }

    private static string Summary(long[] counts, long differ, long derived, bool candidate)
    {
        var words = new StringBuilder();
        words.Append(CultureInfo.InvariantCulture,
            $"{(candidate ? "This policy would change" : "Today would change")} {differ} of {derived} decisions: {counts[(int)ReplayOutcome.Stricter]} stricter, {counts[(int)ReplayOutcome.Milder]} milder.");
        if (counts[(int)ReplayOutcome.Masked] is > 0 and var masked)
            words.Append(CultureInfo.InvariantCulture, $" {masked} could not be derived again: what they came from was masked or too long to keep.");
        if (counts[(int)ReplayOutcome.NotDerived] is > 0 and var apart) words.Append(CultureInfo.InvariantCulture, $" {apart} came from no policy (Sallyport's own tools, older rows).");
        return words.ToString();
    }

    private static string Change(Replayed replayed)
    {
        var then = replayed.Decision.Deciding;
        return Sanitize.ForTerminal($"{then.Verdict.Word()}{Rule(then)} → {replayed.Today.Verdict.Word()}{Rule(replayed.Today)}");
    }

    private static string Rule(Judgement judgement) => judgement.Rule is { } rule ? $" [{rule}]" : "";

    private static byte[] Json(Replayed replayed)
    {
        var json = new CanonicalWriter(256);
        json.StartObject();
        json.Member("row"u8, replayed.Decision.Sequence);
        json.Member("ruleThen"u8, replayed.Decision.Deciding.Rule);
        json.Member("ruleToday"u8, replayed.Today.Rule);
        json.Member("session"u8, replayed.Decision.Event.SessionId);
        json.Member("time"u8, replayed.Decision.Time);
        json.Member("tool"u8, replayed.Decision.Event.ToolName);
        json.Member("verdictThen"u8, replayed.Decision.Deciding.Verdict.Word());
        json.Member("verdictToday"u8, replayed.Today.Verdict.Word());
        json.EndObject();
        return json.Written.ToArray();
    }
}
