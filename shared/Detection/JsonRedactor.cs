using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sallyport.Detection;

/// <summary>
/// Redaction of structured results: strings are scanned by themselves, a value whose member's name says that it is a credential goes
/// whole, and what comes out is JSON of the same structure.
/// </summary>
public static class JsonRedactor
{
    /// <summary>Stands for a value that went because of its member's name.</summary>
    public static readonly string Field = FieldSecrets.Mark;

    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document without what is unwanted; text that is not JSON is redacted as text.</summary>
    /// <param name="json">The document.</param>
    /// <param name="surface">Where it stands.</param>
    /// <param name="options">What to look for; null for the usual.</param>
    /// <param name="unwanted">Which findings to replace; null for every secret and personal datum.</param>
    /// <param name="everyField">Hide every value under a credential's name, even a word that is none: for what is kept.</param>
    public static string Redact(string json, Surface surface, ScanOptions? options = null, Func<Finding, bool>? unwanted = null, bool everyField = false)
    {
        options ??= ScanOptions.Default;
        if (json.Length > options.MaxChars) return Redactor.Clean(json, surface, options, unwanted);
        try
        {
            var output = new ArrayBufferWriter<byte>(json.Length + 64);
            using (var writer = new Utf8JsonWriter(output, s_plain)) Walk(Encoding.UTF8.GetBytes(json), writer, text => Redactor.Clean(text, surface, options, unwanted), everyField);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            return Redactor.Clean(json, surface, options, unwanted); // not JSON, too deep, or escapes that are no Unicode
        }
    }

    private static void Walk(ReadOnlySpan<byte> json, Utf8JsonWriter writer, Func<string, string> clean, bool everyField)
    {
        var reader = new Utf8JsonReader(json);
        var name = "";
        var lists = 0; // a list's name is that of each of its items
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: writer.WriteStartObject(); break;
                case JsonTokenType.EndObject: writer.WriteEndObject(); break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    lists++;
                    continue;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    lists--;
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    writer.WritePropertyName(clean(name));
                    continue;
                case JsonTokenType.String:
                    var text = reader.GetString()!;
                    writer.WriteStringValue(Hides(name, text, everyField) ? Field : clean(text));
                    break;
                case JsonTokenType.Number:
                    WriteNumber(writer, ref reader, name, clean, everyField);
                    break;
                case JsonTokenType.True: writer.WriteBooleanValue(true); break;
                case JsonTokenType.False: writer.WriteBooleanValue(false); break;
                case JsonTokenType.Null: writer.WriteNullValue(); break;
            }
            if (lists == 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.EndObject) name = "";
        }
    }

    private static bool Hides(string name, string text, bool everyField) =>
        name.Length > 0 && text.Length > 0 && (everyField ? FieldSecrets.Named(name) : FieldSecrets.Holds(name, text));

    /// <summary>A number can be a card's, and a password can be digits.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, ref Utf8JsonReader reader, string name, Func<string, string> clean, bool everyField)
    {
        var digits = Encoding.UTF8.GetString(reader.ValueSpan);
        var safe = Hides(name, digits, everyField) ? Field : clean(digits);
        if (safe == digits) writer.WriteRawValue(reader.ValueSpan);
        else writer.WriteStringValue(safe);
    }
}
