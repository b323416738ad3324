using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Detection;

/// <summary>Where any family wants to be asked, whatever is looked for: one table for every scan of a process, and most scan twice.</summary>
internal sealed class PlaceTables
{
    /// <summary>For a character inside a word, or one that is no word character.</summary>
    public readonly uint[] Anywhere = new uint[128];

    /// <summary>For a character that does not follow a word character.</summary>
    public readonly uint[] WordStart = new uint[128];

    /// <summary>The same, whatever follows.</summary>
    public readonly uint[] AnySecond = new uint[128];

    /// <summary>For a sign, the families that want to be asked there for some characters after it.</summary>
    public readonly uint[] Signs = new uint[128];

    /// <summary>For a character, the families that do not want to be asked there behind a word character.</summary>
    public readonly uint[] NotAfterWord = new uint[128];

    /// <summary>The same for those that want to be asked there behind nothing else.</summary>
    public readonly uint[] NotAfterGap = new uint[128];

    private readonly uint[] _signs = new uint[1024];
    private readonly uint[] _pairs = new uint[1024];
    private readonly ulong[] _fronts = new ulong[512];

    public PlaceTables()
    {
        var families = Families.All;
        for (var f = 0; f < families.Length; f++)
        {
            var family = families[f];
            var bit = 1u << f;
            if (family.BeyondAscii) BeyondAscii |= bit;
            if (family.WholeText) WholeText |= bit;
            foreach (var c in family.Characters)
            {
                Anywhere[c] |= bit;
                WordStart[c] |= bit;
                AnySecond[c] |= bit;
            }
            for (var i = 0; i + 1 < family.Signs.Length; i += 3)
            {
                Signs[family.Signs[i]] |= bit;
                _signs[Pair(family.Signs[i], family.Signs[i + 1])] |= bit;
            }
            foreach (var c in family.AfterWord) NotAfterGap[c] |= bit;
            foreach (var c in family.AfterGap) NotAfterWord[c] |= bit;
            foreach (var c in family.WordStarts) Start(c, '*', bit, family.ExactCase);
            foreach (var range in family.WordPairs.AsSpan().Split(' '))
                if (family.WordPairs.AsSpan()[range] is { Length: >= 2 } start) Start(start[0], start[1], bit, family.ExactCase, start.Length > 2 ? start[2] : '*');
        }
    }

    public uint BeyondAscii { get; private set; }

    public uint WholeText { get; private set; }

    /// <summary>The three characters at an index, five bits each; past the text's end are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Front(ReadOnlySpan<char> text, int at)
    {
        if (at > text.Length - 4) return (text[at] & 31) << 10 | (at + 1 < text.Length ? text[at + 1] & 31 : 0) << 5 | (at + 2 < text.Length ? text[at + 2] & 31 : 0);
        // The product moves the five bits of each of the three beside those of the next.
        var four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at)));
        return (int)((four & 0x1f_001f_001f) * 0x400_0020_0001 >> 32) & 0x7fff;
    }

    /// <summary>Whether a word that somebody looks for may start with these three characters, see <see cref="Front"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(int front) => (At(_fronts, front >> 6 & 511) >> front & 1) != 0;

    /// <summary>Which families look for one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtFront(int front) => At(_pairs, front >> 5 & 1023);

    /// <summary>Which families may want to be asked at a sign for the character after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtPair(char sign, char next) => At(_signs, Pair(sign, next));

    // The index is masked to the table's length: the compiler would check it once more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T At<T>(T[] table, int index) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), index);

    private void Start(char first, char second, uint bit, bool exact, char third = '*')
    {
        WordStart[first] |= bit;
        if (!exact) WordStart[char.ToUpperInvariant(first)] |= bit;
        if (second == '*')
        {
            AnySecond[first] |= bit;
            if (!exact) AnySecond[char.ToUpperInvariant(first)] |= bit;
            return;
        }
        var pair = Pair(first, second);
        _pairs[pair] |= bit;
        if (third == '*')
        {
            AnyThird(pair);
            return;
        }
        var front = pair << 5 | (third & 31);
        _fronts[front >> 6] |= 1UL << (front & 63);
    }

    private void AnyThird(int pair) => _fronts[pair >> 1] |= 0xffff_ffffUL << ((pair & 1) << 5);

    // Upper and lower case fall together, and so do some signs.
    private static int Pair(char first, char second) => (first & 31) << 5 | (second & 31);
}
