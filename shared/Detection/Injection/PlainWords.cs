namespace Sallyport.Detection.Injection;

/// <summary>The words of up to twelve ASCII letters, by a number that is the word: looking one up compares no text.</summary>
internal sealed class PlainWords
{
    /// <summary>Five bits a letter: twelve fill sixty.</summary>
    public const int Longest = 12;

    private const int Slots = 4096;

    private readonly ulong[] _keys = new ulong[Slots];
    private readonly ushort[] _means = new ushort[Slots];
    private readonly List<Sense> _senses = new(256) { default };
    private readonly ulong[] _filter = new ulong[256];
    private Sense _last;

    /// <summary>A word's number; 0 where it is too long or holds anything but lower-case letters.</summary>
    public static ulong Key(ReadOnlySpan<char> lower)
    {
        if (lower.Length > Longest) return 0;
        var key = 0UL;
        foreach (var c in lower)
        {
            if (!char.IsAsciiLetterLower(c)) return 0;
            key = key << 5 | (c & 31u);
        }
        return key;
    }

    /// <summary>Keeps a word by its number.</summary>
    public void Add(ulong key, in Sense means)
    {
        var slot = Slot(key);
        _keys[slot] = key;
        // Words that mean the same stand in one line.
        var together = _means[slot] == 0 ? means : _senses[_means[slot]] | means;
        if (_last != together)
        {
            _senses.Add(together);
            _last = together;
        }
        _means[slot] = (ushort)(_senses.Count - 1);
        var bit = Bit(key);
        _filter[bit >> 6] |= 1UL << (bit & 63);
    }

    /// <summary>Never false for a word that is held; seldom true for another.</summary>
    public bool MayHold(ulong key)
    {
        var bit = Bit(key);
        return (_filter[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    public Sense Of(ulong key) => key != 0 && MayHold(key) && Slot(key) is var slot && _keys[slot] == key ? _senses[_means[slot]] : default;

    private int Slot(ulong key)
    {
        var slot = (int)(key * 0x9E3779B97F4A7C15 >> 52);
        while (_keys[slot] != 0 && _keys[slot] != key) slot = (slot + 1) & (Slots - 1);
        return slot;
    }

    private static int Bit(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> 50);
}
