namespace Sallyport.Plans;

/// <summary>What the model is told when the plan stands in the way: short, and with the next move.</summary>
internal static class PlanMessages
{
    /// <summary>No plan was declared.</summary>
    public const string Missing = $"Sallyport intent plan missing: call {OwnTools.RegisterPlan} with goal and steps (one per tool you will use), then go on.";

    /// <summary>The plan's time is over.</summary>
    public const string Expired = $"Sallyport intent plan expired: call {OwnTools.RegisterPlan} with your current plan, then go on.";

    /// <summary>A subagent registered before its root did.</summary>
    public const string RootFirst = $"Sallyport intent plan missing: the main agent must call {OwnTools.RegisterPlan} first; a subagent's plan narrows that one.";

    /// <summary>A subagent's plan and the root's together are too many steps.</summary>
    public static readonly string TooManySteps = $"The plan was not registered: with the main agent's it would have more than {PlanLimits.Steps} steps.";

    /// <summary>The reason of a call that is not in the plan, or how it is covered.</summary>
    public static string Of(Plan plan, PlanMatch match, bool strict) => match.Kind switch
    {
        PlanMatchKind.InPlan => $"planned (step {match.Step + 1})",
        PlanMatchKind.ByNameOnly when !strict => $"planned by name only (step {match.Step + 1}): none of the declared inputs exists in the call",
        PlanMatchKind.ByNameOnly => $"Sallyport intent mismatch: step {match.Step + 1} declares inputs that {Show(match.Tool)} does not have. "
            + $"Re-register with {OwnTools.RegisterPlan}, naming its real inputs.",
        PlanMatchKind.Drift => $"Sallyport intent drift: tool not in plan ({Show(match.Tool)}). Planned: {Tools(plan)}. "
            + $"If it is needed, call {OwnTools.RegisterPlan} with the whole plan including it.",
        _ => $"Sallyport intent mismatch: {match.Difference}. {Nearest(plan, match.Step)}"
            + $"Keep to the plan, or call {OwnTools.RegisterPlan} with a plan that covers this.",
    };

    /// <summary>One step as people read it.</summary>
    public static string Show(PlanStep step)
    {
        var what = step.Commands.Count > 0 ? step.Commands : step.Paths.Count > 0 ? step.Paths : step.Hosts;
        if (what.Count == 0) return step.Inputs is null ? Show(step.Action) : $"{Show(step.Action)} with declared inputs";
        return $"{Show(step.Action)}: {string.Join(", ", what.Take(3).Select(text => Show(text)))}{(what.Count > 3 ? ", …" : "")}";
    }

    /// <summary>A name in quotes, made harmless and short.</summary>
    public static string Quote(string name) => $"'{Show(name, 60)}'";

    private static string Nearest(Plan plan, int step) =>
        step < 0 || step >= plan.Steps.Count ? "" : $"Nearest planned step: {step + 1} ({Show(plan.Steps[step])}). ";

    private static string Tools(Plan plan)
    {
        var names = plan.Steps.Select(step => step.Action).Distinct().ToList();
        return string.Join(", ", names.Take(8).Select(name => Show(name))) + (names.Count > 8 ? ", …" : "");
    }

    private static string Show(string text, int most = 80) => Sanitize.ForTerminal(text.Length <= most ? text : text[..most] + "…");
}
