using static Sallyport.Detection.Personal.NationalNumber;

namespace Sallyport.Detection.Personal;

/// <summary>The Americas, Africa and Israel. The social security number of the United States has its own file.</summary>
internal static class AmericanAndAfricanNumbers
{
    public static NationalNumber[] All() =>
    [
        Of("ca-sin", Label.Canada, "999 999 999|999-999-999", CanadianSin, "A Canadian social insurance number with its Luhn check digit.",
            ["SIN 130 692 544", "social insurance 130-692-544", "sin: 130692544"], ["SIN 130 692 545", "130692544", "130-692-544"]),
        Of("br-cpf", Label.Brazil, "999.999.999-99", Cpf, "A Brazilian CPF with its two check digits.",
            ["529.982.247-25", "CPF 52998224725"], ["529.982.247-26", "111.111.111-11", "52998224725"], alone: 92),
        Of("br-cnpj", Label.Brazil, "99.999.999/9999-99", Cnpj, "A Brazilian CNPJ with its two check digits.",
            ["11.222.333/0001-81", "CNPJ: 11222333000181"], ["11.222.333/0001-82", "11222333000181"], alone: 88),
        Of("cl-rut", Label.Chile, "99.999.999-*|9.999.999-*", Rut, "A Chilean RUT with its check character (mod 11).",
            ["RUT 12.345.678-5", "12.345.678-5", "rut: 11111112K"], ["12.345.678-6", "12345678-5 of 9"], alone: 78),
        Of("mx-curp", Label.Mexico, "AAAA999999AAAAAA*9", Curp, "A Mexican CURP: date of birth, sex, state and check digit.",
            ["CURP HEGG560427MVZRRL04", "HEGG560427MVZRRL04"], ["HEGG560427MVZRRL05", "HEGG561327MVZRRL04"], aloneCompact: 92),
        Of("za-id", Label.SouthAfrica, "9999999999999|999999 9999 999", SouthAfrican, "A South African identity number: date of birth and a Luhn check digit.",
            ["RSA ID 8001015009087", "RSA: 800101 5009 087"], ["RSA ID 8001015009088", "8001015009087"]),
        Of("il-id", Label.Israel, "999999999", IsraeliId, "An Israeli identity number with its check digit.",
            ["teudat zehut 123456782"], ["teudat zehut 123456789", "123456782"], own: true),
    ];

    internal static bool CanadianSin(ReadOnlySpan<char> id) => id[0] is not ('0' or '8') && !Checksums.OneDigit(id) && Checksums.Luhn(id);

    internal static bool Cpf(ReadOnlySpan<char> id) =>
        !Checksums.OneDigit(id) && Mod11(Checksums.Weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2])) == id[9] - '0' && Mod11(Checksums.Weighted(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) == id[10] - '0';

    internal static bool Cnpj(ReadOnlySpan<char> id) =>
        !Checksums.OneDigit(id) && Mod11(Checksums.Weighted(id, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == id[12] - '0'
        && Mod11(Checksums.Weighted(id, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == id[13] - '0';

    private static int Mod11(int sum) => sum % 11 < 2 ? 0 : 11 - sum % 11;

    internal static bool Rut(ReadOnlySpan<char> id)
    {
        var (sum, weight) = (0, 2);
        for (var i = id.Length - 2; i >= 0; i--)
        {
            sum += (id[i] - '0') * weight;
            weight = weight == 7 ? 2 : weight + 1;
        }
        return "0K987654321"[sum % 11] == id[^1];
    }

    internal static bool Curp(ReadOnlySpan<char> id)
    {
        if (!Dates.YearFirst(id[4..10]) || id[10] is not ('H' or 'M' or 'X')) return false;
        const string Alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(id[i]) * (18 - i);
        return (10 - sum % 10) % 10 == id[17] - '0';
    }

    internal static bool SouthAfrican(ReadOnlySpan<char> id) => Dates.YearFirst(id) && id[10] is '0' or '1' && Checksums.Luhn(id);

    internal static bool IsraeliId(ReadOnlySpan<char> id) => !Checksums.OneDigit(id) && Checksums.Luhn(id);
}
