namespace Sallyport.Detection.Patterns;

/// <summary>The flags a pattern starts with.</summary>
internal readonly record struct PatternFlags(bool IgnoreCase, bool Lines, bool DotAll);

/// <summary>What a place in the text must be for a pattern to go on there.</summary>
internal enum Anchor : byte
{
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
}

/// <summary>A pattern as parsed.</summary>
internal abstract record PatternNode
{
    internal sealed record Empty : PatternNode;

    internal sealed record One(CharSet Set) : PatternNode;

    internal sealed record Place(Anchor Anchor) : PatternNode;

    internal sealed record Sequence(List<PatternNode> Parts) : PatternNode;

    internal sealed record Either(List<PatternNode> Choices) : PatternNode;

    /// <param name="Part">What repeats.</param>
    /// <param name="Least">At least so often.</param>
    /// <param name="Most">At most so often; -1 for any number.</param>
    /// <param name="Lazy">Prefers fewer.</param>
    internal sealed record Repeat(PatternNode Part, int Least, int Most, bool Lazy) : PatternNode;
}
