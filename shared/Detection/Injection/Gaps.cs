using System.Text;

namespace Sallyport.Detection.Injection;

/// <summary>Puts the gaps back into a sentence written without any.</summary>
internal static class Gaps
{
    private const int Least = 3;

    /// <summary>ASCII letters in lower case, digits as the letters they look like, where they do; nothing of other characters.</summary>
    private static ReadOnlySpan<byte> Folds =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0o12eas6t89\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;

    /// <summary>
    /// Whether two words of four letters or more may stand in a run, whatever a 1 stands for. Digests are such runs and hold none; without two
    /// <see cref="Insert"/> says null.
    /// </summary>
    public static bool MayHoldWords(ReadOnlySpan<char> compact)
    {
        var (i, l, letters, begun) = (0, 0, 0, 0);
        foreach (var c in compact)
        {
            if (c >= 128 || Folds[c] is not (not 0 and var fold)) continue;
            i = (i << 5 | (fold == '1' ? 'i' : fold) & 31) & 0xf_ffff;
            l = (l << 5 | (fold == '1' ? 'l' : fold) & 31) & 0xf_ffff;
            if (++letters >= 4 && (LexiconTable.MayBeginWith(i) || l != i && LexiconTable.MayBeginWith(l)) && ++begun == 2) return true;
        }
        return false;
    }

    /// <returns>The sentence, each word of the lexicon set apart; null where fewer than two thirds are none.</returns>
    /// <param name="compact">Letters and digits, no gaps.</param>
    /// <param name="one">What a 1 stands for.</param>
    public static string? Insert(ReadOnlySpan<char> compact, char one)
    {
        Span<char> room = compact.Length <= 256 ? stackalloc char[256] : new char[compact.Length];
        var length = 0;
        foreach (var c in compact)
            if (c < 128 && Folds[c] is not 0 and var fold) room[length++] = fold == '1' ? one : (char)fold;
        ReadOnlySpan<char> folded = room[..length];
        // Most such runs are digests, which hold no words.
        if (Words(folded) < 2) return null;
        var text = new StringBuilder(length + 32);
        for (var i = 0; i < length;)
        {
            LexiconTable.AtFront(folded[i..], Least, out var word);
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
        var (found, front) = (0, 0);
        for (var (i, read) = (0, 0); i + Least <= folded.Length;)
        {
            for (; read < i + Least; read++) front = (front << 5 | folded[read] & 31) & 0x7fff;
            var word = 0;
            if (LexiconTable.BeginsLike(front)) LexiconTable.AtFront(folded[i..], Least, out word);
            found += word >= 4 ? 1 : 0;
            i += Math.Max(1, word);
        }
        return found;
    }
}
