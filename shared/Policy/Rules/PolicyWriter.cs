using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sallyport.Policy.Rules;

/// <summary>Writes a policy as a file that people read and change. Rules are written as their authors wrote them.</summary>
internal static class PolicyWriter
{
    private static JsonWriterOptions Options => new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(PolicyDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, document);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the policy as one JSON value.</summary>
    public static void Write(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteStartObject();
        if (document.Schema is { } schema) json.WriteString("$schema", schema);
        if (document.Description is { } description) json.WriteString("description", description);
        json.WriteNumber("version", document.Version);
        json.WriteString("default", document.Default.Word());
        if (document.BuiltIn.Count > 0)
        {
            json.WriteStartObject("builtIn");
            foreach (var (id, action) in document.BuiltIn) json.WriteString(id, action.Word());
            json.WriteEndObject();
        }
        if (document.Locked.Count > 0)
        {
            json.WriteStartArray("locked");
            foreach (var id in document.Locked) json.WriteStringValue(id);
            json.WriteEndArray();
        }
        if (document.Detection is { } detection)
        {
            json.WritePropertyName("detection");
            detection.Source.WriteTo(json);
        }
        json.WriteStartArray("rules");
        foreach (var rule in document.Rules) rule.Source.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A value that was written here, as it is read.</summary>
    public static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
