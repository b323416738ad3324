namespace Sallyport.Detection.Personal;

/// <summary>Papers whose numbers have no check digit: believed only next to their name.</summary>
internal static class Documents
{
    private static readonly DetectionRule Passport = new("passport-number", FindingKind.Pii, Severity.High, DataClass.Pii,
        "A passport number: up to two letters and six to nine digits, right after the word.")
    {
        Cases = static () => new(
            ["passport number: 533380006", "Passport No. X1234567", "Reisepass C01X00T47", "\"passport\": \"AB1234567\""],
            ["passport-js 0.6.0", "passport photo 600x600", "533380006", "passport expires 20290101", "passport 12"]),
    };

    private static readonly DetectionRule Licence = new("driver-licence", FindingKind.Pii, Severity.High, DataClass.Pii, "The number of a driving licence, right after the words.")
    {
        Cases = static () => new(
            ["my driver's license number is 2270-66-1551", "Driver licence: D1234567", "driving licence MORGA657054SM9IJ", "DL# S99988801"],
            ["license: Apache-2.0", "driver 535.104.05 license", "MIT license 2024", "driver license agreement 2024"]),
    };

    public static readonly DetectionRule[] Rules = [Passport, Licence];

    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        if ((labels & (Label.Passport | Label.Licence)) == 0 || chain.JoinedLeft) return 0;
        var ahead = Labels.Ahead(ref context, chain[0].Start);
        if ((ahead & Label.Passport) != 0 && !chain.JoinedRight(1) && IsPassport(chain.Compact(1))
            && context.Text[chain[0].Start..chain[0].End].IndexOfAnyInRange('a', 'z') < 0) return Report(ref context, Passport, chain, 1);
        return (ahead & Label.Licence) != 0 && DrivesACar(context.Text, chain[0].Start) && LicencePieces(chain) is var pieces and > 0 ? Report(ref context, Licence, chain, pieces) : 0;
    }

    private static int Report(ref ScanContext context, DetectionRule rule, in Chain chain, int pieces)
    {
        context.Add(rule, chain[0].Start, chain[pieces - 1].End, 78);
        return chain[pieces - 1].End;
    }

    private static bool IsPassport(ReadOnlySpan<char> word)
    {
        if (word.Length is < 7 or > 10) return false;
        var digits = 0;
        foreach (var c in word) digits += char.IsAsciiDigit(c) ? 1 : 0;
        if (digits == 8 && word.Length == 8 && Dates.Valid(int.Parse(word[..4]), int.Parse(word[4..6]), int.Parse(word[6..]))) return false;
        return digits >= 6;
    }

    // A licence is also what software comes under: one to drive is named in full.
    private static bool DrivesACar(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - 48)..start];
        return before.Contains("driv", StringComparison.OrdinalIgnoreCase) && before.Contains("licen", StringComparison.OrdinalIgnoreCase)
            || before.Contains("dl", StringComparison.OrdinalIgnoreCase) && before.TrimEnd().EndsWith('#') || before.Contains("führerschein", StringComparison.OrdinalIgnoreCase);
    }

    private static int LicencePieces(in Chain chain)
    {
        for (var pieces = Math.Min(chain.Count, 4); pieces >= 1; pieces--)
        {
            var id = chain.Compact(pieces);
            if (id.Length is < 7 or > 18 || chain.JoinedRight(pieces) || pieces > 1 && (!chain.Uniform(pieces) || chain[1].Separator != '-')) continue;
            var digits = 0;
            foreach (var c in id) digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (digits >= 6) return pieces;
        }
        return 0;
    }
}
