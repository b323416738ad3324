using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Personal;

/// <summary>
/// Tells words with a digit in them that are nothing of anybody's from their outline alone: counters, versions of few digits, sizes with a
/// unit, digests. Nearly all that logs and data hold are such, and asking every recogniser costs ten times as much. Never says so where a
/// recogniser would find something; a test compares.
/// </summary>
internal static class PlainNumber
{
    /// <summary>What may stand second behind a number, a bit a kind: 1 a mark, 2 and 4 letters in lower and upper case, 8 those that a month begins with, 16 digits, 32 what goes on.</summary>
    private static ReadOnlySpan<byte> Kinds =>
    [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        32, 1, 1, 1, 1, 1, 1, 1, 32, 32, 1, 1, 32, 32, 32, 32, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 1, 1, 1, 1, 1, 1,
        1, 8, 4, 4, 8, 4, 8, 4, 4, 4, 8, 4, 4, 8, 8, 8, 4, 4, 4, 8, 4, 4, 4, 4, 4, 4, 4, 1, 1, 1, 1, 1,
        1, 8, 2, 2, 8, 2, 8, 2, 2, 2, 8, 2, 2, 8, 8, 8, 2, 2, 2, 8, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1,
    ];

    /// <summary>For what stands right behind a number, the kinds of what may follow there without making more of it.</summary>
    private static ReadOnlySpan<byte> Harmless =>
    [
        63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
        3, 63, 63, 63, 63, 63, 63, 63, 15, 15, 63, 63, 23, 15, 7, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 63, 63, 63, 63, 63, 63,
        63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 63, 63, 63, 63, 63,
        63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 63, 63, 63, 63, 63,
    ];

    /// <summary>The same as <see cref="Is"/> for a word that is a few digits, by the two characters behind it; false also where a closer look is needed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the word starts.</param>
    /// <param name="digits">The digits of the text from there on, a bit each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShort(ReadOnlySpan<char> text, int at, ulong digits)
    {
        var length = BitOperations.TrailingZeroCount(~digits);
        var end = at + length;
        if (length >= Phone.FewestDigits || end + 1 >= text.Length) return false;
        var (behind, next) = (text[end], text[end + 1]);
        return (behind | next) < 128 && (Harmless[behind] & Kinds[next]) != 0;
    }

    /// <param name="text">The text.</param>
    /// <param name="start">Where the word of ASCII letters and digits starts.</param>
    /// <param name="at">Its first digit.</param>
    /// <param name="digitsEnd">The end of the digits that begin there.</param>
    /// <param name="end">The end of the word.</param>
    public static bool Is(ReadOnlySpan<char> text, int start, int at, int digitsEnd, int end)
    {
        var length = end - start;
        if (digitsEnd - start == length && start == at) return length < Phone.FewestDigits && NothingFollows(text, at, end);
        // Behind an escape a word is asked about from the middle: %15 of %150.
        if (start < at && text[start..at].ContainsAnyInRange('0', '9')) return false;
        // 4155552671x12, 4155552671ext12: an extension goes on with letters.
        if (digitsEnd - at >= Phone.FewestDigits && digitsEnd < end && text[digitsEnd] is 'x' or 'e') return false;
        if (length > Numbers.LongestNumber) return IsDigest(text[start..end]);
        if (IsMiddle(text, start) && (length > 5 || end == text.Length || text[end] is not (' ' or ',' or '.'))) return true;
        return !MayBeNumber(text, start, at, digitsEnd, end) && (start < at || length > 5 || NothingFollows(text, at, end));
    }

    /// <summary>Eight, four and four letters and digits and more of them, joined by dashes, with a letter in the first eight: the front of a UUID.</summary>
    public static bool BeginsUuid(ReadOnlySpan<char> text, int start, int end)
    {
        const int Rest = 14;
        if (end - start != 8 || end + Rest > text.Length || char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start + 1]) || start > 1 && char.IsAsciiLetterUpper(text[start - 2])) return false;
        if (Checksums.AreDigits(text[start..end])) return false;
        var rest = text.Slice(end, Rest);
        for (var i = 0; i < Rest; i++)
            if (i % 5 == 0 ? rest[i] != '-' : !char.IsAsciiLetterOrDigit(rest[i])) return false;
        return true;
    }

    /// <summary>The word goes on from one before it, and no number begins with the last letters of that one.</summary>
    private static bool IsMiddle(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] == '-' && Chars.IsWord(text[start - 2]) && !char.IsAsciiLetterUpper(text[start - 2]);

    /// <summary>Longer than any number, and neither an account's nor a wallet's front.</summary>
    private static bool IsDigest(ReadOnlySpan<char> word) =>
        !(char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1])) && word[0] is not ('b' or 'B' or '1' or '3') && word[1] is not 'x';

    /// <summary>A word with a letter in it that may be a number or the first piece of one, by its length and its digits.</summary>
    private static bool MayBeNumber(ReadOnlySpan<char> text, int start, int at, int digitsEnd, int end)
    {
        var length = end - start;
        if (length > 10 || start == at && digitsEnd - at >= Phone.FewestDigits || length == 4 && end < text.Length && text[end] is ' ' or '-') return true;
        if (length < 7) return length >= 3 && at == start + 1 && char.IsAsciiLetterUpper(text[start]);
        var digits = 0;
        foreach (var c in text[at..end]) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= 4 || at == start + 1 && char.IsAsciiLetterUpper(text[start]);
    }

    /// <summary>Whether what stands behind a short number can make nothing of it: neither more digits, nor a month, nor a street.</summary>
    private static bool NothingFollows(ReadOnlySpan<char> text, int at, int end)
    {
        if (end >= text.Length) return true;
        var gap = text[end];
        if (gap >= 128) return false;
        if (!Numbers.GoesOn(gap) || end + 1 == text.Length) return true;
        var next = text[end + 1];
        if (char.IsAsciiLetter(next)) return gap switch
        {
            ' ' => !char.IsAsciiLetterUpper(next) && !BirthDate.BeginsMonth(next),
            ',' or '.' => !BirthDate.BeginsMonth(next),
            _ => true,
        };
        if (next >= 128) return false;
        if (!char.IsAsciiDigit(next)) return !Numbers.GoesOn(next) || gap is '(' or ')' or '-' or '/' && Numbers.DigitsAhead(text, at) < Phone.FewestDigits;
        if (gap == ',') return true;
        var second = end + 2;
        while (second < text.Length && second - end < 7 && char.IsAsciiDigit(text[second])) second++;
        if (second + 1 < text.Length && text[second] is '.' or '-' or '/' && char.IsAsciiDigit(text[second + 1])) return false;
        return Numbers.DigitsAhead(text, at) < Phone.FewestDigits;
    }
}
