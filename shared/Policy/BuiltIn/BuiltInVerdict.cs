using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn;

/// <summary>What the built-in policy says of a tool call.</summary>
internal sealed record BuiltInVerdict
{
    /// <summary>The strictest judgement.</summary>
    public required Judgement Strictest { get; init; }

    /// <summary>Every rule's judgement.</summary>
    public IReadOnlyList<Judgement> All { get; init; } = [];

    /// <summary>The parse and the effects, where the call is a command.</summary>
    public CommandAnalysis? Analysis { get; init; }

    /// <summary>Facts that would make the verdict surer.</summary>
    public IReadOnlyList<FactRequest> Wanted { get; init; } = [];

    /// <summary>Everything the call would do: a command, a patch, an MCP tool's arguments.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>The effects as they are remembered, by kind and target and not by words.</summary>
    public IReadOnlyList<string> EffectKeys { get; init; } = [];

    /// <summary>Those of them that were denied.</summary>
    public IReadOnlyList<string> DeniedEffectKeys { get; init; } = [];

    /// <summary>Which rule spoke of which effect, for <c>explain</c>.</summary>
    public IReadOnlyList<(Effect Effect, Rule Rule, Verdict Action)> Matches { get; init; } = [];
}
