using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>Codex is about to ask the person: refuse what policy refuses, otherwise let it ask.</summary>
internal sealed class PermissionRequestHook : IHook
{
    public static EventName Name => EventName.PermissionRequest;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        if (IsNotACall(hookEvent)) return Pass(guard, hookEvent, "not a tool call: Codex asks the person");

        var session = guard.Sessions.Load(hookEvent.SessionId);
        var call = new ToolCall(hookEvent.ToolName!, hookEvent.ToolInput);
        var decision = new ToolCallGate(guard.Surroundings, guard.Settings, guard.Policy, guard.Detection).Decide(call, hookEvent, session, guard.Now);
        if (PolicyBinding.Check(guard, hookEvent, session).Stop is { } foreign) decision = decision with { Steps = [foreign, .. decision.Steps] };
        // The plan was held against the call before it came here. What is asked now is only whether policy lets it have more rights.
        var policy = decision.StrictestBut(ToolCallGate.PlanStep);
        var outcome = Outcome.Of(policy, guard.Settings.Enforce);
        if (!outcome.Passes && !decision.HoldsInPause && guard.IsPaused(session)) outcome = outcome with { Passes = true };
        if (policy.Verdict == Verdict.Ask) outcome = outcome with { Passes = true }; // asking the person is what Codex is about to do

        var record = DecisionRecord.Of(guard, hookEvent, session, decision, outcome, CallHash.Of(call.Name, call.Input, hookEvent.Cwd));
        record.Kind = "permission";
        var warning = guard.Record(record, denied: !outcome.Passes);
        // The person answered beforehand, by a rule of their own, and the plan holds the call: without a plan nothing tells what they had in mind. In monitor mode nothing is answered for them.
        var answered = decision.Escalate && decision.Plan is { Covered: true } && decision.Deciding.Verdict <= Verdict.Warn;
        if (answered && guard.Settings.Enforce && outcome.Passes && warning is null) return Answer.AllowPermission();
        return outcome.Passes ? Answer.Tell(warning ?? outcome.ToPerson) : Answer.DenyPermission(outcome.Reason);
    }

    /// <summary>Typing into a session, network access and permission profiles are the person's to decide: nothing here can judge them.</summary>
    private static bool IsNotACall(HookEvent hookEvent) =>
        hookEvent.ToolName is "write_stdin" or "request_permissions"
        || (hookEvent.ToolInput.ValueKind == System.Text.Json.JsonValueKind.Object
            && hookEvent.ToolInput.TryGetProperty("description", out var description)
            && description.ValueKind == System.Text.Json.JsonValueKind.String
            && description.GetString()!.StartsWith("network-access ", StringComparison.Ordinal));

    private static Answer Pass(Guard guard, HookEvent hookEvent, string reason)
    {
        var record = guard.RecordOf("permission", hookEvent);
        record.Verdict = "allow";
        record.Steps = [Judgement.Pass("permission", reason)];
        DecisionRecord.AddInput(guard, record, hookEvent);
        return Answer.Tell(guard.Record(record));
    }
}
