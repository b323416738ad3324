namespace Sallyport.Detection;

/// <summary>What a scan found, and how much of the text it saw.</summary>
/// <param name="Findings">In order of place; none overlaps another of its group (data, injection, SQL, code).</param>
/// <param name="ScannedTo">The text before this index was looked at in full.</param>
/// <param name="Truncated">There is more text, unseen: it must be withheld, because nobody knows what is in it.</param>
public sealed record ScanResult(IReadOnlyList<Finding> Findings, int ScannedTo, bool Truncated);
