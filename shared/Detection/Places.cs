namespace Sallyport.Detection;

/// <summary>Which families want to be asked at which character: a bit for each family of <see cref="Families.All"/>.</summary>
internal sealed class Places
{
    public const int MostFamilies = 32;

    private static readonly Places?[] s_known = new Places?[64];

    /// <summary>For a character inside a word, or one that is no word character. No family wants letters there.</summary>
    public readonly uint[] Anywhere = new uint[128];

    /// <summary>For a character that does not follow a word character.</summary>
    public readonly uint[] WordStart = new uint[128];

    private readonly uint[] _pairs = new uint[1024];
    private readonly uint[] _anySecond = new uint[32];

    public uint BeyondAscii { get; private set; }

    public uint WholeText { get; private set; }

    /// <summary>The table for a set of kinds on a surface, made once.</summary>
    public static Places For(FindingKinds kinds, Surface surface) =>
        s_known[(int)(kinds & FindingKinds.All) << 1 | (surface == Surface.ToolInput ? 1 : 0)] ??= new Places(kinds, surface);

    private Places(FindingKinds kinds, Surface surface)
    {
        var families = Families.All;
        for (var f = 0; f < families.Length; f++)
        {
            var family = families[f];
            if ((family.Kinds & kinds) == 0 || family.OnlyInput && surface != Surface.ToolInput) continue;
            var bit = 1u << f;
            if (family.BeyondAscii) BeyondAscii |= bit;
            if (family.WholeText) WholeText |= bit;
            foreach (var c in family.Characters)
            {
                Anywhere[c] |= bit;
                WordStart[c] |= bit;
                _anySecond[c & 31] |= bit;
            }
            foreach (var c in family.WordStarts) Start(c, '*', bit, family.ExactCase);
            for (var i = 0; i + 1 < family.WordPairs.Length; i += 3) Start(family.WordPairs[i], family.WordPairs[i + 1], bit, family.ExactCase);
        }
    }

    /// <summary>Which families want to be asked where a word starts with these two characters; a few more than truly do.</summary>
    public uint AtWord(char first, char second) => WordStart[first] & (_anySecond[first & 31] | _pairs[Key(first, second)]);

    private void Start(char first, char second, uint bit, bool exact)
    {
        WordStart[first] |= bit;
        if (!exact) WordStart[char.ToUpperInvariant(first)] |= bit;
        if (second == '*') _anySecond[first & 31] |= bit;
        else _pairs[Key(first, second)] |= bit;
    }

    // Upper and lower case fall together, and so do some signs.
    private static int Key(char first, char second) => (first & 31) << 5 | (second & 31);
}
