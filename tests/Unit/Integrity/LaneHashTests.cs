using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class LaneHashTests
{
    [Fact]
    public void It_is_what_its_definition_says()
    {
        var data = new byte[3000];
        new Random(7).NextBytes(data);
        foreach (var length in (int[])[0, 1, 63, 64, 255, 256, 257, 511, 512, 1000, 3000])
            Assert.Equal(Plain(data.AsSpan(0, length)), LaneHash.Of(data.AsSpan(0, length)));
    }

    [Fact]
    public void Every_bit_counts()
    {
        var data = new byte[600];
        var seen = new HashSet<string> { Convert.ToHexString(LaneHash.Of(data)) };
        for (var bit = 0; bit < data.Length * 8; bit += 7)
        {
            data[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(seen.Add(Convert.ToHexString(LaneHash.Of(data))));
            data[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    // RFC 4231, test cases 1 and 2.
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Codes_are_those_of_the_standard(string key, string data, string code) =>
        Assert.Equal(code, Convert.ToHexStringLower(HmacSha256.Of(Convert.FromHexString(key), Encoding.UTF8.GetBytes(data))));

    private static byte[] Plain(ReadOnlySpan<byte> data)
    {
        var part = data.Length / 4 / 64 * 64;
        var sum = new List<byte>();
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, data.Length);
        sum.AddRange(length);
        for (var lane = 0; lane < 4; lane++) sum.AddRange(State(data.Slice(lane * part, part)));
        sum.AddRange(data[(4 * part)..]);
        return Sha256.Hash([.. sum]);
    }

    // SHA-256 without its padding, as the standard writes it down.
    private static byte[] State(ReadOnlySpan<byte> data)
    {
        var h = Sha256.Initial.ToArray();
        for (; data.Length >= 64; data = data[64..])
        {
            var w = new uint[64];
            for (var t = 0; t < 64; t++)
                w[t] = t < 16 ? BinaryPrimitives.ReadUInt32BigEndian(data[(4 * t)..])
                    : Small(w[t - 2], 17, 19, 10) + w[t - 7] + Small(w[t - 15], 7, 18, 3) + w[t - 16];
            var v = h.ToArray();
            for (var t = 0; t < 64; t++)
            {
                var one = v[7] + Big(v[4], 6, 11, 25) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + Sha256.Constants[t] + w[t];
                var two = Big(v[0], 2, 13, 22) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
                v = [one + two, v[0], v[1], v[2], v[3] + one, v[4], v[5], v[6]];
            }
            for (var i = 0; i < 8; i++) h[i] += v[i];
        }
        var bytes = new byte[32];
        for (var i = 0; i < 8; i++) BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), h[i]);
        return bytes;
    }

    private static uint Small(uint x, int a, int b, int shift) => BitOperations.RotateRight(x, a) ^ BitOperations.RotateRight(x, b) ^ (x >> shift);

    private static uint Big(uint x, int a, int b, int c) => BitOperations.RotateRight(x, a) ^ BitOperations.RotateRight(x, b) ^ BitOperations.RotateRight(x, c);
}
