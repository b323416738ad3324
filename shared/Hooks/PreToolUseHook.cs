using Sallyport.Gate;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>A tool is about to run: it does only if it is planned and allowed.</summary>
internal sealed class PreToolUseHook : IHook
{
    public static EventName Name => EventName.PreToolUse;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var session = guard.Sessions.Load(hookEvent.SessionId);
        var call = new ToolCall(hookEvent.ToolName!, hookEvent.ToolInput);
        var subject = CallHash.Of(call.Name, call.Input, hookEvent.Cwd);

        if (OwnTools.IsOwn(call.Name)) return OwnToolCall.Decide(guard, hookEvent, call, subject);

        session = PlanHandOver.Take(guard, hookEvent, session);
        var decision = new ToolCallGate(guard.Surroundings, guard.Settings, guard.Policy, guard.Detection).Decide(call, hookEvent, session, guard.Now);
        var (foreign, told) = PolicyBinding.Check(guard, hookEvent, session);
        if (foreign is not null) decision = decision with { Steps = [foreign, .. decision.Steps] };
        var outcome = Outcome.Of(decision.Deciding, guard.Settings.Enforce);
        var paused = !outcome.Passes && !decision.HoldsInPause && guard.IsPaused(session);
        if (paused) outcome = outcome with { Passes = true };
        if (!outcome.Passes && outcome.Judgement.Verdict == Verdict.Ask && Use(guard, session, hookEvent, subject)) outcome = outcome with { Passes = true, Approved = true };
        var remote = outcome.Passes ? RemoteCheck.Open(guard, hookEvent)?.Call() : null;
        if (remote is not null)
        {
            decision = decision with { Steps = [.. decision.Steps, .. remote.Judgements] };
            if (remote.Stops && guard.IsPaused(session)) paused = true;
            else if (remote.Stops) outcome = Outcome.Of(remote.Strictest, guard.Settings.Enforce);
        }

        var record = DecisionRecord.Of(guard, hookEvent, session, decision, outcome, subject);
        if (paused) record.Mode = "paused";
        if (outcome.Passes)
        {
            var warning = guard.Record(record);
            guard.Allow(hookEvent, subject);
            return Answer.Tell(warning ?? told ?? remote?.ToPerson ?? outcome.ToPerson);
        }

        var message = outcome.Judgement.Verdict == Verdict.Ask ? Ask(guard, hookEvent, call, subject) : null;
        if (decision.DeniedEffects.Count > 0) guard.Sessions.Change(hookEvent.SessionId, guard.Now, s => s.WithDenied(decision.DeniedEffects));
        guard.Record(record, denied: true);
        return Answer.DenyTool(outcome.Reason, message ?? told);
    }

    /// <summary>Uses up the person's approval of exactly this call, if there is one. Under the lock: of two at once, one gets it.</summary>
    private static bool Use(Guard guard, SessionState? session, HookEvent hookEvent, string subject)
    {
        if (session?.Approved(ApprovalKind.Call, subject, guard.Now) is null) return false;
        var used = false;
        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state =>
        {
            if (state.Approved(ApprovalKind.Call, subject, guard.Now) is not { } approval) return state;
            used = true;
            return state with { Approvals = [.. state.Approvals.Where(a => a != approval)] };
        });
        return used;
    }

    private static string Ask(Guard guard, HookEvent hookEvent, ToolCall call, string subject) =>
        Approvals.Ask(guard, hookEvent.SessionId, ApprovalKind.Call, subject, Approvals.Summary(guard, call));
}
