namespace Sallyport.Detection.Secrets;

/// <summary>The value to the right of an operator.</summary>
/// <param name="Start">First UTF-16 unit of the value, after its quote.</param>
/// <param name="End">One past its last.</param>
/// <param name="Quoted">It stands in quotes, closed on its line.</param>
internal readonly record struct AssignedValue(int Start, int End, bool Quoted)
{
    private const int Longest = 4_096;

    private const string Entity = "&quot;";

    /// <summary>Reads the value at an index, past blanks; the default where none is there.</summary>
    public static AssignedValue Read(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 40);
        while (at < limit && Chars.IsBlank(text[at])) at++;
        if (at >= text.Length) return default;

        var escaped = text[at] == '\\' && at + 1 < text.Length && Chars.IsQuote(text[at + 1]);
        if (escaped) at++;
        else if (QuoteAt(text, at) is > 0 and var quote) at = quote;
        else if (text[at] == '*' && at + 2 < text.Length && text[at + 1] == '*' && Chars.IsBlank(text[at + 2])) return Read(text, at + 3); // **Password:** …
        else if (text[at] == '&' && text[at..].StartsWith(Entity)) return Escaped(text, at + Entity.Length);
        if (at < text.Length && Chars.IsQuote(text[at])) return Quote(text, at, escaped);
        return Bare(text, at);
    }

    /// <summary>Where a quote stands behind what marks the kind of a string, or what wraps one: b"…", f'…', @"…", $'…', N'…', ["…, String("…. 0 for none.</summary>
    public static int QuoteAt(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length) return 0;
        var c = text[at];
        if (c is 'b' or 'u' or 'r' or 'f' or 'B' or 'U' or 'R' or 'F' or '@' or '$' or 'N' or 'L' or 'c')
        {
            if (IsStringQuote(text[at + 1])) return at + 1;
            if (at + 2 < text.Length && text[at + 1] is 'r' or 'b' or 'R' or 'B' or '@' or '$' && IsStringQuote(text[at + 2])) return at + 2;
        }
        if (c is not ('[' or '{' or '(') && !char.IsAsciiLetter(c)) return 0;
        if (c == '[' && text[at..].StartsWith("[]byte(")) at += 6;
        else if (char.IsAsciiLetter(c) && Wrapper(text[at..]) is var wrapper)
        {
            if (wrapper == 0) return 0;
            at += wrapper;
        }
        at++;
        var limit = Math.Min(text.Length, at + 8);
        while (at < limit && Chars.IsBlank(text[at])) at++;
        return at < text.Length && IsStringQuote(text[at]) && IsOnlyValue(text[at..]) ? at : 0;
    }

    /// <summary>"…"} and "…", but not "…": with a value of its own.</summary>
    private static bool IsOnlyValue(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        var close = text[1..].IndexOf(text[0]) + 2;
        while (close > 1 && close < text.Length && Chars.IsBlank(text[close])) close++;
        return close > 1 && close < text.Length && text[close] is '}' or ']' or ')' or ',' or '.';
    }

    private static bool IsStringQuote(char c) => c is '"' or '\'';

    /// <summary>What turns a text into bytes or a type's value and leaves it as it is; where its parenthesis stands.</summary>
    private static int Wrapper(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, 32)];
        if (text.StartsWith("new ")) return Wrapper(text[4..]) is > 0 and var made ? made + 4 : 0;
        var open = text.IndexOf('(');
        return open > 0 && text[..open] is "String" or "Buffer.from" or "bytes" or "bytearray" or "str" or "SecretStr" or "SecureString" or "String.from" or "Some" or "Secret" or "to_bytes"
            or "NSString" or "std::string" or "string" or "QString" ? open : 0;
    }

    private static AssignedValue Quote(ReadOnlySpan<char> text, int at, bool escaped)
    {
        var quote = text[at++];
        if (!escaped && at + 1 < text.Length && text[at] == quote && text[at + 1] == quote) return Tripled(text, at + 2, quote);
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

    /// <summary>"""…""": what stands on the line where it opens, or alone on the next.</summary>
    private static AssignedValue Tripled(ReadOnlySpan<char> text, int at, char quote)
    {
        if (at < text.Length && text[at] == '\n') at++;
        var end = at;
        var limit = Math.Min(text.Length, at + Longest);
        while (end < limit && text[end] != quote && text[end] is not ('\n' or '\r')) end++;
        return new AssignedValue(at, end, end < text.Length);
    }

    /// <summary>A string whose quotes were written as entities.</summary>
    private static AssignedValue Escaped(ReadOnlySpan<char> text, int at)
    {
        var window = text[at..Math.Min(text.Length, at + Longest)];
        var end = window.IndexOf(Entity);
        return end < 0 || window[..end].Contains('\n') ? default : new AssignedValue(at, at + end, true);
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
