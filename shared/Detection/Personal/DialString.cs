namespace Sallyport.Detection.Personal;

/// <summary>Digits as people write them to be dialled: groups with spaces, dashes, dots or brackets between, perhaps an extension.</summary>
internal readonly record struct DialString
{
    private const int MostDigits = 17;

    public int Start { get; private init; }

    public int End { get; private init; }

    public bool Plus { get; private init; }

    public int Digits { get; private init; }

    public int Groups { get; private init; }

    public int Shortest { get; private init; }

    public int Longest { get; private init; }

    /// <summary>The first digit.</summary>
    public char Leading { get; private init; }

    /// <summary>Spaces alone stand between the groups.</summary>
    public bool Spaced { get; private init; }

    /// <summary>Two digits a group.</summary>
    public bool Pairs => Shortest == 2 && Longest == 2 && Groups >= 4;

    /// <summary>An area code and an exchange that exist, 3-3-4, perhaps after the country's 1.</summary>
    public bool IsNorthAmerican { get; private init; }

    public bool LooksLikeDate { get; private init; }

    public bool LooksLikeAddress { get; private init; }

    public static DialString Read(ReadOnlySpan<char> text, int start)
    {
        Span<int> lengths = stackalloc int[MostDigits];
        Span<char> digits = stackalloc char[MostDigits];
        var (at, groups, count, end) = (start, 0, 0, start);
        var (spaced, dotted, brackets) = (true, true, false);
        while (at < text.Length && count < MostDigits)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                groups += end == at && count > 0 ? 0 : 1;
                lengths[groups - 1]++;
                digits[count++] = text[at];
                end = ++at;
                continue;
            }
            // At most two marks between groups: ") ", " (", "-".
            var gap = at - end;
            if (text[at] is not (' ' or '-' or '.' or '/' or '(' or ')' or '+' or '\u00a0') || gap >= 2 && count > 0 || gap >= 3 || text[at] == '+' && count > 0) break;
            brackets |= text[at] is '(' or ')';
            spaced &= count == 0 || text[at] is ' ' or '\u00a0';
            dotted &= count == 0 || text[at] == '.';
            at++;
        }
        var continues = end < text.Length && (Chars.IsWord(text[end])
            || text[end] is '-' or '.' or ':' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])
            || text[end] is '.' or '_' or '@' && end + 1 < text.Length && Chars.IsWord(text[end + 1]));
        var extension = Extension(text, end);
        if (count == 0 || continues && extension == end) return default;

        var (shortest, longest) = (int.MaxValue, 0);
        foreach (var length in lengths[..groups]) (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
        return new DialString
        {
            Start = start, End = extension, Plus = text[start] == '+' || text[start..].StartsWith("(+"), Digits = count, Groups = groups, Shortest = shortest, Longest = longest,
            Leading = digits[0], Spaced = spaced && groups > 1 && !brackets, IsNorthAmerican = NorthAmerican(digits[..count], lengths[..groups]),
            LooksLikeDate = IsDate(lengths[..groups], digits), LooksLikeAddress = dotted && groups == 4 && longest <= 3 && shortest != 2,
        };
    }

    private static bool NorthAmerican(ReadOnlySpan<char> digits, ReadOnlySpan<int> lengths)
    {
        if (lengths.Length == 4)
        {
            if (!(lengths[0] == 1 && digits[0] == '1') && !(lengths[0] == 3 && digits[..3] is "001")) return false;
            digits = digits[lengths[0]..];
            lengths = lengths[1..];
        }
        return lengths is [3, 3, 4] && digits[0] is >= '2' && digits[3] is >= '2' && digits[1..3] is not "11" && digits[4..6] is not "11";
    }

    private static bool IsDate(ReadOnlySpan<int> lengths, ReadOnlySpan<char> digits) => lengths switch
    {
        [4, <= 2, <= 2, ..] => digits[0] is '1' or '2',
        [<= 2, <= 2, 4] => true,
        _ => false,
    };

    private static int Extension(ReadOnlySpan<char> text, int end)
    {
        var at = end;
        while (at < text.Length && at - end < 2 && text[at] is ' ' or ',' && at < text.Length) at++;
        var rest = text[at..];
        var skip = rest.StartsWith("ext. ") ? 5 : rest.StartsWith("ext.") || rest.StartsWith("ext ") ? 4 : rest.StartsWith("ext") ? 3 : rest.StartsWith("x") ? 1 : 0;
        if (skip == 0) return end;
        var from = at += skip;
        while (at < text.Length && at - from < 6 && char.IsAsciiDigit(text[at])) at++;
        return at == from || at < text.Length && Chars.IsWord(text[at]) ? end : at;
    }
}
