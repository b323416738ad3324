using System.Globalization;
using System.Text;

namespace Sallyport.Cli;

/// <summary>
/// The last thing between this program and a terminal. What people did not write is escaped where it is shown; this is for what was forgotten, and for
/// JSON, which has to keep characters that a terminal obeys. Only the colours and cursor moves of this program pass.
/// </summary>
/// <param name="terminal">The terminal.</param>
/// <param name="json">Escape as JSON does, so that what is copied from the screen still reads the same.</param>
internal sealed class TerminalWriter(TextWriter terminal, bool json) : TextWriter(CultureInfo.InvariantCulture)
{
    private const char Escape = '\x1b';
    private const int LongestSequence = 24;

    /// <inheritdoc/>
    public override Encoding Encoding => terminal.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        terminal.WriteLine();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Passing(text[at..]);
            if (length > 0) terminal.Write(text.Slice(at, length));
            at += length;
            if (at == text.Length) return;
            length = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
            terminal.Write(Escaped(text.Slice(at, length)));
            at += length;
        }
    }

    /// <inheritdoc/>
    public override void Flush() => terminal.Flush();

    /// <summary>How much of the text may be written as it is.</summary>
    private static int Passing(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '\n' or '\t' || (c == '\r' && at + 1 < text.Length && text[at + 1] is '\n' or Escape)) at++;
            else if (c == Escape && Sequence(text[at..]) is > 0 and var length) at += length;
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                if (Sanitize.IsDangerous(new Rune(c, text[at + 1]))) return at;
                at += 2;
            }
            else if (c != '\n' && (char.IsSurrogate(c) || Sanitize.IsDangerous(new Rune(c)))) return at;
            else at++;
        }
        return at;
    }

    /// <summary>The length of a colour, of a cursor's move or of an erasure; 0 for any other sequence (titles, clipboards, queries).</summary>
    private static int Sequence(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[1] != '[') return 0;
        for (var at = 2; at < text.Length && at < LongestSequence; at++)
        {
            if (char.IsAsciiDigit(text[at]) || text[at] is ';' or '?') continue;
            return text[at] is 'm' or 'A' or 'B' or 'C' or 'D' or 'G' or 'H' or 'J' or 'K' or 'h' or 'l' ? at + 1 : 0;
        }
        return 0;
    }

    private string Escaped(ReadOnlySpan<char> character)
    {
        if (!json) return Sanitize.ForTerminal(character.ToString());
        var safe = new StringBuilder();
        foreach (var unit in character) safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        return safe.ToString();
    }
}
