namespace Sallyport.Detection.Personal;

/// <summary>
/// Rows of hexadecimal numbers, as code charts, dumps and memory listings print them: four neighbours that happen to be digits are no card
/// and no identity number, and replacing them would spoil the table.
/// </summary>
internal static class CodeTable
{
    private const int Group = 4;
    private const int Longest = 6;
    private const int Row = 6;

    /// <summary>Neighbours looked at on each side. Of a longer row nobody can tell whether whole cards make it up: only its letters count.</summary>
    private const int Farthest = 32;

    /// <summary>True where a number in groups of four is a part of a longer row: one with letters in it, or that no whole cards make up.</summary>
    public static bool Holds(ref long work, ReadOnlySpan<char> text, int start, int end)
    {
        var (from, to) = (start, end);
        var (letters, groups) = (false, (end - start + 1) / (Group + 1));
        var (before, after) = (0, 0);
        while (before < Farthest && start > 0 && text[start - 1] == ' ' && Length(text[..(start - 1)], fromEnd: true, ref letters) is > 0 and var left) (start, before) = (start - 1 - left, before + 1);
        while (after < Farthest && end < text.Length && text[end] == ' ' && Length(text[(end + 1)..], fromEnd: false, ref letters) is > 0 and var right) (end, after) = (end + 1 + right, after + 1);
        work += from - start + end - to;
        groups += before + after;
        return groups >= Row && (letters || before < Farthest && after < Farthest && groups % Group != 0);
    }

    // The length of the number at one end of a text; 0 where there is none of a code's length.
    private static int Length(ReadOnlySpan<char> text, bool fromEnd, ref bool letters)
    {
        var (length, lettered) = (0, false);
        while (length < text.Length && length <= Longest && text[fromEnd ? ^(length + 1) : length] is var c && Chars.IsWord(c))
        {
            if (!char.IsAsciiHexDigit(c)) return 0;
            lettered |= char.IsAsciiLetter(c);
            length++;
        }
        if (length is < Group or > Longest) return 0;
        letters |= lettered;
        return length;
    }
}
