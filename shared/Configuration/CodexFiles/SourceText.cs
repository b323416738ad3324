using System.Text;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>Strict reading of a text file whose every byte is to be kept, and small edits of it.</summary>
internal static class SourceText
{
    private const int Limit = 4 << 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; refuses what is not UTF-8, since its bytes could not be written back as they were.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > Limit) throw new CodexFileException(file, 1, "larger than 4 MiB");
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var at = Math.Clamp(wrong.Index, 0, bytes.Length);
            throw new CodexFileException(file, 1 + bytes[..at].Count((byte)'\n'), "not valid UTF-8");
        }
    }

    /// <summary>The bytes of a text, without a byte-order mark of our own.</summary>
    public static byte[] Encode(string text) => Utf8.GetBytes(text);

    /// <summary>The line, from 1, of a place in a text.</summary>
    public static int LineOf(string text, int at) => 1 + text.AsSpan(0, Math.Clamp(at, 0, text.Length)).Count('\n');

    /// <summary>The text with <paramref name="start"/>..<paramref name="end"/> replaced.</summary>
    public static string Splice(string text, int start, int end, string with) =>
        string.Concat(text.AsSpan(0, start), with, text.AsSpan(end));

    /// <summary>The line ending that the text uses.</summary>
    public static string NewLineOf(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Where the line of a place begins.</summary>
    public static int LineStart(string text, int at) => at <= 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Where the line of a place ends, its line ending included.</summary>
    public static int LineEnd(string text, int at)
    {
        var newLine = at < text.Length ? text.IndexOf('\n', at) : -1;
        return newLine < 0 ? text.Length : newLine + 1;
    }

    /// <summary>The spaces and tabs that a line begins with; null where something else stands before <paramref name="at"/>.</summary>
    public static string? IndentBefore(string text, int at)
    {
        var before = text[LineStart(text, at)..at];
        return before.AsSpan().TrimStart(" \t").IsEmpty ? before : null;
    }
}
