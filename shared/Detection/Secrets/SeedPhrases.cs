namespace Sallyport.Detection.Secrets;

/// <summary>The words from which a wallet makes its keys, behind a name that says so: mnemonic, seed phrase, recovery phrase.</summary>
internal static class SeedPhrases
{
    private const int MostWords = 24;
    private const int LeastDifferent = 9;

    public static readonly DetectionRule Rule = new("wallet-seed-phrase", FindingKind.Secret, Severity.Critical, DataClass.Secret,
        "The 12 to 24 words from which a wallet of crypto-currency makes its keys, behind their name.")
    {
        Cases = static () => new(
            ["mnemonic: obtain ladder river crumble velvet onion trust pistol merry orbit salad tunnel", "SEED_PHRASE=\"obtain ladder river crumble velvet onion trust pistol merry orbit salad tunnel\"\n"],
            ["mnemonic: a short word that helps memory", "phrase = obtain ladder river", "mnemonic: test test test test test test test test test test test junk", "mnemonic: add sub mul div mov jmp cmp and or xor not shl rol"]),
    };

    /// <summary>A name under which such words stand.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => name.EndsWith("mnemonic", StringComparison.OrdinalIgnoreCase) || name.EndsWith("phrase", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("mnemonics", StringComparison.OrdinalIgnoreCase) || name.EndsWith("seedwords", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words behind an operator; the same index where there are none.</summary>
    public static int Recognise(ref ScanContext context, int at, int next)
    {
        var text = context.Text;
        while (context.At(next) is ' ' or '"' or '\'' or '`' or '\\' && next - at < 8) next++;
        Span<int> known = stackalloc int[MostWords];
        var (words, different, end) = (0, 0, next);
        for (var i = next; words <= MostWords;)
        {
            var start = i;
            var hash = 17;
            while (i < text.Length && char.IsAsciiLetterLower(text[i]) && i - start < 9) hash = hash * 31 + text[i++];
            // No wallet's list has these.
            if (i - start is < 3 or > 8 || text[start..i] is "the" or "and" or "for") break;
            if (words < MostWords && known[..words].IndexOf(hash) < 0) different++;
            if (words < MostWords) known[words] = hash;
            words++;
            end = i;
            if (context.At(i) != ' ') break;
            i++;
        }
        context.Work += end - at;
        if (words is not (12 or 15 or 18 or 21 or 24) || different < LeastDifferent || context.At(end) is not ('\0' or '"' or '\'' or '`' or '\n' or '\r' or '.' or ',' or ';' or '<' or '\\')) return at;
        context.Add(Rule, next, end, 85);
        return end;
    }
}
