using System.Buffers;

namespace Sallyport.Detection;

/// <summary>Text that is written as base 64 or in hexadecimal digits. What decodes to anything but plain text is none.</summary>
internal static class EncodedText
{
    /// <summary>True for a character of such a run.</summary>
    public static bool IsRun(char c) => (CharKinds.Of(c) & CharKinds.Run) != 0;

    /// <summary>True for a character of plain text.</summary>
    public static bool IsText(int c) => c is (>= 32 and < 127) or '\n' or '\r' or '\t';

    private static readonly SearchValues<char> s_run = SearchValues.Create("+-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Where a run that holds an index ends, at most <paramref name="most"/> on.</summary>
    public static int RunEnd(ReadOnlySpan<char> text, int at, int most)
    {
        var rest = text.Slice(at, Math.Min(text.Length - at, most));
        var end = rest.IndexOfAnyExcept(s_run);
        return end < 0 ? at + rest.Length : at + end;
    }

    /// <summary>
    /// Whether the first characters of a run, four or more, decode to text in either way: where they do not, nothing of it does. Digests and
    /// keys nearly all end here.
    /// </summary>
    public static bool MayBeText(ReadOnlySpan<char> run)
    {
        Span<char> plain = stackalloc char[3];
        return IsText(Digit(run[0]) << 4 | Digit(run[1])) || Base64(run[..4], plain) > 0;
    }

    /// <summary>Decodes base 64 in either alphabet, over the ends of lines.</summary>
    /// <returns>The length of the text; 0 where it is none.</returns>
    public static int Base64(ReadOnlySpan<char> run, Span<char> plain)
    {
        var (bits, held, length) = (0, 0, 0);
        foreach (var c in run)
        {
            if (c is '\n' or '\r') continue;
            var value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a' + 26,
                >= '0' and <= '9' => c - '0' + 52,
                '+' or '-' => 62,
                _ => 63,
            };
            (bits, held) = ((bits << 6 | value) & 0xffffff, held + 6);
            if (held < 8) continue;
            held -= 8;
            var one = bits >> held & 0xff;
            if (!IsText(one)) return 0;
            plain[length++] = (char)one;
        }
        return length;
    }

    /// <summary>Decodes pairs of hexadecimal digits, of which there is nothing else in the run.</summary>
    /// <returns>The length of the text; 0 where it is none.</returns>
    public static int Hex(ReadOnlySpan<char> run, Span<char> plain)
    {
        for (var i = 0; i + 1 < run.Length; i += 2)
        {
            var one = Digit(run[i]) << 4 | Digit(run[i + 1]);
            if (!IsText(one)) return 0;
            plain[i / 2] = (char)one;
        }
        return run.Length / 2;
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
