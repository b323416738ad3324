namespace Sallyport.Detection;

/// <summary>What to look for, and how far.</summary>
public sealed record ScanOptions
{
    /// <summary>Everything, up to the usual bounds.</summary>
    public static readonly ScanOptions Default = new();

    /// <summary>The kinds wanted.</summary>
    public FindingKinds Kinds { get; init; } = FindingKinds.All;

    /// <summary>Findings less sure than this are not reported.</summary>
    public int MinConfidence { get; init; } = 50;

    /// <summary>People's own rules.</summary>
    public IReadOnlyList<UserRule> Rules { get; init; } = [];

    /// <summary>What is not a finding here.</summary>
    public IReadOnlyList<Allowance> Allowed { get; init; } = [];

    /// <summary>The file the text is from, for allowances by path.</summary>
    public string? Path { get; init; }

    /// <summary>The text is what another was hidden in: what hides is not undone twice.</summary>
    internal bool Unveiled { get; init; }

    /// <summary>UTF-16 units looked at. What lies beyond was not scanned and must be withheld, not passed.</summary>
    public int MaxChars { get; init; } = 16 * 1024 * 1024;

    /// <summary>Findings kept. The scan ends at the first one beyond, so that memory is bounded whatever the text.</summary>
    public int MaxFindings { get; init; } = 65_536;
}
