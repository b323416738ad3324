namespace Sallyport.Shell.Code;

internal enum TokenKind : byte
{
    End,
    Name,
    /// <summary>A variable with its sigil, where the language has them.</summary>
    Variable,
    Number,
    Text,
    /// <summary>Text that is a command to run.</summary>
    Command,
    Regex,
    /// <summary>Words in a list: <c>qw(a b)</c>.</summary>
    Words,
    Symbol,
    NewLine,
    Indent,
    Dedent,
}

/// <summary>A piece of a text: as it stands, or an expression to be put in.</summary>
internal readonly record struct TextPart(string? Text, string? Code, int Start);

/// <summary>A word of a program.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written, or the value of a text that holds no expressions.</param>
/// <param name="Start">Where it stands.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    /// <summary>Space stands before it.</summary>
    public bool Spaced { get; init; }

    /// <summary>A line ends before it.</summary>
    public bool FirstOnLine { get; init; }

    /// <summary>The parts of a text that holds expressions.</summary>
    public IReadOnlyList<TextPart>? Parts { get; init; }

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}
