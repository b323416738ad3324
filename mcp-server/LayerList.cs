using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.Mcp;

/// <summary>The layers of people's own policy, as the tools that show them write them.</summary>
internal static class LayerList
{
    /// <summary>Writes them, and of each layer the rules as <paramref name="rules"/> does.</summary>
    public static void Write(Utf8JsonWriter json, PolicyInForce policy, Action<PolicyDocument> rules)
    {
        json.WriteString("root", policy.Root);
        json.WriteStartArray("layers");
        foreach (var layer in policy.Set.Layers)
        {
            json.WriteStartObject();
            json.WriteString("layer", layer.Name);
            json.WriteBoolean("broken", layer.Document is null);
            if (layer.Document is { } document)
            {
                json.WriteNumber("version", document.Version);
                json.WriteString("default", document.Default.Word());
                rules(document);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
