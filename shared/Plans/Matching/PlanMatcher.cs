using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>
/// Is this call part of what was declared? Every step of the tool is a permission, and their order binds nothing;
/// so adding a step never takes a permission away.
/// </summary>
internal static class PlanMatcher
{
    /// <summary>Holds a call against the plan.</summary>
    public static PlanMatch Match(Plan plan, string toolName, JsonElement input, PlanMatchContext context)
    {
        var match = Compare(plan, toolName, input, context);
        return match with
        {
            Covered = match.Kind == PlanMatchKind.InPlan || (match.Kind == PlanMatchKind.ByNameOnly && !context.Strict),
            Reason = PlanMessages.Of(plan, match, context.Strict),
        };
    }

    private static PlanMatch Compare(Plan plan, string toolName, JsonElement input, PlanMatchContext context)
    {
        var tool = ToolNames.Canonical(toolName);
        var steps = new List<(int Index, PlanStep Step)>();
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            if (!ToolNames.Covers(plan.Steps[i].Action, tool)) continue;
            if (plan.Steps[i].Unrestricted) return new PlanMatch(PlanMatchKind.InPlan, tool, i);
            steps.Add((i, plan.Steps[i]));
        }
        if (steps.Count == 0 && tool != ToolNames.Bash) return new PlanMatch(PlanMatchKind.Drift, tool, -1);
        return tool switch
        {
            ToolNames.Bash => CommandMatch.Match(plan, steps, input, context),
            ToolNames.ApplyPatch => PatchMatch.Match(steps, input, context),
            _ => InputMatch.Match(tool, steps, input, context),
        };
    }
}
