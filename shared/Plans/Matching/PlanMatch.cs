using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>How a call stands to the plan.</summary>
internal enum PlanMatchKind : byte
{
    /// <summary>Planned.</summary>
    InPlan,

    /// <summary>The tool is planned, but nothing of what was declared about its input exists in the input, so only the name was compared.</summary>
    ByNameOnly,

    /// <summary>The tool is not in the plan.</summary>
    Drift,

    /// <summary>The tool is in the plan, with other input.</summary>
    Mismatch,
}

/// <summary>What matching may use besides plan and call.</summary>
/// <param name="Facts">The machine as observed.</param>
/// <param name="Analysis">Gives the analysis of the call's command; asked only where the plan needs it, and at most once.</param>
internal sealed record PlanMatchContext(ObservedFacts Facts, Func<CommandAnalysis> Analysis);

/// <summary>What came of holding a call against the plan.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Tool">The call's canonical tool name.</param>
/// <param name="Step">Index of the step that covers it, or of the nearest one; -1 where there is none.</param>
/// <param name="Difference">For a mismatch: what differs, in words that hold none of the call's values.</param>
internal readonly record struct PlanMatch(PlanMatchKind Kind, string Tool, int Step, string Difference = "")
{
    /// <summary>True where the call may run. <paramref name="strict"/> wants more than a name.</summary>
    public bool Allowed(bool strict) => Kind == PlanMatchKind.InPlan || (Kind == PlanMatchKind.ByNameOnly && !strict);
}
