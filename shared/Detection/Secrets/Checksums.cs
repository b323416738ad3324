namespace Sallyport.Detection.Secrets;

/// <summary>Checksums that issuers put into their tokens.</summary>
internal static class Checksums
{
    /// <summary>The last six characters are the CRC-32 of those between the mark and them, in base 62 (GitHub, npm).</summary>
    public static bool Crc32Base62(string token)
    {
        var from = token.LastIndexOf('_', token.Length - 7) + 1;
        var value = Crc32(token.AsSpan(from, token.Length - 6 - from));
        for (var i = token.Length - 1; i >= token.Length - 6; i--)
        {
            if (token[i] != Digit(value % 62)) return false;
            value /= 62;
        }
        return true;
    }

    private static char Digit(uint value) => (char)(value < 10 ? '0' + value : value < 36 ? 'A' + value - 10 : 'a' + value - 36);

    private static uint Crc32(ReadOnlySpan<char> text)
    {
        var crc = ~0u;
        foreach (var c in text)
        {
            crc ^= (byte)c;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
        }
        return ~crc;
    }
}
