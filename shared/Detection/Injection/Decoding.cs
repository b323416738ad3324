using System.Globalization;

namespace Sallyport.Detection.Injection;

/// <summary>Reads text out of base 64, hexadecimal, binary, percent escapes and HTML entities.</summary>
internal static class Decoding
{
    /// <summary>A run shorter than this says nothing.</summary>
    public const int Shortest = 24;

    /// <summary>Tries each encoding on the run at an index.</summary>
    /// <returns>The end of what decoded, 0 for none; <paramref name="runEnd"/>: where to go on in any case.</returns>
    public static int Try(ReadOnlySpan<char> text, int at, Span<char> plain, out int length, out int runEnd)
    {
        runEnd = at + 1;
        length = 0;
        return text[at] switch
        {
            '&' => Entities(text, at, plain, out length),
            '%' => 0,
            '\\' => 0,
            _ => Word(text, at, plain, out length, out runEnd),
        };
    }

    private static int Word(ReadOnlySpan<char> text, int at, Span<char> plain, out int length, out int runEnd)
    {
        length = 0;
        var end = EncodedText.RunEnd(text, at, plain.Length - 8);
        if (end - at >= Shortest && (end >= text.Length || text[end] != '%') && !EncodedText.MayBeText(text[at..end]))
        {
            runEnd = end;
            return 0;
        }
        end = at;
        var (upper, lower, hex, percent) = (0, 0, true, 0);
        while (end < text.Length && end - at < plain.Length - 8)
        {
            var c = text[end];
            var kind = CharKinds.Of(c);
            upper += kind / CharKinds.Upper & 1;
            lower += kind / CharKinds.Lower & 1;
            if ((kind & CharKinds.Run) == 0)
            {
                if (c == '%' && end + 2 < text.Length && char.IsAsciiHexDigit(text[end + 1]) && char.IsAsciiHexDigit(text[end + 2])) percent++;
                else if (!(percent > 0 && c is '.' or ',' or ':' or '!' or '\'' or '(' or ')')) break;
            }
            hex &= (kind & CharKinds.Hex) != 0;
            end++;
        }
        runEnd = end;
        length = 0;
        if (percent >= 3) return (length = Percent(text[at..end], plain)) > 0 ? end : 0;
        if (end - at is 2 or 8 && hex) return Spaced(text, at, end - at, plain, out length, ref runEnd);
        if (end - at < Shortest || percent > 0) return 0;
        if (hex && (end - at) % 2 == 0) return (length = EncodedText.Hex(text[at..end], plain)) > 0 ? end : 0;
        if (upper < 2 || lower < 2) return 0;
        length = EncodedText.Base64(text[at..end], plain);
        while (end < text.Length && text[end] == '=') end++;
        return length > 0 ? end : 0;
    }

    // 49 67 6e …, 01001001 01100111 …
    private static int Spaced(ReadOnlySpan<char> text, int at, int width, Span<char> plain, out int length, ref int runEnd)
    {
        var end = length = 0;
        while (at + width <= text.Length && length < plain.Length)
        {
            var one = 0;
            foreach (var c in text.Slice(at, width))
            {
                var digit = width == 8 ? c is '0' or '1' ? c - '0' : -1 : char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.HexNumber) : -1;
                if (digit < 0) one = 1 << 20;
                else one = one * (width == 8 ? 2 : 16) + digit;
            }
            if (!EncodedText.IsText(one)) break;
            plain[length++] = (char)one;
            end = at += width;
            if (at + 1 >= text.Length || text[at] is not (' ' or ':' or ',')) break;
            at++;
        }
        if (end > runEnd) runEnd = end;
        return length >= 12 ? end : 0;
    }

    private static int Percent(ReadOnlySpan<char> run, Span<char> plain)
    {
        var length = 0;
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] == '%' && i + 2 < run.Length && char.IsAsciiHexDigit(run[i + 1]) && char.IsAsciiHexDigit(run[i + 2]))
            {
                plain[length++] = (char)int.Parse(run.Slice(i + 1, 2), NumberStyles.HexNumber);
                i += 2;
            }
            else plain[length++] = run[i] == '+' ? ' ' : run[i];
        }
        return length;
    }

    // &#73;&#103; and &#x49;: with any other characters between, a text may be half in entities.
    private static int Entities(ReadOnlySpan<char> text, int at, Span<char> plain, out int length)
    {
        length = 0;
        var count = 0;
        while (at < text.Length && length < plain.Length)
        {
            if (text[at] != '&')
            {
                if (count == 0 || char.IsWhiteSpace(text[at]) || !char.IsAscii(text[at])) break;
                plain[length++] = text[at++];
                continue;
            }
            var close = text[at..Math.Min(text.Length, at + 9)].IndexOf(';');
            if (close < 3 || text[at + 1] != '#') break;
            var hex = text[at + 2] is 'x' or 'X';
            var digits = text[(at + (hex ? 3 : 2))..(at + close)];
            if (!int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var one) || one is < 9 or > 0xd7ff) break;
            plain[length++] = (char)one;
            count++;
            at += close + 1;
        }
        return count >= 8 ? at : 0;
    }
}
