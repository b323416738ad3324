using System.Globalization;
using System.Text;

namespace Sallyport.Integrity;

/// <summary>Numbers as ECMAScript's Number::toString prints them, which RFC 8785 takes over.</summary>
public static class CanonicalNumber
{
    /// <summary>The shortest text that reads back as the same double.</summary>
    /// <exception cref="ArgumentException">Not a number, or infinite: JSON has neither.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("JSON has no such number", nameof(value));
        if (value == 0) return "0"; // negative zero too
        var text = value.ToString("R", CultureInfo.InvariantCulture);

        var negative = text[0] == '-';
        var (digits, exponent) = Split(text.AsSpan(negative ? 1 : 0));
        var printed = new StringBuilder(negative ? "-" : "");
        // digits are d1 d2 … dk, and the value is 0.d1d2… × 10^exponent
        if (digits.Length <= exponent && exponent <= 21) printed.Append(digits).Append('0', exponent - digits.Length);
        else if (exponent is > 0 and <= 21) printed.Append(digits.AsSpan(0, exponent)).Append('.').Append(digits.AsSpan(exponent));
        else if (exponent is > -6 and <= 0) printed.Append("0.").Append('0', -exponent).Append(digits);
        else
        {
            printed.Append(digits[0]);
            if (digits.Length > 1) printed.Append('.').Append(digits.AsSpan(1));
            printed.Append('e').Append(exponent - 1 < 0 ? '-' : '+').Append(Math.Abs(exponent - 1));
        }
        return printed.ToString();
    }

    private static (string Digits, int Exponent) Split(ReadOnlySpan<char> text)
    {
        var power = 0;
        if (text.IndexOf('E') is >= 0 and var e)
        {
            power = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var digits = string.Concat(whole, point < 0 ? "" : text[(point + 1)..]);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), whole.Length - leading + power);
    }
}
