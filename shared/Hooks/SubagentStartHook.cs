using Sallyport.Plans;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>A subagent begins: it has read nothing of what its parent was told, so it is told here how plans work.</summary>
internal sealed class SubagentStartHook : IHook
{
    public static EventName Name => EventName.SubagentStart;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var plan = guard.Sessions.Load(hookEvent.SessionId)?.PlanFor(hookEvent.AgentId);
        var record = guard.RecordOf("subagent-start", hookEvent);
        if (plan is not null) record.PlanRoot = PlanRoot.Compute(plan.Plan);
        var warning = guard.Record(record);
        return guard.Settings.IntentRequired
            ? Answer.Context(Name, PlanDirective.For(plan, guard.Now), warning)
            : Answer.Tell(warning);
    }
}
