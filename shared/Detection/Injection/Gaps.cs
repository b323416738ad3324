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
        var folded = new char[compact.Length];
        var length = 0;
        foreach (var c in compact)
        {
            if (!char.IsAsciiLetterOrDigit(c)) continue;
            folded[length++] = c switch
            {
                '0' => 'o',
                '1' => one,
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '7' => 't',
                _ => char.ToLowerInvariant(c),
            };
        }
        var (text, found) = (new StringBuilder(length + 32), 0);
        for (var i = 0; i < length;)
        {
            LexiconTable.Telling.AtFront(folded.AsSpan(i, length - i), Least, out var word);
            if (word == 0)
            {
                text.Append(folded[i++]);
                continue;
            }
            // your, yours; instruction, instructions: the longest that fits, with what follows set apart.
            text.Append(' ').Append(folded, i, word).Append(' ');
            found += word >= 4 ? 1 : 0;
            i += word;
        }
        return found >= 2 ? text.ToString() : null;
    }
}
