using static Sallyport.Detection.Personal.NationalNumber;

namespace Sallyport.Detection.Personal;

/// <summary>Asia and the Pacific.</summary>
internal static class AsiaPacificNumbers
{
    public static NationalNumber[] All() =>
    [
        Of("in-aadhaar", Label.India, "9999 9999 9999|9999-9999-9999", Aadhaar, "An Aadhaar number: twelve digits, the last by Verhoeff's scheme.",
            ["aadhaar 2341 2341 2346", "2341 2341 2346", "UIDAI: 234123412346"], ["2341 2341 2347", "1341 2341 2346", "id 234123412346", "2341 2341 2346 1111", "1111 2341 2341 2346"], alone: 60),
        Of("in-pan", Label.India, "AAAAA9999A", Pan, "An Indian permanent account number: its fourth letter says who holds it.",
            ["PAN: ABCPE1234F", "ABCPE1234F"], ["ABCDE1234F", "abcpe1234f", "ABCPE12345"], aloneCompact: 65),
        Of("sg-nric", Label.Singapore, "A9999999A", Nric, "A Singapore NRIC or FIN with its check letter.",
            ["S1234567D", "FIN F1234567N", "nric: T0123456G"], ["S1234567A", "X1234567D", "s1234567d"], aloneCompact: 80),
        Of("cn-resident-id", Label.China, "99999999999999999*", ChinaId, "A Chinese resident identity number: a date of birth and a check digit (ISO 7064 mod 11-2).",
            ["11010519491231002X", "身份证 440524188001010014"], ["110105194912310021", "11010519491331002X"], aloneCompact: 85),
        Of("tw-national-id", Label.Taiwan, "A999999999", TaiwanId, "A national identity number of Taiwan with its check digit.",
            ["national id A123456789"], ["A123456789", "national id A123456788"]),
        Of("kr-rrn", Label.Korea, "999999-9999999", KoreaRrn, "A Korean resident registration number: a date of birth and a check digit.",
            ["RRN 800101-1234560", "주민등록번호 800101-1234560", "800101-1234560"], ["800101-1234561", "801301-1234561"], alone: 70),
        Of("jp-my-number", Label.Japan, "9999 9999 9999|9999-9999-9999", MyNumber, "A Japanese individual number with its check digit.",
            ["my number: 123456789018"], ["my number: 123456789012", "123456789018"]),
        Of("th-national-id", Label.Thailand, "9-9999-99999-99-9", ThaiId, "A Thai identity number with its check digit.",
            ["1-1016-00123-45-4", "Thai ID 1101600123454"], ["1-1016-00123-45-3", "1101600123454"], alone: 75),
        Of("id-nik", Label.Indonesia, "9999999999999999", IndonesiaNik, "An Indonesian KTP number: region, date of birth, serial.",
            ["KTP 3171011708900001", "NIK: 3171015708900001"], ["KTP 3171013908900001", "3171011708900001"], own: true),
        Of("my-mykad", Label.Malaysia, "999999-99-9999", MyKad, "A Malaysian MyKad number: date of birth and place.",
            ["MyKad 880214-14-5623"], ["880214-14-5623", "MyKad 881314-14-5623"], own: true),
        Of("hk-identity-card", Label.HongKong, "A9999999|AA9999999", HongKongId, "A Hong Kong identity card number with its check digit.",
            ["HKID A1234563", "HKID: AB9876543"], ["HKID A1234564", "A1234563"], own: true),
        Of("au-tfn", Label.Australia, "999 999 999|99999999", AustralianTfn, "An Australian tax file number with its weighted check.",
            ["TFN 123 456 782", "tax file number 123456782"], ["TFN 123 456 789", "123 456 782"]),
        Of("au-abn", Label.Australia, "99 999 999 999", BusinessNumber, "An Australian business number, a sole trader's too, with its check digits (mod 89).",
            ["ABN 51 824 753 556", "abn: 51824753556"], ["ABN 51 824 753 557", "51 824 753 556", "order 51824753556"], own: true),
        Of("au-medicare", Label.Australia, "9999 99999 9|9999 99999 9 9", AustralianMedicare, "An Australian Medicare card number with its check digit.",
            ["Medicare 2123 45670 1", "medicare card 2123456701"], ["Medicare 2123 45671 1", "2123 45670 1"], own: true, classes: DataClass.Pii | DataClass.Phi),
        Of("nz-ird", Label.NewZealand, "99-999-999|999-999-999", NewZealandIrd, "A New Zealand IRD number with its weighted check.",
            ["IRD 49-091-850", "ird number 136410132"], ["IRD 49-091-851", "49-091-850"], own: true),
    ];

    internal static bool BusinessNumber(ReadOnlySpan<char> id) =>
        id[0] != '0' && (Checksums.Weighted(id, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;

    internal static bool Aadhaar(ReadOnlySpan<char> id) => id[0] is >= '2' && Checksums.Verhoeff(id);

    internal static bool Pan(ReadOnlySpan<char> id) => id[3] is 'P' or 'C' or 'H' or 'A' or 'B' or 'G' or 'J' or 'L' or 'F' or 'T' && id[5..9] is not "0000";

    internal static bool Nric(ReadOnlySpan<char> id)
    {
        var sum = Checksums.Weighted(id[1..8], [2, 7, 6, 5, 4, 3, 2]);
        return id[0] switch
        {
            'S' => "JZIHGFEDCBA"[sum % 11] == id[8],
            'T' => "JZIHGFEDCBA"[(sum + 4) % 11] == id[8],
            'F' => "XWUTRQPNMLK"[sum % 11] == id[8],
            'G' => "XWUTRQPNMLK"[(sum + 4) % 11] == id[8],
            'M' => "KLJNPQRTUWX"[10 - (sum + 3) % 11] == id[8],
            _ => false,
        };
    }

    internal static bool ChinaId(ReadOnlySpan<char> id) =>
        id[17] is 'X' or (>= '0' and <= '9') && BornIn(id, 1800) &&
        "10X98765432"[Checksums.Weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] == id[17];

    private static bool BornIn(ReadOnlySpan<char> id, int from)
    {
        var (year, month, day) = (int.Parse(id[6..10]), int.Parse(id[10..12]), int.Parse(id[12..14]));
        return year >= from && year < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    internal static bool TaiwanId(ReadOnlySpan<char> id)
    {
        var letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".IndexOf(id[0]) + 10;
        return id[1] is '1' or '2' or '8' or '9' && (letter / 10 + letter % 10 * 9 + Checksums.Weighted(id[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }

    internal static bool KoreaRrn(ReadOnlySpan<char> id) =>
        Dates.YearFirst(id) && id[6] is >= '1' and <= '8' && (11 - Checksums.Weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10 == id[12] - '0';

    internal static bool MyNumber(ReadOnlySpan<char> id)
    {
        var rest = Checksums.Weighted(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        return (rest <= 1 ? 0 : 11 - rest) == id[11] - '0';
    }

    internal static bool ThaiId(ReadOnlySpan<char> id) =>
        id[0] is >= '1' and <= '8' && (11 - Checksums.Weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == id[12] - '0';

    // Women's days of birth are written 40 higher.
    internal static bool IndonesiaNik(ReadOnlySpan<char> id)
    {
        var day = int.Parse(id[6..8]);
        return int.Parse(id[..2]) is >= 11 and <= 96 && Dates.ValidShort(int.Parse(id[10..12]), int.Parse(id[8..10]), day > 40 ? day - 40 : day);
    }

    internal static bool MyKad(ReadOnlySpan<char> id) => Dates.YearFirst(id);

    internal static bool HongKongId(ReadOnlySpan<char> id)
    {
        var letters = id.Length - 7;
        var sum = letters == 2 ? (id[0] - 'A' + 10) * 9 + (id[1] - 'A' + 10) * 8 : 36 * 9 + (id[0] - 'A' + 10) * 8;
        return (sum + Checksums.Weighted(id[letters..], [7, 6, 5, 4, 3, 2, 1])) % 11 == 0;
    }

    internal static bool AustralianTfn(ReadOnlySpan<char> id) =>
        !Checksums.OneDigit(id) && (id.Length == 9 ? Checksums.Weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) : Checksums.Weighted(id, [10, 7, 8, 4, 6, 3, 5, 1])) % 11 == 0;

    internal static bool AustralianMedicare(ReadOnlySpan<char> id) => id[0] is >= '2' and <= '6' && Checksums.Weighted(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == id[8] - '0';

    internal static bool NewZealandIrd(ReadOnlySpan<char> id)
    {
        Span<char> padded = stackalloc char[9];
        padded[0] = '0';
        id.CopyTo(padded[(9 - id.Length)..]);
        var rest = Checksums.Weighted(padded, [3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        if (rest != 0) rest = 11 - rest;
        if (rest == 10)
        {
            rest = Checksums.Weighted(padded, [7, 4, 3, 2, 5, 2, 7, 6]) % 11;
            if (rest != 0) rest = 11 - rest;
        }
        return rest == padded[8] - '0';
    }
}
