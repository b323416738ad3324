using Org.BouncyCastle.Math.EC.Rfc8032;
using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class Ed25519VerifierTests
{
    // RFC 8032, 7.1: tests 1 to 3 and SHA(abc).
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
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
        for (var i = 0; i < 3000; i++)
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
        Assert.Equal(500, accepted);
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

    // Made with arithmetic of its own (Python's integers). What is accepted is what RFC 8032's equation without the cofactor says, so that
    // no two readers of one bundle differ.
    [Theory]
    // Keys with a part of small order, which only a reader that multiplies by the cofactor would accept.
    [InlineData("d4a3f7ba20b990540a5ce5b2014139a852b0112550aabe8084b9343bfc923bdc", "0100", "8bb5f4ffdb79dadef0a7da1a7583569b0913f070560bb6d2eb7a333e167815940a248092ffcd64aaebefcbcc955cc620f8c8c9aa5d9ee8dd5f231473c7633402", false)]
    [InlineData("0362e5c5f7c364b9aa51a18191f236f9b5d5d31f79e1e0a53fe3015913b94c19", "0200", "9be7d1ec274ef6f80c59941834007e83330070f859eb8d60648cb0b95705a24cdc723bf006d1cca480dd89a7e954d154e383b429b2e2674b85d68f5022617705", false)]
    // The same where that part cancels by itself.
    [InlineData("00226c3bd5eeef3801e3922f82cfdb3a5ac107f9fb379d812c8be36df6b4a761", "0900", "9c4d4236a19d87e07343468304252bbc9aa15311e2c06476bfc6d176656022157f97258e056c27bd3bf430fc09a5753df0d2e83c078bead9f60a37b792ca4e0b", true)]
    [InlineData("c45b10be3ace400dec7a2977bd8e32b812be455ef2c1386aa5342b93300c2874", "0a00", "4cdd04dd0fea9af7546e13a0b505b5414c1719ca1541d48cb736974094084cd300bde41056156e145d388c0c0ddef75e24dfe3b3bbd8cdd38f8d3292ffd1d20f", true)]
    // Such a part in R.
    [InlineData("5999992734d03772cec1dfbeee321c4812c7d1b90619af41ab67fa15af8d113d", "0100", "23ad42205a2e79ab3aeba02e76082f291e792393277511ebd0bd323ee012400206d8fbd4665884b284933e0c999a6f1ed6dc24912b9b1d5c8a26472d59492906", false)]
    [InlineData("312642273accc0f29fa65967d517afa6b386d7e1360bba3239f187e51dcb117d", "0200", "d5c8b73fd5398c82fcbbe244ff4907f7699f2d2b86c174c69dbc49daf0dbbed44a2cff8eae3b5b10b25ff618468737c94d672f8b9707bfedb5d93e27c4db760d", false)]
    // In both, cancelling each other.
    [InlineData("78c7b45e39d9c81206afe14099fbb28fc1999cd09d733b6f9053cad364b24366", "0500", "a5d887c1f74612daff123654ec7193d307f731d0908017576372f2d9aceb8ffe604d2364d4bda2305c08b0bb2dd4b15183f7a66ba6340b2e1e923b434314d100", true)]
    [InlineData("93421390d3a1bd2b14ad3fc510187f4c86886722bdeab257b471c62a8ae8924a", "0800", "e4aa37c26d905c9fa4b7b9c56ec70bdc12f62e268d031cde948ae59ff266e6be7baab3911a04553a60442e9510fff27dc83293b9c4b5634502ddc467f0d12300", true)]
    // Keys of small order: anybody can sign for them.
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "0100", "8bb5f4ffdb79dadef0a7da1a7583569b0913f070560bb6d2eb7a333e167815947bd5d47e446fcec2a3d811736110e5781bcccea696762e6116c6e9c925f3b706", false)]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "0200", "9be7d1ec274ef6f80c59941834007e83330070f859eb8d60648cb0b95705a24ca90802389a78cdc29492a875f74ac6f3aa202f4ad9892fed755980059758510d", false)]
    // The same where the equation holds: such a key says nothing, and is nobody's to trust.
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "0600", "f8c5b81c441b6098e9e50d71ec6588f7e2feb1235d6cf805aa7701ab268fcfd056d645048ebaf773db33ba0340aa0fc184226ec16a81fc47031de33f8eb69808", true)]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "0c00", "1174e5f4f84796dc133f2d79434a38d4cdf1fb6fa256f9989378591311b9587348da4953a571b49c509622df86c0fe66b55051e681aa0648e4bda10417dc0505", true)]
    public void Parts_of_small_order_are_judged_by_the_one_equation(string key, string message, string signature, bool right)
    {
        var (k, m, s) = (Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature));
        Assert.Equal(right, Ed25519.Verify(s, 0, k, 0, m, 0, m.Length));
        Assert.Equal(right, Ed25519Verifier.Verify(k, m, s));
    }

    [Fact]
    public void Every_turned_bit_is_noticed()
    {
        var (seed, key, signature, message) = (new byte[32], new byte[32], new byte[64], "a policy"u8.ToArray());
        new Random(9).NextBytes(seed);
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        Assert.True(Ed25519Verifier.Verify(key, message, signature));
        foreach (var bytes in (byte[][])[key, signature, message])
            for (var bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(Ed25519Verifier.Verify(key, message, signature));
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
    }

    [Theory]
    [InlineData(31, 64)]
    [InlineData(33, 64)]
    [InlineData(0, 64)]
    [InlineData(32, 63)]
    [InlineData(32, 65)]
    [InlineData(32, 0)]
    public void Other_lengths_are_no_keys_and_no_signatures(int key, int signature) => Assert.False(Ed25519Key.Verify(new byte[key], [1], new byte[signature]));

    // Limbs at the edge of their bounds: field elements close to 0 and p, scalars close to 0 and the order.
    [Fact]
    public void Edges_of_the_arithmetic_are_judged_as_the_library_judges_them()
    {
        var accepted = 0;
        for (var scalar = 0; scalar < 128; scalar++)
        {
            // s small or close below the order, R such that the equation holds for a key whose part is left out where k is not zero.
            var (seed, key, signature) = (new byte[32], new byte[32], new byte[64]);
            seed[scalar / 8] = (byte)(1 << (scalar % 8));
            Ed25519.GeneratePublicKey(seed, 0, key, 0);
            byte[] message = [(byte)scalar];
            Ed25519.Sign(seed, 0, message, 0, 1, signature, 0);
            for (var change = 0; change < 4; change++)
            {
                var other = signature.ToArray();
                if (change == 1) other.AsSpan(32).Clear();
                if (change == 2) OrderLess(other.AsSpan(32), scalar + 1);
                if (change == 3) OrderLess(other.AsSpan(32), 0);
                var wanted = Ed25519.Verify(other, 0, key, 0, message, 0, 1);
                Assert.Equal(wanted, Ed25519Verifier.Verify(key, message, other));
                accepted += wanted ? 1 : 0;
            }
        }
        Assert.Equal(128, accepted);
    }

    private static void OrderLess(Span<byte> number, int by)
    {
        byte[] order = [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, .. new byte[15], 0x10];
        order.CopyTo(number);
        number[0] -= (byte)by;
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
