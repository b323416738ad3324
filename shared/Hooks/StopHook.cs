using System.Text;
using Sallyport.Detection;
using Sallyport.Integrity;
using Sallyport.Liveness;
using Sallyport.Policy;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>The turn is over: report what the person should know and close it in the record.</summary>
internal sealed class StopHook : IHook
{
    public static EventName Name => EventName.Stop;

    public static int InputLimit => 64 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var session = guard.Sessions.Load(hookEvent.SessionId);
        var told = new List<string>();
        if (session?.PlanFor(null) is { ExpiresAt: { } expires } && expires <= guard.Now)
            told.Add("Sallyport: the plan has expired. Codex registers a new one before its next tool call.");

        var answer = hookEvent.LastAssistantMessage ?? "";
        var scan = Scanner.Inspect(answer, Surface.Response, guard.Detection.Options);
        var secrets = scan.Findings.Where(f => guard.Detection.ActionFor(Surface.Response, f) >= Verdict.Ask).ToList();

        var check = RemoteCheck.Open(guard, hookEvent);
        var masked = check is not null || guard.Settings.RecordText ? guard.Mask(answer) : "";
        var remote = secrets.Count == 0 ? check?.Text(Surface.Response, masked) : null;
        check?.Flush();
        if (remote?.ToPerson is { } outage) told.Add(outage);

        var record = guard.RecordOf("stop", hookEvent);
        if (guard.Settings.RecordText) record.Text = masked;
        if (remote is { Judgements.Count: > 0 }) record.Steps = remote.Judgements;
        record.InputHash = Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(answer)));
        record.Findings = scan.Findings;
        if (Receipt(guard, hookEvent) is { } receipt)
        {
            record.Receipt = receipt.ToJson();
            if (receipt.Unseen.Count > 0)
            {
                record.Rules = ["session.skipped"];
                told.Add($"Sallyport: Codex ran {receipt.Unseen.Count} tool calls in this turn that it did not ask Sallyport about ({Sanitize.ForTerminal(string.Join(", ", receipt.Unseen.Take(3)))}). 'sallyport status' may say why.");
            }
        }
        if (guard.Record(record) is { } warning) told.Add(warning);
        if (guard.Sign() is { } unsigned) told.Add(unsigned);
        if (remote is { Stops: true } && !hookEvent.StopHookActive && guard.Settings.Enforce)
            return Answer.Block($"{remote.Strictest.Reason} Write the answer again without what was flagged.", string.Join("\n", [.. told, $"Sallyport: {remote.Strictest.Reason} Codex may already have shown the answer."]));
        if (remote is { Stops: true }) told.Add($"Sallyport: {remote.Strictest.Reason} Codex may already have shown the answer.");
        if (secrets.Count == 0) return Answer.Tell(string.Join("\n", told));

        told.Add($"Sallyport: the answer held {FindingText.List(answer, secrets)}. Codex may already have shown it.");
        // Once only: Codex has no guard against a Stop hook that never lets go.
        return hookEvent.StopHookActive || !guard.Settings.Enforce
            ? Answer.Tell(string.Join("\n", told))
            : Answer.Block($"Your last answer held {FindingText.List(answer, secrets)}. Write it again without, and do not repeat the value.", string.Join("\n", told));
    }

    private static TurnReceipt? Receipt(Guard guard, HookEvent hookEvent)
    {
        if (!guard.Settings.AuditEnabled || hookEvent.TurnId is not { } turn) return null;
        try
        {
            return TurnReceipt.Of(guard.Data, hookEvent.SessionId, turn, hookEvent.TranscriptPath);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            return null; // a transcript that cannot be read must not keep the turn from being closed
        }
    }
}
