namespace Sallyport.Policy.Words;

/// <summary>Names of staged changes: <c>pol-7k2m9q</c>. No word of a prompt looks like one.</summary>
internal static class StagedId
{
    private const string Prefix = "pol-";
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz7";
    private const int Length = 6;

    /// <summary>Bytes of randomness a name is made of.</summary>
    public const int Bytes = Length;

    /// <summary>A name.</summary>
    public static string Of(ReadOnlySpan<byte> random)
    {
        Span<char> id = stackalloc char[Length];
        for (var i = 0; i < Length; i++) id[i] = Alphabet[random[i] & 31];
        return string.Concat(Prefix, id);
    }

    /// <summary>True for such a name.</summary>
    public static bool IsOne(string word) =>
        word.Length == Prefix.Length + Length && word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && word.Skip(Prefix.Length).All(c => Alphabet.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal));

    /// <summary>The name in a word as people type and copy it: in quotes, with a full stop behind it.</summary>
    public static string Bare(string word) => word.AsSpan().Trim("\"'`“”‘’«»()[]<>.,;:!").ToString().ToLowerInvariant();

    /// <summary>True for a word that can be meant as nothing else, although it is mistyped.</summary>
    public static bool IsMeant(string word) => Bare(word).StartsWith(Prefix, StringComparison.Ordinal);
}

/// <summary>Names of saved policies.</summary>
internal static class ProfileName
{
    /// <summary>True for a name that is also the name of a file and nothing else.</summary>
    public static bool IsOne(string name) => name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
