using Sallyport.Detection.Injection;

namespace Sallyport.Lexicon;

/// <summary>What words mean, and the everyday words that are cues of forms: the tables behind <c>LexiconTable</c>.</summary>
internal sealed class LexiconWriter
{
    private readonly SenseTable _senses = new();
    private readonly Dictionary<ulong, Sense> _plain = [];
    private readonly ulong[] _lengths = new ulong[LexiconPlaces.LengthBits / 64];
    private readonly ulong[] _fours = new ulong[LexiconPlaces.FourBits / 64];
    private readonly ulong[] _fronts = new ulong[LexiconPlaces.FrontBits / 64];
    private readonly ulong[] _anyFronts = new ulong[LexiconPlaces.FrontBits / 64];

    public static string Write() => new LexiconWriter().All();

    private string All()
    {
        var (data, chains) = (new DataClass("LexiconData"), new ChainWriter(_senses));
        foreach (var (word, stem, sense) in SourceLines.Read(Detection.Injection.Lexicon.Words).Concat(SourceLines.Read(CueWords.Words)))
        {
            Mark(word, stem);
            if (!stem && LexiconPlaces.Key(word) is var key and not 0) _plain[key] = _plain.GetValueOrDefault(key) | sense;
            else
            {
                Set(_fronts, LexiconPlaces.Front(word));
                chains.Add(LexiconPlaces.Bucket(word), word, stem, sense);
            }
        }
        WritePlain(data);
        data.Add("Lengths", _lengths);
        data.Add("Fours", _fours);
        data.Add("Fronts", _fronts);
        data.Add("AnyFronts", _anyFronts);
        chains.WriteTo(data);
        data.Add("Senses", _senses.Written);
        return data.ToString();
    }

    private void Mark(string word, bool stem)
    {
        var front = LexiconPlaces.Front(word);
        Set(_anyFronts, front);
        for (var size = word.Length; size <= (stem ? Math.Max(word.Length, LexiconPlaces.Longer) : word.Length); size++) Set(_lengths, LexiconPlaces.OfLength(front, size));
        if (word.Length >= 4) Set(_fours, LexiconPlaces.OfFour(front << 5 | word[3] & 31));
    }

    // Half of the slots stay free, so that a word that is not there is seldom compared with another.
    private void WritePlain(DataClass data)
    {
        var bits = 64 - (int)ulong.LeadingZeroCount((ulong)_plain.Count * 3 / 2);
        var (keys, means, filter) = (new ulong[1 << bits], new ushort[1 << bits], new ulong[LexiconPlaces.FilterBits / 64]);
        foreach (var (key, sense) in _plain)
        {
            var slot = LexiconPlaces.Slot(key, bits);
            while (keys[slot] != 0) slot = slot + 1 & keys.Length - 1;
            (keys[slot], means[slot]) = (key, checked((ushort)_senses.NumberOf(sense)));
            Set(filter, LexiconPlaces.FilterBit(key));
        }
        data.Add("SlotBits", bits);
        data.Add("Keys", keys);
        data.Add("Means", means);
        data.Add("Filter", filter);
    }

    private static void Set(ulong[] bits, int bit) => bits[bit >> 6] |= 1UL << (bit & 63);
}
