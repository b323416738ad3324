namespace Sallyport.Detection.Secrets;

/// <summary>The value to the right of an operator.</summary>
/// <param name="Start">First UTF-16 unit of the value, after its quote.</param>
/// <param name="End">One past its last.</param>
/// <param name="Quoted">It stands in quotes, closed on its line.</param>
internal readonly record struct AssignedValue(int Start, int End, bool Quoted)
{
    private const int Longest = 4_096;

    /// <summary>Reads the value at an index, past blanks; the default where none is there.</summary>
    public static AssignedValue Read(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 40);
        while (at < limit && Chars.IsBlank(text[at])) at++;
        if (at >= text.Length) return default;

        // b"…", u'…', @"…", and a string inside a string: \"…\"
        var escaped = text[at] == '\\' && at + 1 < text.Length && Chars.IsQuote(text[at + 1]);
        if (escaped) at++;
        else if (text[at] is 'b' or 'u' or 'r' or '@' or 'B' or 'U' or 'R' && at + 1 < text.Length && text[at + 1] is '"' or '\'') at++;
        if (at < text.Length && Chars.IsQuote(text[at])) return Quote(text, at, escaped);
        return Bare(text, at);
    }

    private static AssignedValue Quote(ReadOnlySpan<char> text, int at, bool escaped)
    {
        var quote = text[at++];
        var end = at;
        var limit = Math.Min(text.Length, at + Longest);
        while (end < limit && text[end] != quote && text[end] is not ('\n' or '\r'))
        {
            if (text[end] == '\\' && end + 1 < limit)
            {
                if (escaped && text[end + 1] == quote) break;
                end++;
            }
            end++;
        }
        if (end >= text.Length || end > limit) return new AssignedValue(at, Math.Min(end, text.Length), false);
        return new AssignedValue(at, end, text[end] == quote || text[end] == '\\');
    }

    private static AssignedValue Bare(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        var limit = Math.Min(text.Length, at + Longest);
        while (end < limit && text[end] > ' ' && text[end] is not ('"' or '\'' or '`' or ',' or ';' or '<' or '|' or '\x7f'))
        {
            if (text[end] == '\\' && end + 1 < limit && text[end + 1] is 'n' or 'r' or 't' or '"' or '\'' or '\\') break;
            if (text[end] == '&' && end > at) break;
            end++;
        }
        while (end > at && text[end - 1] is ')' or ']' or '}' or '.' && !text[at..end].ContainsAny("([{")) end--;
        return new AssignedValue(at, end, false);
    }
}
