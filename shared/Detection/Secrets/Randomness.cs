namespace Sallyport.Detection.Secrets;

/// <summary>How random a text looks.</summary>
internal static class Randomness
{
    /// <summary>Shannon entropy in bits a character, of at most the first 256.</summary>
    public static double Entropy(ReadOnlySpan<char> text)
    {
        if (text.Length > 256) text = text[..256];
        if (text.IsEmpty) return 0;
        Span<byte> counts = stackalloc byte[128];
        counts.Clear();
        foreach (var c in text)
            if (counts[c & 127] < 255) counts[c & 127]++;
        double bits = 0;
        foreach (var count in counts)
            if (count > 1) bits += count * Math.Log2(count);
        return Math.Log2(text.Length) - bits / text.Length;
    }

    /// <summary>Holds both letters and digits.</summary>
    public static bool IsMixed(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && (text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z'));

    /// <summary>Nothing but hexadecimal digits.</summary>
    public static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return !text.IsEmpty;
    }

    /// <summary>8-4-4-4-12 hexadecimal digits.</summary>
    public static bool IsUuid(ReadOnlySpan<char> text)
    {
        if (text.Length != 36) return false;
        for (var i = 0; i < 36; i++)
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i])) return false;
        return true;
    }
}
