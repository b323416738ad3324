using Org.BouncyCastle.Crypto.Digests;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>SHA-256 for definitions and binaries.</summary>
internal static class Digest
{
    /// <summary>In lower-case hexadecimal digits.</summary>
    public static string Hex(ReadOnlySpan<byte> data)
    {
        var sha = new Sha256Digest();
        var bytes = data.ToArray();
        sha.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[sha.GetDigestSize()];
        sha.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }
}
