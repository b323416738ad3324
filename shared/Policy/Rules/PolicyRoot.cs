using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.Policy.Rules;

/// <summary>
/// One hash that names a policy. Within a layer, the canonical JSON (RFC 8785) of each rule is a leaf of a Merkle tree (RFC 6962). Each
/// layer, with its tree's root and all else that it decides by, is a leaf of the tree whose root names the whole.
/// </summary>
internal static class PolicyRoot
{
    /// <summary>The leaf of a rule.</summary>
    public static byte[] Leaf(JsonElement rule) => CanonicalJson.Canonicalize(rule);

    /// <summary>The root of a layer's rules.</summary>
    public static byte[] OfRules(IReadOnlyList<PolicyRule> rules)
    {
        var tree = new MerkleFrontier();
        foreach (var rule in rules) tree.Append(Leaf(rule.Source));
        return tree.Root();
    }

    /// <summary>The leaf of a layer.</summary>
    public static byte[] Leaf(PolicyLayer layer)
    {
        var json = new CanonicalWriter(256);
        json.StartObject();
        if (layer.Document is not { } document)
        {
            json.Member("broken"u8, layer.Faults.Count > 0 ? layer.Faults[0].ToString() : "");
            json.Member("layer"u8, layer.Name);
        }
        else
        {
            json.Name("builtIn"u8);
            json.StartObject();
            foreach (var (id, action) in document.BuiltIn.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.Name(id);
                json.String(action.Word());
            }
            json.EndObject();
            json.Member("default"u8, document.Default.Word());
            if (document.Detection is { } detection)
            {
                json.Name("detection"u8);
                CanonicalJson.Write(json, detection.Source);
            }
            json.Member("layer"u8, layer.Name);
            json.Name("locked"u8);
            json.StartArray();
            foreach (var id in document.Locked.Order(StringComparer.Ordinal)) json.String(id);
            json.EndArray();
            json.Name("root"u8);
            json.Hash(document.RulesRoot ?? OfRules(document.Rules));
            json.Member("rules"u8, document.Rules.Count);
        }
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>The root of all layers, in lower-case hexadecimal.</summary>
    public static string Of(IReadOnlyList<PolicyLayer> layers)
    {
        var tree = new MerkleFrontier();
        foreach (var layer in layers) tree.Append(Leaf(layer));
        return Convert.ToHexStringLower(tree.Root());
    }
}
