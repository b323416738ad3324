using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Detection.Injection;

/// <summary>The lexicon, read once, on the first text that needs it: chains of words by their first letters.</summary>
internal sealed class LexiconTable
{
    private const int Buckets = 1024;

    private static LexiconTable? s_words, s_runs;

    private readonly short[] _heads = new short[Buckets];
    private readonly ulong[] _fronts = new ulong[512];
    private readonly ulong[] _anyFronts = new ulong[512];

    /// <summary>For <see cref="MayMean"/>.</summary>
    public readonly ulong[] Lengths = new ulong[1024];

    // Of words of four letters or more the first four, by a number that others may have too.
    private readonly ulong[] _fours = new ulong[1024];

    private readonly PlainWords _plain = new();
    private readonly List<Entry> _entries = new(480);

    private readonly record struct Entry(string Source, int Start, int Length, Sense Sense, bool Stem, short Next);

    /// <summary>What words mean, and the everyday words that are cues of forms.</summary>
    public static LexiconTable Words => s_words ??= new LexiconTable(Lexicon.Words, CueWords.Words, 2);

    /// <summary>The table of words is there already.</summary>
    public static bool IsBuilt => s_words is not null;

    public static LexiconTable Runs => s_runs ??= new LexiconTable(Lexicon.Runs, "", 1);

    private readonly int _key;

    private LexiconTable(string source, string cues, int key)
    {
        _key = key;
        Array.Fill(_heads, (short)-1);
        Read(source);
        Read(cues);
    }

    private void Read(string source)
    {
        for (int line = 0, end; line < source.Length; line = end + 1)
        {
            end = source.IndexOf('\n', line) is >= 0 and var next ? next : source.Length;
            while (line < end && source[line] == ' ') line++;
            var colon = line;
            while (colon < end && source[colon] != ':') colon++;
            if (colon == end) continue;
            var sense = SenseOf(source.AsSpan(line, colon - line));
            ReadOnlySpan<char> words = source.AsSpan(0, end);
            var from = colon + 1;
            for (var at = from; at < words.Length; at++)
            {
                var (start, key, other) = (at, 0UL, 0u);
                for (; at < words.Length; at++)
                {
                    uint c = words[at];
                    if (c <= ' ') break;
                    if (c - 'a' > 'z' - 'a') other = c;
                    key = key << 5 | c & 31;
                }
                if (at == start) continue;
                if (other == 0 && at - start <= PlainWords.Longest && _key == 2) AddPlain(key, at - start, sense);
                else Add(source, start, at - start, sense);
            }
        }
    }

    /// <summary>What a line's head says of the words behind it.</summary>
    public static Sense SenseOf(ReadOnlySpan<char> head)
    {
        var sense = new Sense(head[0] == '~' ? Concept.Foreign : Concept.None, Cue.None);
        if (head[0] == '~') head = head[1..];
        while (Parts.Cut(ref head, ',', out var name)) sense |= SenseNames.Parse(name);
        return sense;
    }

    /// <summary>A word of few ASCII letters: its number tells how it begins.</summary>
    private void AddPlain(ulong key, int length, in Sense sense)
    {
        var front = (int)(length < 3 ? key << 5 * (3 - length) : key >> 5 * (length - 3)) & 0x7fff;
        _anyFronts[front >> 6] |= 1UL << front;
        var bit = OfLength(front, length);
        Lengths[bit >> 6] |= 1UL << bit;
        if (length >= 4) AddFour((int)(key >> 5 * (length - 4)) & 0xf_ffff);
        _plain.Add(key, sense);
    }

    private void AddFour(int four)
    {
        var bit = OfFour(four);
        _fours[bit >> 6] |= 1UL << bit;
    }

    private void Add(string source, int start, int length, in Sense sense)
    {
        var stem = source[start + length - 1] == '*';
        if (stem) length--;
        var word = source.AsSpan(start, length);
        var front = Front(word);
        _anyFronts[front >> 6] |= 1UL << (front & 63);
        for (var size = length; size <= (stem ? Math.Max(length, Longer) : length); size++)
        {
            var bit = OfLength(front, size);
            Lengths[bit >> 6] |= 1UL << (bit & 63);
        }
        if (length >= 4) AddFour(front << 5 | word[3] & 31);
        var bucket = Bucket(word);
        _entries.Add(new Entry(source, start, length, sense, stem, _heads[bucket]));
        _heads[bucket] = (short)(_entries.Count - 1);
        _fronts[front >> 6] |= 1UL << (front & 63);
    }

    private int Bucket(ReadOnlySpan<char> word)
    {
        if (_key == 1 || word.Length == 1) return word[0] & (Buckets - 1);
        return (word[0] * 31 + word[1]) & (Buckets - 1);
    }

    private const int Longer = PlainWords.Longest + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OfLength(int front, int length)
    {
        length = Math.Min(length, Longer);
        return (front + length * 4801) & 0x7fff | (length & 1) << 15;
    }

    /// <summary>Whether any word of so many letters begins with these three, five bits each: never false for one that does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayMean(ulong[] lengths, int front, int length)
    {
        var bit = OfLength(front, length);
        return (lengths[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    /// <summary>Whether any word of all begins with these three letters, five bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool BeginsLike(int front) => (_anyFronts[front >> 6] >> (front & 63) & 1) != 0;

    /// <summary>Whether any word of four letters or more may begin with these four, five bits each: never false for one that does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeginWith(int four)
    {
        var bit = OfFour(four);
        return (_fours[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    private static int OfFour(int four) => (int)((uint)four * 0x9E3779B9 >> 16);

    /// <summary>What a word of up to twelve ASCII letters can mean, where no stem begins like it (see <see cref="HasFront"/>).</summary>
    public Sense OfKey(ulong key) => _plain.Of(key);

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
    public bool MayMeanFolded(ReadOnlySpan<char> word)
    {
        var (key, other, letters, own, read, reread) = (0UL, 0UL, word.Length <= PlainWords.Longest, 0, 0, 0);
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
        return HasFront(read) || HasFront(reread) || HasFront(own) || letters && (_plain.MayHold(key) || _plain.MayHold(other));
    }

    /// <summary>What a word of ASCII letters can mean.</summary>
    public Sense OfPlain(ulong key, ReadOnlySpan<char> lower) => MayHold(lower) ? _plain.Of(key) | OfOther(lower) : _plain.Of(key);

    /// <summary>Whether any entry begins with the first three letters of a word of ASCII letters: for most words none does.</summary>
    public bool MayHold(ReadOnlySpan<char> word)
    {
        var front = Front(word);
        return (_fronts[front >> 6] >> (front & 63) & 1) != 0;
    }

    /// <summary>The same for those three letters, five bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasFront(int front) => (_fronts[front >> 6] >> (front & 63) & 1) != 0;

    private static int Front(ReadOnlySpan<char> word) =>
        (word[0] & 31) << 10 | (word.Length > 1 ? word[1] & 31 : 0) << 5 | (word.Length > 2 ? word[2] & 31 : 0);

    /// <summary>What a whole word, folded, can mean.</summary>
    public Sense Of(ReadOnlySpan<char> word) =>
        word.IsEmpty ? default : OfOther(word) | (PlainWords.Key(word) is var key and not 0 ? _plain.Of(key) : default);

    private Sense OfOther(ReadOnlySpan<char> word)
    {
        var found = default(Sense);
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (int i = _heads[Bucket(word)]; i >= 0;)
        {
            ref readonly var entry = ref entries[i];
            i = entry.Next;
            if (word.Length < entry.Length || word.Length > entry.Length && !entry.Stem || !word.StartsWith(entry.Source.AsSpan(entry.Start, entry.Length))) continue;
            // A foreign word that is also English counts as English.
            found |= entry.Sense;
        }
        return found;
    }

    /// <summary>The longest entry of at least <paramref name="least"/> characters at the front of a run.</summary>
    public Sense AtFront(ReadOnlySpan<char> run, int least, out int length)
    {
        length = 0;
        var found = default(Sense);
        if (run.IsEmpty || _key == 2 && least >= 3 && (run.Length < least || !BeginsLike(Front(run)))) return found;
        if (_key == 2)
        {
            Span<ulong> keys = stackalloc ulong[PlainWords.Longest + 1];
            var (letters, grown) = (0, 0UL);
            while (letters < run.Length && letters < PlainWords.Longest && char.IsAsciiLetterLower(run[letters]))
            {
                grown = grown << 5 | (run[letters++] & 31u);
                keys[letters] = grown;
            }
            for (var size = letters; size >= least; size--)
                if (_plain.MayHold(keys[size]) && _plain.Of(keys[size]) is { Means: not Concept.None } plain)
                {
                    (found, length) = (plain, size);
                    break;
                }
        }
        for (var i = _heads[Bucket(run)]; i >= 0; i = _entries[i].Next)
        {
            var entry = _entries[i];
            if (entry.Length < least || entry.Length < length || entry.Sense.Means == Concept.None || (entry.Sense.Means & Concept.Foreign) != 0
                || !run.StartsWith(entry.Source.AsSpan(entry.Start, entry.Length))) continue;
            found = entry.Length == length ? found | entry.Sense : entry.Sense;
            length = entry.Length;
        }
        return found;
    }
}
