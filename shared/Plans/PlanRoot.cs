using System.Buffers;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Plans;

/// <summary>
/// The Merkle root of a plan's steps in canonical form: it names the plan in records, and one step can be proved to be in it.
/// </summary>
internal static class PlanRoot
{
    /// <summary>The root, in lower-case hexadecimal.</summary>
    public static string Compute(Plan plan)
    {
        var tree = new MerkleFrontier();
        foreach (var step in plan.Steps) tree.Append(Leaf(step));
        return Convert.ToHexStringLower(tree.Root());
    }

    /// <summary>The canonical JSON of one step.</summary>
    public static byte[] Leaf(PlanStep step)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer)) PlanJson.Write(json, step);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return CanonicalJson.Canonicalize(JsonElement.ParseValue(ref reader));
    }
}
