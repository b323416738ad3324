namespace Sallyport.Detection.Personal;

/// <summary>Health data: numbers and codes that mean nothing without the words around them.</summary>
internal static class Health
{
    private static readonly DetectionRule RecordNumber = new("medical-record-number", FindingKind.Pii, Severity.High, DataClass.Phi | DataClass.Pii,
        "The number of a medical record, where words say so.")
    {
        Cases = static () => new(["MRN: 00482917", "medical record number A1234567", "patient id 483920184", "medical record number 48-29-17", "\"mrn\": \"H-204817\""],
            ["MRN of the patch 12", "patient 3 of 12", "record 00482917", "chart 2024"]),
    };

    private static readonly DetectionRule HealthPlan = new("health-plan-id", FindingKind.Pii, Severity.High, DataClass.Phi | DataClass.Pii,
        "The number of a health insurance, Medicare's included, where words say so.")
    {
        Cases = static () => new(["Medicare 1EG4-TE5-MK73", "health plan member id XQH883920184", "insurance subscriber ID: W123456789"],
            ["member 12", "1EG4TE5MK73", "insurance 2024-01-01", "class member 1234567890"]),
    };

    private static readonly DetectionRule Diagnosis = new("diagnosis-code", FindingKind.Pii, Severity.High, DataClass.Phi, "An ICD-10 code where words speak of a diagnosis.")
    {
        Cases = static () => new(["diagnosis: E11.9", "Dx F32.1", "diagnosed with ICD-10 J45.909"], ["E11.9", "diagnostic A4 paper", "diagnosis took 12 ms", "icd-10 codes"]),
    };

    private static readonly DetectionRule Prescriber = new("prescriber-number", FindingKind.Pii, Severity.Medium, DataClass.Phi, "A US NPI or DEA number with its check digit, where words say so.")
    {
        Cases = static () => new(["NPI 1234567893", "DEA: AB1234563"], ["NPI 1234567890", "DEA AB1234567", "1234567893"]),
    };

    public static readonly DetectionRule[] Rules = [RecordNumber, HealthPlan, Diagnosis, Prescriber];

    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        if ((labels & (Label.Record | Label.HealthPlan | Label.Diagnosis | Label.Prescriber | Label.Australia)) == 0 || chain.JoinedLeft) return 0;
        var ahead = Labels.Ahead(ref context, chain[0].Start);
        var before = context.Text[Math.Max(0, chain[0].Start - 40)..chain[0].Start];
        var word = chain.Compact(1);
        if ((ahead & Label.Diagnosis) != 0 && IcdPieces(chain) is var icd and > 0) return Report(ref context, Diagnosis, chain, icd, 80);
        if ((ahead & Label.Prescriber) != 0 && IsPrescriber(word) && !chain.JoinedRight(1)) return Report(ref context, Prescriber, chain, 1, 88);
        if ((ahead & (Label.HealthPlan | Label.Australia)) != 0 && MedicarePieces(chain, before) is var mbi and > 0) return Report(ref context, HealthPlan, chain, mbi, 85);
        var named = Mentions(before, "id") || Mentions(before, "number") || Mentions(before, "no") || Mentions(before, "#");
        var pieces = chain.Count > 1 && chain[0].Length <= 3 && chain[1].Separator == '-' ? chain.Count > 2 && chain[1].Length <= 3 && chain[2].Separator == '-' ? 3 : 2 : 1;
        if ((ahead & Label.Record) != 0 && (named || Mentions(before, "mrn")) && IsNumber(chain.Compact(pieces), 6, 12)) return Report(ref context, RecordNumber, chain, pieces, 82);
        if ((ahead & Label.HealthPlan) != 0 && named && (Mentions(before, "health") || Mentions(before, "insurance") || Mentions(before, "medicaid")) && IsNumber(word, 8, 15))
            return Report(ref context, HealthPlan, chain, 1, 75);
        return 0;
    }

    private static int Report(ref ScanContext context, DetectionRule rule, in Chain chain, int pieces, int confidence)
    {
        context.Add(rule, chain[0].Start, chain[pieces - 1].End, confidence);
        return chain[pieces - 1].End;
    }

    private static bool Mentions(ReadOnlySpan<char> before, string word)
    {
        for (var from = 0; before[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at && at >= 0; from += at + 1)
        {
            var (start, end) = (from + at, from + at + word.Length);
            if (word == "#" || (start == 0 || !char.IsAsciiLetter(before[start - 1])
                || char.IsAsciiLetterUpper(before[start]) && char.IsAsciiLetterLower(before[start - 1]))
                && (end == before.Length || !char.IsAsciiLetter(before[end]))) return true;
        }
        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> word, int least, int most)
    {
        var digits = 0;
        foreach (var c in word) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return word.Length >= least && word.Length <= most && digits >= 5 && digits >= word.Length - 4;
    }

    private static int IcdPieces(in Chain chain)
    {
        var first = chain.Compact(1);
        if (first.Length is < 3 or > 7 || first[0] is < 'A' or > 'Z' || !char.IsAsciiDigit(first[1]) || !char.IsAsciiDigit(first[2]) && first[2] is not ('A' or 'B')) return 0;
        if (first.Length == 3 && chain.Count > 1 && chain[1] is { Separator: '.', Length: <= 4 }) return 2;
        return first.Length == 3 && chain.JoinedRight(1) || first[1..].IndexOfAnyExceptInRange('0', '9') >= 0 ? 0 : 1;
    }

    private static int MedicarePieces(in Chain chain, ReadOnlySpan<char> before)
    {
        if (!Mentions(before, "medicare") && !Mentions(before, "mbi")) return 0;
        for (var pieces = 1; pieces <= Math.Min(3, chain.Count); pieces++)
        {
            var id = chain.Compact(pieces);
            if (id.Length != 11 || chain.JoinedRight(pieces)) continue;
            var shape = Shape.Of("9A*9A*9AA99", id, id);
            if (shape != Shape.Fit.No && id[0] != '0' && id.IndexOfAny("SLO") < 0 && id.IndexOfAny("IBZ") < 0) return pieces;
        }
        return 0;
    }

    private static bool IsPrescriber(ReadOnlySpan<char> word)
    {
        if (word.Length == 10 && Checksums.AreDigits(word))
        {
            Span<char> card = stackalloc char[15];
            "80840".CopyTo(card);
            word.CopyTo(card[5..]);
            return Checksums.Luhn(card);
        }
        return word.Length == 9 && char.IsAsciiLetter(word[0]) && Checksums.AreDigits(word[2..])
            && (Checksums.Weighted(word[2..], [1, 0, 1, 0, 1, 0]) + 2 * Checksums.Weighted(word[2..], [0, 1, 0, 1, 0, 1])) % 10 == word[8] - '0';
    }
}
