using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sallyport.Integrity;

/// <summary>Strings as RFC 8785 writes them: the shortest escape where one is needed, none where none is.</summary>
internal static class CanonicalString
{
    private static readonly SearchValues<char> NeedEscape = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static readonly SearchValues<byte> NeedEscapeBytes = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8);

    /// <summary>Writes text, escaped, without the quotes.</summary>
    public static void Write(ByteBuffer to, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(NeedEscape);
            var surrogate = IndexOfLoneSurrogate(plain < 0 ? text : text[..plain]);
            if (surrogate >= 0) plain = surrogate;
            var run = plain < 0 ? text : text[..plain];
            if (!run.IsEmpty)
            {
                // Counted, where it is long: room for the worst case would be three times what is nearly always needed.
                var space = to.GetSpan(run.Length < 64 ? Encoding.UTF8.GetMaxByteCount(run.Length) : Encoding.UTF8.GetByteCount(run));
                to.Advance(Encoding.UTF8.GetBytes(run, space));
            }
            if (plain < 0) return;
            WriteUnit(to, text[plain], strict: false);
            text = text[(plain + 1)..];
        }
    }

    /// <summary>Writes valid UTF-8, escaped, without the quotes.</summary>
    public static void Write(ByteBuffer to, ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(NeedEscapeBytes) is >= 0 and var plain)
        {
            to.Write(utf8[..plain]);
            WriteUnit(to, (char)utf8[plain], strict: false);
            utf8 = utf8[(plain + 1)..];
        }
        to.Write(utf8);
    }

    /// <summary>Rewrites what stands between the quotes of a JSON string, its escapes brought to the canonical ones.</summary>
    public static void Rewrite(ByteBuffer to, ReadOnlySpan<byte> raw, bool strict)
    {
        // Whoever writes JSON nearly always writes it as it must be: all of it stays in one piece.
        if (JsonEscapes.In(raw).AreShortest)
        {
            to.Write(raw);
            return;
        }
        var at = 0;
        while (raw[at..].IndexOf((byte)'\\') is >= 0 and var hit)
        {
            at += hit;
            // What is as it must be stays in one piece with what is around it.
            if (LengthIfCanonical(raw[at..]) is var same and > 0)
            {
                at += same;
                continue;
            }
            to.Write(raw[..at]);
            raw = raw[at..];
            raw = raw[Unescape(raw, out var unit, out var low)..];
            if (low == 0) WriteUnit(to, unit, strict);
            else to.Advance(Encoding.UTF8.GetBytes([unit, low], to.GetSpan(4)));
            at = 0;
        }
        to.Write(raw);
    }

    /// <summary>The text between the quotes of a JSON string; a lone surrogate stays one.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'\\')) return Encoding.UTF8.GetString(raw);
        var escapes = JsonEscapes.In(raw);
        return string.Create(Encoding.UTF8.GetCharCount(raw) - escapes.Spare, raw, static (text, raw) =>
        {
            var (at, to) = (0, 0);
            while (at < raw.Length)
            {
                JsonEscapes.Undo(raw, text, ref at, ref to);
                if (at == raw.Length) return;
                if (raw[at] == '\\')
                {
                    at += Unescape(raw[at..], out text[to++], out var low);
                    if (low != 0) text[to++] = low;
                }
                else
                {
                    var next = raw[at..].IndexOf((byte)'\\');
                    var run = next < 0 ? raw[at..] : raw.Slice(at, next);
                    to += Encoding.UTF8.GetChars(run, text[to..]);
                    at += run.Length;
                }
            }
        });
    }

    /// <summary>The length of the escape that raw starts with where the canonical form has the same; else 0.</summary>
    private static int LengthIfCanonical(ReadOnlySpan<byte> raw)
    {
        if (raw[1] is (byte)'"' or (byte)'\\' or (byte)'n' or (byte)'t' or (byte)'r' or (byte)'b' or (byte)'f') return 2;
        if (raw[1] != 'u' || raw[2] != '0' || raw[3] != '0' || raw[4] is not ((byte)'0' or (byte)'1')) return 0;
        return raw[5] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') && Hex(raw[2..6]) is not ('\b' or '\t' or '\n' or '\f' or '\r') ? 6 : 0;
    }

    /// <summary>Reads the escape that raw starts with.</summary>
    /// <returns>Its length, the second half of a surrogate pair included.</returns>
    private static int Unescape(ReadOnlySpan<byte> raw, out char unit, out char low)
    {
        low = '\0';
        if (raw[1] != 'u')
        {
            unit = JsonEscapes.Short(raw[1]);
            return 2;
        }
        unit = Hex(raw[2..6]);
        if (!char.IsHighSurrogate(unit) || raw.Length < 12 || raw[6] != '\\' || raw[7] != 'u') return 6;
        var next = Hex(raw[8..12]);
        if (!char.IsLowSurrogate(next)) return 6;
        low = next;
        return 12;
    }

    private static void WriteUnit(ByteBuffer to, char unit, bool strict)
    {
        switch (unit)
        {
            case '"': to.Write("\\\""u8); break;
            case '\\': to.Write("\\\\"u8); break;
            case '\b': to.Write("\\b"u8); break;
            case '\t': to.Write("\\t"u8); break;
            case '\n': to.Write("\\n"u8); break;
            case '\f': to.Write("\\f"u8); break;
            case '\r': to.Write("\\r"u8); break;
            case < ' ':
                WriteEscape(to, unit);
                break;
            case >= '\ud800' and <= '\udfff':
                if (strict) throw new FormatException("a lone surrogate has no canonical form");
                WriteEscape(to, unit);
                break;
            default:
                to.Advance(Encoding.UTF8.GetBytes([unit], to.GetSpan(3)));
                break;
        }
    }

    private static void WriteEscape(ByteBuffer to, char unit)
    {
        var space = to.GetSpan(6);
        "\\u"u8.CopyTo(space);
        for (var i = 0; i < 4; i++) space[2 + i] = "0123456789abcdef"u8[(unit >> (12 - 4 * i)) & 15];
        to.Advance(6);
    }

    private static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAnyInRange('\ud800', '\udfff') is var found and >= 0;)
        {
            var at = from + found;
            if (char.IsLowSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])) return at;
            from = at + 2;
        }
        return -1;
    }

    private static char Hex(ReadOnlySpan<byte> digits) => (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier);
}
