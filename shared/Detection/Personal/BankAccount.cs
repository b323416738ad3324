namespace Sallyport.Detection.Personal;

/// <summary>Bank accounts that are not written as an IBAN.</summary>
internal static class BankAccount
{
    private static readonly DetectionRule Routing = new("us-routing-number", FindingKind.Pii, Severity.Medium, DataClass.Payment,
        "A US bank routing number: nine digits, a Federal Reserve district, weights 3-7-1, where words say so.")
    {
        Cases = static () => new(["routing number 021000021", "ABA: 011401533"], ["routing number 021000022", "021000021", "route 021000021"]),
    };

    private static readonly DetectionRule Account = new("bank-account", FindingKind.Pii, Severity.High, DataClass.Payment | DataClass.Pii,
        "A bank account number of 6 to 17 digits where words speak of a bank and of an account.")
    {
        Cases = static () => new(
            ["bank account number: 000123456789", "checking account 12345678", "sort code 20-00-00 account 55779911"],
            ["account 123456789012 in us-east-1", "bank holiday 20241225", "account created 20240101", "digest 9c02aba7, tags: account, size 4512345"]),
    };

    private static readonly DetectionRule SortCode = new("uk-sort-code", FindingKind.Pii, Severity.Medium, DataClass.Payment,
        "A British sort code, 2-2-2 digits, where words say so.")
    {
        Cases = static () => new(["sort code 20-00-00", "Sort Code: 601613"], ["20-00-00", "sort codes are six digits, e.g. 2024-01-01"]),
    };

    public static readonly DetectionRule[] Rules = [Routing, Account, SortCode];

    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        if (chain.JoinedLeft || (labels & (Label.Routing | Label.Account | Label.SortCode)) == 0) return 0;
        var nearest = Labels.Nearest(context.Text, chain[0].Start);
        if ((labels & Label.SortCode) != 0 && IsSortCode(chain) is var code and > 0)
            return Report(ref context, SortCode, chain, code, 85);
        if (chain.JoinedRight(1) || !Checksums.AreDigits(chain.Compact(1))) return 0;
        var digits = chain.Compact(1);
        if ((labels & Label.Routing) != 0 && (nearest & Label.Account) == 0 && digits.Length == 9 && IsRouting(digits)) return Report(ref context, Routing, chain, 1, 90);

        labels |= Labels.Wide(context.Text, chain[0].Start);
        var bank = (labels & (Label.Bank | Label.Routing | Label.SortCode)) != 0;
        return bank && (labels & Label.Account) != 0 && digits.Length is >= 6 and <= 17 && !IsDate(digits) ? Report(ref context, Account, chain, 1, 75) : 0;
    }

    private static int Report(ref ScanContext context, DetectionRule rule, in Chain chain, int pieces, int confidence)
    {
        context.Add(rule, chain[0].Start, chain[pieces - 1].End, confidence);
        return chain[pieces - 1].End;
    }

    private static int IsSortCode(in Chain chain)
    {
        if (chain[0].Length == 6) return Checksums.AreDigits(chain.Compact(1)) && !chain.JoinedRight(1) ? 1 : 0;
        return chain.Count >= 3 && chain[0].Length == 2 && chain[1].Length == 2 && chain[2].Length == 2 && chain.Uniform(3) && !chain.JoinedRight(3)
            && Checksums.AreDigits(chain.Compact(3)) ? 3 : 0;
    }

    private static bool IsRouting(ReadOnlySpan<char> digits) =>
        int.Parse(digits[..2]) is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80
        && Checksums.Weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;

    private static bool IsDate(ReadOnlySpan<char> digits) => digits.Length == 8 && Dates.Valid(int.Parse(digits[..4]), int.Parse(digits[4..6]), int.Parse(digits[6..]));
}
