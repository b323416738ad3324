namespace Sallyport.Detection.Injection;

/// <summary>
/// The lexicon as it is written, searched: the few words of one line are found there sooner than <see cref="LexiconTable"/> is built, which
/// is a tenth of what a hook costs. Says of each word what the table says; a test compares.
/// </summary>
internal static class LexiconSearch
{
    /// <summary>Characters that are read in this way before the table is worth its price.</summary>
    private const int Most = 320;

    private static int s_read;

    /// <summary>Whether a text of so many characters is to be read in this way.</summary>
    public static bool Suits(int length)
    {
        if (LexiconTable.IsBuilt || length > Most - s_read) return false;
        s_read += length;
        return true;
    }

    /// <summary>What a whole word, folded, can mean.</summary>
    public static Sense Of(ReadOnlySpan<char> word) => word.IsEmpty ? default : In(Lexicon.Words, word) | In(CueWords.Words, word);

    // Each entry stands behind a blank. No stem is shorter than two letters.
    private static Sense In(ReadOnlySpan<char> source, ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> front = [' ', word[0], word.Length > 1 ? word[1] : '\0'];
        if (word.Length == 1) front = front[..2];
        var found = default(Sense);
        for (var at = 0; source[at..].IndexOf(front) is >= 0 and var hit;)
        {
            at += hit + 1;
            var length = 0;
            while (at + length < source.Length && source[at + length] > ' ') length++;
            var entry = source.Slice(at, length);
            if (entry[^1] == '*' ? word.StartsWith(entry[..^1]) : word.SequenceEqual(entry)) found |= OfLine(source, at);
        }
        return found;
    }

    /// <summary>What the words of a line mean.</summary>
    private static Sense OfLine(ReadOnlySpan<char> source, int at)
    {
        var line = source[(source[..at].LastIndexOf('\n') + 1)..];
        return LexiconTable.SenseOf(line[..line.IndexOf(':')]);
    }
}
