namespace Sallyport.Detection.Secrets;

/// <summary>Every token format, by what it opens. Add one where it belongs; its rule and its cases follow from it.</summary>
internal static partial class TokenFormats
{
    private static TokenFormat[]? s_all;

    public static TokenFormat[] All => s_all ??= [.. Cloud(), .. Hosting(), .. Models(), .. Packages(), .. Chat(), .. Payments(), .. Services(), .. Hashes()];

    private static TokenFormat[] Hashes() =>
    [
        new("password-hash", "an account: the hash of its password, which can be guessed offline",
            "$2a$<d:2>$<c:53>", "$2b$<d:2>$<c:53>", "$2y$<d:2>$<c:53>", "$6$<c:1-16>$<c:86>", "$5$<c:1-16>$<c:43>", "$1$<c:1-8>$<c:22>",
            "$apr1$<c:1-8>$<c:22>", "$y$<c:3-6>$<c:16-32>$<c:43>") { Severity = Severity.High, Confidence = 85 },
    ];
}
