using System.Globalization;
using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Protocol;

namespace Sallyport.Policy.Bundles;

/// <summary>
/// A policy signed by an administrator, so that it can be handed on by anybody: the canonical JSON of the bundle without its signature
/// is what Ed25519 signs.
/// </summary>
internal sealed record PolicyBundle
{
    /// <summary>Never expires.</summary>
    public const string Never = "never";

    // Keeps a signature over a bundle from being one over anything else.
    private const string Purpose = "sallyport policy bundle\n";

    /// <summary>The policy.</summary>
    public required PolicyDocument Policy { get; init; }

    /// <summary>Counts up: a bundle with a lower one than is in force is refused.</summary>
    public required long Version { get; init; }

    /// <summary>A version that was given by mistake, which this lower one may take the place of.</summary>
    public long? RecoversFrom { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public required DateTimeOffset? Expires { get; init; }

    /// <summary>Who signed: <c>name+id</c>.</summary>
    public required string KeyId { get; init; }

    /// <summary>Signs a policy.</summary>
    public static byte[] Sign(PolicyDocument policy, NoteKey key, long version, DateTimeOffset issued, DateTimeOffset? expires, long? recoversFrom)
    {
        var unsigned = PolicyWriter.Element(json => Write(json, policy, key, version, issued, expires, recoversFrom, null));
        var signature = Convert.ToBase64String(key.Sign(Signed(unsigned)));
        var bundle = PolicyWriter.Element(json => Write(json, policy, key, version, issued, expires, recoversFrom, signature));
        return [.. CanonicalJson.Canonicalize(bundle), (byte)'\n'];
    }

    /// <summary>Reads and checks a bundle by itself: shape, key, signature, root, rules. Its age and version are the caller's to judge.</summary>
    /// <param name="bytes">The bundle.</param>
    /// <param name="keys">Whose signature counts.</param>
    /// <param name="read">Reads the policy, or the part of it that the caller needs.</param>
    /// <returns>The bundle, or what is wrong with it.</returns>
    public static (PolicyBundle? Bundle, string? Problem) Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> keys, Func<string, JsonElement, PolicyReading> read)
    {
        JsonElement json;
        try
        {
            json = StrictJson.Parse(bytes).RootElement;
        }
        catch (MalformedInputException wrong)
        {
            return (null, $"it is no bundle: {wrong.Message}");
        }
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("policy", out var policy) || policy.ValueKind != JsonValueKind.Object) return (null, "it is no bundle: it has no \"policy\"");
        if (!json.TryGetProperty("signature", out var signature)) return (null, "it is not signed");
        foreach (var field in json.EnumerateObject())
            if (field.Name is not ("policy" or "version" or "recoversFrom" or "issued" or "expires" or "key" or "root" or "signature")) return (null, $"it is no bundle: unknown key '{FaultList.Short(field.Name)}'");
        if (Text(json, "key") is not { } keyId || Time(json, "issued") is not { } issued || Text(json, "expires") is not { } end || (end != Never && Time(json, "expires") is null)
            || Number(json, "version") is not { } version || Text(json, "root") is not { } root)
            return (null, "it is no bundle: version, issued, expires, key and root must be there");
        if (Find(keys, keyId) is not { } key) return (null, $"it is signed with a key that is not known here ({Sanitize.ForTerminal(FaultList.Short(keyId))})");
        if (!Verifies(key, json, signature)) return (null, "its signature is wrong: it was changed after it was signed");
        var reading = read("policy", policy);
        if (reading.Document is not { } document) return (null, $"its policy is wrong: {reading.Faults[0]}");
        if (RootOf(policy) != root) return (null, "its root is not that of its rules");
        return (new PolicyBundle
        {
            Policy = document with { Version = version },
            Version = version,
            RecoversFrom = Number(json, "recoversFrom"),
            Issued = issued,
            Expires = end == Never ? null : Time(json, "expires"),
            KeyId = keyId,
        }, null);
    }

    /// <summary>Why a sound bundle does not count now, or null.</summary>
    public string? Stale(DateTimeOffset now)
    {
        if (Expires is { } end && now >= end) return $"it expired on {end:yyyy-MM-dd}";
        return Issued > now + TimeSpan.FromHours(24) ? $"it was issued in the future ({Issued:yyyy-MM-dd}): is the clock right?" : null;
    }

    // Of the rules as written, so that it does not matter which part of the policy the caller reads.
    private static string RootOf(JsonElement policy)
    {
        var tree = new MerkleFrontier();
        if (policy.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Array)
            foreach (var rule in rules.EnumerateArray()) tree.Append(PolicyRoot.Leaf(rule));
        return Convert.ToHexStringLower(tree.Root());
    }

    /// <summary>Who signs, as a bundle names it.</summary>
    public static string NameOf(NoteKey key) => $"{key.Name}+{Convert.ToHexStringLower(key.Id)}";

    private static void Write(Utf8JsonWriter json, PolicyDocument policy, NoteKey key, long version, DateTimeOffset issued, DateTimeOffset? expires, long? recoversFrom, string? signature)
    {
        json.WriteStartObject();
        json.WritePropertyName("policy");
        PolicyWriter.Write(json, policy with { Version = version });
        json.WriteNumber("version", version);
        if (recoversFrom is { } mistaken) json.WriteNumber("recoversFrom", mistaken);
        json.WriteString("issued", Format(issued));
        json.WriteString("expires", expires is { } end ? Format(end) : Never);
        json.WriteString("key", NameOf(key));
        json.WriteString("root", Convert.ToHexStringLower(PolicyRoot.OfRules(policy.Rules)));
        if (signature is not null) json.WriteString("signature", signature);
        json.WriteEndObject();
    }

    private static string Signed(JsonElement bundle)
    {
        var unsigned = PolicyWriter.Element(json =>
        {
            json.WriteStartObject();
            foreach (var field in bundle.EnumerateObject())
                if (field.Name != "signature") field.WriteTo(json);
            json.WriteEndObject();
        });
        return Purpose + Encoding.UTF8.GetString(CanonicalJson.Canonicalize(unsigned));
    }

    private static bool Verifies(NoteKey key, JsonElement bundle, JsonElement signature)
    {
        if (signature.ValueKind != JsonValueKind.String || !signature.TryGetBytesFromBase64(out var bytes)) return false;
        return key.Verify(Signed(bundle), bytes);
    }

    private static NoteKey? Find(IReadOnlyList<string> keys, string id)
    {
        foreach (var text in keys)
        {
            try
            {
                var key = NoteKey.Parse(text);
                if (NameOf(key) == id) return key;
            }
            catch (FormatException)
            {
                continue; // a key that is none signs nothing; 'policy verify' names it
            }
        }
        return null;
    }

    private static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 ? number : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        DateTimeOffset.TryParseExact(Text(json, name), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
