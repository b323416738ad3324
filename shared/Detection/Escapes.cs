namespace Sallyport.Detection;

/// <summary>
/// Sequences whose last letter is no part of the word that follows: <c>\n</c> of a JSON or source string, <c>%3D</c> of a URL, a
/// terminal's colour code. Without them <c>\nAKIA…</c> would hide a key behind a letter.
/// </summary>
internal static class Escapes
{
    /// <summary>The length of the sequence at an index; 1 where the character there stands for itself.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        switch (rest[0])
        {
            case '\\' when rest.Length > 1:
                return rest[1] switch
                {
                    'n' or 'r' or 't' or 'b' or 'f' => 2,
                    'u' when rest.Length >= 6 && AreHex(rest[2..6]) => 6 + TerminalCode(rest[6..], rest[2..6] is "001b" or "001B"),
                    'x' when rest.Length >= 4 && AreHex(rest[2..4]) => 4 + TerminalCode(rest[4..], rest[2..4] is "1b" or "1B"),
                    'e' => Math.Max(1, 2 + TerminalCode(rest[2..], true)),
                    '0' when rest is ['\\', '0', '3', '3', ..] => 4 + TerminalCode(rest[4..], true),
                    _ => 1,
                };
            case '%' when rest.Length >= 3 && AreHex(rest[1..3]):
                return 3;
            case '\x1b':
                return 1 + TerminalCode(rest[1..], true);
            default:
                return 1;
        }
    }

    /// <summary>The length of what follows ESC: <c>[</c>, digits and semicolons, one letter.</summary>
    private static int TerminalCode(ReadOnlySpan<char> rest, bool afterEscape)
    {
        if (!afterEscape || rest.IsEmpty || rest[0] != '[') return 0;
        var end = 1;
        while (end < rest.Length && end < 24 && (char.IsAsciiDigit(rest[end]) || rest[end] is ';' or '?')) end++;
        return end < rest.Length && char.IsAsciiLetter(rest[end]) ? end + 1 : 0;
    }

    private static bool AreHex(ReadOnlySpan<char> digits)
    {
        foreach (var c in digits)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }
}
