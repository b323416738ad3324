using System.Text;

namespace Sallyport.Shell.Commands;

/// <summary>What <c>printf</c> prints: enough of its format language to follow text that is put together to be run.</summary>
internal static class PrintfFormat
{
    /// <summary>The output of <c>printf</c> called with <paramref name="argv"/>; null where it cannot be known.</summary>
    public static Word? Format(IReadOnlyList<Word> argv, int limit)
    {
        var start = argv.Count > 1 && argv[1].Known == "--" ? 2 : 1;
        if (argv.Count <= start) return null;
        if (argv[start].Known == "-v") return Word.Of("");
        if (argv[start].Known is not { } format) return null;
        var pieces = new List<Piece>();
        var next = start + 1;
        var size = 0;
        do
        {
            var before = next;
            if (!Once(format, argv, ref next, pieces, ref size) || size > limit) break;
            if (next == before) break;
        }
        while (next < argv.Count);
        return new Word(pieces);
    }

    private static bool Once(string format, IReadOnlyList<Word> argv, ref int next, List<Piece> pieces, ref int size)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                var end = format.IndexOf('%', i);
                if (end < 0) end = format.Length;
                var literal = Unescape(format[i..end], out var stop, percent: true);
                Add(pieces, new Piece(PieceKind.Literal, literal), ref size);
                if (stop) return false;
                i = end - 1;
                continue;
            }
            if (++i >= format.Length) return true;
            if (format[i] == '%')
            {
                Add(pieces, new Piece(PieceKind.Literal, "%"), ref size);
                continue;
            }
            while (i < format.Length && format[i] is '-' or '+' or ' ' or '#' or '.' or '\'' or '*' or (>= '0' and <= '9')) i++;
            if (i >= format.Length) return true;
            var argument = next < argv.Count ? argv[next++] : Word.Of("");
            if (!Convert(format[i], argument, pieces, ref size)) return false;
        }
        return true;
    }

    private static bool Convert(char conversion, Word argument, List<Piece> pieces, ref int size)
    {
        switch (conversion)
        {
            case 's' or 'd' or 'i' or 'u' or 'q':
                foreach (var piece in argument.Pieces) Add(pieces, piece, ref size);
                return true;
            case 'b' when argument.Known is { } text:
                Add(pieces, new Piece(PieceKind.Literal, Unescape(text, out var stop)), ref size);
                return !stop;
            case 'c' when argument.Known is { } text:
                Add(pieces, new Piece(PieceKind.Literal, text.Length > 0 ? text[..1] : ""), ref size);
                return true;
            case 'x' or 'X' or 'o' when long.TryParse(argument.Known, out var number):
                Add(pieces, new Piece(PieceKind.Literal, conversion == 'o' ? System.Convert.ToString(number, 8) : number.ToString(conversion == 'x' ? "x" : "X")), ref size);
                return true;
            default:
                Add(pieces, new Piece(PieceKind.Unknown, "%" + conversion), ref size);
                return true;
        }
    }

    private static void Add(List<Piece> pieces, Piece piece, ref int size)
    {
        pieces.Add(piece);
        size += piece.Text.Length;
    }

    /// <summary>Backslash escapes as <c>echo -e</c> and <c>printf</c> read them; <paramref name="stop"/> at <c>\c</c>.</summary>
    public static string Unescape(string text, out bool stop, bool percent = false)
    {
        stop = false;
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                Flush(plain, bytes);
                plain.Append(text[i]);
                continue;
            }
            switch (text[++i])
            {
                case 'x': bytes.Add((byte)Number(text, ref i, 2, 16)); continue;
                case >= '0' and <= '7': i--; bytes.Add((byte)Number(text, ref i, text[i + 1] == '0' && !percent ? 4 : 3, 8)); continue;
                case 'u': Flush(plain, bytes); plain.Append((char)Number(text, ref i, 4, 16)); continue;
                case 'U': Flush(plain, bytes); if (Number(text, ref i, 8, 16) is var rune && Rune.IsValid(rune)) plain.Append(new Rune(rune).ToString()); continue;
                case 'c': Flush(plain, bytes); stop = true; return plain.ToString();
                case var other:
                    Flush(plain, bytes);
                    plain.Append(other switch { 'n' => "\n", 't' => "\t", 'r' => "\r", 'a' => "\a", 'b' => "\b", 'e'
                        or 'E' => "\x1b", 'f' => "\f", 'v' => "\v", '\\' => "\\", '"' => "\"", '\'' => "'", _ => "\\" + other });
                    continue;
            }
        }
        Flush(plain, bytes);
        return plain.ToString();
    }

    private static int Number(string text, ref int i, int digits, int radix)
    {
        var value = 0;
        for (; digits > 0 && i + 1 < text.Length; digits--)
        {
            var c = text[i + 1];
            var digit = char.IsAsciiHexDigit(c) ? (c <= '9' ? c - '0' : (c | 32) - 'a' + 10) : 99;
            if (digit >= radix) break;
            value = unchecked(value * radix + digit);
            i++;
        }
        return value;
    }

    private static void Flush(StringBuilder plain, List<byte> bytes)
    {
        if (bytes.Count == 0) return;
        plain.Append(Encoding.UTF8.GetString([.. bytes]));
        bytes.Clear();
    }
}
