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
    private readonly bool _canonical;

    private RecordedJson(JsonElement? element, ReadOnlyMemory<byte> utf8, bool canonical = false) => (_element, _utf8, _canonical) = (element, utf8, canonical);

    public static implicit operator RecordedJson?(byte[]? json) => json is null ? null : new RecordedJson(null, json);

    /// <summary>A value that was parsed.</summary>
    public static RecordedJson Of(JsonElement value) => new(value, default);

    /// <summary>What its caller wrote in canonical form: it is not read again.</summary>
    public static RecordedJson Written(ReadOnlyMemory<byte> canonical) => new(null, canonical, canonical: true);

    /// <summary>Text that is no JSON: kept as one string.</summary>
    public static RecordedJson Text(string text) => Written(Quoted(text));

    /// <summary>The canonical bytes. JSON that cannot be read is kept as a string: a record is never lost for its content.</summary>
    public ReadOnlyMemory<byte> Canonical()
    {
        if (_canonical) return _utf8;
        if (_element is { } element) return element.ValueKind == JsonValueKind.Undefined ? "null"u8.ToArray() : CanonicalJson.Form(element);
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
