namespace Sallyport.Detection.Personal;

/// <summary>
/// Rows of four hexadecimal digits, as code charts, dumps and memory listings print them: four neighbours that happen to be digits are no card
/// and no identity number, and replacing them would spoil the table.
/// </summary>
internal static class CodeTable
{
    private const int Group = 4;
    private const int Row = 6;

    /// <summary>True where a number of such groups is a part of a longer row: one with letters in it, or that no whole cards make up.</summary>
    public static bool Holds(ReadOnlySpan<char> text, int start, int end)
    {
        var (letters, groups) = (false, (end - start + 1) / (Group + 1));
        while (start > Group && text[start - 1] == ' ' && IsGroup(text, start - 1 - Group, ref letters)) (start, groups) = (start - Group - 1, groups + 1);
        while (end + Group < text.Length && text[end] == ' ' && IsGroup(text, end + 1, ref letters)) (end, groups) = (end + Group + 1, groups + 1);
        return groups >= Row && (letters || groups % Group != 0);
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int at, ref bool letters)
    {
        if (at > 0 && Chars.IsWord(text[at - 1]) || at + Group < text.Length && Chars.IsWord(text[at + Group])) return false;
        foreach (var c in text.Slice(at, Group))
        {
            if (!char.IsAsciiHexDigit(c)) return false;
            letters |= char.IsAsciiLetter(c);
        }
        return true;
    }
}
