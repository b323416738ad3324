using System.Buffers.Binary;
using System.Text;

namespace Sallyport.Tests.Export;

/// <summary>One field of a message, as it stands on the wire.</summary>
internal readonly record struct Field(int Number, int Wire, ulong Value, byte[] Bytes)
{
    public string Text => new UTF8Encoding(false, true).GetString(Bytes);
}

/// <summary>Takes a message apart, by the encoding's own rules and nothing of the product's.</summary>
internal static class ProtobufReader
{
    public static List<Field> Read(byte[] message)
    {
        var fields = new List<Field>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var (number, wire) = ((int)(tag >> 3), (int)(tag & 7));
            Assert.InRange(number, 1, 1000);
            switch (wire)
            {
                case 0:
                    fields.Add(new Field(number, wire, Varint(message, ref at), []));
                    break;
                case 1:
                    fields.Add(new Field(number, wire, BinaryPrimitives.ReadUInt64LittleEndian(message.AsSpan(at, 8)), []));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    fields.Add(new Field(number, wire, 0, message[at..(at + length)]));
                    at += length;
                    break;
                default:
                    Assert.Fail($"wire type {wire}");
                    break;
            }
        }
        return fields;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var b = message[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80) return value;
        }
    }
}
