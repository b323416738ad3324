namespace Sallyport.Detection.Personal;

/// <summary>International bank account numbers: country, that country's length, ISO 7064 check digits.</summary>
internal static class Iban
{
    public static readonly DetectionRule Rule = new("iban", FindingKind.Pii, Severity.High, DataClass.Payment | DataClass.Pii,
        "An IBAN: country code, the length of that country, and check digits that hold (mod 97).")
    {
        Cases = static () => new(
            ["GB29 NWBK 6016 1331 9268 19", "iban=DE89370400440532013000", "my iban is gb29nwbk60161331926819", "FR14 2004 1010 0505 0001 3M02 606", "NO9386011117947", "NL91-ABNA-0417-1643-00",
                "CR05 0152 0200 1026 2840 66"],
            ["GB29 NWBK 6016 1331 9268 18", "DE8937040044053201300", "ZZ89370400440532013000", "xDE89370400440532013000"]),
    };

    public static int Recognise(ref ScanContext context, in Chain chain)
    {
        var first = chain.Compact(1);
        if (first.Length < 4 || !char.IsAsciiLetter(first[0]) || !char.IsAsciiLetter(first[1]) || !Checksums.AreDigits(first[2..4]) || chain.JoinedLeft) return 0;
        var length = Length(first[..2]);
        for (var pieces = 1; length > 0 && pieces <= chain.Count; pieces++)
        {
            var iban = chain.Compact(pieces);
            if (iban.Length < length) continue;
            if (iban.Length > length || !chain.Uniform(pieces) || Checksums.Mod97(iban[..4], Checksums.Mod97(iban[4..])) != 1) return 0;
            if (iban[4..].IndexOfAnyInRange('0', '9') < 0) return 0;
            context.Add(Rule, chain[0].Start, chain[pieces - 1].End, 97);
            return chain[pieces - 1].End;
        }
        return 0;
    }

    private static int Length(ReadOnlySpan<char> country) => country switch
    {
        "NO" => 15,
        "BE" => 16,
        "DK" or "FI" or "FO" or "GL" or "NL" or "SD" or "FK" => 18,
        "MK" or "SI" => 19,
        "AT" or "BA" or "EE" or "KZ" or "LT" or "LU" or "MN" or "XK" => 20,
        "CH" or "HR" or "LI" or "LV" => 21,
        "BG" or "BH" or "CR" or "VA" or "DE" or "GB" or "GE" or "IE" or "ME" or "RS" => 22,
        "AE" or "GI" or "IL" or "IQ" or "OM" or "SO" or "TL" => 23,
        "AD" or "CZ" or "ES" or "MD" or "PK" or "RO" or "SA" or "SE" or "SK" or "TN" or "VG" => 24,
        "LY" or "PT" or "ST" => 25,
        "IS" or "TR" => 26,
        "BI" or "DJ" or "FR" or "GR" or "IT" or "MC" or "MR" or "SM" => 27,
        "AL" or "AZ" or "BY" or "CY" or "DO" or "GT" or "HU" or "LB" or "PL" or "SV" or "NI" or "HN" => 28,
        "BR" or "EG" or "PS" or "QA" or "UA" => 29,
        "JO" or "KW" or "MU" or "YE" => 30,
        "MT" or "SC" => 31,
        "LC" => 32,
        "RU" => 33,
        _ => 0,
    };
}
