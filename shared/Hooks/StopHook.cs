using Sallyport.Audit;
using Sallyport.Liveness;
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
        var told = new List<string>();
        if (guard.Sessions.Load(hookEvent.SessionId)?.PlanFor(null) is { ExpiresAt: { } expires } && expires <= guard.Now)
            told.Add("Sallyport: the plan has expired. Codex registers a new one before its next tool call.");
        var answer = LastWords.Check(guard, hookEvent, "stop", told, (record, lines) => Close(guard, hookEvent, record, lines));
        ShipBehind.Start(guard);
        return answer;
    }

    private static void Close(Guard guard, HookEvent hookEvent, AuditRecord record, List<string> told)
    {
        if (Receipt(guard, hookEvent) is not { } receipt) return;
        record.Receipt = receipt.ToJson();
        if (receipt.Unseen.Count == 0) return;
        record.Rules = ["session.skipped"];
        told.Add($"Sallyport: Codex ran {receipt.Unseen.Count} tool calls in this turn that it did not ask Sallyport about ({Sanitize.ForTerminal(string.Join(", ", receipt.Unseen.Take(3)))}). 'sallyport status' may say why.");
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
