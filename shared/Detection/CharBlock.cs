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

    /// <summary>Reads the block at an index; past the text's end no bit is set.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the block begins.</param>
    /// <param name="wanted">A set of ASCII characters, from <see cref="SetOf"/>.</param>
    public static CharBlock At(ReadOnlySpan<char> text, int at, Vector128<byte> wanted)
    {
        if (text.Length - at >= Size) return Of(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at), wanted);
        Span<char> rest = stackalloc char[Size];
        rest.Clear();
        text[at..].CopyTo(rest);
        var block = Of(ref MemoryMarshal.GetReference(rest), wanted);
        block.Wanted &= (1UL << (text.Length - at)) - 1; // a set may hold NUL
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

    private static CharBlock Of(ref char first, Vector128<byte> wanted)
    {
        var (letters, digits, words, held, beyond) = (0UL, 0UL, 0UL, 0UL, 0UL);
        for (var at = Size - 16; at >= 0; at -= 16)
        {
            var bytes = Narrow(ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref first, at)));
            var letter = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
            var isLetter = Vector128.Equals(Vector128.Min(letter, Vector128.Create((byte)25)), letter);
            var digit = bytes - Vector128.Create((byte)'0');
            var isDigit = Vector128.Equals(Vector128.Min(digit, Vector128.Create((byte)9)), digit);
            var isWord = isLetter | isDigit | Vector128.Equals(bytes, Vector128.Create((byte)'_'));
            var upper = (bytes.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)15);
            var bits = Pick(wanted, bytes & Vector128.Create((byte)15)) & Pick(Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0), upper);
            letters = letters << 16 | isLetter.ExtractMostSignificantBits();
            digits = digits << 16 | isDigit.ExtractMostSignificantBits();
            words = words << 16 | isWord.ExtractMostSignificantBits();
            held = held << 16 | Vector128.Equals(bits, Vector128<byte>.Zero).ExtractMostSignificantBits();
            beyond = beyond << 16 | bytes.ExtractMostSignificantBits();
        }
        return new CharBlock { Letters = letters, Digits = digits, Words = words, Wanted = ~held, Beyond = beyond };
    }

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
