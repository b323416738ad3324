using System.Globalization;
using System.Text;

namespace Sallyport.Shell.Syntax;

/// <summary>The escapes of <c>$'…'</c>.</summary>
internal static class AnsiQuoting
{
    /// <summary>Decodes what stands between the quotes. Bytes above 127 are joined as UTF-8, as the kernel would see them.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\\') < 0) return text.ToString();
        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c != '\\' || at + 1 >= text.Length)
            {
                Flush(bytes, result);
                result.Append(c);
                continue;
            }
            c = text[++at];
            if (Simple(c) is { } simple)
            {
                Flush(bytes, result);
                result.Append(simple);
            }
            else if (c is >= '0' and <= '7')
            {
                var value = Digits(text, ref at, 3, 8, at);
                if (!Byte(value & 0xFF, bytes, result)) return result.ToString();
            }
            else if (c == 'x')
            {
                if (Number(text, ref at, 2) is not { } value) Literal('x', bytes, result);
                else if (!Byte(value & 0xFF, bytes, result)) return result.ToString();
            }
            else if (c is 'u' or 'U')
            {
                Flush(bytes, result);
                if (Number(text, ref at, c == 'u' ? 4 : 8) is not { } value) Literal(c, bytes, result);
                else if (value == 0) return result.ToString();
                else if (Rune.IsValid(value)) result.Append(new Rune(value).ToString());
                else result.Append('\uFFFD');
            }
            else if (c == 'c' && at + 1 < text.Length)
            {
                Flush(bytes, result);
                result.Append((char)(text[++at] & 0x1F));
            }
            else Literal(c, bytes, result);
        }
        Flush(bytes, result);
        return result.ToString();
    }

    private static char? Simple(char c) => c switch
    {
        'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'e' or 'E' => '\x1b', 'f' => '\f', 'v' => '\v',
        '\\' or '\'' or '"' or '?' => c,
        _ => null,
    };

    private static void Literal(char c, List<byte> bytes, StringBuilder result)
    {
        Flush(bytes, result);
        result.Append('\\').Append(c);
    }

    /// <summary>A NUL ends the string in bash.</summary>
    private static bool Byte(int value, List<byte> bytes, StringBuilder result)
    {
        if (value == 0)
        {
            Flush(bytes, result);
            return false;
        }
        bytes.Add((byte)value);
        return true;
    }

    private static void Flush(List<byte> bytes, StringBuilder result)
    {
        if (bytes.Count == 0) return;
        result.Append(Encoding.UTF8.GetString([.. bytes]));
        bytes.Clear();
    }

    private static int? Number(ReadOnlySpan<char> text, ref int at, int most)
    {
        var start = at + 1;
        if (start >= text.Length || !char.IsAsciiHexDigit(text[start])) return null;
        at = start;
        return Digits(text, ref at, most, 16, start);
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at, int most, int radix, int start)
    {
        var value = 0L;
        var next = start;
        while (next < text.Length && next - start < most && char.IsAsciiHexDigit(text[next]) && Digit(text[next]) < radix)
            value = value * radix + Digit(text[next++]);
        at = next - 1;
        return (int)Math.Min(value, int.MaxValue);
    }

    private static int Digit(char c) => int.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
