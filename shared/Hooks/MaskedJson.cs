using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Integrity;

namespace Sallyport.Hooks;

/// <summary>What is recorded of texts and inputs: whole, with every secret and every personal datum replaced by the rule that found it.</summary>
internal static class MaskedJson
{
    private const string Hidden = "[redacted:field]";

    /// <summary>The canonical form of a value, its strings masked; members whose name says that they hold a secret are hidden whole.</summary>
    public static byte[] Of(JsonElement value) => Of(value, out _);

    /// <summary>The same, and whether anything was masked.</summary>
    public static byte[] Of(JsonElement value, out bool changed)
    {
        var writer = new CanonicalWriter();
        changed = Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>A text, masked.</summary>
    public static string Text(string text) => Masker.Mask(text);

    private static bool Write(CanonicalWriter writer, JsonElement value)
    {
        var changed = false;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.StartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    var name = Text(member.Name);
                    changed |= name != member.Name;
                    writer.Name(name);
                    if (member.Value.ValueKind == JsonValueKind.String && Masker.HidesField(member.Name))
                    {
                        writer.String(Hidden);
                        changed = true;
                    }
                    else
                    {
                        changed |= Write(writer, member.Value);
                    }
                }
                writer.EndObject();
                break;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (var item in value.EnumerateArray()) changed |= Write(writer, item);
                writer.EndArray();
                break;
            case JsonValueKind.String:
                var text = value.GetString()!;
                var masked = Text(text);
                changed |= masked != text;
                writer.String(masked);
                break;
            default:
                CanonicalJson.Write(writer, value);
                break;
        }
        return changed;
    }
}
