namespace Sallyport.Detection.Personal;

/// <summary>Payment card numbers: an issuer's range, a length that issuer uses, and the Luhn check digit.</summary>
internal static class PaymentCard
{
    public static readonly DetectionRule Rule = new("credit-card", FindingKind.Pii, Severity.Critical, DataClass.Pci | DataClass.Payment | DataClass.Pii,
        "A payment card number: issuer range, length and Luhn check digit; test numbers too.")
    {
        Cases = static () => new(
            [
                "card: 4111111111111111", "4111 1111 1111 1111 exp 12/29", "5555-5555-5555-4444", "paid with 378282246310005 today", "3782 822463 10005",
                "\"pan\": \"6011000990139424\"", "kaart 30569309025904", "2223003122003222", "my card number is 6759649826438453",
                "card 4000056655665556", "卡号4242424242424242",
                "4111 1111 1111 1111 5555 5555 5555 4444", "4111 1111 1111 1111 1229",
            ],
            [
                "4111111111111112", "order 9007199254740992", "0.4111111111111111", "commit 41111111111111114242", "ts=1700000000000", "1700000000000000",
                "id-4111-1111-1111-1111-9", "order id 4111111111111111", "/posts/4111111111111111", "0000 0000 0000 0000", "f4111111111111111", "4111111111111111.25",
                "8186 8188 4111 1111 1111 1111 817F 8180", "5101 4111 1111 1111 1111 5106 5107",
            ]),
    };

    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        if (chain.JoinedLeft) return 0;
        for (var pieces = 1; pieces <= chain.Count && pieces <= 6; pieces++)
        {
            var digits = chain.Compact(pieces);
            if (digits.Length < 12) continue;
            if (digits.Length > 19 || !Checksums.AreDigits(digits)) break;
            var confidence = Judge(ref context.Work, digits, chain, pieces, labels);
            if (confidence == 0) continue;
            context.Add(Rule, chain[0].Start, chain[pieces - 1].End, confidence);
            return chain[pieces - 1].End;
        }
        return 0;
    }

    private static int Judge(ref long work, ReadOnlySpan<char> digits, in Chain chain, int pieces, Label labels)
    {
        if (!chain.Uniform(pieces) || chain.JoinedRight(pieces) || pieces > 1 && chain[1].Separator is '/' || digits.Length > 12 && Checksums.OneDigit(digits)) return 0;
        var issuer = Issued(digits);
        if (issuer == Issuer.None || !Checksums.Luhn(digits)) return 0;

        var labelled = (labels & Label.Card) != 0;
        if (!labelled && pieces == 4 && CodeTable.Holds(ref work, chain.Text, chain[0].Start, chain[3].End)) return 0;
        var confidence = pieces == 1 ? 75 : Grouped(chain, pieces) ? 90 : 40;
        if (issuer == Issuer.Loose || digits.Length is not (14 or 15 or 16)) confidence -= 35;
        if ((labels & (Label.Reference | Label.Phone)) != 0 && pieces == 1) confidence -= 40;
        return labelled ? Math.Max(confidence, 60) + 9 : confidence;
    }

    private static bool Grouped(in Chain chain, int pieces) => pieces switch
    {
        3 => chain[0].Length == 4 && chain[1].Length == 6 && chain[2].Length is 4 or 5,
        4 => chain[0].Length == 4 && chain[1].Length == 4 && chain[2].Length == 4 && chain[3].Length is 1 or 4 or 7,
        5 => chain[0].Length == 4 && chain[1].Length == 4 && chain[2].Length == 4 && chain[3].Length == 4 && chain[4].Length <= 3,
        _ => false,
    };

    private enum Issuer
    {
        None,
        /// <summary>A range so wide or short that a tenth of random numbers would pass.</summary>
        Loose,
        Known,
    }

    private static Issuer Issued(ReadOnlySpan<char> digits)
    {
        var two = int.Parse(digits[..2]);
        var four = int.Parse(digits[..4]);
        var length = digits.Length;
        return (two, length) switch
        {
            ( >= 40 and <= 49, 16) => Issuer.Known,
            ( >= 40 and <= 49, 13 or 19) => Issuer.Loose,
            ( >= 51 and <= 55, 16) => Issuer.Known,
            (34 or 37, 15) => Issuer.Known,
            (36 or 38 or 39, 14 or 16) => Issuer.Known,
            (30, 14 or 16) when four is (>= 3000 and <= 3059) or 3095 => Issuer.Known,
            (35, >= 16) => four is >= 3528 and <= 3589 ? Issuer.Known : Issuer.Loose,
            (_, 15) when four is 2131 or 1800 => Issuer.Known,
            (_, 16) when four is >= 2221 and <= 2720 => Issuer.Known,
            (_, 16 or 19) when four is 6011 or (>= 6440 and <= 6599) => Issuer.Known,
            (62 or 81, >= 16) => Issuer.Known,
            (60 or 65 or 82, 16) => Issuer.Known,
            (_, 16) when four is (>= 2200 and <= 2204) or 9792 => Issuer.Known,
            (_, 16) when four is 5018 or 5020 or 5038 or 5893 or 6304 or 6759 or (>= 6761 and <= 6763) => Issuer.Known,
            (50 or (>= 56 and <= 69), _) => Issuer.Loose,
            _ => Issuer.None,
        };
    }
}
