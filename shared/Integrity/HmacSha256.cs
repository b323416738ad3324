namespace Sallyport.Integrity;

/// <summary>HMAC (RFC 2104) of SHA-256.</summary>
internal static class HmacSha256
{
    private const int Block = 64;

    /// <summary>The code of data under a key of at most 64 bytes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, Block);
        Span<byte> pad = stackalloc byte[Block];
        var inner = new Sha256();
        inner.Append(Padded(key, 0x36, pad));
        inner.Append(data);
        var outer = new Sha256();
        outer.Append(Padded(key, 0x5c, pad));
        outer.Append(inner.Finish());
        return outer.Finish();
    }

    private static Span<byte> Padded(ReadOnlySpan<byte> key, byte with, Span<byte> pad)
    {
        pad.Fill(with);
        for (var i = 0; i < key.Length; i++) pad[i] ^= key[i];
        return pad;
    }
}
