using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Guards.ArmorIq;

/// <summary>A plan that ArmorIQ signed, once everything about it has been verified here.</summary>
/// <param name="ExpiresAt">Unix seconds.</param>
/// <param name="Key">The key that signed, hex.</param>
/// <param name="Issuer">Who the token says issued it; null where it does not say.</param>
/// <param name="Proofs">The proofs of its steps.</param>
/// <param name="Bearer">What stands for the token in requests: the JSON web token, else the token's JSON.</param>
internal sealed record SignedPlan(double ExpiresAt, string Key, string? Issuer, IReadOnlyList<StepProof> Proofs, string Bearer);

/// <summary>What a signed plan is verified against.</summary>
/// <param name="Keys">The keys that may sign, hex; empty where none is known yet.</param>
/// <param name="Issuer">Who must have issued it; null where nobody said.</param>
/// <param name="RequireProofs">True where every step needs a proof.</param>
/// <param name="Now">Unix seconds.</param>
internal sealed record Expectations(IReadOnlyList<string> Keys, string? Issuer, bool RequireProofs, double Now);

/// <summary>Verifies ArmorIQ's answer: signature, key, issuer, time, that it is about this very plan, and the steps' proofs.</summary>
internal static class SignedPlans
{
    private const double ClockSkew = 300;

    /// <summary>Verifies an answer.</summary>
    /// <param name="answer">The service's whole answer.</param>
    /// <param name="plan">The plan as it was sent.</param>
    /// <param name="expected">What must be so.</param>
    /// <returns>The plan; or what is wrong, in words.</returns>
    public static (SignedPlan? Plan, string Wrong) Verify(JsonElement answer, JsonElement plan, Expectations expected)
    {
        if (answer.ValueKind != JsonValueKind.Object) return (null, "the answer is no object");
        if (answer.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False) return (null, "the service says that it did not succeed");
        if (!answer.TryGetProperty("token", out var token) || token.ValueKind != JsonValueKind.Object) return (null, "there is no token in the answer");

        if (Text(token, "public_key") is not { } key || Text(token, "signature") is not { } signature || Text(token, "plan_hash") is not { } hash)
            return (null, "the token has no signature, key or plan hash");
        if (expected.Keys.Count > 0 && expected.Keys.All(known => !known.Equals(key, StringComparison.OrdinalIgnoreCase)))
            return (null, "the token is signed with another key than before. If ArmorIQ changed its key, set guards.armoriq.publicKey");
        if (!IsSigned(token, key, signature)) return (null, "the token's signature is wrong");
        if (Number(token, "issued_at") is not { } issued || Number(token, "expires_at") is not { } expires) return (null, "the token has no times");
        if (issued > expected.Now + ClockSkew) return (null, "the token is from the future: is this machine's clock right?");

        if (Text(answer, "plan_hash") is { } outer && outer != hash) return (null, "the answer is about another plan than its token");
        var root = Text(answer, "merkle_root") ?? hash;
        var (proofs, wrongProof) = StepProofs.Read(answer.TryGetProperty("step_proofs", out var list) ? list : default, plan);
        if (wrongProof is not null) return (null, wrongProof);
        if (proofs.Count > 0 && !StepProofs.Hold(proofs, root)) return (null, "the proofs of its steps do not lead to its root");
        var steps = plan.GetProperty("steps").GetArrayLength();
        var proven = proofs.Where(p => p.Path.EndsWith("/action", StringComparison.Ordinal) || p.Path.EndsWith("/tool", StringComparison.Ordinal)).Select(p => p.Step).Distinct().Count();
        if (expected.RequireProofs && proven != steps) return (null, "a step of the plan has no proof");
        var bound = hash.Equals(Convert.ToHexStringLower(Sha256.Hash(PythonJson.Of(plan))), StringComparison.OrdinalIgnoreCase);
        if (!bound && !(hash.Equals(root, StringComparison.OrdinalIgnoreCase) && proven == steps)) return (null, "the token is for another plan");

        var (issuer, wrongJwt) = JwtFault(answer, expected, key, hash, ref expires);
        if (wrongJwt is not null) return (null, wrongJwt);
        return (new SignedPlan(expires, key.ToLowerInvariant(), issuer, proofs, Text(answer, "jwt_token") ?? token.GetRawText()), "");
    }

    /// <summary>True where the token's own signature is right. Numbers may have lost their <c>.0</c> on the way.</summary>
    private static bool IsSigned(JsonElement token, string key, string signature)
    {
        var (keyBytes, signatureBytes) = (new byte[Ed25519Key.PublicSize], new byte[Ed25519Key.SignatureSize]);
        if (key.Length != keyBytes.Length * 2 || signature.Length != signatureBytes.Length * 2) return false;
        if (!Hex(key, keyBytes) || !Hex(signature, signatureBytes)) return false;
        return Ed25519Key.Verify(keyBytes, Payload(token, whole: ""), signatureBytes) || Ed25519Key.Verify(keyBytes, Payload(token, whole: ".0"), signatureBytes);
    }

    // The members under the signature, in order of their names.
    private static byte[] Payload(JsonElement token, string whole)
    {
        var text = new StringBuilder("{");
        foreach (var name in (ReadOnlySpan<string>)["allowed_operations", "expires_at", "identity", "issued_at", "plan_hash", "policy", "public_key", "resource_scope", "version"])
        {
            var there = token.TryGetProperty(name, out var value);
            if (name is "allowed_operations" or "resource_scope" && (!there || IsEmpty(value))) continue;
            if (text.Length > 1) text.Append(',');
            PythonJson.Write(text, name);
            text.Append(':');
            if (!there) text.Append("null");
            else if (name is "expires_at" or "issued_at" && value.ValueKind == JsonValueKind.Number && !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
                text.Append(value.GetRawText()).Append(whole);
            else text.Append(Encoding.ASCII.GetString(PythonJson.Of(value)));
        }
        return Encoding.ASCII.GetBytes(text.Append('}').ToString());
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.String => value.GetString()!.Length == 0,
        _ => false,
    };

    // A web token signed with Ed25519 is verified; one signed in another way is handed on unread in verify-step, but may contradict nothing.
    private static (string? Issuer, string? Wrong) JwtFault(JsonElement answer, Expectations expected, string key, string hash, ref double expires)
    {
        if (Text(answer, "jwt_token") is not { } text) return (null, expected.Issuer is null ? null : "there is no web token that names its issuer");
        if (JsonWebToken.Read(text) is not { } jwt) return (null, "the web token cannot be read");
        if (jwt.Algorithm.Equals("none", StringComparison.OrdinalIgnoreCase)) return (null, "the web token is not signed");
        if (jwt.Algorithm is "EdDSA" or "Ed25519" && !jwt.IsSignedBy(Convert.FromHexString(key))) return (null, "the web token's signature is wrong");
        var issuer = jwt.Text("iss");
        if (expected.Issuer is { } wanted && issuer != wanted) return (null, $"the web token was issued by '{Sanitize.ForTerminal(issuer ?? "nobody")}', not by '{wanted}'");
        if (jwt.Text("plan_hash") is { } claimed && claimed != hash) return (null, "the web token is for another plan");
        if (jwt.Time("nbf") is { } from && from > expected.Now + ClockSkew) return (null, "the web token is not valid yet: is this machine's clock right?");
        if (jwt.Time("exp") is { } end && end < expires) expires = end;
        return (issuer, null);
    }

    private static bool Hex(string text, byte[] into) => Convert.FromHexString(text, into, out _, out var written) == System.Buffers.OperationStatus.Done && written == into.Length;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
