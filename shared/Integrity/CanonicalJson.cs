using System.Runtime.InteropServices;
using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Integrity;

/// <summary>
/// JSON in one form only (RFC 8785), so that equal values have equal bytes and so equal hashes.
/// </summary>
/// <remarks>
/// The RFC rounds numbers to IEEE doubles and gives up on lone surrogates. A guard may do neither: two inputs that a tool can tell
/// apart must not share a hash, and no input may go unrecorded. So, unless told to be strict, a number that a double cannot hold is
/// kept as a string of what was written (the RFC's appendix D advises it), and a lone surrogate keeps its escape.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The canonical form of a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="strict">True to follow the RFC to the letter.</param>
    /// <exception cref="FormatException">Strict only: a number beyond a double, or a lone surrogate.</exception>
    public static byte[] Canonicalize(JsonElement value, bool strict = false) => Form(value, strict).ToArray();

    /// <summary>The same, as it was written: nothing is copied.</summary>
    internal static ReadOnlyMemory<byte> Form(JsonElement value, bool strict = false)
    {
        // Hardly ever longer than what was sent.
        var buffer = new ByteBuffer(value.ValueKind == JsonValueKind.Undefined ? 16 : JsonMarshal.GetRawUtf8Value(value).Length + 16);
        Write(buffer, value, strict);
        return buffer.Memory;
    }

    /// <summary>The canonical form of JSON text.</summary>
    /// <exception cref="MalformedInputException">It is not JSON, holds a key twice or is nested too deep.</exception>
    /// <exception cref="FormatException">Strict only: a number beyond a double, or a lone surrogate.</exception>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> utf8, bool strict = false) => Canonicalize(StrictJson.Read(utf8), strict);

    /// <summary>Writes a value in canonical form.</summary>
    internal static void Write(CanonicalWriter to, JsonElement value) => to.Value(value);

    /// <summary>Writes a value in canonical form.</summary>
    internal static void Write(ByteBuffer to, JsonElement value, bool strict = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(to, value, strict);
                break;
            case JsonValueKind.Array:
                to.Write("["u8);
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    if (!first) to.Write(","u8);
                    first = false;
                    Write(to, item, strict);
                }
                to.Write("]"u8);
                break;
            case JsonValueKind.String:
                to.Write("\""u8);
                CanonicalString.Rewrite(to, JsonMarshal.GetRawUtf8Value(value)[1..^1], strict);
                to.Write("\""u8);
                break;
            case JsonValueKind.Number:
                CanonicalNumber.Write(to, JsonMarshal.GetRawUtf8Value(value), strict);
                break;
            case JsonValueKind.True:
                to.Write("true"u8);
                break;
            case JsonValueKind.False:
                to.Write("false"u8);
                break;
            default:
                to.Write("null"u8);
                break;
        }
    }

    // Depth is bounded where the text was parsed (StrictJson.MaxDepth), so recursion is.
    private static void WriteObject(ByteBuffer to, JsonElement value, bool strict)
    {
        var members = new List<(string Key, JsonProperty Property)>();
        foreach (var property in value.EnumerateObject())
            members.Add((CanonicalString.Decode(JsonMarshal.GetRawUtf8PropertyName(property)), property));
        members.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key)); // by UTF-16 unit, as the RFC asks

        to.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            to.Write(i == 0 ? "\""u8 : ",\""u8);
            CanonicalString.Rewrite(to, JsonMarshal.GetRawUtf8PropertyName(members[i].Property), strict);
            to.Write("\":"u8);
            Write(to, members[i].Property.Value, strict);
        }
        to.Write("}"u8);
    }
}
