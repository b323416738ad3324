using System.Text;

namespace Sallyport.Detection.Injection;

/// <summary>Reads Morse code: dots and dashes, letters apart by a blank, words by two or by a slash.</summary>
internal static class Morse
{
    private const int ShortestRun = 48;
    private const int LongestRun = 16 * 1024;

    // Each letter at the place its signs lead to: a dot goes to 2n, a dash to 2n+1.
    private const string Tree = "  etianmsurwdkgohvf l pjbxcyzq  54 3   2       16       7   8 90";

    /// <summary>The first long run of it in a text, read; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<char> text, out int start, out int end)
    {
        (start, end) = (0, 0);
        // Every run covers a place where letters are set apart.
        for (var from = 0; from < text.Length;)
        {
            if (text[from..].IndexOf("- .") is not (>= 0 and var hit)) return null;
            start = from + hit;
            end = start;
            while (start > from && IsSign(text[start - 1])) start--;
            while (end < text.Length && IsSign(text[end]) && end - start < LongestRun) end++;
            if (end - start >= ShortestRun && Read(text[start..end]) is { } plain) return plain;
            from = Math.Max(end, from + hit + 1);
        }
        return null;
    }

    private static string? Read(ReadOnlySpan<char> signs)
    {
        var plain = new StringBuilder(signs.Length / 3);
        var (node, letters, unknown, gap) = (1, 0, 0, 0);
        foreach (var sign in signs)
        {
            if (sign is '.' or '-')
            {
                if (gap > 1) plain.Append(' ');
                gap = 0;
                node = node >= Tree.Length ? Tree.Length : node * 2 + (sign == '-' ? 1 : 0);
                continue;
            }
            if (node > 1)
            {
                var letter = node < Tree.Length ? Tree[node] : ' ';
                if (letter == ' ') unknown++;
                else letters++;
                plain.Append(letter == ' ' ? '.' : letter);
                node = 1;
            }
            gap += sign == '/' ? 2 : 1;
        }
        if (node > 1 && node < Tree.Length) plain.Append(Tree[node]);
        // Rulers and tables of dashes are no letters.
        return letters >= 12 && unknown * 4 <= letters ? plain.ToString() : null;
    }

    private static bool IsSign(char c) => c is '.' or '-' or ' ' or '/';
}
