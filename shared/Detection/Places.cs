namespace Sallyport.Detection;

/// <summary>Which families want to be asked at which character: a bit for each family of <see cref="Families.All"/>.</summary>
internal sealed class Places
{
    public const int MostFamilies = 32;

    private static Places? s_all;

    /// <summary>For a character inside a word, or one that is no word character.</summary>
    public readonly uint[] Anywhere = new uint[128];

    /// <summary>For a character that does not follow a word character.</summary>
    public readonly uint[] WordStart = new uint[128];

    public uint BeyondAscii { get; private set; }

    public uint WholeText { get; private set; }

    /// <summary>The table for a set of kinds; the one for all kinds is kept.</summary>
    public static Places For(FindingKinds kinds) =>
        kinds == FindingKinds.All ? s_all ??= new Places(kinds) : new Places(kinds);

    private Places(FindingKinds kinds)
    {
        var families = Families.All;
        for (var f = 0; f < families.Length; f++)
        {
            var family = families[f];
            if ((family.Kinds & kinds) == 0) continue;
            var bit = 1u << f;
            if (family.BeyondAscii) BeyondAscii |= bit;
            if (family.WholeText) WholeText |= bit;
            foreach (var c in family.Characters)
            {
                Anywhere[c] |= bit;
                WordStart[c] |= bit;
            }
            foreach (var c in family.WordStarts)
            {
                WordStart[c] |= bit;
                WordStart[char.ToUpperInvariant(c)] |= bit;
            }
        }
    }
}
