namespace Sallyport.Export;

/// <summary>What a collector says to a batch it took: how many records of it it refused all the same.</summary>
/// <param name="Rejected">Records it refused.</param>
/// <param name="Message">Why.</param>
internal readonly record struct OtlpAnswer(long Rejected, string Message)
{
    /// <summary>Reads an <c>ExportLogsServiceResponse</c>; one that cannot be read says nothing.</summary>
    public static OtlpAnswer Read(ReadOnlySpan<byte> response)
    {
        var rejected = 0L;
        var message = "";
        var partial = Field(response, 1);
        while (Next(ref partial, out var field, out var number, out var bytes))
        {
            if (field == 1) rejected = (long)number;
            else if (field == 2) message = System.Text.Encoding.UTF8.GetString(bytes);
        }
        return new OtlpAnswer(rejected, message);
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> message, int wanted)
    {
        while (Next(ref message, out var field, out _, out var bytes))
            if (field == wanted) return bytes;
        return [];
    }

    private static bool Next(ref ReadOnlySpan<byte> message, out int field, out ulong number, out ReadOnlySpan<byte> bytes)
    {
        (field, number, bytes) = (0, 0, default);
        if (!Varint(ref message, out var tag)) return false;
        field = (int)(tag >> 3);
        switch (tag & 7)
        {
            case 0:
                return Varint(ref message, out number);
            case 1 when message.Length >= 8:
                message = message[8..];
                return true;
            case 2 when Varint(ref message, out var length) && length <= (ulong)message.Length:
                bytes = message[..(int)length];
                message = message[(int)length..];
                return true;
            case 5 when message.Length >= 4:
                message = message[4..];
                return true;
            default:
                return false;
        }
    }

    private static bool Varint(ref ReadOnlySpan<byte> message, out ulong value)
    {
        value = 0;
        for (var i = 0; i < message.Length && i < 10; i++)
        {
            value |= (ulong)(message[i] & 0x7f) << (7 * i);
            if (message[i] >= 0x80) continue;
            message = message[(i + 1)..];
            return true;
        }
        return false;
    }
}
