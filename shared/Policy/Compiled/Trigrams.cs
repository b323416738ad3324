namespace Sallyport.Policy.Compiled;

/// <summary>
/// Which runs of three characters a text holds, case aside. A rule that needs the word "publish" cannot match a call in which "pub" does
/// not occur: that is seen without reading the rule.
/// </summary>
internal sealed class Trigrams
{
    private readonly ulong[] _bits = new ulong[1024]; // one bit for each of 65,536 hashes

    /// <summary>Adds all of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (text.Length < 3) return;
        var (a, b) = (Fold(text[0]), Fold(text[1]));
        for (var i = 2; i < text.Length; i++)
        {
            var c = Fold(text[i]);
            var hash = Hash(a, b, c);
            _bits[hash >> 6] |= 1ul << (hash & 63);
            (a, b) = (b, c);
        }
    }

    /// <summary>True where a run with this hash may occur.</summary>
    public bool MayHold(ushort hash) => (_bits[hash >> 6] & (1ul << (hash & 63))) != 0;

    /// <summary>Hashes of runs that a text must hold in order to hold <paramref name="literal"/>, as many as fit.</summary>
    /// <returns>How many; runs with other characters than ASCII are passed over.</returns>
    public static int Needles(ReadOnlySpan<char> literal, Span<ushort> into)
    {
        var count = 0;
        // Spread over the literal: neighbours say little that is new.
        var step = Math.Max(1, (literal.Length - 2) / Math.Max(1, into.Length));
        for (var i = 0; i + 2 < literal.Length && count < into.Length; i += step)
            if (char.IsAscii(literal[i]) && char.IsAscii(literal[i + 1]) && char.IsAscii(literal[i + 2]))
                into[count++] = Hash(Fold(literal[i]), Fold(literal[i + 1]), Fold(literal[i + 2]));
        return count;
    }

    // As comparing without case does it: by the upper case. Some letters beyond ASCII have one within it.
    private static char Fold(char c) => c < 128 ? (char)(c is >= 'a' and <= 'z' ? c - 32 : c) : char.ToUpperInvariant(c);

    private static ushort Hash(char a, char b, char c) => (ushort)((a * 961) + (b * 31) + c + ((a ^ c) << 9));
}
