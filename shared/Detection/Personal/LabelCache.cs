using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Personal;

/// <summary>
/// Remembers what the last few hundred different words were as labels: texts say the same words again and again, and telling a word from
/// hundreds costs more than looking up that it was told before. A word is its own key, so one never stands for another.
/// </summary>
internal static class LabelCache
{
    /// <summary>Beside its own meaning, a word may be the second of two that mean something together.</summary>
    public const Label Second = (Label)(1UL << 63);

    private const int Size = 512;
    /// <summary>Letters of a word that has a key: five bits each.</summary>
    public const int Longest = 12;

    [ThreadStatic]
    private static Slot[]? t_slots;

    internal record struct Slot(ulong Key, Label Label);

    /// <summary>What is remembered here.</summary>
    public static Slot[] Slots => t_slots ??= new Slot[Size];

    /// <summary>What a word of ASCII letters says, in either case, and whether it is a <see cref="Second"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Label Of(Slot[] slots, ulong key, ReadOnlySpan<char> word)
    {
        ref var slot = ref slots[(int)(key * 0x9E3779B97F4A7C15 >> 55)];
        if (slot.Key != key) slot = new Slot(key, LookPlain(word));
        return slot.Label;
    }

    private static Label LookPlain(ReadOnlySpan<char> word)
    {
        Span<char> room = stackalloc char[Longest];
        return Told(Chars.Lower(word, room));
    }

    /// <summary>The same for any word, from the lists.</summary>
    public static Label Look(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Told(lower);
    }

    private static Label Told(ReadOnlySpan<char> lower) => LabelWords.Of(lower) | (LabelWords.IsSecond(lower) ? Second : Label.None);
}
