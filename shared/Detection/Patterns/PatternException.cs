namespace Sallyport.Detection.Patterns;

/// <summary>A pattern that cannot be read.</summary>
public sealed class PatternException(string message, int position) : Exception($"{message} (at {position})")
{
    /// <summary>The index in the pattern at which reading failed.</summary>
    public int Position { get; } = position;
}
