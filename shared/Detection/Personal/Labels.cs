namespace Sallyport.Detection.Personal;

/// <summary>Reads the words around a value.</summary>
internal static class Labels
{
    private const int Before = 72;
    private const int After = 28;
    private const int LongestWord = 32;

    /// <summary>What the words before and after [<paramref name="start"/>, <paramref name="end"/>) say.</summary>
    public static Label Around(ReadOnlySpan<char> text, int start, int end) =>
        Of(AfterLastNumber(text[Math.Max(0, start - Before)..start])) | Following(text[end..Math.Min(text.Length, end + After)]);

    /// <summary>What the words before an index say.</summary>
    public static Label Ahead(ReadOnlySpan<char> text, int start) => Of(AfterLastNumber(text[Math.Max(0, start - Before)..start]));

    /// <summary>What the words before an index say, those that belong to an earlier number included.</summary>
    public static Label Wide(ReadOnlySpan<char> text, int start) => Of(text[Math.Max(0, start - Before)..start]);

    /// <summary>What one or two words right before an index say.</summary>
    public static Label Nearest(ReadOnlySpan<char> text, int start) => Of(text[Math.Max(0, start - 18)..start]);

    // A word after a value belongs to it only on the same line, and where it is not followed by a value of its own.
    private static Label Following(ReadOnlySpan<char> after)
    {
        var line = after.IndexOfAny('\n', '\r', ';');
        if (line >= 0) after = after[..line];
        var own = after.IndexOfAny(':', '=');
        if (own >= 0) return Label.None;
        var digit = after.IndexOfAnyInRange('0', '9');
        return Of(digit >= 0 ? after[..digit] : after) & ~(Label.Reference | Label.Version);
    }

    // The label of an earlier value is not ours, unless nothing stands between the two.
    private static ReadOnlySpan<char> AfterLastNumber(ReadOnlySpan<char> before)
    {
        var digits = 0;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(before[i])) digits++;
            else digits = before[i] is ' ' or '-' or '.' ? digits : 0;
            if (digits < 5) continue;
            var rest = before[(i + digits)..];
            return Of(rest) == Label.None ? before : rest;
        }
        return before;
    }

    private static Label Of(ReadOnlySpan<char> text)
    {
        Span<char> first = stackalloc char[LongestWord], second = stackalloc char[LongestWord];
        var (firstLength, found) = (0, Label.None);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            var end = WordEnd(text, i);
            if (end - i <= LongestWord)
            {
                var length = text[i..end].ToLowerInvariant(second);
                found |= LabelCache.Of(second[..length]) | (firstLength > 0 && length <= 9 ? LabelWords.Pair(first[..firstLength], second[..length]) : Label.None);
                second[..length].CopyTo(first);
                firstLength = length;
            }
            i = end;
        }
        return found;
    }

    // camelCase and PascalCase are several words; SSN is one.
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            if (char.IsUpper(text[end]) && !char.IsUpper(text[end - 1])) break;
            end++;
        }
        return end;
    }
}
