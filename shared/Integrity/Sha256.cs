using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sallyport.Integrity;

/// <summary>
/// SHA-256 (FIPS 180-4) without OpenSSL: the platform's takes milliseconds to load, and crashes a static binary.
/// A few kilobytes are hashed in microseconds here.
/// </summary>
public struct Sha256
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private const int Block = 64;

    private readonly uint[] _state;
    private readonly byte[] _pending;
    private int _held;
    private ulong _length;

    /// <summary>A hash of nothing yet.</summary>
    public Sha256()
    {
        _state = Initial.ToArray();
        _pending = new byte[Block];
    }

    /// <summary>The hash of one piece of data.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var hash = new Sha256();
        hash.Append(data);
        return hash.Finish();
    }

    /// <summary>Adds data.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        _length += (ulong)data.Length;
        if (_held > 0)
        {
            var taken = Math.Min(Block - _held, data.Length);
            data[..taken].CopyTo(_pending.AsSpan(_held));
            _held += taken;
            data = data[taken..];
            if (_held < Block) return;
            Compress(_pending);
            _held = 0;
        }
        for (; data.Length >= Block; data = data[Block..]) Compress(data);
        data.CopyTo(_pending);
        _held = data.Length;
    }

    /// <summary>The hash of everything added. Nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        var bits = _length * 8;
        Span<byte> padding = stackalloc byte[Block + 8];
        padding.Clear();
        padding[0] = 0x80;
        var zeros = (_held < 56 ? 56 : 120) - _held;
        BinaryPrimitives.WriteUInt64BigEndian(padding[zeros..], bits);
        Append(padding[..(zeros + 8)]);
        var hash = new byte[Size];
        for (var i = 0; i < 8; i++) BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), _state[i]);
        return hash;
    }

    // Eight rounds a turn, so that the eight words change places by name and not by being moved.
    [SkipLocalsInit]
    private readonly void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[64];
        Schedule(block, words);

        var state = _state.AsSpan(0, 8);
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        var differ = b ^ c;
        for (var i = 0; i < 64; i += 8)
        {
            var turn = words.Slice(i, 8);
            Round(a, b, ref differ, ref d, e, f, g, ref h, turn[0]);
            Round(h, a, ref differ, ref c, d, e, f, ref g, turn[1]);
            Round(g, h, ref differ, ref b, c, d, e, ref f, turn[2]);
            Round(f, g, ref differ, ref a, b, c, d, ref e, turn[3]);
            Round(e, f, ref differ, ref h, a, b, c, ref d, turn[4]);
            Round(d, e, ref differ, ref g, h, a, b, ref c, turn[5]);
            Round(c, d, ref differ, ref f, g, h, a, ref b, turn[6]);
            Round(b, c, ref differ, ref e, f, g, h, ref a, turn[7]);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    /// <summary>The 64 words of the schedule, each with its round's constant added: four at a time.</summary>
    private static void Schedule(ReadOnlySpan<byte> block, Span<uint> words)
    {
        var k = Constants;
        var (w0, w1, w2, w3) = (Load(block, 0), Load(block, 16), Load(block, 32), Load(block, 48));
        for (var i = 0; i < 64; i += 4)
        {
            (w0 + Vector128.Create(k.Slice(i, 4))).CopyTo(words.Slice(i, 4));
            if (i >= 48)
            {
                (w0, w1, w2) = (w1, w2, w3);
                continue;
            }
            // The words 15, 7 and 2 before the next four; of the last, two are among the next four themselves.
            var early = Second(w0, w1);
            var next = w0 + Second(w2, w3) + (Rotate(early, 7) ^ Rotate(early, 18) ^ (early >>> 3));
            next += Vector128.Shuffle(Late(Vector128.Shuffle(w3, Vector128.Create(2u, 2, 3, 3))), Vector128.Create(0u, 2, 0, 0)) & Vector128.Create(~0u, ~0u, 0, 0);
            next += Vector128.Shuffle(Late(Vector128.Shuffle(next, Vector128.Create(0u, 0, 1, 1))), Vector128.Create(0u, 0, 0, 2)) & Vector128.Create(0, 0, ~0u, ~0u);
            (w0, w1, w2, w3) = (w1, w2, w3, next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Load(ReadOnlySpan<byte> block, int from) =>
        Vector128.Shuffle(Vector128.Create(block.Slice(from, 16)), Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)).AsUInt32();

    /// <summary>Four words of eight, from the second on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Second(Vector128<uint> first, Vector128<uint> rest) =>
        Ssse3.IsSupported ? Ssse3.AlignRight(rest, first, 4) : Vector128.Shuffle(first, Vector128.Create(1u, 2, 3, 0)).WithElement(3, rest[0]);

    /// <summary>Of two words, each given twice, in the first and third place: a pair that is shifted as one is a word that is rotated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Late(Vector128<uint> twice) => ((twice.AsUInt64() >>> 17) ^ (twice.AsUInt64() >>> 19)).AsUInt32() ^ (twice >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Rotate(Vector128<uint> words, int by) => (words >>> by) | (words << (32 - by));

    // The majority of a, b and c is b but where both others differ from it; where a and b differ is where the next round's b and c do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(uint a, uint b, ref uint differ, ref uint d, uint e, uint f, uint g, ref uint h, uint word)
    {
        h += (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + (g ^ (e & (f ^ g))) + word;
        d += h;
        var next = a ^ b;
        h += (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + (b ^ (next & differ));
        differ = next;
    }

    internal static ReadOnlySpan<uint> Initial => [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    internal static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];
}
