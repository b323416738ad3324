using System.Buffers;
using System.Numerics;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Plans;

/// <summary>
/// The Merkle root of a plan's steps (RFC 6962): it names the plan in records, and one step can be proved to be in it.
/// </summary>
internal static class PlanRoot
{
    /// <summary>The root, in lower-case hexadecimal.</summary>
    public static string Compute(Plan plan)
    {
        var leaves = new byte[plan.Steps.Count][];
        for (var i = 0; i < leaves.Length; i++) leaves[i] = Leaf(plan.Steps[i]);
        return Convert.ToHexStringLower(Root(leaves));
    }

    private static byte[] Leaf(PlanStep step)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        buffer.Write([(byte)0]);
        using (var json = new Utf8JsonWriter(buffer)) PlanJson.Write(json, step);
        return Sha256.Hash(buffer.WrittenSpan);
    }

    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return Sha256.Hash([]);
        if (leaves.Length == 1) return leaves[0];
        var left = 1 << BitOperations.Log2((uint)leaves.Length - 1);
        return Sha256.Hash([1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }
}
