namespace Sallyport.Plans;

/// <summary>What the model is told about plans. Tokens cost money on every turn: it is as short as it can be and still be followed.</summary>
internal static class PlanDirective
{
    /// <summary>Injected with a prompt where the session has no plan. Names the tool so that a tool search finds it.</summary>
    public const string Text =
        $"Sallyport is active. Before other tools, call `{OwnTools.RegisterPlan}` (via tool_search if not listed) once with `goal` and `steps`: "
        + "one step per tool you will use, `action` = its name (`Bash` for shell, `apply_patch` for edits, `mcp__server__tool`), "
        + "plus, to be exact, `commands` (e.g. `npm test *`), `paths` (globs) or `hosts`. "
        + "Calls outside the plan are refused; register again when the plan changes.";

    /// <summary>Injected where a session goes on with a plan it has.</summary>
    public static string Resumed(Plan plan) =>
        $"Sallyport is active and your registered plan of {plan.Steps.Count} step{(plan.Steps.Count == 1 ? "" : "s")} still holds. "
        + $"If this task needs other tools or inputs, call `{OwnTools.RegisterPlan}` first with the whole plan.";

    /// <summary>The one that fits what the session has.</summary>
    public static string For(SessionPlan? plan, long now) => plan is null || plan.IsExpired(now) ? Text : Resumed(plan.Plan);
}
