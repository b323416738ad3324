using Sallyport.Audit;
using Sallyport.Gate;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>A decision as it is recorded.</summary>
internal static class DecisionRecord
{
    /// <summary>The record of a judged call.</summary>
    public static AuditRecord Of(Guard guard, HookEvent hookEvent, SessionState? session, Decision decision, Outcome outcome, string subject)
    {
        var record = guard.RecordOf("decision", hookEvent);
        record.Verdict = outcome.Approved ? "allow" : outcome.Judgement.Verdict.Word();
        record.Approved = outcome.Approved ? true : null;
        record.Steps = decision.Steps;
        record.Rules = RulesOf(decision.Steps);
        record.InputHash = subject;
        record.PolicyRoot = guard.Policy.Root;
        record.BundleVersion = guard.Policy.BundleVersion;
        record.PlanRoot = session?.PlanFor(hookEvent.AgentId)?.Root;
        record.FactsHash = FactsHash.Of(decision.Facts);
        var facts = FactsJson.Write(decision.Facts, guard.Mask, out var masked);
        record.Facts = masked ? facts : RecordedJson.Written(facts);
        AddInput(guard, record, hookEvent);
        if (masked) record.Masked = true;
        record.Findings = decision.Findings;
        return record;
    }

    // A loop: one chain of LINQ over a list costs the type loader more than all the rest of the record.
    private static List<string> RulesOf(IReadOnlyList<Judgement> steps)
    {
        var rules = new List<string>(steps.Count);
        foreach (var step in steps)
            if (step.Rule is { } rule && !rules.Contains(rule)) rules.Add(rule);
        return rules;
    }

    /// <summary>The plan as it is bound, masked: later rows name it by its root, and their verdicts are derived from it again.</summary>
    public static void AddPlan(Guard guard, AuditRecord record, SessionPlan plan)
    {
        record.PlanRoot = plan.Root;
        record.Text = guard.Mask(plan.Plan.Goal);
        record.Output = MaskedJson.Of(StrictJson.Read(PlanJson.Write(plan.Plan)), guard.Detection.Options.Rules);
    }

    /// <summary>The whole input, masked.</summary>
    public static void AddInput(Guard guard, AuditRecord record, HookEvent hookEvent)
    {
        var input = MaskedJson.Of(hookEvent.ToolInput, guard.Detection.Options.Rules, out var masked);
        record.Input = masked ? input : RecordedJson.Written(input); // a masked name may stand where the canonical form has another
        record.Masked = masked ? true : null;
    }
}
