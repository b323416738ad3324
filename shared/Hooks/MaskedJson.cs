using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Integrity;

namespace Sallyport.Hooks;

/// <summary>What is recorded of texts and inputs: whole, with every secret and every personal datum replaced by the rule that found it.</summary>
internal static class MaskedJson
{
    private const string Hidden = "[redacted:field]";

    /// <summary>The canonical form of a value, its strings masked; members whose name says that they hold a secret are hidden whole.</summary>
    public static byte[] Of(JsonElement value)
    {
        var writer = new CanonicalWriter();
        Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>A text, masked.</summary>
    public static string Text(string text) => Masker.Mask(text);

    private static void Write(CanonicalWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.StartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.Name(Text(member.Name));
                    if (member.Value.ValueKind == JsonValueKind.String && Masker.HidesField(member.Name)) writer.String(Hidden);
                    else Write(writer, member.Value);
                }
                writer.EndObject();
                break;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.String(Text(value.GetString()!));
                break;
            default:
                CanonicalJson.Write(writer, value);
                break;
        }
    }
}
