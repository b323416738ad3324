namespace Sallyport.State;

/// <summary>What an approval is about.</summary>
internal enum ApprovalKind : byte
{
    /// <summary>One tool call, by hash.</summary>
    Call,

    /// <summary>A wider plan, by the hash of its registration.</summary>
    Plan,

    /// <summary>A session in which a result came back that no hook had let through.</summary>
    Taint,
}

/// <summary>
/// Something that waits for the person. The code itself is shown once and never stored: only its SHA-256 is.
/// </summary>
internal sealed record Approval
{
    /// <summary>What it is about.</summary>
    public required ApprovalKind Kind { get; init; }

    /// <summary>SHA-256 of the code, hex.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Hash of exactly what may pass: see <see cref="CallHash"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>For people, masked: <c>Bash: git push --force</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>Until when it may be given, and once given used.</summary>
    public required Deadline Until { get; init; }

    /// <summary>True once the person typed the code; it then passes one call.</summary>
    public bool Approved { get; init; }

    /// <summary>How long an approval waits, and how long a given one stays good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
