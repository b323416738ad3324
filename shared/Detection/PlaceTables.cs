using System.Runtime.CompilerServices;

namespace Sallyport.Detection;

/// <summary>Where any family wants to be asked, whatever is looked for: one table for every scan of a process, and most scan twice.</summary>
internal sealed class PlaceTables
{
    /// <summary>For a character inside a word, or one that is no word character.</summary>
    public readonly uint[] Anywhere = new uint[128];

    /// <summary>For a character that does not follow a word character.</summary>
    public readonly uint[] WordStart = new uint[128];

    /// <summary>For a sign, the families that want to be asked there for some characters after it.</summary>
    public readonly uint[] Signs = new uint[128];

    private readonly uint[] _signs = new uint[1024];
    private readonly uint[] _pairs = new uint[1024];
    private readonly uint[] _anySecond = new uint[32];
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
                _anySecond[c & 31] |= bit;
            }
            for (var i = 0; i + 1 < family.Signs.Length; i += 3)
            {
                Signs[family.Signs[i]] |= bit;
                _signs[Pair(family.Signs[i], family.Signs[i + 1])] |= bit;
            }
            foreach (var c in family.WordStarts) Start(c, '*', bit, family.ExactCase);
            foreach (var range in family.WordPairs.AsSpan().Split(' '))
                if (family.WordPairs.AsSpan()[range] is { Length: >= 2 } start) Start(start[0], start[1], bit, family.ExactCase, start.Length > 2 ? start[2] : '*');
        }
    }

    public uint BeyondAscii { get; private set; }

    public uint WholeText { get; private set; }

    /// <summary>Which families want to be asked where a word starts with these characters; a few more than truly do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtWord(char first, char second, char third)
    {
        var pair = Pair(first, second);
        var front = pair << 5 | (third & 31);
        return WordStart[first] & ((_fronts[front >> 6] >> (front & 63) & 1) == 0 ? _anySecond[first & 31] : _anySecond[first & 31] | _pairs[pair]);
    }

    /// <summary>Which families want to be asked at a character that is no letter and no digit, before this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint AtSign(char sign, char next) => Anywhere[sign] | Signs[sign] & _signs[Pair(sign, next)];

    private void Start(char first, char second, uint bit, bool exact, char third = '*')
    {
        WordStart[first] |= bit;
        if (!exact) WordStart[char.ToUpperInvariant(first)] |= bit;
        if (second == '*')
        {
            _anySecond[first & 31] |= bit;
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
