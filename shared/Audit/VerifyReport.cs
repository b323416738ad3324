namespace Sallyport.Audit;

/// <summary>What verifying the record found.</summary>
internal enum VerifyOutcome
{
    /// <summary>Every row is as it was written, and follows the one before.</summary>
    Valid,

    /// <summary>Valid, and behind the last row stands one that its writer did not finish.</summary>
    Torn,

    /// <summary>A row is not what it was.</summary>
    Changed,

    /// <summary>Rows stand in another order.</summary>
    Reordered,

    /// <summary>Rows are missing in the middle.</summary>
    Removed,

    /// <summary>Rows are missing at an end.</summary>
    Truncated,

    /// <summary>The record has another history than one that was signed, or two rows claim one place.</summary>
    Forked,

    /// <summary>A checkpoint's signature is missing or wrong.</summary>
    Unsigned,
}

/// <summary>The result of verifying the record.</summary>
internal sealed record VerifyReport
{
    /// <summary>What was found first.</summary>
    public VerifyOutcome Outcome { get; init; }

    /// <summary>One sentence: what, and where.</summary>
    public string Message { get; init; } = "";

    /// <summary>File and byte of the finding; null where there is none.</summary>
    public string? Place { get; init; }

    /// <summary>First row that is there.</summary>
    public long First { get; init; }

    /// <summary>Rows in the tree, those that retention removed among them.</summary>
    public long Size { get; init; }

    /// <summary>Root of the tree, hex.</summary>
    public string Root { get; init; } = "";

    /// <summary>Which record.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Bytes that were read.</summary>
    public long Bytes { get; init; }

    /// <summary>Checkpoints whose signature and root are right.</summary>
    public int Checkpoints { get; init; }

    /// <summary>True where a checkpoint from elsewhere was among them.</summary>
    public bool Anchored { get; init; }

    /// <summary>What else a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True where nothing is wrong: a torn last row is named, and is what a kill leaves.</summary>
    public bool Sound => Outcome is VerifyOutcome.Valid or VerifyOutcome.Torn;
}
