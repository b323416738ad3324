namespace Sallyport.Detection.Personal;

/// <summary>Social security numbers of the United States.</summary>
internal static class SocialSecurity
{
    public static readonly DetectionRule Rule = new("us-ssn", FindingKind.Pii, Severity.Critical, DataClass.Pii,
        "A US social security or taxpayer number: valid area, group and serial, written 3-2-4, or nine digits where words say so.")
    {
        Cases = static () => new(
            ["ssn 536-90-4399", "SSN: 536904399", "536-90-4399", "social security number 536 90 4399", "ITIN 912-75-1234", "\"ssn\":\"536-90-4399\""],
            ["000-12-3456", "666-12-3456", "ssn 536-00-4399", "536-90-0000", "078-05-1120", "987-65-4320", "tel 1-536-90-4399-1", "invoice 536-90-4399", "536904399", "2021-536-90-4399"]),
    };

    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        var labelled = (labels & Label.Ssn) != 0;
        var pieces = chain[0].Length == 9 ? 1 : 3;
        if (chain.Count < pieces || chain.JoinedLeft || chain.JoinedRight(pieces)) return 0;
        var digits = chain.Compact(pieces);
        if (digits.Length != 9 || !Checksums.AreDigits(digits) || !Valid(digits, labelled)) return 0;
        if (pieces == 3 && (chain[0].Length != 3 || chain[1].Length != 2 || !chain.Uniform(3))) return 0;
        var dashed = pieces == 3 && chain[1].Separator is '-' or '\u2011' or '\u2013';
        if (!labelled && (!dashed || (labels & (Label.Reference | Label.Phone)) != 0)) return 0;
        context.Add(Rule, chain[0].Start, chain[pieces - 1].End, labelled ? 95 : 80);
        return chain[pieces - 1].End;
    }

    private static bool Valid(ReadOnlySpan<char> digits, bool labelled)
    {
        var area = int.Parse(digits[..3]);
        var group = int.Parse(digits[3..5]);
        if (area is 0 or 666 || group == 0 || digits[5..] is "0000" || digits is "078051120" or "219099999") return false;
        // Areas from 900 are taxpayer numbers, which use some groups only.
        return area < 900 || labelled && group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94;
    }
}
