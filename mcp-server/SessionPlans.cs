using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>The plans that a session's hooks have bound.</summary>
internal static class SessionPlans
{
    /// <summary>The plan of the session's root; null where it has none.</summary>
    public static SessionPlan? Of(DataDirectory data, string session) => new SessionStore(data).Load(session)?.PlanFor(null);

    /// <summary>True where the session, or a subagent of it, is bound to exactly this plan.</summary>
    public static bool Holds(DataDirectory data, string session, Plan plan)
    {
        var root = PlanRoot.Compute(plan);
        return new SessionStore(data).Load(session)?.Plans.Values.Any(bound => bound.Root == root) == true;
    }
}
