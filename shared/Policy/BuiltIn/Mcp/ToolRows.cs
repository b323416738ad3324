using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>Which rows or documents a tool's call is about: one that picks them loses those, as <c>DELETE … WHERE</c> does; one that picks none loses all.</summary>
internal static class ToolRows
{
    /// <summary>True where a condition is given, and <paramref name="all"/> where everything meets it.</summary>
    public static bool Picks(JsonElement input, out bool all)
    {
        all = false;
        if (input.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in input.EnumerateObject())
        {
            var words = ToolName.Words(JsonText.Name(property));
            if (words is [.., "filter" or "filters" or "where" or "condition" or "selector" or "match" or "predicate" or "criteria"] or ["query"])
            {
                all = IsEverything(property.Value);
                return true;
            }
            if (words is ["body" or "request", ..] && property.Value.ValueKind == JsonValueKind.Object && Picks(property.Value, out all)) return true;
        }
        return false;
    }

    private static bool IsEverything(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => !value.EnumerateObject().Any() || value.EnumerateObject().All(static property => JsonText.Name(property) is "match_all" or "$comment"),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.String => JsonText.Of(value).AsSpan().Trim() is "" or "{}" or "*" or "*:*" or "1=1" or "1 = 1" or "true" or "TRUE",
        JsonValueKind.True or JsonValueKind.Null => true,
        _ => false,
    };

    /// <summary>True for a pipeline whose result takes a collection's place.</summary>
    public static bool Replaces(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Object)
            foreach (var property in input.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.Array)
                    foreach (var stage in property.Value.EnumerateArray())
                        if (stage.ValueKind == JsonValueKind.Object && stage.EnumerateObject().Any(static step => JsonText.Name(step) == "$out")) return true;
        return false;
    }
}
