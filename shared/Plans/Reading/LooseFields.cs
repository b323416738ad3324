using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>Finding a field by any of the names models give it, and JSON where it was wrapped in a string.</summary>
internal static class LooseFields
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = PlanLimits.Depth + 8, AllowDuplicateProperties = false };

    /// <summary>The first of <paramref name="names"/> that <paramref name="owner"/> has and that is not null. Case, <c>_</c> and <c>-</c> do not count.</summary>
    public static bool TryFind(JsonElement owner, ReadOnlySpan<string> names, out JsonElement value, out string name)
    {
        if (owner.ValueKind == JsonValueKind.Object)
        {
            foreach (var wanted in names)
            {
                foreach (var field in owner.EnumerateObject())
                {
                    if (field.Value.ValueKind == JsonValueKind.Null || !Same(field.Name, wanted)) continue;
                    (value, name) = (field.Value, field.Name);
                    return true;
                }
            }
        }
        (value, name) = (default, "");
        return false;
    }

    /// <summary>True where two field names are the same but for case, <c>_</c> and <c>-</c>.</summary>
    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && a[i] is '_' or '-') i++;
            while (j < b.Length && b[j] is '_' or '-') j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++])) return false;
        }
    }

    /// <summary>The value itself, or what its string holds where that is a JSON object or array.</summary>
    public static JsonElement Unwrap(JsonElement value)
    {
        for (var i = 0; i < PlanLimits.Wrapping && value.ValueKind == JsonValueKind.String; i++)
        {
            var text = value.GetString().AsSpan().Trim();
            if (text.Length == 0 || text[0] is not ('{' or '[' or '"') || text.Length > PlanLimits.Bytes) break;
            if (Parse(text) is not { } inner || (inner.ValueKind == JsonValueKind.String && i + 1 == PlanLimits.Wrapping)) break;
            value = inner;
        }
        return value;
    }

    /// <summary>UTF-8 bytes of the value as it was sent.</summary>
    public static int Size(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;

    private static JsonElement? Parse(ReadOnlySpan<char> text)
    {
        try
        {
            return JsonDocument.Parse(Encoding.UTF8.GetBytes(text.ToString()), Strict).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
