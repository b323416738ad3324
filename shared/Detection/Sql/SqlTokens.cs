namespace Sallyport.Detection.Sql;

/// <summary>What a token is.</summary>
internal enum SqlKind : byte
{
    End,
    Word,
    Number,
    /// <summary>A string; of a broken-out quote there is only the mark.</summary>
    String,
    Comment,
    Mark,
}

/// <summary>A token of SQL, or of text that holds some.</summary>
internal readonly record struct SqlToken(SqlKind Kind, int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// Reads SQL tokens forwards from any place. An attack's quotes do not balance, so a quote is a string only where its end is near and
/// nothing but a value stands inside; otherwise it is a mark.
/// </summary>
internal ref struct SqlTokens(ReadOnlySpan<char> text, int at)
{
    private const int LongestValue = 64;
    private const int LongestComment = 400;

    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; private set; } = at;

    public SqlToken Next()
    {
        while (At < _text.Length && char.IsWhiteSpace(_text[At])) At++;
        if (At >= _text.Length) return new SqlToken(SqlKind.End, _text.Length, _text.Length);
        var start = At;
        var c = _text[At];
        if (char.IsLetter(c) || c is '_' or '@') return Word(start);
        if (char.IsAsciiDigit(c)) return Number(start);
        if (c is '\'' && Value(start) is var end and > 0) return Take(SqlKind.String, start, end);
        if (Comment(start) is var comment and > 0) return Take(SqlKind.Comment, start, comment);
        return Take(SqlKind.Mark, start, start + 1);
    }

    public readonly ReadOnlySpan<char> Text(in SqlToken token) => _text[token.Start..token.End];

    public readonly bool Is(in SqlToken token, string word) => Text(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    private SqlToken Take(SqlKind kind, int start, int end)
    {
        At = end;
        return new SqlToken(kind, start, end);
    }

    private SqlToken Word(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < 128 && (Chars.IsWord(_text[end]) || _text[end] is '@' or '$')) end++;
        return Take(SqlKind.Word, start, Math.Max(end, start + 1));
    }

    private SqlToken Number(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < 512 && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '.')) end++;
        return Take(SqlKind.Number, start, end);
    }

    private readonly int Value(int start)
    {
        for (var i = start + 1; i < _text.Length && i - start <= LongestValue; i++)
        {
            if (_text[i] == '\n') return 0;
            if (_text[i] == '\'') return i + 1;
        }
        return 0;
    }

    private readonly int Comment(int start)
    {
        var rest = _text[start..];
        if (rest.StartsWith("/*"))
        {
            var close = rest[..Math.Min(rest.Length, LongestComment)].IndexOf("*/");
            return close < 0 ? start + 2 : start + close + 2;
        }
        if (!rest.StartsWith("--") && rest[0] != '#') return 0;
        var line = rest[..Math.Min(rest.Length, LongestComment)].IndexOf('\n');
        return line < 0 ? start + Math.Min(rest.Length, LongestComment) : start + line;
    }
}
