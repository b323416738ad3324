namespace Sallyport.Policy;

/// <summary>What becomes of a tool call, ordered from mildest to strictest: the strictest of several verdicts stands.</summary>
public enum Verdict
{
    /// <summary>The call runs.</summary>
    Allow,

    /// <summary>The call runs; the person is told.</summary>
    Warn,

    /// <summary>The call is refused until the person approves this exact call with a one-time code.</summary>
    Ask,

    /// <summary>The call is refused.</summary>
    Deny,
}

/// <summary>Reading and combining verdicts.</summary>
public static class Verdicts
{
    /// <summary>The stricter of two verdicts.</summary>
    public static Verdict Strictest(Verdict a, Verdict b) => a > b ? a : b;

    /// <summary>The word used in policy files, records and output.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Allow => "allow",
        Verdict.Warn => "warn",
        Verdict.Ask => "ask",
        _ => "deny",
    };

    /// <summary>Reads the word of a policy file; anything but the four exact words is not a verdict.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out Verdict verdict)
    {
        (var known, verdict) = word switch
        {
            "allow" => (true, Verdict.Allow),
            "warn" => (true, Verdict.Warn),
            "ask" => (true, Verdict.Ask),
            "deny" => (true, Verdict.Deny),
            _ => (false, Verdict.Deny),
        };
        return known;
    }
}
