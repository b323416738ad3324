using System.Globalization;

namespace Sallyport.Detection.Veils;

/// <summary>What stands inside a word and is not what it shows: a terminal's colours, invisible characters, escapes, a line that goes on.</summary>
internal static class Veil
{
    private const int LongestCode = 32;
    private const int LongestIndent = 32;

    /// <summary>Length of the sequence at an index, 0 for none, and the character it stands for; NUL for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where.</param>
    /// <param name="mail">The text is in the form of mail, where = begins an escape.</param>
    /// <param name="means">What it stands for.</param>
    public static int At(ReadOnlySpan<char> text, int at, bool mail, out char means)
    {
        means = '\0';
        var rest = text[at..];
        switch (rest[0])
        {
            case '\x1b': return Terminal(rest);
            case '\0' or '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff': return 1;
            case '\\' when rest.Length > 1:
                if (rest[1] is '\n' or '\r') return Continued(rest, 1);
                if (rest[1] == 'u') return Hex(rest, 2, 4, 0, out means);
                return rest[1] == 'x' ? Hex(rest, 2, 2, 0, out means) : 0;
            case '%': return Hex(rest, 1, 2, 0, out means);
            case '&' when rest.Length > 4 && rest[1] == '#': return Entity(rest, out means);
            case '=' when mail && rest.Length > 2:
                if (rest[1] == '\n') return 2;
                if (rest[1] == '\r' && rest[2] == '\n') return 3;
                return Hex(rest, 1, 2, 0, out means);
            default: return 0;
        }
    }

    private static int Terminal(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || rest[1] != '[') return 0;
        var end = 2;
        while (end < rest.Length && end < LongestCode && rest[end] is (>= '0' and <= '9') or ';' or ':' or '?') end++;
        return end < rest.Length && char.IsAsciiLetter(rest[end]) ? end + 1 : 0;
    }

    /// <summary>Past the end of the line and what the next is indented by.</summary>
    private static int Continued(ReadOnlySpan<char> rest, int at)
    {
        if (rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n') at++;
        at++;
        var limit = Math.Min(rest.Length, at + LongestIndent);
        while (at < limit && rest[at] is ' ' or '\t' && at < limit) at++;
        return at;
    }

    private static int Hex(ReadOnlySpan<char> rest, int from, int digits, int after, out char means)
    {
        means = '\0';
        if (rest.Length < from + digits + after || !int.TryParse(rest.Slice(from, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var code) || code is <= 32 or >= 127) return 0;
        means = (char)code;
        return from + digits + after;
    }

    private static int Entity(ReadOnlySpan<char> rest, out char means)
    {
        means = '\0';
        var close = rest[..Math.Min(rest.Length, 10)].IndexOf(';');
        if (close < 3) return 0;
        var hex = rest[2] is 'x' or 'X';
        var digits = rest[(hex ? 3 : 2)..close];
        if (!int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is <= 32 or >= 127) return 0;
        means = (char)code;
        return close + 1;
    }
}
