using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Sallyport.Export;

/// <summary>Writes fields of a protocol buffer message.</summary>
internal sealed class ProtobufWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>A number.</summary>
    public void Varint(int field, ulong value)
    {
        Raw((ulong)field << 3);
        Raw(value);
    }

    /// <summary>Eight bytes, the lowest first.</summary>
    public void Fixed64(int field, ulong value)
    {
        Raw(((ulong)field << 3) | 1);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    /// <summary>A text.</summary>
    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Bytes, a text in UTF-8 or a message.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Raw(((ulong)field << 3) | 2);
        Raw((ulong)value.Length);
        _bytes.Write(value);
    }

    private void Raw(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.GetSpan(1)[0] = (byte)(value | 0x80);
            _bytes.Advance(1);
        }
        _bytes.GetSpan(1)[0] = (byte)value;
        _bytes.Advance(1);
    }
}
