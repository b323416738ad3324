namespace Sallyport.Shell;

/// <summary>
/// The work one analysis may cost. A clock would turn a loaded machine into wrong verdicts, so work is counted:
/// what runs out of it is refused, never passed.
/// </summary>
public sealed record AnalysisLimits
{
    /// <summary>What hooks use.</summary>
    public static readonly AnalysisLimits Default = new();

    /// <summary>The longest text, in UTF-16 units.</summary>
    public int MaxLength { get; init; } = 1 << 20;

    /// <summary>Tokens read by the parser, of the text and of all nested code together.</summary>
    public int MaxTokens { get; init; } = 400_000;

    /// <summary>How deep compound commands, substitutions and quotes may be nested in one text.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>How deep code may be nested in code: wrappers, <c>eval</c>, functions, interpreters.</summary>
    public int MaxNesting { get; init; } = 24;

    /// <summary>Commands evaluated, every turn of a loop counted.</summary>
    public int MaxRuns { get; init; } = 20_000;

    /// <summary>Text produced by expansion, in UTF-16 units.</summary>
    public int MaxExpansion { get; init; } = 8 << 20;
}
