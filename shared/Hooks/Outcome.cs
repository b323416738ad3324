using Sallyport.Policy;

namespace Sallyport.Hooks;

/// <summary>What becomes of a judged call.</summary>
/// <param name="Judgement">The strictest judgement.</param>
/// <param name="Passes">True where the call runs.</param>
/// <param name="Approved">True where it runs because the person approved it.</param>
internal readonly record struct Outcome(Judgement Judgement, bool Passes, bool Approved)
{
    /// <summary>Monitor mode lets everything through; the record still says what would have been.</summary>
    public static Outcome Of(Judgement judgement, bool enforce) => new(judgement, !enforce || judgement.Verdict <= Verdict.Warn, false);

    /// <summary>For the model: what is wrong and what would pass. Short, and never a secret or a code.</summary>
    public string Reason => Judgement.Verdict == Verdict.Ask
        ? $"{Judgement.Reason} It waits for the person's approval{Rule}. Ask them to approve it, or do it another way.{Suggestion}"
        : $"{Judgement.Reason}{Rule}{Suggestion}";

    /// <summary>For the person, where the call runs but is worth a word.</summary>
    public string? ToPerson => Passes && !Approved && Judgement.Verdict == Verdict.Warn && Judgement.Rule is not null
        ? $"Sallyport: {Judgement.Reason}{Rule}" : null;

    private string Rule => Judgement.Rule is { } rule && Judgement.Step != Gate.ToolCallGate.PlanStep ? $" [{rule}]" : "";

    private string Suggestion => Judgement.Suggest is { Length: > 0 } suggest ? $" Instead: {suggest}" : "";
}
