using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.State;

namespace Sallyport.Replay;

/// <summary>How a verdict that was derived again stands to the one on the record.</summary>
internal enum ReplayOutcome
{
    /// <summary>The same verdict.</summary>
    Same,

    /// <summary>Stricter today.</summary>
    Stricter,

    /// <summary>Milder today.</summary>
    Milder,

    /// <summary>It cannot be derived: something it came from was masked or is not kept.</summary>
    Masked,

    /// <summary>It came from no facts of the call: Sallyport's own tools, a row of an older version.</summary>
    NotDerived,
}

/// <summary>A decision of the record, judged again.</summary>
/// <param name="Decision">As it was.</param>
/// <param name="Outcome">How today's verdict stands to it.</param>
/// <param name="Today">What decides today.</param>
internal readonly record struct Replayed(RecordedDecision Decision, ReplayOutcome Outcome, Judgement Today);

/// <summary>
/// Derives verdicts of the record again with this version and a policy. What depends on the session then (a taint, an effect denied
/// before, an expired plan, a remote guard) is taken as it was recorded.
/// </summary>
/// <param name="settings">Today's settings.</param>
/// <param name="policy">The policy for a workspace.</param>
internal sealed class Rejudge(Settings settings, Func<string, PolicyInForce> policy)
{
    private readonly Settings _withPlan = settings.With(Setting.IntentRequired, "true");
    private readonly Settings _withoutPlan = settings.With(Setting.IntentRequired, "false");
    private readonly Dictionary<string, Plan> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PolicyInForce> _policies = new(StringComparer.Ordinal);

    /// <summary>A plan that was bound: later decisions name it by its root.</summary>
    public void Learn(string root, Plan plan)
    {
        if (PlanRoot.Compute(plan) == root) _plans[root] = plan; // of a plan that was masked the root is another
    }

    /// <summary>Judges one decision again.</summary>
    public Replayed Judge(RecordedDecision decision)
    {
        if (OwnTools.IsOwn(decision.Event.ToolName!) || (decision.Facts is null && !decision.Masked)) return new Replayed(decision, ReplayOutcome.NotDerived, decision.Deciding);
        if (decision.Masked || decision.Facts is not { } facts) return new Replayed(decision, ReplayOutcome.Masked, decision.Deciding);

        var planned = decision.Steps.FirstOrDefault(s => s.Step == ToolCallGate.PlanStep);
        var session = Session(decision, planned);
        if (!_policies.TryGetValue(facts.Workspace, out var inForce)) _policies[facts.Workspace] = inForce = policy(facts.Workspace);
        var gate = new ToolCallGate(Nowhere, session is null ? _withoutPlan : _withPlan, inForce, DetectionLayers.Of(inForce.Set.Layers, settings.OnlyTighten), facts);
        var again = gate.Decide(new ToolCall(decision.Event.ToolName!, decision.Event.ToolInput), decision.Event, session, 0);

        var today = Judgement.Pass("gate");
        foreach (var step in again.Steps)
            if (!decision.Permission || step.Step != ToolCallGate.PlanStep) today = Judgement.Strictest(today, step);
        foreach (var step in decision.Steps)
            if (IsOfItsTime(step, session is null)) today = Judgement.Strictest(today, step);
        var then = decision.Deciding.Verdict;
        return new Replayed(decision, today.Verdict == then ? ReplayOutcome.Same : today.Verdict > then ? ReplayOutcome.Stricter : ReplayOutcome.Milder, today);
    }

    /// <summary>The session with the plan that held; null where none was asked, it is not known, or it was not the plan's content that decided.</summary>
    private SessionState? Session(RecordedDecision decision, Judgement? planned)
    {
        if (planned is null || planned.Rule is "plan.missing" or "plan.expired" || decision.PlanRoot is not { } root || !_plans.TryGetValue(root, out var plan)) return null;
        return new SessionState
        {
            SessionId = decision.Event.SessionId,
            StartedAt = 0,
            Plans = new Dictionary<string, SessionPlan> { [SessionState.RootAgent] = new() { Plan = plan, RegisteredAt = 0, Widest = plan } },
        };
    }

    private static bool IsOfItsTime(Judgement step, bool planAsRecorded) => step.Step switch
    {
        "session" or "memory" or "guard" or "hook" or "policy-root" => true,
        ToolCallGate.PlanStep => planAsRecorded,
        _ => false,
    };

    // Only asked for facts, and those are given.
    private static readonly Surroundings Nowhere = new() { Home = null, CodexHome = null, DataDirectory = null, Workspace = "", Environment = new Dictionary<string, string>(), GuardPaths = [] };
}
