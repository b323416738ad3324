namespace Sallyport.Detection.Secrets;

/// <summary>Names that say of their own value that it is none: <c>invalidToken</c>, <c>FAKE_PASSWORD</c>, <c>sample-key</c>.</summary>
internal static class UnrealNames
{
    private const int LongestWord = 12;

    /// <summary>Whether one of a name's words, by separators and humps, says so.</summary>
    public static bool Says(ReadOnlySpan<char> name)
    {
        for (var start = 0; start < name.Length;)
        {
            if (!char.IsAsciiLetter(name[start]))
            {
                start++;
                continue;
            }
            var end = start + 1;
            while (end < name.Length && char.IsAsciiLetter(name[end]) && !(char.IsAsciiLetterUpper(name[end]) && char.IsAsciiLetterLower(name[end - 1]))) end++;
            if (end - start <= LongestWord && IsUnreal(name[start..end])) return true;
            start = end;
        }
        return false;
    }

    private static bool IsUnreal(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestWord];
        word.ToLowerInvariant(lower);
        return lower[..word.Length] is "non" or "not" or "fake" or "dummy" or "mock" or "mocked" or "example" or "sample" or "placeholder" or "invalid"
            or "wrong" or "bogus" or "incorrect" or "malformed" or "stub" or "bad" or "unmatching";
    }
}
