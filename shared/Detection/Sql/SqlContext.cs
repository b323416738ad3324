namespace Sallyport.Detection.Sql;

/// <summary>What stands around a place in SQL.</summary>
internal static class SqlContext
{
    private const int Reach = 400;

    /// <summary>Words of a query stand before: WHERE, SELECT, SET, HAVING.</summary>
    public static bool InQuery(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - Reach)..at];
        return Holds(before, "where") || Holds(before, "having") || Holds(before, "select") || Holds(before, "update");
    }

    /// <summary>A quote or bracket that closes what the author had opened stands right before.</summary>
    public static bool BrokenOut(ReadOnlySpan<char> text, int at)
    {
        var i = at - 1;
        while (i >= 0 && (text[i] is ' ' or ')' or '+' or '\t' || text[i] == '/' && i > 0)) i--;
        if (i < 0 || text[i] is not '\'') return text[Math.Max(0, i)..at].Contains(')') && i >= 0 && char.IsAsciiDigit(text[i]);
        var opens = i - 1;
        while (opens >= 0 && text[opens] == ' ') opens--;
        if (opens >= 0 && text[opens] is '=' or '(' or ',' && opens >= 0) return false;
        // 'x' is a value; x' is not.
        var start = i - 1;
        while (start >= 0 && i - start <= 64 && text[start] is not ('\'' or '\n')) start--;
        if (start < 0 || text[start] != '\'' || i - start > 64) return true;
        // An opening quote follows an operator, a bracket or a comma.
        var before = start - 1;
        while (before >= 0 && text[before] == ' ') before--;
        return before < 0 || !(text[before] is '=' or '(' or ',' or '<' or '>' or '%' or '|' || char.IsLetter(text[before]) && InQuery(text, start));
    }

    /// <summary>Only a comment follows, or nothing but the quote that the author's own text closes with.</summary>
    public static bool TailCommented(ReadOnlySpan<char> text, int at)
    {
        for (var i = at; i < text.Length && i - at < 160; i++)
        {
            if (text[i] == '\n') return false;
            if (text[i] == '#' && i > at || text[i] == '-' && i + 1 < text.Length && text[i + 1] == '-' || text[i] == '/' && i + 1 < text.Length && text[i + 1] == '*')
                return EndsAfter(text, text[i] == '#' ? i + 1 : i + 2);
        }
        return false;
    }

    /// <summary>After the comment's mark comes the end, a quote, a separator: no comment that says anything.</summary>
    public static bool EndsAfter(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '-' or '+' && at < text.Length) at++;
        return at >= text.Length || text[at] is '\'' or '"' or '&' or '\n' or '`' or ')' or ';' or '\\' || text[at..].StartsWith("/");
    }

    private static bool Holds(ReadOnlySpan<char> before, string word)
    {
        for (var from = 0; before[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at && at >= 0; from += at + 1)
        {
            var (start, end) = (from + at, from + at + word.Length);
            if ((start == 0 || !Chars.IsWord(before[start - 1])) && (end == before.Length || !Chars.IsWord(before[end]))) return true;
        }
        return false;
    }
}
