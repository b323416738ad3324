using static Sallyport.Detection.Personal.NationalNumber;

namespace Sallyport.Detection.Personal;

/// <summary>The west and south of Europe.</summary>
internal static class EuropeanNumbers
{
    public static NationalNumber[] All() =>
    [
        Of("uk-nino", Label.Britain, "AA 99 99 99 A", Nino, "A British national insurance number: the prefixes that are issued, and a suffix A to D.",
            ["NI number AB123456C", "AB 12 34 56 C", "national insurance: AB 12 34 56 C", "JG103759A"], ["QQ123456C", "BG123456C", "AB123456E", "ab123456c"], alone: 85, aloneCompact: 60),
        Of("uk-nhs-number", Label.Nhs, "999 999 9999|999-999-9999", NhsNumber, "A British NHS number with its check digit (mod 11).",
            ["NHS number 943 476 5919", "nhs: 9434765919"], ["NHS number 943 476 5918", "943 476 5919"], own: true, classes: DataClass.Pii | DataClass.Phi),
        Of("ie-pps", Label.Ireland, "9999999A|9999999AA", IrishPps, "An Irish PPS number with its check letter (mod 23).",
            ["PPSN 1234567T", "pps: 1234567FA"], ["PPSN 1234567A", "1234567T"], own: true),
        Of("de-tax-id", Label.Germany, "99 999 999 999", Steuer, "A German tax identification number: one digit twice or thrice, and a check digit (mod 11,10).",
            ["Steuer-ID: 86 095 742 719", "IdNr 86095742719"], ["Steuer-ID 86 095 742 718", "86095742719", "Steuer-ID 12345678903"]),
        Of("de-id-card", Label.Germany, "A*********", GermanCard, "The number of a German identity card: the letters that are used, and a check digit (7, 3, 1).",
            ["Ausweisnummer: T220001293", "Personalausweis L01X00T471", "Personalausweisnummer: t220001293"], ["Ausweisnummer T220001294", "T220001293", "Personalausweis Nummer"], own: true),
        Of("at-svnr", Label.Austria, "9999 999999", AustrianInsurance, "An Austrian social insurance number: a date of birth, and a check digit in fourth place.",
            ["SVNR 1237 010180", "Sozialversicherungsnummer: 1237010180"], ["SVNR 1236 010180", "1237 010180", "SVNR 1237 320180"], own: true),
        Of("fr-insee", Label.France, "9 99 99 99 999 999 99|9 99 99 9A 999 999 99", Insee, "A French social security number (NIR) with its key (mod 97).",
            ["1 85 05 78 006 084 91", "NIR 185057800608491", "numéro de sécu: 2 55 08 14 168 025 38"], ["1 85 05 78 006 084 92", "385057800608491"], alone: 90, aloneCompact: 70),
        Of("es-dni", Label.Spain, "99999999A|99999999-A", Dni, "A Spanish DNI with its check letter.",
            ["DNI 12345678Z", "12345678-Z", "dni: 12345678z"], ["DNI 12345678A", "12345678"], alone: 80, aloneCompact: 65),
        Of("es-nie", Label.Spain, "A9999999A|A-9999999-A|A-9999999A", Nie, "A Spanish NIE with its check letter.",
            ["NIE X1234567L", "X-1234567-L", "nie: Y1234567X"], ["X1234567M", "W1234567L"], alone: 80, aloneCompact: 65),
        Of("it-codice-fiscale", Label.Italy, "AAAAAA**A**A***A", CodiceFiscale, "An Italian codice fiscale with its check letter.",
            ["RSSMRA85T10A562S", "codice fiscale rssmra85t10a562s"], ["RSSMRA85T10A562T", "RSSMRA85Z10A562S"], aloneCompact: 90),
        Of("nl-bsn", Label.Netherlands, "999999999|9999.99.999|9999 99 999", Bsn, "A Dutch BSN (eleven test).",
            ["BSN 111222333", "burgerservicenummer: 1112.22.333"], ["BSN 111222334", "111222333"]),
        Of("be-national-number", Label.Belgium, "99.99.99-999.99", Belgian, "A Belgian national number: date of birth and check digits (mod 97).",
            ["85.07.30-033.28", "rijksregisternummer 85073003328"], ["85.07.30-033.29", "85073003328"], alone: 88),
        Of("ch-ahv", Label.Switzerland, "999.9999.9999.99", Ahv, "A Swiss AHV number: 756 and an EAN check digit.",
            ["756.9217.0769.85", "AHV 7569217076985"], ["756.9217.0769.84", "757.9217.0769.85", "7569217076985"], alone: 92),
        Of("pt-nif", Label.Portugal, "999999999|999 999 999", Nif, "A Portuguese NIF with its check digit (mod 11).",
            ["NIF 123456789", "contribuinte: 501 442 600"], ["NIF 123456788", "123456789"]),
    ];

    internal static bool Nino(ReadOnlySpan<char> id) =>
        "DFIQUV".IndexOf(id[0]) < 0 && "DFIOQUV".IndexOf(id[1]) < 0 && id[8] is >= 'A' and <= 'D' && id[..2] is not ("BG" or "GB" or "NK" or "KN" or "TN" or "NT" or "ZZ");

    internal static bool NhsNumber(ReadOnlySpan<char> id) => !Checksums.OneDigit(id) && (11 - Checksums.Weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == id[9] - '0';

    internal static bool IrishPps(ReadOnlySpan<char> id)
    {
        var sum = Checksums.Weighted(id, [8, 7, 6, 5, 4, 3, 2]);
        if (id.Length == 9) sum += (id[8] == 'W' ? 0 : id[8] - 'A' + 1) * 9;
        return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == id[7];
    }

    internal static bool Steuer(ReadOnlySpan<char> id)
    {
        Span<int> counts = stackalloc int[10];
        foreach (var c in id[..10]) counts[c - '0']++;
        var (repeated, most) = (0, 0);
        foreach (var count in counts)
        {
            if (count > 1) repeated++;
            most = Math.Max(most, count);
        }
        return id[0] != '0' && repeated == 1 && most is 2 or 3 && Checksums.Mod11And10(id);
    }

    // Letters that can be taken for others or for digits are not used.
    internal static bool GermanCard(ReadOnlySpan<char> id)
    {
        if (id.Length != 10) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            if (!char.IsAsciiDigit(id[i]) && "CDEFGHJKLMNPRTVWXYZ".IndexOf(id[i]) < 0) return false;
            sum += (char.IsAsciiDigit(id[i]) ? id[i] - '0' : id[i] - 'A' + 10) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return char.IsAsciiDigit(id[9]) && sum % 10 == id[9] - '0';
    }

    internal static bool AustrianInsurance(ReadOnlySpan<char> id) =>
        id[0] != '0' && int.Parse(id[4..6]) is >= 1 and <= 31 && int.Parse(id[6..8]) is >= 1 and <= 15
        && (Checksums.Weighted(id[..3], [3, 7, 9]) + Checksums.Weighted(id[4..], [5, 8, 4, 2, 1, 6])) % 11 == id[3] - '0';

    internal static bool Insee(ReadOnlySpan<char> id)
    {
        if (id[0] is not ('1' or '2' or '7' or '8') || int.Parse(id[3..5]) is not ((>= 1 and <= 12) or (>= 20 and <= 42) or (>= 50 and <= 99))) return false;
        // Corsica's departments 2A and 2B count as 19 and 18.
        Span<char> digits = stackalloc char[13];
        id[..13].CopyTo(digits);
        if (id[6] is 'A' or 'B')
        {
            if (id[5] != '2') return false;
            (digits[5], digits[6]) = ('1', id[6] == 'A' ? '9' : '8');
        }
        return Checksums.AreDigits(digits) && 97 - Checksums.Mod97(digits) == int.Parse(id[13..]);
    }

    internal static bool Dni(ReadOnlySpan<char> id) => id[..8] is not "00000000" && "TRWAGMYFPDXBNJZSQVHLCKE"[int.Parse(id[..8]) % 23] == id[8];

    internal static bool Nie(ReadOnlySpan<char> id) =>
        id[0] is >= 'X' and <= 'Z' && "TRWAGMYFPDXBNJZSQVHLCKE"[((id[0] - 'X') * 10_000_000 + int.Parse(id[1..8])) % 23] == id[8];

    internal static bool CodiceFiscale(ReadOnlySpan<char> id)
    {
        if ("ABCDEHLMPRST".IndexOf(id[8]) < 0) return false;
        // Where two people would share one, digits become letters, from the right.
        foreach (var at in (ReadOnlySpan<byte>)[6, 7, 9, 10, 12, 13, 14])
            if (!char.IsAsciiDigit(id[at]) && "LMNPQRSTUV".IndexOf(id[at]) < 0) return false;
        ReadOnlySpan<byte> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(id[i]) ? id[i] - '0' : id[i] - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return sum % 26 == id[15] - 'A';
    }

    internal static bool Bsn(ReadOnlySpan<char> id) => !Checksums.OneDigit(id) && Checksums.Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0;

    // Those born from 2000 on are counted as if a 2 stood in front.
    internal static bool Belgian(ReadOnlySpan<char> id)
    {
        if (int.Parse(id[2..4]) > 12 || int.Parse(id[4..6]) > 31) return false;
        var check = int.Parse(id[9..]);
        var number = long.Parse(id[..9]);
        return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check;
    }

    internal static bool Ahv(ReadOnlySpan<char> id) =>
        id[..3] is "756" && Checksums.Weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0;

    internal static bool Nif(ReadOnlySpan<char> id)
    {
        var rest = Checksums.Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return "1235689".Contains(id[0]) && (rest < 2 ? 0 : 11 - rest) == id[8] - '0';
    }
}
