using Sallyport.Audit;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>A tool has returned: record the result, withhold what must not reach the model.</summary>
internal sealed class PostToolUseHook : IHook
{
    public static EventName Name => EventName.PostToolUse;

    public static int InputLimit => 64 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var subject = CallHash.Of(hookEvent.ToolName!, hookEvent.ToolInput, hookEvent.Cwd);
        if (Unannounced(guard, hookEvent, subject) is { } taint) return Withhold(guard, hookEvent, taint);

        var result = ToolResult.Check(hookEvent.ToolResponse, guard.Detection, hookEvent.ToolResponseJson);
        var remote = Plans.OwnTools.IsOwn(hookEvent.ToolName!) ? null : RemoteCheck.Open(guard, hookEvent)?.Result(guard.Mask(result.ForModel));
        var record = guard.RecordOf("result", hookEvent);
        record.Verdict = result.Changed || remote is { Stops: true } ? "redact" : "allow";
        if (remote is { Judgements.Count: > 0 }) record.Steps = remote.Judgements;
        record.Output = result.Recorded;
        record.Findings = result.Findings;
        record.InputHash = subject;
        var warning = guard.Record(record) ?? ProposalNotice.Of(guard, hookEvent);
        if (remote is { Stops: true } && guard.Settings.Enforce) return remote.WithheldResult(warning);
        if (!result.Changed || !guard.Settings.Enforce) return Answer.Tell(warning ?? remote?.ToPerson);
        return Answer.Block(result.ForModel, warning ?? $"Sallyport: {result.Summary}");
    }

    /// <summary>Why the result cannot be one that Sallyport let through, or null where it is one.</summary>
    private static string? Unannounced(Guard guard, HookEvent hookEvent, string subject)
    {
        var allowed = CallLedger.Find(guard.Data, hookEvent.SessionId, hookEvent.AgentId, hookEvent.ToolUseId!);
        if (allowed is null) return $"{hookEvent.ToolName} ran although no check of it is on the record.";
        return subject.StartsWith(allowed, StringComparison.Ordinal) ? null : $"{hookEvent.ToolName} ran with another input than the one that was checked.";
    }

    private static Answer Withhold(Guard guard, HookEvent hookEvent, string taint)
    {
        var record = guard.RecordOf("taint", hookEvent);
        record.Verdict = "deny";
        record.Steps = [new Judgement("session", Verdict.Deny, "session.unannounced", taint)];
        record.Rules = ["session.unannounced"];
        DecisionRecord.AddInput(guard, record, hookEvent);
        guard.Record(record, denied: true);
        if (!guard.Settings.Enforce) return Answer.Tell($"Sallyport: {taint}");
        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state => state.Taint is null ? state with { Taint = taint } : state);
        return Answer.Block(
            $"Sallyport withheld this result: {taint} Every further call is refused until the person accepts it.",
            $"Sallyport: {taint} Every further call is refused. If you know why (another hook rewrote the call, Sallyport was installed meanwhile), type: sallyport accept");
    }
}
