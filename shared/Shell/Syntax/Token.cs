namespace Sallyport.Shell.Syntax;

internal enum TokenKind : byte
{
    End, Newline, Word,
    AndIf, OrIf, Semicolon, CaseLeave, CaseFallThrough, CaseTryNext, Ampersand, Pipe, PipeBoth, Open, Close,
    /// <summary>A redirection operator; <see cref="Token.Redirection"/> says which.</summary>
    Redirection,
}

/// <summary>One token of a shell text, at its place in this text.</summary>
internal readonly struct Token(TokenKind kind, int start, int end)
{
    public TokenKind Kind { get; } = kind;
    public int Start { get; } = start;
    public int End { get; } = end;
    public WordNode? Word { get; init; }
    public RedirectionNode? Redirection { get; init; }

    /// <summary>The text where this is a word without quotes and expansions.</summary>
    public string? Bare => Word?.Bare;
}
