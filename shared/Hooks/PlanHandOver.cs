using Sallyport.Gate;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>
/// Takes a plan that the server left because nobody had told it the session. A session with a plan never looks for one, so a call that
/// is covered pays nothing for this.
/// </summary>
internal static class PlanHandOver
{
    /// <summary>The session as it is, or with the plan that waited for a session in its directory.</summary>
    public static SessionState? Take(Guard guard, HookEvent hookEvent, SessionState? session)
    {
        if (!guard.Settings.IntentRequired || hookEvent.AgentId is not null || session is { Plans.Count: > 0 } || ToolNames.NeedsNoPlan(hookEvent.ToolName!)) return session;
        if (PendingPlan.TryTake(guard.Data, hookEvent.Cwd, guard.Now) is not { } pending) return session;

        var adopted = false;
        var state = guard.Sessions.Change(hookEvent.SessionId, guard.Now, before =>
        {
            var after = PlanBinding.Adopt(before, pending.Plan, hookEvent.TurnId, guard.Settings, guard.Now);
            adopted = after is not null;
            return after ?? before;
        });
        if (adopted) Record(guard, hookEvent, state.PlanFor(null)!);
        return state;
    }

    private static void Record(Guard guard, HookEvent hookEvent, SessionPlan plan)
    {
        var record = guard.RecordOf("plan", hookEvent);
        record.Tool = OwnTools.RegisterPlan;
        record.ToolUseId = null;
        record.Verdict = Verdict.Allow.Word();
        record.Steps = [Judgement.Pass("hand-over", "plan taken from the server, which was not told the session")];
        DecisionRecord.AddPlan(guard, record, plan);
        guard.Record(record);
    }
}
