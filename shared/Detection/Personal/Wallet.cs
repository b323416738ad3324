namespace Sallyport.Detection.Personal;

/// <summary>Addresses of crypto wallets.</summary>
internal static class Wallet
{
    private static readonly DetectionRule Bitcoin = new("bitcoin-address", FindingKind.Pii, Severity.Medium, DataClass.Payment,
        "A bitcoin address: bech32 by its checksum, an older one where words say so.")
    {
        Cases = static () => new(
            ["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "btc 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"],
            ["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "bitcoin 3.0 is 1BvBM"]),
    };

    private static readonly DetectionRule Ethereum = new("ethereum-address", FindingKind.Pii, Severity.Medium, DataClass.Payment, "An Ethereum address where words speak of a wallet.")
    {
        Cases = static () => new(["send eth to 0x52908400098527886E0F7030069857D2E4169EE7"], ["0x52908400098527886E0F7030069857D2E4169EE7", "eth 0x5290840009852788"]),
    };

    public static readonly DetectionRule[] Rules = [Bitcoin, Ethereum];

    /// <returns>The end of what was found, or 0.</returns>
    public static int Recognise(ref ScanContext context, int start, int end)
    {
        var word = context.Text[start..end];
        if (word.Length is < 26 or > 90 || start > 0 && context.Text[start - 1] == '_' || end < context.Text.Length && context.Text[end] == '_') return 0;
        if (word.StartsWith("bc1", StringComparison.OrdinalIgnoreCase)) return Bech32(word) ? Report(ref context, Bitcoin, start, end, 95) : 0;
        if (word.Length == 42 && word[0] == '0' && word[1] == 'x') return Named(ref context, start) && AreHex(word[2..]) ? Report(ref context, Ethereum, start, end, 80) : 0;
        return word.Length <= 35 && word[0] is '1' or '3' && word.Length <= 35 && IsBase58(word) && Named(ref context, start) ? Report(ref context, Bitcoin, start, end, 75) : 0;
    }

    private static int Report(ref ScanContext context, DetectionRule rule, int start, int end, int confidence)
    {
        context.Add(rule, start, end, confidence);
        return end;
    }

    private static bool Named(ref ScanContext context, int start) => (Labels.Ahead(ref context, start) & Label.Wallet) != 0;

    private static bool AreHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool IsBase58(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is '0' or 'O' or 'I' or 'l') return false;
        return true;
    }

    // BIP 173 and BIP 350.
    private static bool Bech32(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        // The human-readable part, "bc", expanded: high bits, zero, low bits.
        ReadOnlySpan<byte> prefix = [3, 3, 0, 2, 3];
        var check = 1u;
        for (var i = -prefix.Length; i < word.Length - 3; i++)
        {
            var value = i < 0 ? prefix[i + prefix.Length] : "qpzry9x8gf2tvdw0s3jn54khce6mua7l".IndexOf(char.ToLowerInvariant(word[i + 3]));
            if (value < 0) return false;
            var top = check >> 25;
            check = (check & 0x1ffffff) << 5 ^ (uint)value;
            for (var bit = 0; bit < 5; bit++)
                if ((top >> bit & 1) != 0) check ^= generator[bit];
        }
        return check is 1 or 0x2bc830a3;
    }
}
