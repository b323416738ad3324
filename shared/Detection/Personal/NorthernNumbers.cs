using static Sallyport.Detection.Personal.NationalNumber;

namespace Sallyport.Detection.Personal;

/// <summary>The north and east of Europe, and Turkey.</summary>
internal static class NorthernNumbers
{
    public static NationalNumber[] All() =>
    [
        Of("ee-isikukood", Label.Baltic, "99999999999", Baltic, "An Estonian or Lithuanian personal code: century, date of birth, and a check digit (mod 11, two rounds).",
            ["isikukood 37605030299", "asmens kodas: 38703181745"], ["isikukood 37605030298", "37605030299", "isikukood 37613030299"], own: true),
        Of("se-personnummer", Label.Sweden, "999999-9999|99999999-9999", Swedish, "A Swedish personal number: date of birth and a Luhn check digit.",
            ["personnummer 811228-9874", "personnummer: 19811228-9874"], ["personnummer 811228-9873", "811228-9874"]),
        Of("no-fodselsnummer", Label.Norway, "999999 99999", Norwegian, "A Norwegian birth number: date of birth and two check digits.",
            ["fnr 15076500565", "fødselsnummer: 150765 00565"], ["fnr 15076500566", "15076500565"]),
        Of("dk-cpr", Label.Denmark, "999999-9999", Danish, "A Danish CPR number: it begins with a date of birth.",
            ["CPR 211062-5629"], ["211062-5629", "CPR 311362-5629"], own: true),
        Of("fi-hetu", Label.Finland, "999999-999*|999999A999*", Finnish, "A Finnish identity code: date of birth and a check character (mod 31).",
            ["hetu 131052-308T", "131052-308T"], ["131052-308U", "131352-308T"], alone: 85),
        Of("pl-pesel", Label.Poland, "99999999999", Pesel, "A Polish PESEL: date of birth and a weighted check digit.",
            ["PESEL 44051401359", "pesel: 02070803628"], ["PESEL 44051401358", "44051401359"]),
        Of("cz-rodne-cislo", Label.Czechia, "999999/9999", Czech, "A Czech or Slovak birth number, divisible by eleven.",
            ["rodné číslo 780123/3550"], ["rodné číslo 780123/3541", "780123/3550"], own: true),
        Of("ro-cnp", Label.Romania, "9999999999999", Romanian, "A Romanian CNP: date of birth and a weighted check digit.",
            ["CNP 1800101221144"], ["CNP 1800101221145", "1800101221144"]),
        Of("bg-egn", Label.Bulgaria, "9999999999", Bulgarian, "A Bulgarian EGN: date of birth and a weighted check digit.",
            ["EGN 7523169263", "ЕГН 7523169263"], ["EGN 7523169264", "7523169263"]),
        Of("hr-oib", Label.Croatia, "99999999999", Croatian, "A Croatian OIB with its check digit (mod 11,10).",
            ["OIB 33392005961"], ["OIB 33392005962", "33392005961"]),
        Of("tr-tckn", Label.Turkey, "99999999999", Turkish, "A Turkish identity number with its two check digits.",
            ["TCKN 10000000146", "kimlik no: 10000000146"], ["TCKN 10000000147", "10000000146"]),
    ];

    internal static bool Baltic(ReadOnlySpan<char> id)
    {
        if (id[0] is < '1' or > '8' || int.Parse(id[3..5]) is 0 or > 12 || int.Parse(id[5..7]) is 0 or > 31) return false;
        var check = Checksums.Weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        if (check == 10) check = Checksums.Weighted(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
        return check == id[10] - '0';
    }

    internal static bool Swedish(ReadOnlySpan<char> id)
    {
        var ten = id[^10..];
        // Coordination numbers add 60 to the day.
        var day = int.Parse(ten[4..6]);
        return Dates.ValidShort(int.Parse(ten[..2]), int.Parse(ten[2..4]), day > 60 ? day - 60 : day) && Checksums.Luhn(ten);
    }

    internal static bool Norwegian(ReadOnlySpan<char> id)
    {
        var day = int.Parse(id[..2]);
        return Dates.ValidShort(int.Parse(id[4..6]), int.Parse(id[2..4]), day > 40 ? day - 40 : day)
            && Checksums.Weighted(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
            && Checksums.Weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
    }

    // Since 2007 numbers are issued that no longer satisfy the old check.
    internal static bool Danish(ReadOnlySpan<char> id) => Dates.DayFirst(id);

    internal static bool Finnish(ReadOnlySpan<char> id)
    {
        var serial = id[^4..^1];
        return Dates.DayFirst(id[..6]) && Checksums.AreDigits(serial) && "0123456789ABCDEFHJKLMNPRSTUVWXY"[int.Parse(id[..6]) * 1000 % 31 is var high ? (high + int.Parse(serial)) % 31 : 0] == id[^1];
    }

    internal static bool Pesel(ReadOnlySpan<char> id) =>
        Dates.ValidShort(int.Parse(id[..2]), int.Parse(id[2..4]) % 20, int.Parse(id[4..6])) && Checksums.Weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;

    // Women's months are written 50 higher; 20 more where the numbers of a day ran out.
    internal static bool Czech(ReadOnlySpan<char> id) =>
        Dates.ValidShort(int.Parse(id[..2]), int.Parse(id[2..4]) % 50 is var month && month > 20 ? month - 20 : month, int.Parse(id[4..6])) && long.Parse(id) % 11 == 0;

    internal static bool Romanian(ReadOnlySpan<char> id) =>
        id[0] is >= '1' and <= '9' && Dates.YearFirst(id[1..7]) && Checksums.Weighted(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var rest && (rest == 10 ? 1 : rest) == id[12] - '0';

    internal static bool Bulgarian(ReadOnlySpan<char> id)
    {
        var month = int.Parse(id[2..4]);
        return Dates.ValidShort(int.Parse(id[..2]), month > 40 ? month - 40 : month > 20 ? month - 20 : month, int.Parse(id[4..6]))
            && Checksums.Weighted(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == id[9] - '0';
    }

    internal static bool Croatian(ReadOnlySpan<char> id) => Checksums.Mod11And10(id);

    internal static bool Turkish(ReadOnlySpan<char> id)
    {
        var odd = Checksums.Weighted(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
        var even = Checksums.Weighted(id, [0, 1, 0, 1, 0, 1, 0, 1, 0]);
        return id[0] != '0' && (odd * 7 - even + 100) % 10 == id[9] - '0' && (odd + even + id[9] - '0') % 10 == id[10] - '0';
    }
}
