using System.Buffers;
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
internal sealed partial record PolicyBundle
{
    /// <summary>Never expires.</summary>
    public const string Never = "never";

    // Keeps a signature over a bundle from being one over anything else.
    private const string Purpose = "sallyport policy bundle\n";
    private const string CompiledPurpose = "sallyport compiled policy bundle\n";

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

    /// <summary>What its signer says of it without the policy itself, for its compiled form; empty where the signer did not.</summary>
    public byte[] Statement { get; init; } = [];

    /// <summary>Names what the signer compiled it to; null where the signer did not.</summary>
    public string? Content { get; init; }

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
            json = StrictJson.Read(bytes);
        }
        catch (MalformedInputException wrong)
        {
            return (null, $"it is no bundle: {wrong.Message}");
        }
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("policy", out var policy) || policy.ValueKind != JsonValueKind.Object)
            return (null, "it is no bundle: it has no \"policy\"");
        if (!json.TryGetProperty("signature", out var signature)) return (null, "it is not signed");
        foreach (var field in json.EnumerateObject())
            if (field.Name is not ("policy" or "version" or "recoversFrom" or "issued" or "expires" or "key" or "root" or "compiled" or "compiledSignature"
                or "signature")) return (null, $"it is no bundle: unknown key '{FaultList.Short(field.Name)}'");
        if (Claims(json, keys, out var key, out var problem) is not { } claims) return (null, problem);
        if (!Verifies(key!, Purpose + Without(json, "signature"), signature)) return (null, "its signature is wrong: it was changed after it was signed");
        var reading = read("policy", policy);
        if (reading.Document is not { } document) return (null, $"its policy is wrong: {reading.Faults[0]}");
        if (RootOf(policy) != Text(json, "root")) return (null, "its root is not that of its rules");
        return (claims with
        {
            Policy = document with { Version = claims.Version },
            Content = Text(json, "compiled"),
            Statement = Encoding.UTF8.GetBytes(Without(json, "policy", "signature")),
        }, null);
    }

    /// <summary>A bundle in compiled form: what its signer says of it is checked here, and that it is of this content.</summary>
    /// <param name="statement">What the signer says.</param>
    /// <param name="content">Names what is in the compiled form.</param>
    /// <param name="root">The root of its rules.</param>
    /// <param name="policy">The policy in it.</param>
    /// <param name="keys">Whose signature counts.</param>
    /// <returns>The bundle; null where it does not count, and the bundle itself must be read.</returns>
    public static PolicyBundle? Of(ReadOnlyMemory<byte> statement, string content, string root, PolicyDocument policy, IReadOnlyList<string> keys)
    {
        try
        {
            var json = StrictJson.Parse(statement).RootElement;
            return json.ValueKind == JsonValueKind.Object && Claims(json, keys, out var key, out _) is { } claims
                && Text(json, "compiled") == content && Text(json, "root") == root
                && json.TryGetProperty("compiledSignature", out var signature) && Verifies(key!, CompiledPurpose + Without(json, "compiledSignature"), signature)
                ? claims with { Policy = policy with { Version = claims.Version } } : null;
        }
        catch (MalformedInputException)
        {
            return null;
        }
    }

    // What a bundle says of itself, before anything of it is believed.
    private static PolicyBundle? Claims(JsonElement json, IReadOnlyList<string> keys, out NoteKey? key, out string? problem)
    {
        (key, problem) = (null, null);
        if (Text(json, "key") is not { } keyId || Time(json, "issued") is not { } issued || Text(json, "expires") is not { } end || (end != Never && Time(json, "expires") is null)
            || Number(json, "version") is not { } version || Text(json, "root") is null)
        {
            problem = "it is no bundle: version, issued, expires, key and root must be there";
            return null;
        }
        key = Find(keys, keyId);
        if (key is null)
        {
            problem = $"it is signed with a key that is not known here ({Sanitize.ForTerminal(FaultList.Short(keyId))})";
            return null;
        }
        return new PolicyBundle
        {
            Policy = PolicyDocument.Empty,
            Version = version,
            RecoversFrom = Number(json, "recoversFrom"),
            Issued = issued,
            Expires = end == Never ? null : Time(json, "expires"),
            KeyId = keyId,
        };
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

    private static string Without(JsonElement bundle, params ReadOnlySpan<string> names)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var field in bundle.EnumerateObject())
                if (!names.Contains(field.Name)) field.WriteTo(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(CanonicalJson.Canonicalize(StrictJson.Parse(buffer.WrittenMemory).RootElement));
    }

    private static bool Verifies(NoteKey key, string text, JsonElement signature) =>
        signature.ValueKind == JsonValueKind.String && signature.TryGetBytesFromBase64(out var bytes) && key.Verify(text, bytes);

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

    private static long? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number) && number >= 0 ? number : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        DateTimeOffset.TryParseExact(Text(json, name), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
