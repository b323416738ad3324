namespace Sallyport.Export;

/// <summary>What a collector says to a batch it took: how many records of it it refused all the same.</summary>
/// <param name="Rejected">Records it refused.</param>
/// <param name="Message">Why.</param>
internal readonly record struct OtlpAnswer(long Rejected, string Message)
{
    /// <summary>Reads an <c>ExportLogsServiceResponse</c>; one that cannot be read says nothing.</summary>
    public static OtlpAnswer Read(ReadOnlySpan<byte> response)
    {
        var partial = ReadOnlySpan<byte>.Empty;
        for (var at = 0; Next(response, ref at, out var field, out _, out var range);)
            if (field == 1) partial = response[range];
        var (rejected, message) = (0L, "");
        for (var at = 0; Next(partial, ref at, out var field, out var number, out var range);)
        {
            if (field == 1) rejected = (long)number;
            else if (field == 2) message = System.Text.Encoding.UTF8.GetString(partial[range]);
        }
        return new OtlpAnswer(rejected, message);
    }

    /// <summary>The next field of a message; false at its end, or where it cannot be read.</summary>
    private static bool Next(ReadOnlySpan<byte> message, ref int at, out int field, out ulong number, out Range range)
    {
        (field, number, range) = (0, 0, default);
        if (!Varint(message, ref at, out var tag)) return false;
        field = (int)(tag >> 3);
        var length = 0ul;
        switch (tag & 7)
        {
            case 0: return Varint(message, ref at, out number);
            case 1: length = 8; break;
            case 2 when Varint(message, ref at, out length): break;
            case 5: length = 4; break;
            default: return false;
        }
        if (length > (ulong)(message.Length - at)) return false;
        range = at..(at + (int)length);
        at += (int)length;
        return true;
    }

    private static bool Varint(ReadOnlySpan<byte> message, ref int at, out ulong value)
    {
        value = 0;
        for (var i = 0; at < message.Length && i < 10; i++)
        {
            var b = message[at++];
            value |= (ulong)(b & 0x7f) << (7 * i);
            if (b < 0x80) return true;
        }
        return false;
    }
}
