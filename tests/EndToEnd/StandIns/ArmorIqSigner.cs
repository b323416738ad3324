using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Guards.ArmorIq;
using Sallyport.Integrity;

namespace Sallyport.Tests.StandIns;

/// <summary>Signs plans as ArmorIQ does: a token over the plan's hash, a web token beside it, a proof for each step.</summary>
internal sealed class ArmorIqSigner
{
    private readonly byte[] _seed = new byte[32];

    public ArmorIqSigner(byte seed = 7) => Array.Fill(_seed, seed);

    /// <summary>Its public key.</summary>
    public string Key => Convert.ToHexStringLower(Ed25519Key.PublicOf(_seed));

    public double Lifetime { get; set; } = 3600;

    public string Issuer { get; set; } = "https://iap.example";

    /// <summary>Changes an answer before it goes out.</summary>
    public Action<JsonObject>? Spoil { get; set; }

    /// <summary>Whether web tokens are handed out.</summary>
    public bool WithJwt { get; set; } = true;

    /// <summary>The answer to a request for a token.</summary>
    public string Answer(string request)
    {
        var plan = JsonNode.Parse(request)!["plan"]!;
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        var hash = Hex(Sha256.Hash(Canonical(plan)));
        var token = new JsonObject
        {
            ["plan_hash"] = hash, ["issued_at"] = now, ["expires_at"] = now + Lifetime, ["policy"] = new JsonObject { ["allowed_tools"] = new JsonArray("réad") },
            ["identity"] = "codex@example", ["public_key"] = Key, ["version"] = "1.0",
        };
        token["signature"] = Hex(Ed25519Key.Sign(_seed, Canonical(token)));
        var (root, proofs) = Proofs(plan);
        var answer = new JsonObject
        {
            ["success"] = true, ["token"] = token, ["plan_id"] = "p1", ["plan_hash"] = hash, ["merkle_root"] = root, ["step_proofs"] = proofs,
        };
        if (WithJwt) answer["jwt_token"] = Jwt(new JsonObject { ["iss"] = Issuer, ["exp"] = (long)(now + Lifetime), ["plan_hash"] = hash });
        Spoil?.Invoke(answer);
        return answer.ToJsonString();
    }

    /// <summary>A web token.</summary>
    public string Jwt(JsonObject claims, string algorithm = "EdDSA")
    {
        var signed = Url(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")) + "." + Url(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return signed + "." + Url(Ed25519Key.Sign(_seed, Encoding.ASCII.GetBytes(signed)));
    }

    private static (string Root, JsonArray Proofs) Proofs(JsonNode plan)
    {
        var steps = plan["steps"]!.AsArray();
        var digests = steps.Select(s => Sha256.Hash(Canonical(s!["action"]!))).ToList();
        var paths = digests.Select(_ => new JsonArray()).ToList();
        var level = digests.Select((d, i) => (Hash: d, Leaves: new List<int> { i })).ToList();
        while (level.Count > 1)
        {
            var next = new List<(byte[] Hash, List<int> Leaves)>();
            for (var i = 0; i < level.Count; i += 2)
            {
                if (i + 1 == level.Count)
                {
                    next.Add(level[i]);
                    continue;
                }
                foreach (var leaf in level[i].Leaves) paths[leaf].Add(new JsonObject { ["position"] = "right", ["sibling_hash"] = Hex(level[i + 1].Hash) });
                foreach (var leaf in level[i + 1].Leaves) paths[leaf].Add(new JsonObject { ["position"] = "left", ["sibling_hash"] = Hex(level[i].Hash) });
                next.Add((Sha256.Hash([.. level[i].Hash, .. level[i + 1].Hash]), [.. level[i].Leaves, .. level[i + 1].Leaves]));
            }
            level = next;
        }
        var proofs = new JsonArray();
        for (var i = 0; i < steps.Count; i++)
            proofs.Add(new JsonObject { ["step_index"] = i, ["path"] = $"/steps/[{i}]/action", ["value_digest"] = Hex(digests[i]), ["proof"] = paths[i] });
        return (Hex(level[0].Hash), proofs);
    }

    private static byte[] Canonical(JsonNode node)
    {
        using var json = System.Text.Json.JsonDocument.Parse(node.ToJsonString());
        return PythonJson.Of(json.RootElement);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
