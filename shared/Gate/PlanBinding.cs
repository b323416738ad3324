using Sallyport.Configuration;
using Sallyport.Plans;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Gate;

/// <summary>What became of a registration.</summary>
/// <param name="State">The session with the plan bound; null where it was not.</param>
/// <param name="Refusal">Why a valid plan was not bound, for the model.</param>
/// <param name="Amendment">What was added to the plan before, for the person and the record; null where nothing was.</param>
/// <param name="NeedsApproval">True where only the person can let it pass.</param>
internal readonly record struct Binding(SessionState? State, string? Refusal, string? Amendment, bool NeedsApproval);

/// <summary>
/// Binds a declared plan to its session. Codex tells the hook which session and turn registers, so nobody else's plan is ever taken.
/// </summary>
internal static class PlanBinding
{
    /// <summary>Binds the plan of a <c>register_intent_plan</c> call.</summary>
    /// <param name="session">The session's state.</param>
    /// <param name="hookEvent">The event.</param>
    /// <param name="settings">Whether amendments are free, and how long a plan lives.</param>
    /// <param name="approved">True where the person approved exactly this registration.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static Binding Bind(SessionState session, HookEvent hookEvent, Settings settings, bool approved, long now)
    {
        // The server answers an invalid plan with what is wrong and a correct example, so such a call is not refused here.
        if (PlanReader.Read(hookEvent.ToolInput).Plan is not { } plan) return default;

        var bound = Of(plan, hookEvent.TurnId, settings, now);
        var root = session.Plans.GetValueOrDefault(SessionState.RootAgent);
        if (hookEvent.AgentId is { } agent)
        {
            if (root is null) return new Binding(null, PlanMessages.RootFirst, null, false);
            if (PlanNarrowing.IsWithin(plan, root.Plan)) return new Binding(session.With(agent, bound), null, null, false);
            // A subagent that wants more asks for the root's plan to be widened: the same rules as for any amendment.
            var widened = root.Plan with { Steps = [.. root.Plan.Steps, .. plan.Steps] };
            if (widened.Steps.Count > PlanLimits.Steps) return new Binding(null, PlanMessages.TooManySteps, null, false);
            var amended = Amend(session, root, bound with { Plan = widened, Widest = widened }, settings, approved, samePrompt: true);
            return amended.State is { } state ? amended with { State = state.With(agent, bound) } : amended;
        }
        return root is null
            ? new Binding(session.With(SessionState.RootAgent, bound), null, null, false)
            : Amend(session, root, bound, settings, approved, samePrompt: root.Turn == hookEvent.TurnId);
    }

    /// <summary>
    /// Binds a plan that came another way than through its own hook: from the server, which was told the session, or left to be taken.
    /// Only a session that has no plan takes it, so that nothing is widened without being seen as an amendment.
    /// </summary>
    /// <returns>The session with the plan; null where it has one.</returns>
    public static SessionState? Adopt(SessionState session, Plan plan, string? turn, Settings settings, long now) =>
        session.Plans.Count > 0 ? null : session.With(SessionState.RootAgent, Of(plan, turn, settings, now));

    private static SessionPlan Of(Plan plan, string? turn, Settings settings, long now) => new()
    {
        Plan = plan,
        RegisteredAt = now,
        ExpiresAt = settings.PlanLifetime is { } life ? now + (long)life.TotalMilliseconds : null,
        Turn = turn,
        Widest = plan,
    };

    private static Binding Amend(SessionState session, SessionPlan before, SessionPlan after, Settings settings, bool approved, bool samePrompt)
    {
        var change = PlanChange.Between(before.Plan, after.Plan);
        var widens = !PlanNarrowing.IsWithin(after.Plan, before.Widest);
        // The first plan of a prompt answers the person's new words. What widens it afterwards is the model's own idea.
        if (settings.AskForAmendments && samePrompt && widens && !approved) return new Binding(null, null, change.Summary, true);
        var bound = after with
        {
            Widest = samePrompt && !widens ? before.Widest : after.Plan,
            Amendments = change.Widens ? before.Amendments + 1 : before.Amendments,
        };
        return new Binding(session.With(SessionState.RootAgent, bound), null, change.Widens ? change.Summary : null, false);
    }
}
