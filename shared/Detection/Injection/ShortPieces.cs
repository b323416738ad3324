using System.Numerics;

namespace Sallyport.Detection.Injection;

/// <summary>Rows of pieces of at most four characters, as words are written with gaps in them.</summary>
internal ref struct ShortPieces(ReadOnlySpan<char> text, ReadOnlySpan<CharBlock> blocks)
{
    /// <summary>A row of fewer is anything.</summary>
    public const int Fewest = 12;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<CharBlock> _blocks = blocks;

    /// <summary>Where the next row of short pieces starts, at or after an index: words of more than four letters end one.</summary>
    public int Next(int from)
    {
        if (from == 0 || from < _text.Length && !IsMark(_text[from - 1])) from = SkipLong(from);
        var (start, pieces) = (from, 0);
        for (var i = from; i < _text.Length;)
        {
            i = Next(i, held: true);
            if (i >= _text.Length) break;
            var end = Next(i, held: false);
            if (end - i > 4)
            {
                (pieces, i) = (0, SkipLong(end));
                continue;
            }
            if (pieces == 0) start = i;
            if (++pieces >= Fewest) return start;
            i = end;
        }
        return _text.Length;
    }

    /// <summary>A row has a character and a gap a piece, or more.</summary>
    private const int ShortestRow = 2 * Fewest - 1;

    /// <summary>
    /// Past everything in which words of five or more stand too close for a row between them, which is nearly all of nearly every text: to the
    /// first stretch without one that is long enough.
    /// </summary>
    /// <param name="from">Where no word goes on.</param>
    private int SkipLong(int from)
    {
        var (clear, goesOn) = (from, false);
        for (var at = from & ~(CharBlock.Size - 1); at < _text.Length; at += CharBlock.Size)
        {
            var words = _blocks[at / CharBlock.Size].Pieces;
            if (at < from) words &= ~0UL << (from - at);
            var five = words & words >> 1 & words >> 2 & words >> 3 & words >> 4;
            var held = five | five << 1 | five << 2 | five << 3 | five << 4;
            if (goesOn) held |= words & ~(words + 1); // the end of a long word that began before
            if (held == 0)
            {
                goesOn = false;
                if (at + CharBlock.Size - clear >= ShortestRow) return clear;
                continue;
            }
            var first = BitOperations.TrailingZeroCount(held);
            if (at + first - clear >= ShortestRow) return clear;
            var free = ~held & ~0UL << first;
            free &= free >> 1;
            free &= free >> 2;
            free &= free >> 4;
            free &= free >> 8;
            free &= free >> (ShortestRow - 16);
            if (free != 0) return at + BitOperations.TrailingZeroCount(free);
            goesOn = held >> 63 != 0;
            clear = at + CharBlock.Size - BitOperations.LeadingZeroCount(held);
        }
        return _text.Length - clear >= ShortestRow ? clear : _text.Length;
    }

    /// <summary>The next index at which a character of a set stands, or one that is not of it; the text's end for none.</summary>
    private int Next(int at, bool held)
    {
        while (at < _text.Length)
        {
            var from = at & ~(CharBlock.Size - 1);
            var pieces = _blocks[from / CharBlock.Size].Pieces;
            var ahead = (held ? pieces : ~pieces) >> (at - from);
            if (ahead != 0) return Math.Min(_text.Length, at + BitOperations.TrailingZeroCount(ahead));
            at = from + CharBlock.Size;
        }
        return _text.Length;
    }

    // At most four characters and the gap after them.
    public static bool At(ReadOnlySpan<char> text, int at, out int letters, out bool leet, out int gap)
    {
        (letters, gap, leet) = (0, 0, false);
        var (digits, alpha) = (0, 0);
        while (at + letters < text.Length && letters <= 4 && IsMark(text[at + letters]))
        {
            if (char.IsAsciiDigit(text[at + letters])) digits++;
            else alpha++;
            letters++;
        }
        if (letters is 0 or > 4) return false;
        leet = digits > 0;
        while (at + letters + gap < text.Length && gap < 3 && text[at + letters + gap] is ' ' or '.' or '-' or '_' or '*' or '|' && at + letters + gap < text.Length) gap++;
        return letters == 1 || leet || alpha <= 4 && digits == 0 && letters <= 4 && gap <= 1;
    }

    /// <summary>The same as <see cref="CharBlock.Pieces"/>.</summary>
    private static bool IsMark(char c) => c < 128 && ((c < 64 ? LowMarks : HighMarks) >> (c & 63) & 1) != 0;

    private const ulong LowMarks = 0x3ffUL << '0' | 1UL << ':' | 1UL << ';' | 1UL << ',' | 1UL << '<' | 1UL << '>' | 1UL << '!' | 1UL << '$' | 1UL << '\'' | 1UL << '(' | 1UL << ')';
    private const ulong HighMarks = 0x3ffffffUL << ('A' - 64) | 0x3ffffffUL << ('a' - 64) | 1UL << ('@' - 64) | 1UL << ('[' - 64) | 1UL << (']' - 64);
}
