using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Detection.Personal;

/// <summary>
/// The words of a text that label something, read once and in order, for what is read around one number is read again around the next.
/// Says of a place what <see cref="Labels.Ahead(ReadOnlySpan{char}, int)"/> says, which reads it anew; a test compares.
/// </summary>
internal sealed class LabelTape
{
    /// <summary>A little is asked for again from further left: the sign before a number, the letters it begins with.</summary>
    private const int Back = 16;

    /// <summary>A word that says something by itself or as the second of two.</summary>
    /// <param name="At">Where it starts.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="Label">What it says alone, and whether it is a <see cref="LabelCache.Second"/>.</param>
    /// <param name="First">Where the word before it starts.</param>
    /// <param name="FirstEnd">Where that ends; 0 for none.</param>
    /// <param name="Pair">What the two say together.</param>
    private readonly record struct Entry(int At, int End, Label Label, int First, int FirstEnd, Label Pair);

    /// <summary>What is read: a window of the text, and the word that it cuts at its left.</summary>
    private readonly ref struct Window(ReadOnlySpan<char> text, int left, int right, int cutEnd, Label cut)
    {
        public readonly ReadOnlySpan<char> Text = text;
        public readonly int Left = left, Right = right, CutEnd = cutEnd;
        public readonly Label Cut = cut;
    }

    private Entry[] _entries = new Entry[8];
    private int _count;
    // All words that start in [_from, _to) are on the tape, but for one that goes on from before.
    private int _from;
    private int _to;
    private (int At, int End) _last;

    /// <summary>The labels of the words in a window that do not belong to an earlier number.</summary>
    /// <param name="text">The text, always the same.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="left">Where the window begins.</param>
    /// <param name="right">Where it ends.</param>
    public Label Own(ReadOnlySpan<char> text, ReadOnlySpan<CharBlock> blocks, int left, int right)
    {
        if (right <= left) return Label.None;
        // A word that goes on behind the window is another word in it.
        if (right < text.Length && Labels.IsLetter(text[right - 1]) && Labels.IsLetter(text[right])) return Labels.OfOwn(text, left, right);
        if (left < _from || left > _to) Restart(text, left, right);
        if (right > _to) Read(text, blocks, right);

        var (cut, cutEnd) = (Label.None, left);
        if (left > 0 && Labels.IsLetter(text[left - 1]) && Labels.IsLetter(text[left])) (cut, cutEnd) = Labels.Word(LabelCache.Slots, text[..right], left);
        if (cut == Label.None && (_count == 0 || _entries[_count - 1].At < cutEnd)) return Label.None;

        var window = new Window(text, left, right, cutEnd, cut & ~LabelCache.Second);
        var all = Since(window, left, out var first);
        if (all == Label.None) return Label.None;
        var after = Labels.BehindNumber(text[first..right]) + first;
        return after > first && Since(window, after, out _) is var own and not Label.None ? own : all;
    }

    /// <summary>What words from a place of a window on say, and where the first of them starts.</summary>
    private Label Since(in Window window, int from, out int first)
    {
        var said = Label.None;
        first = window.Right;
        if (window.Cut != Label.None && window.Left >= from) (said, first) = (window.Cut, window.Left);
        foreach (ref readonly var entry in _entries.AsSpan(0, _count))
        {
            if (entry.At < window.CutEnd || entry.At >= window.Right) continue;
            if ((entry.Label & LabelCache.Second) != 0 && PairOf(window, entry, out var start) is var pair and not Label.None && start >= from) (said, first) = (said | pair, Math.Min(first, start));
            if ((entry.Label & ~LabelCache.Second) is var own and not Label.None && entry.At >= from) (said, first) = (said | own, Math.Min(first, entry.At));
        }
        return said;
    }

    /// <summary>What a word says with the one before it, or with what the window leaves of that.</summary>
    private static Label PairOf(in Window window, in Entry entry, out int start)
    {
        start = entry.First;
        if (entry.FirstEnd > window.CutEnd) return entry.Pair;
        start = window.Left;
        return window.CutEnd > start && window.CutEnd - start <= Labels.LongestWord ? Labels.Pair(window.Text[start..window.CutEnd], window.Text[entry.At..entry.End]) : Label.None;
    }

    private void Restart(ReadOnlySpan<char> text, int left, int right)
    {
        _from = Math.Max(0, left - Back);
        (_to, _count, _last) = (_from, 0, default);
        if (_from > 0 && Labels.IsLetter(text[_from - 1]) && Labels.IsLetter(text[_from])) (_, _to) = Labels.Word(LabelCache.Slots, text[..right], _from);
    }

    private void Read(ReadOnlySpan<char> text, ReadOnlySpan<CharBlock> blocks, int right)
    {
        var known = LabelCache.Slots;
        var read = text[..right];
        for (var i = _to; i < right;)
        {
            var from = i & ~(CharBlock.Size - 1);
            ref readonly var block = ref blocks[from / CharBlock.Size];
            var letters = (block.Letters | block.Beyond) >> (i - from);
            i = letters == 0 ? from + CharBlock.Size : i + BitOperations.TrailingZeroCount(letters);
            if (i >= right) break;
            var c = read[i];
            if (letters == 0 || !Labels.IsLetter(c))
            {
                i += letters == 0 ? 0 : 1;
                continue;
            }
            var glued = Labels.IsGlued(text, i);
            // Digests are full of single letters.
            if (c < 128 && (glued || (c | 0x20) != LabelWords.OneLetter) && i + 1 - from < CharBlock.Size && ((block.Letters | block.Beyond) >> (i - from) & 2) == 0)
            {
                if (!glued) _last = (i, i + 1);
                i++;
                continue;
            }
            var end = PlainEnd(text, right, block, i, out var key);
            if (glued)
            {
                i = end > 0 ? end : Labels.WordEnd(read, i, out _);
                continue;
            }
            Label label;
            if (end > 0) label = LabelCache.Of(known, key, read[i..end]);
            else (label, end) = Labels.Word(known, read, i);
            if (end - i <= Labels.LongestWord)
            {
                if (label != Label.None) Keep(new Entry(i, end, label, _last.At, _last.End, PairOfLast(text, label, i, end)));
                _last = (i, end);
            }
            i = end;
        }
        _to = right;
    }

    /// <summary>Where a word of few ASCII letters ends, and its key; 0 where it is another, or may go on in the next block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlainEnd(ReadOnlySpan<char> text, int right, in CharBlock block, int at, out Vector128<byte> key)
    {
        var run = BitOperations.TrailingZeroCount(~(block.Letters >> at));
        var after = at % CharBlock.Size + run;
        key = default;
        if (run is 0 or > LabelCache.Longest || after >= CharBlock.Size || (block.Beyond >> after & 1) != 0 || at + run > right || at + LabelCache.Longest > text.Length) return 0;
        key = LabelCache.KeyOf(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at), run, out var length);
        return at + length;
    }

    private Label PairOfLast(ReadOnlySpan<char> text, Label label, int at, int end) =>
        (label & LabelCache.Second) != 0 && _last.End > 0 ? Labels.Pair(text[_last.At.._last.End], text[at..end]) : Label.None;

    private void Keep(in Entry entry)
    {
        if (_count == _entries.Length)
        {
            // What no window reaches any more goes.
            var (keep, from) = (0, Math.Max(_from, entry.At - Labels.Before - Back));
            while (keep < _count && _entries[keep].At < from) keep++;
            if (keep == 0) Array.Resize(ref _entries, _entries.Length * 2);
            _entries.AsSpan(keep, _count - keep).CopyTo(_entries);
            (_from, _count) = (keep > 0 ? from : _from, _count - keep);
        }
        _entries[_count++] = entry;
    }
}
