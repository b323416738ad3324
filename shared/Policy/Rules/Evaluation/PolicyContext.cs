using Sallyport.Detection;
using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>What a policy may know of a call besides the call.</summary>
internal sealed record PolicyContext
{
    /// <summary>The machine as observed.</summary>
    public required ObservedFacts Facts { get; init; }

    /// <summary>The analysis of the command where the caller has it; else it is made where a rule needs it.</summary>
    public CommandAnalysis? Analysis { get; init; }

    /// <summary>The effects of a call that is no command (a patch), where the caller has them.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Codex's permission mode.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>The subagent's id; null for the root.</summary>
    public string? AgentId { get; init; }

    /// <summary>The subagent's type; null for the root.</summary>
    public string? AgentType { get; init; }

    /// <summary>Kinds of data found in the input, where the caller knows; else it is searched where a rule asks.</summary>
    public DataClass? DataClasses { get; init; }
}
