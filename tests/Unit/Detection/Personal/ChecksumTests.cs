using Sallyport.Detection.Personal;

namespace Sallyport.Tests.Detection.Personal;

/// <summary>Against the numbers that the standards and the issuers themselves print as examples.</summary>
public class ChecksumTests
{
    [Theory]
    [InlineData("79927398713")]
    [InlineData("4111111111111111")]
    [InlineData("378282246310005")]
    [InlineData("490154203237518")]
    public void Luhn_holds(string digits)
    {
        Assert.True(Checksums.Luhn(digits));
        Assert_every_changed_digit_breaks_it(digits, d => Checksums.Luhn(d));
    }

    [Theory]
    [InlineData("2363")]
    [InlineData("758722")]
    [InlineData("123451")]
    [InlineData("1428570")]
    public void Verhoeff_holds(string digits)
    {
        Assert.True(Checksums.Verhoeff(digits));
        Assert_every_changed_digit_breaks_it(digits, d => Checksums.Verhoeff(d));
    }

    [Theory]
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("DE89370400440532013000")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("SA0380000000608010167519")]
    [InlineData("NO9386011117947")]
    public void An_iban_leaves_one(string iban) => Assert.Equal(1, Checksums.Mod97(iban.AsSpan(0, 4), Checksums.Mod97(iban.AsSpan(4))));

    [Theory]
    [InlineData("86095742719")]
    [InlineData("47036892816")]
    [InlineData("65929970489")]
    public void A_german_tax_number_holds(string digits)
    {
        Assert.True(Checksums.Mod11And10(digits));
        Assert_every_changed_digit_breaks_it(digits, d => Checksums.Mod11And10(d));
    }

    private static void Assert_every_changed_digit_breaks_it(string digits, Func<string, bool> check)
    {
        for (var i = 0; i < digits.Length; i++)
            for (var d = '0'; d <= '9'; d++)
                if (d != digits[i])
                    Assert.False(check(digits[..i] + d + digits[(i + 1)..]));
    }
}
