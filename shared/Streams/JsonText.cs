using System.Text;
using System.Text.Json;

namespace Sallyport.Streams;

/// <summary>JSON as text, for the programs that print it or send it a line at a time.</summary>
internal static class JsonText
{
    /// <summary>What <paramref name="write"/> writes, one value.</summary>
    public static string Of(Action<Utf8JsonWriter> write, bool indented = false)
    {
        using var stream = RecycledStream.Take();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented })) write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>An object with what <paramref name="fields"/> writes.</summary>
    public static string Object(Action<Utf8JsonWriter> fields, bool indented = false) => Of(json =>
    {
        json.WriteStartObject();
        fields(json);
        json.WriteEndObject();
    }, indented);
}
