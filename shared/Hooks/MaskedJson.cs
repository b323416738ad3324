using System.Runtime.InteropServices;
using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Integrity;

namespace Sallyport.Hooks;

/// <summary>What is recorded of texts and inputs: whole, with every secret and every personal datum replaced by the rule that found it.</summary>
internal static class MaskedJson
{
    /// <summary>The canonical form of a value, its texts and numbers masked; what stands under a name that says it is a secret is hidden whole.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rules">People's own rules.</param>
    public static byte[] Of(JsonElement value, IReadOnlyList<UserRule>? rules = null) => Of(value, rules, out _);

    /// <summary>The same, and whether anything was masked.</summary>
    public static byte[] Of(JsonElement value, IReadOnlyList<UserRule>? rules, out bool changed)
    {
        var writer = new CanonicalWriter(value.ValueKind == JsonValueKind.Undefined ? 16 : JsonMarshal.GetRawUtf8Value(value).Length + 64);
        changed = Write(writer, value, rules, hidden: false);
        return writer.Written.ToArray();
    }

    /// <summary>A text, masked.</summary>
    public static string Text(string text, IReadOnlyList<UserRule>? rules = null) => Masker.Mask(text, rules);

    /// <summary>Members in the order of the canonical form, with names that may hold anything.</summary>
    public static List<(string Name, JsonElement Value)> Members(JsonElement value)
    {
        var members = new List<(string Name, JsonElement Value)>();
        foreach (var member in value.EnumerateObject()) members.Add((JsonText.Name(member), member.Value));
        members.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return members;
    }

    // The document was read to a bounded depth.
    private static bool Write(CanonicalWriter writer, JsonElement value, IReadOnlyList<UserRule>? rules, bool hidden)
    {
        var changed = false;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.StartObject();
                foreach (var (name, member) in Members(value))
                {
                    var masked = Text(name, rules);
                    changed |= masked != name;
                    writer.Name(masked);
                    changed |= Write(writer, member, rules, FieldSecrets.Named(name));
                }
                writer.EndObject();
                return changed;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (var item in value.EnumerateArray()) changed |= Write(writer, item, rules, hidden);
                writer.EndArray();
                return changed;
            case JsonValueKind.String or JsonValueKind.Number when hidden:
                writer.String(FieldSecrets.Mark);
                return true;
            case JsonValueKind.String:
                var text = JsonText.Of(value);
                var safe = Text(text, rules);
                writer.String(safe);
                return safe != text;
            case JsonValueKind.Number when Text(value.GetRawText(), rules) is var digits && digits != value.GetRawText():
                writer.String(digits);
                return true;
            default:
                CanonicalJson.Write(writer, value);
                return false;
        }
    }
}
