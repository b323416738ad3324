using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>The plans that a session's hooks have bound.</summary>
internal static class SessionPlans
{
    /// <summary>The plan of the session's root; null where it has none.</summary>
    public static SessionPlan? Of(DataDirectory data, string session) => new SessionStore(data).Load(session)?.PlanFor(null);

    /// <summary>Binds the plan to a session that has none: its hook did not see the registration. False where it has one.</summary>
    public static bool Adopt(DataDirectory data, string session, Plan plan, long now)
    {
        var settings = SettingsReader.Read(data, managedStart: false);
        var adopted = false;
        new SessionStore(data).Change(session, now, before =>
        {
            var after = PlanBinding.Adopt(before, plan, turn: null, settings, now);
            adopted = after is not null;
            return after ?? before;
        });
        return adopted;
    }

    /// <summary>True where the session, or a subagent of it, is bound to exactly this plan.</summary>
    public static bool Holds(DataDirectory data, string session, Plan plan)
    {
        var root = PlanRoot.Compute(plan);
        return new SessionStore(data).Load(session)?.Plans.Values.Any(bound => bound.Root == root) == true;
    }
}
