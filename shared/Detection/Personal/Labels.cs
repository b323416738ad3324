using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Personal;

/// <summary>Reads the words around a value.</summary>
internal static class Labels
{
    public const int Before = 72;
    private const int After = 28;
    public const int LongestWord = 32;

    /// <summary>What the words before and after [<paramref name="start"/>, <paramref name="end"/>) say, remembered until another place is asked about.</summary>
    public static Label Around(ref ScanContext context, int start, int end)
    {
        if (context.Around.Start != start || context.Around.End != end)
            context.Around = (start, end, Ahead(ref context, start) | Following(context.Text, end));
        return context.Around.Labels;
    }

    /// <summary>What the words before an index say.</summary>
    public static Label Ahead(ReadOnlySpan<char> text, int start) => OfOwn(text, Math.Max(0, start - Before), start);

    /// <summary>The same, where other places near it were asked about.</summary>
    public static Label Ahead(ref ScanContext context, int start) => (context.Tape ??= new LabelTape()).Own(context.Text, context.Blocks, Math.Max(0, start - Before), start);

    /// <summary>What the words before an index say, those that belong to an earlier number included.</summary>
    public static Label Wide(ReadOnlySpan<char> text, int start) => Of(text, Math.Max(0, start - Before), start);

    /// <summary>What one or two words right before an index say.</summary>
    public static Label Nearest(ReadOnlySpan<char> text, int start) => Of(text, Math.Max(0, start - 18), start);

    /// <summary>What the last word before an index says by itself, where only a few signs stand between: <c>"version": "2.23.10"</c>.</summary>
    public static Label Last(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 5 && !char.IsAsciiLetterOrDigit(text[end - 1])) end--;
        var first = end;
        while (first > 0 && end - first <= LabelCache.Longest && char.IsAsciiLetterLower(text[first - 1])) first--;
        while (first > 0 && end - first <= LabelCache.Longest && char.IsAsciiLetterUpper(text[first - 1])) first--;
        return end - first is 0 or > LabelCache.Longest ? Label.None : LabelCache.Of(LabelCache.Slots, LabelCache.KeyOf(text[first..end]), text[first..end]) & ~LabelCache.Second;
    }

    // A word after a value belongs to it only on the same line, and where it is not followed by a value of its own.
    private static Label Following(ReadOnlySpan<char> text, int end)
    {
        var after = text[end..Math.Min(text.Length, end + After)];
        var line = after.IndexOfAny('\n', '\r', ';');
        if (line >= 0) after = after[..line];
        var own = after.IndexOfAny(':', '=');
        if (own >= 0) return Label.None;
        var digit = after.IndexOfAnyInRange('0', '9');
        return Of(text, end, end + (digit >= 0 ? digit : after.Length)) & ~(Label.Reference | Label.Version);
    }

    /// <summary>What the words before a value say. The label of an earlier value is not ours, unless nothing stands between the two.</summary>
    public static Label OfOwn(ReadOnlySpan<char> text, int left, int right)
    {
        Span<Said> said = stackalloc Said[MostSaid];
        var all = Of(text, left, right, said, out var count);
        if (count == 0 || BehindNumber(text[left..right]) is var from && from == 0) return all;
        var own = Label.None;
        foreach (ref readonly var word in said[..count])
            if (word.At >= left + from) own |= word.Label;
        return own != Label.None ? own : all;
    }

    /// <summary>Letters right behind a digit belong to a digest or a unit and label nothing, but for those behind an escape: %20phone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where a run of letters begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsGlued(ReadOnlySpan<char> text, int at) => at > 0 && char.IsAsciiDigit(text[at - 1]) && !(at > 2 && text[at - 3] == '%');

    /// <summary>Where the words that may be ours begin: behind the last five digits that stand together, or nearly so; 0 where there are none.</summary>
    public static int BehindNumber(ReadOnlySpan<char> before)
    {
        var digits = 0;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(before[i]))
            {
                if (digits > 0 && before[i] is not (' ' or '-' or '.')) digits = 0;
                continue;
            }
            if (++digits == 5) return i + digits;
        }
        return 0;
    }

    /// <summary>A word, or the first of two, that says something.</summary>
    private readonly record struct Said(int At, Label Label);

    /// <summary>More do not fit into what is read: words are two letters long, with a gap.</summary>
    private const int MostSaid = Before;

    private static Label Of(ReadOnlySpan<char> text, int left, int right)
    {
        Span<Said> said = stackalloc Said[MostSaid];
        return Of(text, left, right, said, out _);
    }

    private static Label Of(ReadOnlySpan<char> whole, int left, int right, Span<Said> said, out int count)
    {
        var text = whole[..right];
        var known = LabelCache.Slots;
        var (before, beforeEnd, found) = (0, 0, Label.None);
        count = 0;
        for (var i = left; i < text.Length;)
        {
            if (!IsLetter(text[i]))
            {
                i++;
                continue;
            }
            if (IsGlued(text, i))
            {
                i = WordEnd(text, i, out _);
                continue;
            }
            var (label, end) = Word(known, text, i);
            if (end - i <= LongestWord)
            {
                if ((label & LabelCache.Second) != 0 && beforeEnd > before && Pair(text[before..beforeEnd], text[i..end]) is var pair and not Label.None)
                {
                    found |= pair;
                    said[count++] = new Said(before, pair);
                }
                label &= ~LabelCache.Second;
                found |= label;
                if (label != Label.None) said[count++] = new Said(i, label);
                (before, beforeEnd) = (i, end);
            }
            i = end;
        }
        return found;
    }

    /// <summary>What the word at an index says, none where it is too long for any, whether it is a <see cref="LabelCache.Second"/>, and where it ends.</summary>
    public static (Label Label, int End) Word(LabelCache.Slot[] known, ReadOnlySpan<char> text, int at)
    {
        var end = WordEnd(text, at, out var plain);
        if (end - at > LongestWord) return (Label.None, end);
        var word = text[at..end];
        return (plain && word.Length <= LabelCache.Longest ? LabelCache.Of(known, LabelCache.KeyOf(word), word) : LabelCache.Look(word), end);
    }

    public static Label Pair(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        Span<char> one = stackalloc char[LongestWord], two = stackalloc char[LongestWord];
        return LabelWords.Pair(one[..first.ToLowerInvariant(one)], two[..second.ToLowerInvariant(two)]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(char c) => c < 128 ? char.IsAsciiLetter(c) : char.IsLetter(c);

    /// <summary>Where a word ends, and whether its letters are all ASCII. camelCase and PascalCase are several words; SSN is one.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int at, out bool plain)
    {
        var i = at;
        while ((uint)i < (uint)text.Length && char.IsAsciiLetterUpper(text[i])) i++;
        while ((uint)i < (uint)text.Length && char.IsAsciiLetterLower(text[i])) i++;
        plain = true;
        return (uint)i < (uint)text.Length && text[i] >= 128 ? AnyWordEnd(text, at, out plain) : i;
    }

    /// <summary>The same for a word with letters beyond ASCII.</summary>
    private static int AnyWordEnd(ReadOnlySpan<char> text, int at, out bool plain)
    {
        plain = true;
        var (end, upper) = (at, true);
        for (; end < text.Length; end++)
        {
            var c = text[end];
            bool capital;
            if (c < 128)
            {
                if (!char.IsAsciiLetter(c)) break;
                capital = (c & 0x20) == 0;
            }
            else
            {
                if (!char.IsLetter(c)) break;
                (plain, capital) = (false, char.IsUpper(c));
            }
            if (capital && !upper) break;
            upper = capital;
        }
        return end;
    }
}
