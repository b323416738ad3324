using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Guards.ArmorIq;

/// <summary>One step's proof: that a value of the plan stands under the root.</summary>
/// <param name="Step">Which step.</param>
/// <param name="Path">Where in the plan: <c>/steps/[0]/action</c>.</param>
/// <param name="Digest">SHA-256, hex, of the value's JSON.</param>
/// <param name="Siblings">The proof as it was given, to be handed on.</param>
internal sealed record StepProof(int Step, string Path, string Digest, JsonElement Siblings);

/// <summary>
/// Reads and checks the Merkle proofs of a token's steps against the plan that was sent. How ArmorIQ hashes leaves and nodes is not
/// published, so the usual ways are tried; all of a token's proofs must hold in the same one.
/// </summary>
internal static class StepProofs
{
    private const int MostProofs = 4096;
    private const int LongestProof = 64;

    /// <summary>Reads the proofs.</summary>
    /// <returns>The proofs; or what is wrong with one.</returns>
    public static (IReadOnlyList<StepProof> Proofs, string? Wrong) Read(JsonElement list, JsonElement plan)
    {
        var proofs = new List<StepProof>();
        if (list.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return (proofs, null);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostProofs) return (proofs, "'step_proofs' is no list of proofs");
        for (var i = 0; i < list.GetArrayLength(); i++)
        {
            var item = list[i];
            var bare = item.ValueKind == JsonValueKind.Array;
            if (!bare && item.ValueKind != JsonValueKind.Object) return (proofs, $"step proof {i} is neither a list nor an object");
            var path = bare ? null : Text(item, "path") ?? Text(item, "step_path") ?? Text(item, "csrg_path");
            path ??= $"/steps/[{(bare ? i : Number(item, "step_index") ?? i)}]/action";
            var siblings = bare ? item : item.TryGetProperty("proof", out var inner) ? inner : default;
            if (siblings.ValueKind != JsonValueKind.Array || siblings.GetArrayLength() > LongestProof) return (proofs, $"step proof {i} holds no proof");
            if (At(plan, path, out var step) is not { } value) return (proofs, $"step proof {i} is about {path}, which is not in the plan");
            var digest = Convert.ToHexStringLower(Sha256.Hash(PythonJson.Of(value)));
            var given = bare ? null : Text(item, "value_digest") ?? Text(item, "valueDigest") ?? Text(item, "csrg_value_digest");
            if (given is not null && !given.Equals(digest, StringComparison.OrdinalIgnoreCase)) return (proofs, $"step proof {i} is about another value than the plan has at {path}");
            proofs.Add(new StepProof(step, path, digest, siblings));
        }
        return (proofs, null);
    }

    /// <summary>True where every proof leads to the root, all in the same way of hashing.</summary>
    public static bool Hold(IReadOnlyList<StepProof> proofs, string root)
    {
        for (var way = 0; way < 4; way++)
        {
            var all = true;
            foreach (var proof in proofs) all = all && Fold(proof, way) is { } folded && folded.Equals(root, StringComparison.OrdinalIgnoreCase);
            if (all) return true;
        }
        return false;
    }

    // 0: digest, then SHA-256 of left and right. 1: the same over the hexadecimal text. 2: RFC 6962's prefixes. 3: RFC 6962 over the digest.
    private static string? Fold(StepProof proof, int way)
    {
        var hash = way switch
        {
            2 or 3 => Sha256.Hash([0, .. Convert.FromHexString(proof.Digest)]),
            _ => Convert.FromHexString(proof.Digest),
        };
        foreach (var sibling in proof.Siblings.EnumerateArray())
        {
            if (sibling.ValueKind != JsonValueKind.Object) return null;
            var position = Text(sibling, "position");
            if (position is not ("left" or "right") || Text(sibling, "sibling_hash") is not { Length: 64 } text || !TryHex(text, out var other)) return null;
            var (left, right) = position == "left" ? (other, hash) : (hash, other);
            hash = way switch
            {
                0 => Sha256.Hash([.. left, .. right]),
                1 => Sha256.Hash(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(left) + Convert.ToHexStringLower(right))),
                2 => Sha256.Hash([1, .. left, .. right]),
                _ => Sha256.Hash([.. left, .. right]),
            };
        }
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The value at a path of the plan, and the step it belongs to.</summary>
    private static JsonElement? At(JsonElement plan, string path, out int step)
    {
        step = -1;
        var at = plan;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length > 2 && part[0] == '[' && part[^1] == ']')
            {
                if (!int.TryParse(part.AsSpan(1, part.Length - 2), out var index) || index < 0 || at.ValueKind != JsonValueKind.Array || index >= at.GetArrayLength()) return null;
                if (step < 0) step = index;
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at))
            {
                return null;
            }
        }
        return step < 0 ? null : at;
    }

    private static bool TryHex(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes.Length;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number) ? number : null;
}
