using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Policy.Content;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>A call of one of Sallyport's own tools. They need no plan: one of them is how a plan comes to be.</summary>
internal static class OwnToolCall
{
    /// <summary>Checks the call, and binds the plan that a registration declares.</summary>
    public static Answer Decide(Guard guard, HookEvent hookEvent, ToolCall call, string subject)
    {
        var fault = ServerFault(guard) ?? OwnTools.Fault(call.Name, call.Input);
        if (fault is not null) return Refuse(guard, hookEvent, subject, new Judgement("own-tools", Verdict.Deny, "own-tools.fault", $"{call.Name}: {fault}."));
        if (call.Name != OwnTools.RegisterPlan) return Pass(guard, hookEvent, subject, "own tool", null);
        return Register(guard, hookEvent, call, subject);
    }

    private static Answer Register(Guard guard, HookEvent hookEvent, ToolCall call, string subject)
    {
        if (ContentPolicy.JudgeKept(call, guard.Detection) is { } held) return Refuse(guard, hookEvent, subject, held);
        Binding binding = default;
        var state = guard.Sessions.Change(hookEvent.SessionId, guard.Now, before =>
        {
            var approval = before.Approved(ApprovalKind.Plan, subject, guard.Now);
            binding = PlanBinding.Bind(before, hookEvent, guard.Settings, approval is not null, guard.Now);
            if (binding.State is not { } bound) return before;
            return approval is null ? bound : bound with { Approvals = [.. bound.Approvals.Where(a => a != approval)] };
        });
        if (binding.NeedsApproval)
        {
            var message = Approvals.Ask(guard, hookEvent.SessionId, ApprovalKind.Plan, subject, "wider plan: " + binding.Amendment);
            return Refuse(guard, hookEvent, subject,
                new Judgement(ToolCallGate.PlanStep, Verdict.Ask, "plan.amendment",
                    "This plan widens the approved one, so it waits for the person. Stay within the approved plan, or ask them to approve it."), message);
        }
        if (binding.Refusal is { } refusal)
            return Refuse(guard, hookEvent, subject, new Judgement(ToolCallGate.PlanStep, Verdict.Deny, "plan.refused", refusal));
        if (binding.State is null) return Pass(guard, hookEvent, subject, "not a valid plan: the server says what is wrong", null);
        var told = binding.Amendment is { } amendment ? $"Sallyport: Codex changed its plan. {amendment}" : null;
        if (RemoteCheck.Open(guard, hookEvent)?.Register() is { ToPerson: { } unsigned }) told = told is null ? unsigned : $"{told}\n{unsigned}";
        return Pass(guard, hookEvent, subject, binding.Amendment ?? "plan registered", told, state);
    }

    private static Answer Pass(Guard guard, HookEvent hookEvent, string subject, string reason, string? toPerson, SessionState? planState = null)
    {
        var record = guard.RecordOf(hookEvent.ToolName == OwnTools.RegisterPlan ? "plan" : "decision", hookEvent);
        record.Verdict = Verdict.Allow.Word();
        record.Steps = [Judgement.Pass("own-tools", reason)];
        record.InputHash = subject;
        if (planState?.PlanFor(hookEvent.AgentId) is { } plan)
        {
            record.PolicyRoot = guard.Policy.Root;
            DecisionRecord.AddPlan(guard, record, plan);
        }
        DecisionRecord.AddInput(guard, record, hookEvent);
        var warning = guard.Record(record);
        guard.Allow(hookEvent, subject);
        return Answer.Tell(warning ?? toPerson);
    }

    private static Answer Refuse(Guard guard, HookEvent hookEvent, string subject, Judgement judgement, string? toPerson = null)
    {
        var passes = !guard.Settings.Enforce && judgement.Verdict != Verdict.Ask;
        var record = guard.RecordOf("decision", hookEvent);
        record.Verdict = judgement.Verdict.Word();
        record.Rules = [judgement.Rule!];
        record.Steps = [judgement];
        record.InputHash = subject;
        DecisionRecord.AddInput(guard, record, hookEvent);
        guard.Record(record, denied: !passes);
        if (!passes) return Answer.DenyTool(judgement.Reason, toPerson);
        guard.Allow(hookEvent, subject);
        return Answer.None;
    }

    // A repository's config may define a server of our name. Its tools must not pass as ours.
    private static string? ServerFault(Guard guard) =>
        McpServerIdentity.Fault(guard.Surroundings.CodexHome, Directory.GetCurrentDirectory()) is { } fault
            ? fault : null;
}
