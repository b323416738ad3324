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
internal sealed record PlanMatchContext
{
    private CommandAnalysis? _analysis;

    /// <summary>The machine as observed.</summary>
    public required ObservedFacts Facts { get; init; }

    /// <summary>The analysis of the call's command where the caller has it; else it is made when a plan needs it.</summary>
    public CommandAnalysis? Analysis { get => _analysis; init => _analysis = value; }

    /// <summary>True where a tool's name alone is no match.</summary>
    public bool Strict { get; init; }

    /// <summary>The analysis of the call's command.</summary>
    public CommandAnalysis Analyze(string command) =>
        _analysis ??= ShellAnalyzer.Analyze(command, Facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, Facts);
}

/// <summary>What came of holding a call against the plan.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Tool">The call's canonical tool name.</param>
/// <param name="Step">Index of the step that covers it, or of the nearest one; -1 where there is none.</param>
/// <param name="Difference">For a mismatch: what differs, in words that hold none of the call's values.</param>
internal sealed record PlanMatch(PlanMatchKind Kind, string Tool, int Step, string Difference = "")
{
    /// <summary>True where the call may run.</summary>
    public bool Covered { get; init; }

    /// <summary>For the model where it may not run, for the record where it may.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The name of the outcome in records.</summary>
    public string Rule => Kind switch
    {
        PlanMatchKind.InPlan => "plan.covered",
        PlanMatchKind.ByNameOnly => "plan.name-only",
        PlanMatchKind.Drift => "plan.drift",
        _ => "plan.mismatch",
    };
}
