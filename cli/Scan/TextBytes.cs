using System.Text;

namespace Sallyport.Cli.Scan;

/// <summary>Text out of bytes: UTF-8, or UTF-16 and UTF-32 where a mark at the front or zeros between the letters say so.</summary>
internal static class TextBytes
{
    /// <summary>So many bytes tell whether every other one is zero.</summary>
    private const int Sample = 4_096;

    public static string Read(Stream from)
    {
        using var all = new MemoryStream();
        from.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        var encoding = EncodingOf(bytes);
        var mark = encoding.Preamble;
        return encoding.GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF32.Preamble)) return Encoding.UTF32;
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.BigEndianUnicode;
        var sample = bytes[..(Math.Min(bytes.Length, Sample) / 2 * 2)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        // Nearly all letters of one half, none of the other: no binary format looks so.
        if (sample.Length >= 8 && odd * 10 >= sample.Length * 4 && even == 0) return Encoding.Unicode;
        return sample.Length >= 8 && even * 10 >= sample.Length * 4 && odd == 0 ? Encoding.BigEndianUnicode : Encoding.UTF8;
    }
}
