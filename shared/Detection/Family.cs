namespace Sallyport.Detection;

/// <summary>
/// A group of rules that share a recogniser (<see cref="Families.Ask"/>), and the places of a text at which that recogniser is asked. It looks at
/// one place and reports what is there with <see cref="ScanContext.Add"/>. It may look left and right a bounded distance only: the scan as a whole
/// must stay linear.
/// </summary>
/// <param name="Name">Short and unique.</param>
/// <param name="Rules">The rules its findings name.</param>
internal sealed record Family(string Name, Func<IReadOnlyList<DetectionRule>> Rules)
{
    /// <summary>Lower-case letters and digits: asked where a word starts with one, in either case.</summary>
    public string WordStarts { get; init; } = "";

    /// <summary>The same, by a word's first two or three characters, set apart by blanks; a star stands for any, and what is behind the third is not looked at.</summary>
    public string WordPairs { get; init; } = "";

    /// <summary>Words start as written above, in that case only.</summary>
    public bool ExactCase { get; init; }

    /// <summary>Only what tools are called with is looked at.</summary>
    public bool OnlyInput { get; init; }

    /// <summary>ASCII characters that are no letters: asked wherever one stands, inside words too.</summary>
    public string Characters { get; init; } = "";

    /// <summary>The same, with the character that must follow, set apart by blanks: asked wherever the two stand, and in a few places more.</summary>
    public string Signs { get; init; } = "";

    /// <summary>Those of its characters and signs at which it is asked only where a letter, a digit or an underscore stands right before.</summary>
    public string AfterWord { get; init; } = "";

    /// <summary>Those of its characters and signs at which it is asked only where none of these stands right before.</summary>
    public string AfterGap { get; init; } = "";

    /// <summary>Asked at every character beyond ASCII.</summary>
    public bool BeyondAscii { get; init; }

    /// <summary>Asked once, at index 0, before everything else: for what is judged over the whole text.</summary>
    public bool WholeText { get; init; }

    /// <summary>The kinds its findings can have, one bit a kind, so that a scan for secrets alone skips the others.</summary>
    public required FindingKinds Kinds { get; init; }
}

/// <summary>A set of <see cref="FindingKind"/>.</summary>
[Flags]
public enum FindingKinds : byte
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Credentials.</summary>
    Secret = 1 << FindingKind.Secret,
    /// <summary>Personal data.</summary>
    Pii = 1 << FindingKind.Pii,
    /// <summary>Text that instructs the agent.</summary>
    Injection = 1 << FindingKind.Injection,
    /// <summary>SQL injection.</summary>
    Sqli = 1 << FindingKind.Sqli,
    /// <summary>Unsafe code.</summary>
    Code = 1 << FindingKind.Code,
    /// <summary>Everything.</summary>
    All = Secret | Pii | Injection | Sqli | Code,
}
