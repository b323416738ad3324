using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>Every text and every yes or no in a tool's input with the name of the argument it stands in, those in JSON that is itself a text among them.</summary>
internal static class InputTexts
{
    private const int LongestDocument = 64 * 1024;
    private const int MostNested = 3;

    /// <summary>The texts, in order.</summary>
    /// <param name="input">A document that was read to a bounded depth.</param>
    public static IEnumerable<(string Name, string Text)> Of(JsonElement input) => Of(input, "", MostNested);

    private static IEnumerable<(string Name, string Text)> Of(JsonElement value, string name, int nested)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    foreach (var text in Of(member.Value, JsonText.Name(member), nested)) yield return text;
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    foreach (var text in Of(item, name, nested)) yield return text;
                break;
            // {"features": {"hooks": false}}
            case JsonValueKind.True: yield return (name, "true"); break;
            case JsonValueKind.False: yield return (name, "false"); break;
            case JsonValueKind.String when JsonText.Of(value) is { Length: > 0 } text:
                yield return (name, text);
                // What is to be in a file is nobody's argument.
                using (var document = nested > 0 && !ArgumentKinds.IsWords(name) ? Document(text) : null)
                {
                    if (document is null) break;
                    foreach (var inner in Of(document.RootElement, name, nested - 1)) yield return inner;
                }
                break;
        }
    }

    /// <summary>The object or list that a text is as a whole; null where it is none. The caller disposes of it.</summary>
    public static JsonDocument? Document(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 4 or > LongestDocument || !(trimmed[0] == '{' && trimmed[^1] == '}' || trimmed[0] == '[' && trimmed[^1] == ']') || !trimmed.Contains('"')) return null;
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
        }
        // Half a pair of surrogates is no text at all.
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
