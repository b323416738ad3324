using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.Policy.Rules;

/// <summary>
/// A proof that a rule is in a policy, for somebody who knows nothing but the policy's root: the rule is in its layer's tree, and the
/// layer is in the tree of all.
/// </summary>
internal static class PolicyProof
{
    private const int MostPath = 64;

    /// <summary>Proves a rule of a layer.</summary>
    public static JsonElement Make(IReadOnlyList<PolicyLayer> layers, PolicyLayer layer, PolicyRule rule)
    {
        var rules = layer.Document!.Rules;
        var index = 0;
        while (rules[index].Id != rule.Id) index++;
        var place = layers.ToList().IndexOf(layer);
        return PolicyWriter.Element(json =>
        {
            json.WriteStartObject();
            json.WriteString("kind", "sallyport policy proof");
            json.WritePropertyName("rule");
            rule.Source.WriteTo(json);
            json.WriteNumber("index", index);
            json.WriteNumber("rules", rules.Count);
            Path(json, "path", index, rules.Count, rules.Select(other => PolicyRoot.Leaf(other.Source)));
            json.WritePropertyName("layer");
            json.WriteRawValue(PolicyRoot.Leaf(layer));
            json.WriteNumber("layerIndex", place);
            json.WriteNumber("layers", layers.Count);
            Path(json, "layerPath", place, layers.Count, layers.Select(PolicyRoot.Leaf));
            json.WriteEndObject();
        });
    }

    /// <summary>What is wrong with a proof, or null where the rule is in the policy of that root.</summary>
    public static string? Fault(JsonElement proof, string root)
    {
        try
        {
            var rule = PolicyRoot.Leaf(proof.GetProperty("rule"));
            var layer = proof.GetProperty("layer");
            var count = proof.GetProperty("rules").GetInt64();
            if (layer.GetProperty("rules").GetInt64() != count) return "the number of rules is not that of the layer";
            var inLayer = Convert.FromHexString(layer.GetProperty("root").GetString()!);
            if (!MerkleProof.VerifyInclusion(proof.GetProperty("index").GetInt64(), count, MerkleHash.Leaf(rule), Read(proof.GetProperty("path")), inLayer))
                return "the rule is not at that place of the layer";
            return MerkleProof.VerifyInclusion(proof.GetProperty("layerIndex").GetInt64(), proof.GetProperty("layers").GetInt64(),
                MerkleHash.Leaf(PolicyRoot.Leaf(layer)), Read(proof.GetProperty("layerPath")), Convert.FromHexString(root))
                ? null : "the layer is not in a policy of that root";
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return "this is no policy proof";
        }
    }

    private static void Path(Utf8JsonWriter json, string name, long index, long size, IEnumerable<byte[]> leaves)
    {
        var pass = new MerkleRanges(MerkleRanges.Inclusion(index, size), new MerkleFrontier());
        foreach (var leaf in leaves) pass.Add(MerkleHash.Leaf(leaf));
        json.WriteStartArray(name);
        foreach (var hash in pass.Proof()) json.WriteStringValue(Convert.ToHexStringLower(hash));
        json.WriteEndArray();
    }

    private static List<byte[]> Read(JsonElement path) =>
        path.GetArrayLength() > MostPath ? throw new FormatException("too long") : [.. path.EnumerateArray().Select(item => Convert.FromHexString(item.GetString()!))];
}
