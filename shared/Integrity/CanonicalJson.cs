using System.Text.Json;

namespace Sallyport.Integrity;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): one text for every JSON value, so that a hash of the text is a hash of the value.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical bytes of a value.</summary>
    /// <exception cref="FormatException">A number that no double holds.</exception>
    public static byte[] Canonicalize(JsonElement value)
    {
        var writer = new CanonicalWriter();
        Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>Writes a value. Its depth is that of a document that was parsed with a bound.</summary>
    public static void Write(CanonicalWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.StartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.Name(member.Name);
                    Write(writer, member.Value);
                }
                writer.EndObject();
                break;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.String(value.GetString());
                break;
            case JsonValueKind.Number:
                var number = value.GetDouble();
                writer.Number(double.IsFinite(number) ? number : throw new FormatException("a number that no double holds"));
                break;
            default:
                writer.Boolean(value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null });
                break;
        }
    }
}
