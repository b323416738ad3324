namespace Sallyport.Shell.Code;

/// <summary>
/// How much work one piece of code may cost. Counted, never timed: a slow machine must reach the same verdict.
/// Once spent it stays spent, and whoever asks gets no for an answer, so that every loop ends.
/// </summary>
internal sealed class Work
{
    public const int MaxTokens = 120_000;
    public const int MaxDepth = 120;
    public const int MaxEffects = 2_000;

    private const int MaxSteps = 400_000;

    private int steps = MaxSteps;
    private int depth;

    public bool Exhausted { get; private set; }

    /// <summary>Steps taken so far.</summary>
    public int Spent => MaxSteps - Math.Max(steps, 0);

    /// <summary>Takes one step; false when there is none left.</summary>
    public bool Step()
    {
        if (--steps > 0) return !Exhausted;
        Exhausted = true;
        return false;
    }

    /// <summary>Goes one level deeper; false, and no level is taken, when it would be too deep.</summary>
    public bool Enter()
    {
        if (depth < MaxDepth && Step())
        {
            depth++;
            return true;
        }
        Exhausted = true;
        return false;
    }

    public void Leave() => depth--;

    /// <summary>Gives up: something was larger than can be read.</summary>
    public void Exhaust() => Exhausted = true;
}
