using System.Security.Cryptography;
using System.Text;
using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class Sha256Tests
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_published_vectors(string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Sallyport.Integrity.Sha256.Hash(Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void Every_length_and_every_split_is_what_the_platform_says()
    {
        var random = new Random(7);
        for (var length = 0; length < 300; length++)
        {
            var data = new byte[length];
            random.NextBytes(data);
            var hash = new Sallyport.Integrity.Sha256();
            for (var at = 0; at < length;)
            {
                var piece = Math.Min(random.Next(1, 100), length - at);
                hash.Append(data.AsSpan(at, piece));
                at += piece;
            }
            Assert.Equal(SHA256.HashData(data), hash.Finish());
        }
    }

    [Fact]
    public void Many_blocks_at_once_are_what_the_platform_says()
    {
        var data = new byte[2_000];
        new Random(11).NextBytes(data);
        for (var length = 0; length < data.Length; length++)
        {
            var piece = data.AsSpan(0, length);
            Assert.Equal(SHA256.HashData(piece), Sallyport.Integrity.Sha256.Hash(piece));
        }
    }
}
