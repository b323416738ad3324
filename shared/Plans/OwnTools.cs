using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>
/// Sallyport's own tools. They pass without a plan, so a name that only looks like one, or arguments they do not have,
/// are nobody's tool.
/// </summary>
internal static class OwnTools
{
    public const string Server = "sallyport";
    public const string RegisterPlan = "mcp__sallyport__register_intent_plan";
    public const string PlanStatus = "mcp__sallyport__plan_status";
    public const string PolicyRead = "mcp__sallyport__policy_read";
    public const string PolicyUpdate = "mcp__sallyport__policy_update";
    public const string CheckPolicy = "mcp__sallyport__check_policy";
    public const string CheckOutput = "mcp__sallyport__check_output";
    public const string ListPolicies = "mcp__sallyport__list_policies";
    public const string SearchAuditEvents = "mcp__sallyport__search_audit_events";
    public const string GetPolicyStats = "mcp__sallyport__get_policy_stats";
    public const string ExplainDecision = "mcp__sallyport__explain_decision";
    public const string AuditToolCall = "mcp__sallyport__audit_tool_call";
    private const int SmallInput = 64 * 1024;

    /// <summary>True where the announced name is exactly one of ours.</summary>
    public static bool IsOwn(string announced) => announced is RegisterPlan or PlanStatus or PolicyRead or PolicyUpdate or CheckPolicy
        or CheckOutput or ListPolicies or SearchAuditEvents or GetPolicyStats or ExplainDecision or AuditToolCall;

    /// <summary>True where the call is one of ours and every argument is one that the tool has, within bounds.</summary>
    public static bool Accepts(string announced, JsonElement input) => IsOwn(announced) && Fault(announced, input) is null;

    /// <summary>What is wrong with the arguments of one of our tools, or null.</summary>
    public static string? Fault(string announced, JsonElement input)
    {
        if (input.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return announced is PlanStatus or PolicyRead or ListPolicies or SearchAuditEvents or GetPolicyStats ? null : "the arguments are missing";
        if (input.ValueKind != JsonValueKind.Object) return "the arguments are not an object";
        var size = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(input).Length;
        if (size > (announced == RegisterPlan ? PlanLimits.Bytes : SmallInput)) return "the arguments are too large";
        foreach (var argument in input.EnumerateObject())
            if (!Has(announced, argument.Name)) return $"there is no argument '{Sanitize.ForTerminal(Shorten(argument.Name))}'";
        return null;
    }

    private static bool Has(string announced, string argument) => announced switch
    {
        RegisterPlan => argument is "goal" or "objective" or "task" or "title" or "summary" or "steps" or "actions" or "tools"
            or "plan" or "intent_plan" or "explanation" or "description" or "metadata",
        PolicyRead => argument is "id",
        PolicyUpdate => argument is "text" or "update",
        CheckPolicy => argument is "tool" or "input" or "command",
        CheckOutput => argument is "text",
        SearchAuditEvents => argument is "tool" or "verdict" or "rule" or "kind" or "text" or "since" or "limit",
        GetPolicyStats => argument is "since",
        ExplainDecision => argument is "row" or "tool_use_id",
        AuditToolCall => argument is "note" or "tool" or "tool_use_id",
        _ => false,
    };

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
