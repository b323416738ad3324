namespace Sallyport.Guards;

/// <summary>What a guard says.</summary>
internal enum GuardOutcome
{
    /// <summary>It has nothing against the text.</summary>
    Cleared,

    /// <summary>It has something against it.</summary>
    Flagged,

    /// <summary>It has, and gives the text it would let pass.</summary>
    Redacted,

    /// <summary>It did not say.</summary>
    Unavailable,
}

/// <summary>One guard's answer to one question.</summary>
internal sealed record GuardAnswer
{
    /// <summary>Who answered.</summary>
    public required Service Service { get; init; }

    /// <summary>What it said.</summary>
    public required GuardOutcome Outcome { get; init; }

    /// <summary>The names of what it found: scanners, policies. Never text that was scanned.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The text it would let pass; null where it gave none.</summary>
    public string? Redacted { get; init; }

    /// <summary>Why there is no verdict.</summary>
    public GuardFault Fault { get; init; }

    /// <summary>In words: the guard's reason, or what is wrong and what to do about it.</summary>
    public string Why { get; init; } = "";

    /// <summary>How long it took.</summary>
    public long Milliseconds { get; init; }

    /// <summary>True where the same was asked a short while ago.</summary>
    public bool Cached { get; init; }

    /// <summary>Until when it need not be asked again, in Unix milliseconds: it said so itself.</summary>
    public long? RetryAt { get; init; }

    /// <summary>A guard that has nothing against it.</summary>
    public static GuardAnswer Cleared(Service service) => new() { Service = service, Outcome = GuardOutcome.Cleared };

    /// <summary>A guard that has.</summary>
    public static GuardAnswer Flagged(Service service, string why, params IReadOnlyList<string> findings) =>
        new() { Service = service, Outcome = GuardOutcome.Flagged, Why = why, Findings = findings };

    /// <summary>A guard that did not say.</summary>
    public static GuardAnswer Unavailable(Service service, GuardFault fault, string why) =>
        new() { Service = service, Outcome = GuardOutcome.Unavailable, Fault = fault, Why = why };

    /// <summary>The word of an outcome.</summary>
    public static string Word(GuardOutcome outcome) => outcome switch
    {
        GuardOutcome.Cleared => "cleared",
        GuardOutcome.Flagged => "flagged",
        GuardOutcome.Redacted => "redacted",
        _ => "unavailable",
    };

    /// <summary>The outcome of a word; what is not known is no verdict.</summary>
    public static GuardOutcome ParseOutcome(string? word) => word switch
    {
        "cleared" => GuardOutcome.Cleared,
        "flagged" => GuardOutcome.Flagged,
        "redacted" => GuardOutcome.Redacted,
        _ => GuardOutcome.Unavailable,
    };
}
