using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Detection.Injection;

/// <summary>
/// What words mean: <see cref="Lexicon"/> and <see cref="CueWords"/>, which packaging/Lexicon writes as tables when this is compiled. They are read
/// where they lie in the program's file: nothing is built at its start.
/// </summary>
internal static class LexiconTable
{
    /// <summary>Whether any word of so many letters begins with these three, five bits each: never false for one that does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayMean(int front, int length) => Holds(LexiconData.Lengths, LexiconPlaces.OfLength(front, length));

    /// <summary>Whether any word of all begins with these three letters, five bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool BeginsLike(int front) => Holds(LexiconData.AnyFronts, front);

    /// <summary>Whether any word of four letters or more may begin with these four, five bits each: never false for one that does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeginWith(int four) => Holds(LexiconData.Fours, LexiconPlaces.OfFour(four));

    /// <summary>Whether a stem, or a word that is no number (see <see cref="LexiconPlaces.Key"/>), begins with these three letters, five bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasFront(int front) => Holds(LexiconData.Fronts, front);

    // Every place is one of its table's by how it is reckoned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Holds(ReadOnlySpan<ulong> bits, int bit) => (Unsafe.Add(ref MemoryMarshal.GetReference(bits), bit >> 6) >> bit & 1) != 0;

    /// <summary>What a word of up to twelve ASCII letters can mean, where no stem begins like it (see <see cref="HasFront"/>).</summary>
    public static Sense OfKey(ulong key)
    {
        if (key == 0 || !MayHold(key)) return default;
        var keys = LexiconData.Keys;
        var slot = LexiconPlaces.Slot(key, LexiconData.SlotBits);
        for (; keys[slot] != key; slot = (slot + 1) & (keys.Length - 1))
            if (keys[slot] == 0) return default;
        return SenseAt(LexiconData.Means[slot]);
    }

    /// <summary>Never false for a number that is a word's; seldom true for another.</summary>
    private static bool MayHold(ulong key) => Holds(LexiconData.Filter, LexiconPlaces.FilterBit(key));

    private static Sense SenseAt(int number) => new((Concept)LexiconData.Senses[2 * number], (Cue)LexiconData.Senses[2 * number + 1]);

    /// <summary>In <see cref="Folds"/>, a digit that looks like no letter.</summary>
    private const int NoLetter = 32;

    /// <summary>The five bits of each ASCII letter, and for a digit those of the letter it looks like; 1 looks like i here.</summary>
    private static ReadOnlySpan<byte> Folds =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15, 9, 50, 5, 1, 19, 54, 20, 56, 57, 26, 27, 28, 29, 30, 31,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ];

    /// <summary>
    /// Whether a word of ASCII letters and digits may mean something: as it stands, or with its digits read as the letters they look like.
    /// Never false for one that does.
    /// </summary>
    public static bool MayMeanFolded(ReadOnlySpan<char> word)
    {
        var (key, other, letters, own, read, reread) = (0UL, 0UL, word.Length <= LexiconPlaces.LongestPlain, 0, 0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            if (i >= 3 && !letters) break;
            var c = word[i] & 127;
            var (first, second) = (Folds[c], c is '1' or 'i' or 'I' ? 'l' & 31 : Folds[c] & 31);
            letters &= (first & NoLetter) == 0;
            (key, other) = (key << 5 | first & 31u, other << 5 | (uint)second);
            if (i < 3) (own, read, reread) = (own << 5 | c & 31, read << 5 | first & 31, reread << 5 | second);
        }
        for (var i = word.Length; i < 3; i++) (own, read, reread) = (own << 5, read << 5, reread << 5);
        return HasFront(read) || HasFront(reread) || HasFront(own) || letters && (MayHold(key) || MayHold(other));
    }

    /// <summary>What a word of ASCII letters can mean, by its number or 0, and in lower case.</summary>
    public static Sense OfPlain(ulong key, ReadOnlySpan<char> lower) => HasFront(LexiconPlaces.Front(lower)) ? OfKey(key) | OfOther(lower) : OfKey(key);

    /// <summary>What a whole word, folded, can mean.</summary>
    public static Sense Of(ReadOnlySpan<char> word) => word.IsEmpty ? default : OfOther(word) | OfKey(LexiconPlaces.Key(word));

    private static Sense OfOther(ReadOnlySpan<char> word)
    {
        var found = default(Sense);
        for (int i = LexiconData.Heads[LexiconPlaces.Bucket(word)]; i != 0;)
        {
            var entry = new WordChain(LexiconData.Entries[i]);
            i = entry.Next;
            if (word.Length < entry.Length || word.Length > entry.Length && !entry.Stem || !word.StartsWith(LexiconData.Text.AsSpan(entry.Start, entry.Length))) continue;
            // A foreign word that is also English counts as English.
            found |= SenseAt(entry.Sense);
        }
        return found;
    }

    /// <summary>The longest entry of at least <paramref name="least"/> characters, three or more, at the front of a run.</summary>
    public static Sense AtFront(ReadOnlySpan<char> run, int least, out int length)
    {
        length = 0;
        var found = default(Sense);
        if (run.Length < least || !BeginsLike(LexiconPlaces.Front(run))) return found;
        Span<ulong> keys = stackalloc ulong[LexiconPlaces.LongestPlain + 1];
        var (letters, grown) = (0, 0UL);
        while (letters < run.Length && letters < LexiconPlaces.LongestPlain && char.IsAsciiLetterLower(run[letters]))
        {
            grown = grown << 5 | (run[letters++] & 31u);
            keys[letters] = grown;
        }
        for (var size = letters; size >= least; size--)
            if (OfKey(keys[size]) is { Means: not Concept.None } plain)
            {
                (found, length) = (plain, size);
                break;
            }
        for (int i = LexiconData.Heads[LexiconPlaces.Bucket(run)]; i != 0;)
        {
            var entry = new WordChain(LexiconData.Entries[i]);
            i = entry.Next;
            if (entry.Length < least || entry.Length < length || SenseAt(entry.Sense) is var sense && (sense.Means == Concept.None || (sense.Means & Concept.Foreign) != 0)
                || !run.StartsWith(LexiconData.Text.AsSpan(entry.Start, entry.Length))) continue;
            found = entry.Length == length ? found | sense : sense;
            length = entry.Length;
        }
        return found;
    }
}
