using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Injection;

/// <summary>Where in the tables of the lexicon a word stands: what writes them and what reads them must agree on it.</summary>
internal static class LexiconPlaces
{
    /// <summary>Letters of a word that is a number, five bits each: twelve fill sixty.</summary>
    public const int LongestPlain = 12;

    /// <summary>Words of so many letters or more count as equally long.</summary>
    public const int Longer = LongestPlain + 1;

    public const int FrontBits = 1 << 15, LengthBits = 1 << 16, FourBits = 1 << 16, FilterBits = 1 << 15;

    /// <summary>The first three letters, five bits each; zeros where there are fewer.</summary>
    public static int Front(ReadOnlySpan<char> word) =>
        (word[0] & 31) << 10 | (word.Length > 1 ? word[1] & 31 : 0) << 5 | (word.Length > 2 ? word[2] & 31 : 0);

    /// <summary>For the first three letters and how many there are; others may have the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OfLength(int front, int length)
    {
        length = Math.Min(length, Longer);
        return (front + length * 4801) & 0x7fff | (length & 1) << 15;
    }

    /// <summary>For the first four letters, five bits each; others may have the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OfFour(int four) => (int)((uint)four * 0x9E3779B9 >> 16);

    /// <summary>A word's number; 0 where it is too long or holds anything but lower-case letters.</summary>
    public static ulong Key(ReadOnlySpan<char> lower)
    {
        if (lower.Length > LongestPlain) return 0;
        var key = 0UL;
        foreach (var c in lower)
        {
            if (!char.IsAsciiLetterLower(c)) return 0;
            key = key << 5 | (c & 31u);
        }
        return key;
    }

    /// <summary>Where a number is looked for first, of so many slots that their numbers have so many bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(ulong key, int bits) => (int)(key * Spread >> (64 - bits));

    /// <summary>A number's bit among those of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FilterBit(ulong key) => (int)(key * Spread >> 49);

    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>The chain of a word by its first two characters.</summary>
    public static int Bucket(ReadOnlySpan<char> word) => (word.Length == 1 ? word[0] : word[0] * 31 + word[1]) & (WordChain.Buckets - 1);

    /// <summary>The chain of a word of a script without blanks, by its first character.</summary>
    public static int RunBucket(ReadOnlySpan<char> word) => word[0] & (WordChain.Buckets - 1);
}
