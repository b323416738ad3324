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

    /// <summary>Everything the call would do: a command, a patch, an MCP tool's arguments.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>The effects as they are remembered, by kind and target and not by words.</summary>
    public IReadOnlyList<string> EffectKeys { get; init; } = [];

    /// <summary>Those of them that were denied.</summary>
    public IReadOnlyList<string> DeniedEffectKeys { get; init; } = [];

    /// <summary>Facts that would make the verdict surer.</summary>
    public IReadOnlyList<FactRequest> Wanted { get; init; } = [];
}

/// <summary>Judges tool calls by what they would do.</summary>
internal static class BuiltInPolicy
{
    private const string Step = "built-in";

    /// <summary>Judges <paramref name="call"/> by itself and the facts.</summary>
    public static BuiltInVerdict Judge(ToolCall call, ObservedFacts facts)
    {
        if (call.Command is not { } command) return new BuiltInVerdict { Strictest = Judgement.Pass(Step) };
        var analysis = ShellAnalyzer.Analyze(command, facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, facts);
        var judgement =
            analysis.BudgetExhausted ? new Judgement(Step, Verdict.Deny, null, "The command is too large to be checked.")
            : analysis.Error is { } error ? new Judgement(Step, Verdict.Deny, null, $"The command could not be read: {error.Message} at {error.Position}.")
            : analysis.Unknowns.Count > 0 ? new Judgement(Step, Verdict.Warn, null, $"Not understood: {analysis.Unknowns[0].What}.")
            : Judgement.Pass(Step);
        return new BuiltInVerdict { Strictest = judgement, All = [judgement], Analysis = analysis, Effects = analysis.Effects, Wanted = analysis.Wanted };
    }
}
