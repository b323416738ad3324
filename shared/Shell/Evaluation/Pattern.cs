namespace Sallyport.Shell.Evaluation;

/// <summary>Matching of shell patterns. In a pattern a quoted character stands behind a backslash.</summary>
internal static class Pattern
{
    /// <summary>True where the pattern has a form that is not matched here: then nobody knows.</summary>
    public static bool IsExtended(ReadOnlySpan<char> pattern)
    {
        for (var i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i + 1] == '(' && pattern[i] is '?' or '*' or '+' or '@' or '!') return true;
        }
        return false;
    }

    /// <summary>True where the whole text matches.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, WorkBudget budget)
    {
        var (p, t, starPattern, starText) = (0, 0, -1, 0);
        long steps = 0;
        while (t < text.Length)
        {
            if ((++steps & 0xFFF) == 0 && !budget.Expand(0x400)) return false;
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starPattern, starText) = (++p, t);
                continue;
            }
            if (p < pattern.Length && One(pattern, ref p, text[t]))
            {
                t++;
                continue;
            }
            if (starPattern < 0) return false;
            (p, t) = (starPattern, ++starText);
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        budget.Expand(steps >> 2);
        return p == pattern.Length;
    }

    /// <summary>Matches one character, moving on in the pattern where it does.</summary>
    private static bool One(ReadOnlySpan<char> pattern, ref int at, char c)
    {
        var next = at + 1;
        bool matches;
        switch (pattern[at])
        {
            case '?': matches = true; break;
            case '[' when Close(pattern, at) is var close and > 0:
                matches = InBrackets(pattern[(at + 1)..close], c);
                next = close + 1;
                break;
            case '\\' when at + 1 < pattern.Length:
                matches = pattern[at + 1] == c;
                next = at + 2;
                break;
            default: matches = pattern[at] == c; break;
        }
        if (matches) at = next;
        return matches;
    }

    private static int Close(ReadOnlySpan<char> pattern, int open)
    {
        var at = open + 1;
        if (at < pattern.Length && pattern[at] is '!' or '^') at++;
        if (at < pattern.Length && pattern[at] == ']') at++;
        for (; at < pattern.Length && at - open < 512; at++)
        {
            if (pattern[at] == ']') return at;
            if (pattern[at] == '\\') at++;
            else if (pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] is ':' or '.' or '=')
            {
                var end = pattern[(at + 2)..].IndexOf([pattern[at + 1], ']']);
                if (end >= 0) at += end + 3;
            }
        }
        return -1;
    }

    private static bool InBrackets(ReadOnlySpan<char> set, char c)
    {
        var negated = set.Length > 0 && set[0] is '!' or '^';
        if (negated) set = set[1..];
        var found = false;
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] == '[' && i + 1 < set.Length && set[i + 1] == ':' && set[(i + 2)..].IndexOf(":]") is var end and >= 0)
            {
                found |= InClass(set.Slice(i + 2, end), c);
                i += end + 3;
                continue;
            }
            if (set[i] == '\\' && i + 1 < set.Length) i++;
            var low = set[i];
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                i += 2;
                if (set[i] == '\\' && i + 1 < set.Length) i++;
                found |= c >= low && c <= set[i];
            }
            else found |= c == low;
        }
        return found != negated;
    }

    private static bool InClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alpha" => char.IsLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsLetterOrDigit(c),
        "upper" => char.IsUpper(c),
        "lower" => char.IsLower(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "blank" => c is ' ' or '\t',
        "punct" => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c > ' ' && c != '\x7f',
        "xdigit" => char.IsAsciiHexDigit(c),
        "word" => char.IsLetterOrDigit(c) || c == '_',
        "cntrl" => char.IsControl(c),
        "print" => !char.IsControl(c),
        "graph" => !char.IsControl(c) && c != ' ',
        _ => false,
    };
}
