using System.Globalization;

namespace Sallyport.Integrity;

/// <summary>Numbers as ECMAScript writes them (RFC 8785, 3.2.2.3).</summary>
internal static class CanonicalNumber
{
    private const int MostPlainDigits = 15; // every integer of that many digits is a double, and prints as itself

    /// <summary>Writes the canonical form of a JSON number.</summary>
    public static void Write(ByteBuffer to, ReadOnlySpan<byte> written, bool strict)
    {
        if (IsPlainInteger(written))
        {
            to.Write(written);
            return;
        }
        var value = double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value) && strict) throw new FormatException("a number beyond a double has no canonical form");
        if (strict || (double.IsFinite(value) && Parts.Of(written).SameAs(Parts.Of(Text(value)))))
        {
            to.Write(Text(value));
            return;
        }
        to.Write("\""u8);
        to.Write(written);
        to.Write("\""u8);
    }

    private static bool IsPlainInteger(ReadOnlySpan<byte> written)
    {
        var digits = written[0] == '-' ? written[1..] : written;
        return digits.Length <= MostPlainDigits && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && !(digits is [(byte)'0'] && written.Length == 2);
    }

    /// <summary>What <c>Number.prototype.toString</c> gives.</summary>
    internal static byte[] Text(double value)
    {
        if (value == 0) return [(byte)'0']; // minus zero too
        Span<byte> shortest = stackalloc byte[32];
        // The shortest digits that read back as the same double; .NET's "R" has them, in a layout of its own.
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        var parts = Parts.Of(shortest[..length]);
        var digits = parts.Digits;
        var point = parts.Point; // the decimal point stands after this many digits
        var text = new List<byte>(32);
        if (value < 0) text.Add((byte)'-');
        if (point is > 0 and <= 21)
        {
            for (var i = 0; i < Math.Max(point, digits.Length); i++)
            {
                if (i == point) text.Add((byte)'.');
                text.Add(i < digits.Length ? digits[i] : (byte)'0');
            }
        }
        else if (point is > -6 and <= 0)
        {
            text.AddRange("0."u8);
            for (var i = point; i < 0; i++) text.Add((byte)'0');
            text.AddRange(digits);
        }
        else
        {
            text.Add(digits[0]);
            if (digits.Length > 1)
            {
                text.Add((byte)'.');
                text.AddRange(digits.AsSpan(1));
            }
            text.AddRange(point > 0 ? "e+"u8 : "e-"u8);
            Span<byte> exponent = stackalloc byte[8];
            Math.Abs(point - 1).TryFormat(exponent, out var exponentLength);
            text.AddRange(exponent[..exponentLength]);
        }
        return [.. text];
    }

    /// <summary>A decimal number taken apart: sign, digits without zeros at either end, place of the point.</summary>
    private readonly record struct Parts(bool Negative, byte[] Digits, int Point)
    {
        public bool SameAs(Parts other) =>
            Digits.AsSpan().SequenceEqual(other.Digits) && (Digits.Length == 0 || (Negative == other.Negative && Point == other.Point));

        public static Parts Of(ReadOnlySpan<byte> number)
        {
            var negative = number[0] == '-';
            if (negative) number = number[1..];
            long exponent = 0;
            var mark = number.IndexOfAny((byte)'e', (byte)'E');
            if (mark >= 0)
            {
                // An exponent beyond a long cannot be a double's either: any far value tells them apart.
                if (!long.TryParse(number[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) exponent = int.MaxValue;
                number = number[..mark];
            }
            var dot = number.IndexOf((byte)'.');
            var whole = dot < 0 ? number : number[..dot];
            byte[] all = dot < 0 ? number.ToArray() : [.. whole, .. number[(dot + 1)..]];
            var leading = all.AsSpan().IndexOfAnyExcept((byte)'0');
            if (leading < 0) return new Parts(negative, [], 0);
            var point = Math.Clamp(whole.Length - leading + Math.Clamp(exponent, -1_000_000_000, 1_000_000_000), int.MinValue / 2, int.MaxValue / 2);
            return new Parts(negative, all.AsSpan(leading).TrimEnd((byte)'0').ToArray(), (int)point);
        }
    }
}
