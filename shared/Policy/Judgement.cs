namespace Sallyport.Policy;

/// <summary>What one step of the pipeline, or one rule, says about a tool call.</summary>
/// <param name="Step">The step that spoke: <c>self-protection</c>, <c>built-in</c>, <c>policy</c>, <c>plan</c>, <c>guard</c> …</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Rule">The id of the rule that decided, or null where no single rule did.</param>
/// <param name="Reason">One short sentence for the model and the person. Never holds a secret.</param>
/// <param name="Suggest">A safer way that itself passes, or null.</param>
public sealed record Judgement(string Step, Verdict Verdict, string? Rule, string Reason, string? Suggest = null)
{
    /// <summary>The step has nothing against the call.</summary>
    public static Judgement Pass(string step, string reason = "") => new(step, Verdict.Allow, null, reason);

    /// <summary>The stricter of two; the first where both are as strict.</summary>
    public static Judgement Strictest(Judgement first, Judgement second) => second.Verdict > first.Verdict ? second : first;
}
