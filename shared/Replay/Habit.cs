namespace Sallyport.Replay;

/// <summary>Something that was done again and again, in the words of a plan or a policy.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Pattern">The pattern that covers it; empty for the tool as such.</param>
internal sealed record Habit(string Tool, string Pattern)
{
    private const int MostExamples = 3;
    private readonly List<string> _examples = [];
    private readonly HashSet<string> _sessions = [];

    /// <summary>How many calls.</summary>
    public int Calls { get; private set; }

    /// <summary>In how many sessions.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Some of the calls: row and what it was.</summary>
    public IReadOnlyList<string> Examples => _examples;

    /// <summary>Counts a call.</summary>
    public void Add(RecordedDecision decision, string what)
    {
        Calls++;
        _sessions.Add(decision.Event.SessionId);
        if (_examples.Count < MostExamples && !_examples.Exists(e => e.EndsWith(what, StringComparison.Ordinal))) _examples.Add($"row {decision.Sequence}: {what}");
    }

    /// <summary>By tool and pattern: what was counted makes no difference.</summary>
    public bool Equals(Habit? other) => other is not null && Tool == other.Tool && Pattern == other.Pattern;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Tool, Pattern);
}
