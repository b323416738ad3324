using Sallyport.Detection;
using Sallyport.Policy.Rules.Conditions;

namespace Sallyport.Policy.Rules;

/// <summary>What must hold for a rule to speak. A condition that is absent holds.</summary>
internal sealed record RuleConditions
{
    /// <summary>Canonical tool names; a trailing star stands for any ending.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Fields of the input.</summary>
    public InputCondition? Params { get; init; }

    /// <summary>Some text anywhere in the input.</summary>
    public TextMatcher? AnyParam { get; init; }

    /// <summary>The command.</summary>
    public CommandCondition? Command { get; init; }

    /// <summary>A path that is touched.</summary>
    public PathCondition? Path { get; init; }

    /// <summary>Hosts that are reached, as patterns.</summary>
    public IReadOnlyList<Matching.HostPattern> Hosts { get; init; } = [];

    /// <summary>Kinds of data in the input: any of these.</summary>
    public DataClass DataClasses { get; init; }

    /// <summary>Who calls: <c>root</c>, <c>subagent</c>, or a subagent's type.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>Codex's permission modes.</summary>
    public IReadOnlyList<string> PermissionModes { get; init; } = [];

    /// <summary>Directories the call runs in.</summary>
    public IReadOnlyList<string> Directories { get; init; } = [];
}
