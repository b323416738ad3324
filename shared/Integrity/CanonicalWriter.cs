using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sallyport.Integrity;

/// <summary>
/// Writes JSON in canonical form (RFC 8785): no white space, the shortest escapes, ECMAScript's numbers. The caller gives members
/// in the order of their names' UTF-16 units.
/// </summary>
public sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> _buffer;
    private bool _first = true;

    /// <summary>An empty text.</summary>
    public CanonicalWriter(int capacity = 1024) => _buffer = new ArrayBufferWriter<byte>(capacity);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Begins an object.</summary>
    public void StartObject() => Open((byte)'{');

    /// <summary>Ends an object.</summary>
    public void EndObject() => Close((byte)'}');

    /// <summary>Begins an array.</summary>
    public void StartArray() => Open((byte)'[');

    /// <summary>Ends an array.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>A member's name.</summary>
    public void Name(string name)
    {
        Separate();
        Quote(name);
        Put((byte)':');
        _first = true;
    }

    /// <summary>A string.</summary>
    public void String(ReadOnlySpan<char> value)
    {
        Separate();
        Quote(value);
    }

    /// <summary>An integer that a double holds exactly.</summary>
    public void Integer(long value)
    {
        Separate();
        Ascii(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A number, as ECMAScript prints it.</summary>
    public void Number(double value)
    {
        Separate();
        Ascii(CanonicalNumber.Format(value));
    }

    /// <summary>true, false or null.</summary>
    public void Boolean(bool? value)
    {
        Separate();
        Ascii(value switch { true => "true", false => "false", _ => "null" });
    }

    /// <summary>A value that is already canonical.</summary>
    public void Raw(ReadOnlySpan<byte> canonical)
    {
        Separate();
        _buffer.Write(canonical);
    }

    private void Open(byte bracket)
    {
        Separate();
        Put(bracket);
        _first = true;
    }

    private void Close(byte bracket)
    {
        Put(bracket);
        _first = false;
    }

    private void Separate()
    {
        if (!_first) Put((byte)',');
        _first = false;
    }

    private void Quote(ReadOnlySpan<char> text)
    {
        Put((byte)'"');
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Escaped);
            if (plain < 0) plain = text.Length;
            if (plain > 0) Encoding.UTF8.GetBytes(text[..plain], _buffer); // half a surrogate pair becomes U+FFFD
            if (plain == text.Length) break;
            Escape(text[plain]);
            text = text[(plain + 1)..];
        }
        Put((byte)'"');
    }

    private void Escape(char c)
    {
        switch (c)
        {
            case '"': Ascii("\\\""); break;
            case '\\': Ascii("\\\\"); break;
            case '\b': Ascii("\\b"); break;
            case '\t': Ascii("\\t"); break;
            case '\n': Ascii("\\n"); break;
            case '\f': Ascii("\\f"); break;
            case '\r': Ascii("\\r"); break;
            default: Ascii($"\\u{(int)c:x4}"); break;
        }
    }

    private void Ascii(string text)
    {
        var into = _buffer.GetSpan(text.Length);
        for (var i = 0; i < text.Length; i++) into[i] = (byte)text[i];
        _buffer.Advance(text.Length);
    }

    private void Put(byte b)
    {
        _buffer.GetSpan(1)[0] = b;
        _buffer.Advance(1);
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");
}
