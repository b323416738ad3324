using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Content;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.SelfProtection;
using Sallyport.Protocol;
using Sallyport.Shell;
using Sallyport.State;

namespace Sallyport.Gate;

/// <summary>
/// The two doors: a tool call passes when policy allows it and the plan holds it. Every local step always runs, so that the record has
/// every step's reason; the strictest verdict stands.
/// </summary>
/// <param name="surroundings">Who runs this, and where.</param>
/// <param name="settings">The settings in force.</param>
/// <param name="policy">People's policy.</param>
/// <param name="detection">What policy says of findings; null for the defaults.</param>
/// <param name="recorded">Facts of an earlier verdict that is derived again: then nothing is looked at.</param>
internal sealed class ToolCallGate(Surroundings surroundings, Settings settings, PolicyInForce policy, DetectionActions? detection = null, ObservedFacts? recorded = null)
{
    /// <summary>The step that asks the plan.</summary>
    public const string PlanStep = "plan";

    private const int MostRounds = 4;
    private readonly FactObserver _observer = new();

    /// <summary>Judges a call.</summary>
    /// <param name="call">The tool and its whole input.</param>
    /// <param name="hookEvent">The event it came with.</param>
    /// <param name="session">The session's state; null where there is none yet.</param>
    /// <param name="now">Unix milliseconds.</param>
    public Decision Decide(ToolCall call, HookEvent hookEvent, SessionState? session, long now)
    {
        var (builtIn, facts) = JudgeBuiltIn(call, hookEvent.Cwd);
        var steps = new List<Judgement>(7);
        if (session?.Taint is { } taint)
            steps.Add(new Judgement("session", Verdict.Deny, "session.tainted", $"This session waits for the person: {taint} The person can type: sallyport accept"));
        steps.Add(SelfProtectionPolicy.Judge(call, builtIn.Effects, builtIn.Analysis?.Runs ?? [], facts));
        steps.Add(builtIn.Strictest);
        var content = ContentPolicy.Judge(call, builtIn, detection ?? DetectionActions.Default);
        steps.Add(content.Judgement);
        if (Remembered(session, builtIn.EffectKeys) is { } remembered) steps.Add(remembered);
        var escalate = false;
        if (!policy.IsEmpty)
        {
            var people = AskPeople(call, hookEvent, builtIn, facts);
            steps.Add(people.Judgement);
            escalate = people.Escalate;
        }
        var plan = AskPlan(call, hookEvent, session, facts, builtIn.Analysis, now, out var match);
        if (plan is not null) steps.Add(plan);
        return new Decision { Steps = steps, Findings = content.Findings, Facts = facts, Plan = match, DeniedEffects = builtIn.DeniedEffectKeys, Escalate = escalate };
    }

    /// <summary>Looks at what the analysis wants to know, and analyses again, until nothing new is seen.</summary>
    private (BuiltInVerdict Verdict, ObservedFacts Facts) JudgeBuiltIn(ToolCall call, string cwd)
    {
        if (recorded is not null) return (BuiltInPolicy.Judge(call, recorded, policy.BuiltInActions), recorded);
        var facts = surroundings.Facts(cwd, _observer.Files);
        var verdict = BuiltInPolicy.Judge(call, facts, policy.BuiltInActions);
        for (var round = 0; round < MostRounds && _observer.Observe(verdict.Wanted); round++)
        {
            facts = surroundings.Facts(cwd, _observer.Files);
            verdict = BuiltInPolicy.Judge(call, facts, policy.BuiltInActions);
        }
        if (!policy.IsEmpty && call.Name.StartsWith("mcp__", StringComparison.Ordinal)) _observer.Observe(Touched(PolicySet.EffectsOf(call, Context(null, verdict, facts, patch: false))));
        // Where the effects lead once links are followed: self-protection looks at the real path too.
        _observer.Observe(Touched(verdict.Effects));
        _observer.Observe(SelfProtectionPolicy.Wanted(verdict.Effects, facts));
        var links = _observer.ObserveLinks(SelfProtectionPolicy.Links(call, verdict.Analysis?.Runs ?? [], facts));
        facts = surroundings.Facts(cwd, _observer.Files);
        // With all that is known in the end: a verdict that is derived again starts from the same facts.
        return (links ? BuiltInPolicy.Judge(call, facts, policy.BuiltInActions) : verdict, facts);
    }

    private PolicyDecision AskPeople(ToolCall call, HookEvent hookEvent, BuiltInVerdict builtIn, ObservedFacts facts) =>
        policy.Set.Decide(call, Context(hookEvent, builtIn, facts, call.Name == ToolNames.ApplyPatch));

    private static PolicyContext Context(HookEvent? hookEvent, BuiltInVerdict builtIn, ObservedFacts facts, bool patch) => new()
    {
        Facts = facts,
        Analysis = builtIn.Analysis,
        Effects = patch ? builtIn.Effects : [],
        PermissionMode = hookEvent?.PermissionMode,
        AgentId = hookEvent?.AgentId,
        AgentType = hookEvent?.AgentType,
    };

    private static List<FactRequest> Touched(IReadOnlyList<Effect> effects)
    {
        var touched = new List<FactRequest>();
        foreach (var effect in effects)
        {
            if (effect.Target is not { Kind: TargetKind.Path, Known: true, Glob: false } target || effect.By is { Elsewhere: true }) continue;
            touched.Add(new FactRequest(target.Name, false));
        }
        return touched;
    }

    /// <summary>An effect this session was already denied stays denied, whatever words it comes in.</summary>
    private static Judgement? Remembered(SessionState? session, IReadOnlyList<string> effects)
    {
        if (session is null || session.DeniedEffects.Count == 0) return null;
        foreach (var effect in effects)
            if (session.DeniedEffects.Has(effect))
                return new Judgement("memory", Verdict.Deny, "session.denied-before", "This session was already denied that effect; other words do not change it. Ask the person, or do without.");
        return null;
    }

    private Judgement? AskPlan(ToolCall call, HookEvent hookEvent, SessionState? session, ObservedFacts facts, CommandAnalysis? analysis, long now, out PlanMatch? match)
    {
        match = null;
        if (!settings.IntentRequired || ToolNames.NeedsNoPlan(call.Name)) return null;
        if (session?.PlanFor(hookEvent.AgentId) is not { } plan) return Deny("plan.missing", PlanMessages.Missing);
        if (plan.IsExpired(now)) return Deny("plan.expired", PlanMessages.Expired);
        match = PlanMatcher.Match(plan.Plan, call.Name, call.Input, new PlanMatchContext { Facts = facts, Analysis = analysis, Strict = settings.StrictPlans });
        return match.Covered ? Judgement.Pass(PlanStep, match.Reason) : Deny(match.Rule, match.Reason);
    }

    private static Judgement Deny(string rule, string reason) => new(PlanStep, Verdict.Deny, rule, reason);
}
