using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sallyport.Detection;

/// <summary>Sixty-four characters of a text, each class of them a bit a character: what stands where is then counted, not looked at one by one.</summary>
internal struct CharBlock
{
    public const int Size = 64;

    /// <summary>ASCII letters.</summary>
    public ulong Letters;

    /// <summary>ASCII digits.</summary>
    public ulong Digits;

    /// <summary>Letters, digits and underscores.</summary>
    public ulong Words;

    /// <summary>ASCII characters of the set that was asked for.</summary>
    public ulong Wanted;

    /// <summary>Characters beyond ASCII.</summary>
    public ulong Beyond;

    /// <summary>What base 64 is written with, in either alphabet.</summary>
    public ulong Runs;

    /// <summary>Quotation marks, and what may end a sentence.</summary>
    public ulong Marks;

    /// <summary>Letters, digits and the signs that stand for letters.</summary>
    public ulong Pieces;

    /// <summary>"_+/-" and all letters and digits, as <see cref="SetOf"/> writes a set.</summary>
    public static ReadOnlySpan<byte> RunSet => [168, 248, 248, 248, 248, 248, 248, 248, 248, 248, 240, 84, 80, 84, 80, 116];

    /// <summary>The set of <see cref="Marks"/>.</summary>
    public static ReadOnlySpan<byte> MarkSet => [0, 4, 4, 0, 0, 0, 0, 4, 0, 0, 1, 8, 8, 0, 4, 8];

    /// <summary>The set of <see cref="Pieces"/>.</summary>
    public static ReadOnlySpan<byte> PieceSet => [184, 252, 248, 248, 252, 248, 248, 252, 252, 252, 248, 120, 92, 112, 88, 80];

    // For each sign the bit it has in TextSigns, by the lower and by the upper half of its code: it holds where both say so.
    private static ReadOnlySpan<byte> SignsByLower => [64, 0, 8, 0, 0, 2, 1, 0, 0, 0, 0, 64, 32, 20, 0, 0];

    private static ReadOnlySpan<byte> SignsByUpper => [64, 64, 27, 4, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Reads the block at an index; past the text's end no bit is set.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the block begins.</param>
    /// <param name="wanted">A set of ASCII characters, from <see cref="SetOf"/>.</param>
    public static CharBlock At(ReadOnlySpan<char> text, int at, Vector128<byte> wanted)
    {
        var signs = Vector128<byte>.Zero;
        return At(text, at, wanted, ref signs);
    }

    /// <summary>Reads all blocks of a text, and says which of a few signs it holds.</summary>
    public static TextSigns Read(ReadOnlySpan<char> text, Vector128<byte> wanted, Span<CharBlock> blocks)
    {
        var signs = Vector128<byte>.Zero;
        for (var i = 0; i < blocks.Length; i++) blocks[i] = At(text, i * Size, wanted, ref signs);
        var all = signs.AsUInt64().GetElement(0) | signs.AsUInt64().GetElement(1);
        all |= all >> 32;
        all |= all >> 16;
        return (TextSigns)(byte)(all | all >> 8);
    }

    private static CharBlock At(ReadOnlySpan<char> text, int at, Vector128<byte> wanted, ref Vector128<byte> signs)
    {
        if (text.Length - at >= Size) return Of(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at), wanted, ref signs);
        Span<char> rest = stackalloc char[Size];
        rest.Fill(' ');
        text[at..].CopyTo(rest);
        var block = Of(ref MemoryMarshal.GetReference(rest), wanted, ref signs);
        block.Wanted &= (1UL << (text.Length - at)) - 1; // a set may hold the blank
        return block;
    }

    /// <summary>
    /// Where, among the characters of a class, sixteen or more in a row end a second aligned group of eight: every run of 23 or more has such
    /// a place, and few others do.
    /// </summary>
    /// <param name="characters">The class, a bit a character.</param>
    /// <param name="before">Whether the group right before the block was whole; gets that of the last group of this one.</param>
    public static ulong LongRuns(ulong characters, ref bool before)
    {
        var whole = characters & characters >> 1;
        whole &= whole >> 2;
        whole &= whole >> 4;
        whole &= 0x0101_0101_0101_0101;
        var runs = whole & (whole << 8 | (before ? 1UL : 0));
        before = whole >> 56 != 0;
        return runs;
    }

    /// <summary>A set as the block reads it: the bits of a byte are the upper halves of characters with its place as their lower half.</summary>
    public static Vector128<byte> SetOf(ReadOnlySpan<char> characters)
    {
        var set = Vector128<byte>.Zero;
        foreach (var c in characters) set = set.WithElement(c & 15, (byte)(set.GetElement(c & 15) | 1 << (c >> 4)));
        return set;
    }

    private static CharBlock Of(ref char first, Vector128<byte> wanted, ref Vector128<byte> signs)
    {
        var (letters, digits, words, held, beyond) = (0UL, 0UL, 0UL, 0UL, 0UL);
        var (runs, marks, pieces) = (0UL, 0UL, 0UL);
        for (var at = Size - 16; at >= 0; at -= 16)
        {
            var bytes = Narrow(ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref first, at)));
            var letter = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
            var isLetter = Vector128.Equals(Vector128.Min(letter, Vector128.Create((byte)25)), letter);
            var digit = bytes - Vector128.Create((byte)'0');
            var isDigit = Vector128.Equals(Vector128.Min(digit, Vector128.Create((byte)9)), digit);
            var isWord = isLetter | isDigit | Vector128.Equals(bytes, Vector128.Create((byte)'_'));
            letters = letters << 16 | isLetter.ExtractMostSignificantBits();
            digits = digits << 16 | isDigit.ExtractMostSignificantBits();
            words = words << 16 | isWord.ExtractMostSignificantBits();
            beyond = beyond << 16 | bytes.ExtractMostSignificantBits();
            var lower = bytes & Vector128.Create((byte)15);
            var upper = (bytes.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)15);
            var row = Pick(Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0), upper);
            held = held << 16 | Missing(wanted, lower, row);
            runs = runs << 16 | Missing(Vector128.Create(RunSet), lower, row);
            marks = marks << 16 | Missing(Vector128.Create(MarkSet), lower, row);
            pieces = pieces << 16 | Missing(Vector128.Create(PieceSet), lower, row);
            signs |= Pick(Vector128.Create(SignsByLower), lower) & Pick(Vector128.Create(SignsByUpper), upper) | bytes & Vector128.Create((byte)TextSigns.Beyond);
        }
        return new CharBlock { Letters = letters, Digits = digits, Words = words, Wanted = ~held, Beyond = beyond, Runs = ~runs, Marks = ~marks, Pieces = ~pieces };
    }

    /// <summary>The characters that are not of a set, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Missing(Vector128<byte> set, Vector128<byte> lower, Vector128<byte> row) => Vector128.Equals(Pick(set, lower) & row, Vector128<byte>.Zero).ExtractMostSignificantBits();

    /// <summary>Sixteen characters as bytes; each beyond ASCII is one beyond 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(ref ushort from)
    {
        var most = Vector128.Create((ushort)0xff);
        var (low, high) = (Vector128.Min(Vector128.LoadUnsafe(ref from), most), Vector128.Min(Vector128.LoadUnsafe(ref from, 8), most));
        return Sse2.IsSupported ? Sse2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()) : Vector128.Narrow(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pick(Vector128<byte> table, Vector128<byte> places) => Ssse3.IsSupported ? Ssse3.Shuffle(table, places) : Vector128.Shuffle(table, places);
}
