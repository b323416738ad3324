using Org.BouncyCastle.Math.EC.Rfc8032;
using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class Ed25519VerifierTests
{
    // RFC 8032, 7.1: tests 1 to 3.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Published_signatures_are_right(string key, string message, string signature)
    {
        Assert.True(Ed25519Verifier.Verify(Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature)));
        var turned = Convert.FromHexString(signature);
        turned[40] ^= 1;
        Assert.False(Ed25519Verifier.Verify(Convert.FromHexString(key), Convert.FromHexString(message), turned));
    }

    [Fact]
    public void It_says_what_the_library_says()
    {
        var random = new Random(5);
        var accepted = 0;
        for (var i = 0; i < 600; i++)
        {
            var (seed, key, signature) = (new byte[32], new byte[32], new byte[64]);
            random.NextBytes(seed);
            var message = new byte[random.Next(200)];
            random.NextBytes(message);
            Ed25519.GeneratePublicKey(seed, 0, key, 0);
            Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
            var (changed, damaged) = (signature.ToArray(), key.ToArray());
            switch (i % 6)
            {
                case 1: changed[random.Next(64)] ^= (byte)(1 << random.Next(8)); break;
                case 2: damaged[random.Next(32)] ^= (byte)(1 << random.Next(8)); break;
                case 3: Array.Fill(changed, (byte)0xff, 32, 32); break;
                case 4: random.NextBytes(damaged); break;
                case 5: AddOrder(changed.AsSpan(32)); break; // the same number modulo the order, which another reader might accept
            }
            var wanted = Ed25519.Verify(changed, 0, damaged, 0, message, 0, message.Length);
            Assert.Equal(wanted, Ed25519Verifier.Verify(damaged, message, changed));
            accepted += wanted ? 1 : 0;
        }
        Assert.Equal(100, accepted);
    }

    // Points of small order, and encodings that are not the one allowed: a key of these must not make any signature right.
    [Fact]
    public void Strange_keys_are_judged_as_the_library_judges_them()
    {
        string[] keys =
        [
            "0000000000000000000000000000000000000000000000000000000000000000", "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ];
        foreach (var key in keys)
            foreach (var r in keys)
                for (var s = 0; s < 2; s++)
                {
                    byte[] signature = [.. Convert.FromHexString(r), (byte)s, .. new byte[31]];
                    byte[] message = [1, 2, 3];
                    Assert.Equal(Ed25519.Verify(signature, 0, Convert.FromHexString(key), 0, message, 0, 3), Ed25519Verifier.Verify(Convert.FromHexString(key), message, signature));
                }
    }

    private static void AddOrder(Span<byte> number)
    {
        byte[] order = [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, .. new byte[15], 0x10];
        var carry = 0;
        for (var i = 0; i < 32; i++)
        {
            carry += number[i] + order[i];
            number[i] = (byte)carry;
            carry >>= 8;
        }
    }
}
