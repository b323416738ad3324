using System.Buffers.Binary;

namespace Sallyport.Integrity;

/// <summary>Numbers modulo the order of Ed25519's group, L = 2^252 + C.</summary>
internal static class Scalar25519
{
    private const ulong C0 = 0x5812631a5cf5d3ed, C1 = 0x14def9dea2f79cd6;
    private const ulong Top = 0x0fff_ffff_ffff_ffff; // the bits of the highest word below 2^252

    /// <summary>A number of 64 bytes modulo L, the least byte first.</summary>
    public static byte[] Reduce(ReadOnlySpan<byte> number)
    {
        ulong a = 0, b = 0, c = 0, d = 0;
        for (var i = number.Length - 1; i >= 0; i--)
        {
            // Times 256, plus the next byte. What stands above 2^252 counts as that many times -C.
            var above = d >> 52;
            (d, c, b, a) = (((d << 8) | (c >> 56)) & Top, (c << 8) | (b >> 56), (b << 8) | (a >> 56), (a << 8) | number[i]);
            var high = Math.BigMul(above, C0, out var low);
            var next = Math.BigMul(above, C1, out var middle);
            middle += high;
            if (middle < high) next++;
            if (!Subtract(ref a, ref b, ref c, ref d, low, middle, next, 0)) continue;
            Add(ref a, ref b, ref c, ref d);
        }
        var reduced = new byte[32];
        foreach (var (word, at) in ((ulong, int)[])[(a, 0), (b, 8), (c, 16), (d, 24)]) BinaryPrimitives.WriteUInt64LittleEndian(reduced.AsSpan(at), word);
        return reduced;
    }

    /// <summary>Writes a number of 32 bytes as digits that are zero or odd and at most 15 apart from zero, each standing for its bit.</summary>
    public static void Recode(ReadOnlySpan<byte> number, Span<sbyte> digits)
    {
        for (var i = 0; i < digits.Length; i++) digits[i] = (sbyte)((number[i >> 3] >> (i & 7)) & 1);
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] == 0) continue;
            for (var by = 1; by <= 6 && i + by < digits.Length; by++)
            {
                if (digits[i + by] == 0) continue;
                var worth = digits[i + by] << by;
                if (digits[i] + worth <= 15)
                {
                    digits[i] = (sbyte)(digits[i] + worth);
                    digits[i + by] = 0;
                }
                else if (digits[i] - worth >= -15)
                {
                    digits[i] = (sbyte)(digits[i] - worth);
                    var carry = i + by;
                    for (; carry < digits.Length && digits[carry] != 0; carry++) digits[carry] = 0;
                    if (carry < digits.Length) digits[carry] = 1;
                }
                else
                {
                    break;
                }
            }
        }
    }

    private static bool Subtract(ref ulong a, ref ulong b, ref ulong c, ref ulong d, ulong w, ulong x, ulong y, ulong z)
    {
        var borrow = Less(ref a, w, false);
        borrow = Less(ref b, x, borrow);
        borrow = Less(ref c, y, borrow);
        return Less(ref d, z, borrow);
    }

    private static bool Less(ref ulong from, ulong what, bool borrow)
    {
        var before = from;
        from = unchecked(before - what - (borrow ? 1ul : 0));
        return before < what || (borrow && before == what);
    }

    // Plus L: what was taken away was more than there was.
    private static void Add(ref ulong a, ref ulong b, ref ulong c, ref ulong d)
    {
        var carry = More(ref a, C0, false);
        carry = More(ref b, C1, carry);
        carry = More(ref c, 0, carry);
        _ = More(ref d, Top + 1, carry);
    }

    private static bool More(ref ulong to, ulong what, bool carry)
    {
        var before = to;
        to = unchecked(before + what + (carry ? 1ul : 0));
        return to < before || (carry && to == before);
    }
}
