namespace Sallyport.Shell;

/// <summary>What is left of an analysis' <see cref="AnalysisLimits"/>. Once exhausted it stays so, and everything winds up.</summary>
internal sealed class WorkBudget(AnalysisLimits limits)
{
    private int _tokens = limits.MaxTokens;
    private int _runs = limits.MaxRuns;
    private long _expansion = limits.MaxExpansion;

    /// <summary>The limits it started from.</summary>
    public AnalysisLimits Limits { get; } = limits;

    /// <summary>True once anything ran out.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Takes one token; false when there is none left.</summary>
    public bool Token() => Take(--_tokens >= 0);

    /// <summary>Takes one evaluated command.</summary>
    public bool Run() => Take(--_runs >= 0);

    /// <summary>Takes work in proportion to <paramref name="units"/> of text made, copied or compared.</summary>
    public bool Expand(long units) => Take((_expansion -= units) >= 0);

    /// <summary>Declares the budget spent: something was nested too deep or grew too large.</summary>
    public void Exhaust() => Exhausted = true;

    private bool Take(bool enough)
    {
        if (!enough) Exhausted = true;
        return !Exhausted;
    }
}
