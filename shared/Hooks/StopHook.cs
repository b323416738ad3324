using Sallyport.Detection;
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
        var scan = Scanner.Inspect(answer, Surface.Response);
        var secrets = scan.Findings.Where(f => DetectionDefaults.ActionFor(Surface.Response, f) >= Verdict.Ask).ToList();

        var record = guard.RecordOf("stop", hookEvent);
        record.Text = Masker.Mask(answer);
        record.Findings = scan.Findings;
        if (guard.Record(record) is { } warning) told.Add(warning);
        if (secrets.Count == 0) return Answer.Tell(string.Join("\n", told));

        told.Add($"Sallyport: the answer held {FindingText.List(answer, secrets)}. Codex may already have shown it.");
        // Once only: Codex has no guard against a Stop hook that never lets go.
        return hookEvent.StopHookActive || !guard.Settings.Enforce
            ? Answer.Tell(string.Join("\n", told))
            : Answer.Block($"Your last answer held {FindingText.List(answer, secrets)}. Write it again without, and do not repeat the value.", string.Join("\n", told));
    }
}
