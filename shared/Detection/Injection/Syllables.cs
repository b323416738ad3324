namespace Sallyport.Detection.Injection;

/// <summary>Vietnamese writes each syllable apart: the words that the lexicon joins with a hyphen are two of them, one at least of which has a letter beyond ASCII.</summary>
internal static class Syllables
{
    public const int Longest = 7;

    /// <summary>Writes the syllable before an index and this one as a pair.</summary>
    /// <returns>The pair's length; 0 where no syllable stands there.</returns>
    public static int Before(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> syllable, Span<char> pair)
    {
        if (start < 2 || text[start - 1] != ' ') return 0;
        var from = start - 1;
        while (from > 0 && start - from <= Longest + 1 && char.IsLetter(text[from - 1])) from--;
        var before = text[from..(start - 1)];
        if (before.Length is 0 or > Longest || Folding.Word(before, pair) is not (> 0 and var length)) return 0;
        return Join(pair, length, syllable);
    }

    /// <summary>Writes this syllable and the next as a pair, where that is of ASCII letters alone: any other looks back itself.</summary>
    /// <returns>The pair's length; 0 where no such syllable stands there.</returns>
    public static int Behind(ReadOnlySpan<char> text, int end, ReadOnlySpan<char> syllable, Span<char> pair)
    {
        if (end >= text.Length || text[end] != ' ') return 0;
        var rest = text[(end + 1)..Math.Min(text.Length, end + 2 + Longest)];
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length])) length++;
        if (length is 0 or > Longest || length < rest.Length && char.IsLetter(rest[length])) return 0;
        Span<char> next = stackalloc char[Longest];
        rest[..length].ToLowerInvariant(next);
        syllable.CopyTo(pair);
        return Join(pair, syllable.Length, next[..length]);
    }

    private static int Join(Span<char> pair, int length, ReadOnlySpan<char> last)
    {
        pair[length] = '-';
        last.CopyTo(pair[(length + 1)..]);
        return length + 1 + last.Length;
    }
}
