using System.Text;

namespace Sallyport.Detection.Injection;

/// <summary>Puts the gaps back into a sentence written without any.</summary>
internal static class Gaps
{
    private const int Least = 3;

    /// <returns>The sentence, each word of the lexicon set apart; null where fewer than two thirds are none.</returns>
    /// <param name="compact">Letters and digits, no gaps.</param>
    /// <param name="one">What a 1 stands for.</param>
    public static string? Insert(ReadOnlySpan<char> compact, char one)
    {
        Span<char> room = compact.Length <= 256 ? stackalloc char[256] : new char[compact.Length];
        var length = 0;
        foreach (var c in compact)
        {
            if (!char.IsAsciiLetterOrDigit(c)) continue;
            room[length++] = c switch
            {
                '0' => 'o',
                '1' => one,
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '7' => 't',
                _ => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c,
            };
        }
        ReadOnlySpan<char> folded = room[..length];
        // Most such runs are digests, which hold no words.
        if (Words(folded) < 2) return null;
        var text = new StringBuilder(length + 32);
        for (var i = 0; i < length;)
        {
            LexiconTable.Words.AtFront(folded[i..], Least, out var word);
            if (word == 0)
            {
                text.Append(folded[i++]);
                continue;
            }
            // your, yours; instruction, instructions: the longest that fits, with what follows set apart.
            text.Append(' ').Append(folded.Slice(i, word)).Append(' ');
            i += word;
        }
        return text.ToString();
    }

    private static int Words(ReadOnlySpan<char> folded)
    {
        var (table, found) = (LexiconTable.Words, 0);
        for (var i = 0; i < folded.Length;)
        {
            var word = 0;
            if (i + Least <= folded.Length && table.BeginsLike((folded[i] & 31) << 10 | (folded[i + 1] & 31) << 5 | folded[i + 2] & 31)) table.AtFront(folded[i..], Least, out word);
            found += word >= 4 ? 1 : 0;
            i += Math.Max(1, word);
        }
        return found;
    }
}
