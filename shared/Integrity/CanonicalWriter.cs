using System.Text.Json;

namespace Sallyport.Integrity;

/// <summary>
/// Writes an object that is canonical as it is written: the caller names the members in order, and a test holds them to it.
/// Members without a value are left out.
/// </summary>
internal sealed class CanonicalWriter
{
    private readonly ByteBuffer _buffer;
    private bool _first = true;

    public CanonicalWriter(int capacity = 1024) => _buffer = new ByteBuffer(capacity);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.Span;

    /// <summary>The same, for whoever keeps it: nothing may be written afterwards.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.Memory;

    /// <summary>How much was written.</summary>
    public int Length => _buffer.Length;

    /// <summary>Makes room at once for so many bytes more.</summary>
    public void Reserve(int more) => _buffer.Reserve(more);

    public void StartObject() => Open("{"u8);

    public void EndObject() => Close("}"u8);

    public void StartArray() => Open("["u8);

    public void EndArray() => Close("]"u8);

    /// <summary>A member's name, which needs no escape; its value follows.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        _buffer.Write("\""u8);
        _buffer.Write(name);
        _buffer.Write("\":"u8);
        _first = true;
    }

    /// <summary>A member's name, whatever is in it.</summary>
    public void Name(string name)
    {
        String(name);
        _buffer.Write(":"u8);
        _first = true;
    }

    public void String(ReadOnlySpan<char> text)
    {
        Separate();
        _buffer.Write("\""u8);
        CanonicalString.Write(_buffer, text);
        _buffer.Write("\""u8);
    }

    /// <summary>A string that is UTF-8 already.</summary>
    public void Utf8(ReadOnlySpan<byte> text)
    {
        Separate();
        _buffer.Write("\""u8);
        CanonicalString.Write(_buffer, text);
        _buffer.Write("\""u8);
    }

    public void Integer(long value)
    {
        Separate();
        var space = _buffer.GetSpan(20);
        value.TryFormat(space, out var length);
        _buffer.Advance(length);
    }

    public void Boolean(bool value)
    {
        Separate();
        _buffer.Write(value ? "true"u8 : "false"u8);
    }

    /// <summary>A hash, as hex in quotes.</summary>
    public void Hash(ReadOnlySpan<byte> hash)
    {
        Separate();
        _buffer.Write("\""u8);
        var space = _buffer.GetSpan(hash.Length * 2);
        for (var i = 0; i < hash.Length; i++)
        {
            space[2 * i] = "0123456789abcdef"u8[hash[i] >> 4];
            space[2 * i + 1] = "0123456789abcdef"u8[hash[i] & 15];
        }
        _buffer.Advance(hash.Length * 2);
        _buffer.Write("\""u8);
    }

    /// <summary>Any value.</summary>
    public void Value(JsonElement value)
    {
        Separate();
        CanonicalJson.Write(_buffer, value);
    }

    /// <summary>What is already canonical.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        Separate();
        _buffer.Write(json);
    }

    public void Member(ReadOnlySpan<byte> name, string? text)
    {
        if (text is null) return;
        Name(name);
        String(text);
    }

    public void Member(ReadOnlySpan<byte> name, long? number)
    {
        if (number is not { } value) return;
        Name(name);
        Integer(value);
    }

    public void Member(ReadOnlySpan<byte> name, bool? flag)
    {
        if (flag is not { } value) return;
        Name(name);
        Boolean(value);
    }

    /// <summary>A line feed between records; not part of one.</summary>
    public void EndLine()
    {
        _buffer.Write("\n"u8);
        _first = true;
    }

    /// <summary>Spaces and a line feed, so that all of it is <paramref name="size"/> bytes.</summary>
    public void EndBlock(int size)
    {
        var left = size - Length;
        var space = _buffer.GetSpan(left)[..left];
        space.Fill((byte)' ');
        space[^1] = (byte)'\n';
        _buffer.Advance(left);
    }

    private void Open(ReadOnlySpan<byte> bracket)
    {
        Separate();
        _buffer.Write(bracket);
        _first = true;
    }

    private void Close(ReadOnlySpan<byte> bracket)
    {
        _buffer.Write(bracket);
        _first = false;
    }

    private void Separate()
    {
        if (!_first) _buffer.Write(","u8);
        _first = false;
    }
}
