using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Integrity;

/// <summary>The escapes of a JSON string that was parsed, and so is whole: counted and undone sixteen bytes at a time, for JSON within JSON is full of them.</summary>
/// <param name="Spare">Bytes that they take more than the UTF-16 units they stand for.</param>
/// <param name="AreShortest">Each has two characters and is needed, as the canonical form writes it.</param>
internal readonly record struct JsonEscapes(int Spare, bool AreShortest)
{
    private const int Step = 16;

    /// <summary>Those between the quotes of a string.</summary>
    public static JsonEscapes In(ReadOnlySpan<byte> raw)
    {
        var (count, units, others, escaped) = (0, 0, 0, 0u);
        var at = 0;
        for (; at + Step <= raw.Length; at += Step)
        {
            var bytes = Vector128.Create(raw.Slice(at, Step));
            var slashes = Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
            if ((slashes | escaped) == 0) continue;
            var seconds = Seconds(slashes, ref escaped);
            count += BitOperations.PopCount(seconds);
            units += BitOperations.PopCount(seconds & Vector128.Equals(bytes, Vector128.Create((byte)'u')).ExtractMostSignificantBits());
            others += BitOperations.PopCount(seconds & ~Needed(bytes));
        }
        for (; at < raw.Length; at++)
        {
            if (escaped == 0)
            {
                escaped = raw[at] == '\\' ? 1u : 0;
                continue;
            }
            escaped = 0;
            count++;
            if (raw[at] == 'u') units++;
            if (raw[at] is not ((byte)'"' or (byte)'\\' or (byte)'n' or (byte)'t' or (byte)'r' or (byte)'b' or (byte)'f')) others++;
        }
        return new JsonEscapes(count + 4 * units, others == 0);
    }

    /// <summary>Where the second character of an escape stands.</summary>
    /// <param name="slashes">The backslashes, a bit each.</param>
    /// <param name="escaped">1 where the first character is one already; gets the same of the sixteen after these.</param>
    private static uint Seconds(uint slashes, ref uint escaped)
    {
        // Nearly always each stands by itself: what follows it is the second.
        slashes &= ~escaped;
        var seconds = slashes << 1 | escaped;
        if ((seconds & slashes) != 0)
        {
            // Of several in a row every other one begins an escape.
            for (var left = slashes; left != 0;)
            {
                var first = left & (0 - left);
                slashes &= ~(first << 1);
                left &= ~(first | first << 1);
            }
            seconds = slashes << 1 | escaped;
        }
        escaped = seconds >> Step & 1;
        return seconds & 0xffff;
    }

    /// <summary>What stands behind the backslash of an escape of two characters that the canonical form has, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Needed(Vector128<byte> bytes) =>
        (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\')) | Vector128.Equals(bytes, Vector128.Create((byte)'n'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'t')) | Vector128.Equals(bytes, Vector128.Create((byte)'r')) | Vector128.Equals(bytes, Vector128.Create((byte)'b'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'f'))).ExtractMostSignificantBits();

    /// <summary>What an escape of two characters stands for, by its second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Short(byte second) => (char)(second < 'b' ? second : Controls[(second - 'b') & 31]);

    /// <summary>For b, f, n, r and t; the other letters behind them are no escapes.</summary>
    private static ReadOnlySpan<byte> Controls => "\bcde\fghijklm\nopq\rs\tuvwxyz{|}~\x7f\0\0\0"u8;

    /// <summary>
    /// Writes ASCII and what escapes of two characters stand for, up to the first byte that is neither. Past what it says it wrote it may write
    /// what is written over.
    /// </summary>
    public static void Undo(ReadOnlySpan<byte> raw, Span<char> text, scoped ref int at, scoped ref int to)
    {
        ref var from = ref MemoryMarshal.GetReference(raw);
        ref var into = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        // An escape is never far in such a text: sixteen at a time, as many of them as stand before it. What is read and written is measured first.
        while (at + Step <= raw.Length && to + Step <= text.Length)
        {
            var bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
            var (low, high) = Vector128.Widen(bytes);
            low.StoreUnsafe(ref into, (nuint)to);
            high.StoreUnsafe(ref into, (nuint)to + 8);
            var stops = (Vector128.Equals(bytes, Vector128.Create((byte)'\\')) | bytes).ExtractMostSignificantBits();
            if (stops == 0)
            {
                (at, to) = (at + Step, to + Step);
                continue;
            }
            var plain = BitOperations.TrailingZeroCount(stops);
            (at, to) = (at + plain, to + plain);
            if (!IsShort(raw, at)) return;
            text[to++] = Short(raw[at + 1]);
            at += 2;
        }
        while (at < raw.Length)
        {
            if (raw[at] is not (byte)'\\' and < 0x80) text[to++] = (char)raw[at++];
            else if (IsShort(raw, at))
            {
                text[to++] = Short(raw[at + 1]);
                at += 2;
            }
            else return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsShort(ReadOnlySpan<byte> raw, int at) => raw[at] == '\\' && at + 1 < raw.Length && raw[at + 1] != 'u';
}
