using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Protocol;

namespace Sallyport.Audit;

/// <summary>A JSON value on its way into a record. It must be masked already: the record keeps it as it is.</summary>
internal sealed class RecordedJson
{
    private readonly JsonElement? _element;
    private readonly ReadOnlyMemory<byte> _utf8;

    private RecordedJson(JsonElement? element, ReadOnlyMemory<byte> utf8) => (_element, _utf8) = (element, utf8);

    public static implicit operator RecordedJson?(byte[]? json) => json is null ? null : new RecordedJson(null, json);

    /// <summary>A value that was parsed.</summary>
    public static RecordedJson Of(JsonElement value) => new(value, default);

    /// <summary>Text that is no JSON: kept as one string.</summary>
    public static RecordedJson Text(string text) => new(null, Quoted(text));

    /// <summary>The canonical bytes. JSON that cannot be read is kept as a string: a record is never lost for its content.</summary>
    public ReadOnlyMemory<byte> Canonical()
    {
        if (_element is { } element) return element.ValueKind == JsonValueKind.Undefined ? "null"u8.ToArray() : CanonicalJson.Canonicalize(element);
        try
        {
            return CanonicalJson.Canonicalize(_utf8);
        }
        catch (MalformedInputException)
        {
            return Quoted(Encoding.UTF8.GetString(_utf8.Span));
        }
    }

    private static byte[] Quoted(string text)
    {
        var writer = new CanonicalWriter(text.Length + 16);
        writer.String(text);
        return writer.Written.ToArray();
    }
}
