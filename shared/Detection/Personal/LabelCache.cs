using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Letters of a word that has a key: a byte each.</summary>
    public const int Longest = 16;

    [ThreadStatic]
    private static Slot[]? t_slots;

    internal record struct Slot(Vector128<byte> Key, Label Label);

    /// <summary>What is remembered here.</summary>
    public static Slot[] Slots => t_slots ??= new Slot[Size];

    /// <summary>What a word of ASCII letters says, in either case, and whether it is a <see cref="Second"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Label Of(Slot[] slots, Vector128<byte> key, ReadOnlySpan<char> word)
    {
        var halves = key.AsUInt64();
        ref var slot = ref slots[(int)((halves.GetElement(0) + halves.GetElement(1) * 3) * 0x9E3779B97F4A7C15 >> 55)];
        if (slot.Key != key) slot = new Slot(key, LookPlain(word));
        return slot.Label;
    }

    /// <summary>The key of the word of ASCII letters, at most <see cref="Longest"/>, that a text of at least as much more begins with; it may be shorter than its run of letters.</summary>
    /// <param name="first">The first letter, and behind it as many characters as the longest word has.</param>
    /// <param name="run">How many letters stand together.</param>
    /// <param name="length">Of these the ones before a hump: camelCase is two words, SSN is one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> KeyOf(ref char first, int run, out int length)
    {
        ref var from = ref Unsafe.As<char, short>(ref first);
        var (low, high) = (Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, 8));
        // What stands behind the run may be anything: it is cut off below.
        var letters = Sse2.IsSupported ? Sse2.PackUnsignedSaturate(low, high) : Vector128.Narrow(low.AsUInt16(), high.AsUInt16());
        var capitals = ~(letters.AsUInt16() << 2).AsByte().ExtractMostSignificantBits() & (1u << run) - 1;
        var humps = capitals & ~capitals << 1;
        length = humps == 0 ? run : BitOperations.TrailingZeroCount(humps);
        return (letters | Vector128.Create((byte)0x20)) & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Cut), (nuint)(Longest - length));
    }

    /// <summary>From one place of it on so many ones, and then zeros.</summary>
    private static ReadOnlySpan<byte> Cut =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The key of a whole word of ASCII letters, at most <see cref="Longest"/>.</summary>
    public static Vector128<byte> KeyOf(ReadOnlySpan<char> word)
    {
        Span<char> room = stackalloc char[Longest];
        word.CopyTo(room);
        room[word.Length..].Clear();
        return KeyOf(ref MemoryMarshal.GetReference(room), word.Length, out _);
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
