using Sallyport.Detection;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Shell;

namespace Sallyport.Gate;

/// <summary>What the gate made of a tool call, with what every step said.</summary>
internal sealed record Decision
{
    /// <summary>Every step's judgement, in the order of the steps.</summary>
    public required IReadOnlyList<Judgement> Steps { get; init; }

    /// <summary>What the machine looked like.</summary>
    public required ObservedFacts Facts { get; init; }

    /// <summary>The effects that were denied, as they are remembered.</summary>
    public IReadOnlyList<string> DeniedEffects { get; init; } = [];

    /// <summary>True where a rule of the person or the administrator also answers Codex's own approval prompt.</summary>
    public bool Escalate { get; init; }

    /// <summary>What was found in the input.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How the plan covers the call; null where no plan was asked.</summary>
    public PlanMatch? Plan { get; init; }

    /// <summary>The strictest step; the first where several are as strict.</summary>
    public Judgement Deciding
    {
        get
        {
            var strictest = Steps[0];
            foreach (var step in Steps) strictest = Judgement.Strictest(strictest, step);
            return strictest;
        }
    }

    /// <summary>True where what stops the call goes on in a pause: Sallyport's own protection, a session that waits for the person.</summary>
    public bool HoldsInPause
    {
        get
        {
            foreach (var step in Steps)
                if (step.Verdict >= Verdict.Ask && step.Step is not ("built-in" or "content" or "memory" or "policy" or PlanName)) return true;
            return false;
        }
    }

    private const string PlanName = ToolCallGate.PlanStep;

    /// <summary>The strictest verdict of every step but those named: what policy alone says.</summary>
    public Judgement StrictestBut(string step)
    {
        var strictest = Judgement.Pass("gate");
        foreach (var judgement in Steps)
            if (judgement.Step != step) strictest = Judgement.Strictest(strictest, judgement);
        return strictest;
    }
}
