using Sallyport.Integrity;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>The person's policy file as it is now.</summary>
/// <param name="Document">The policy: an empty one where there is no file, null where the file is broken.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Hash">SHA-256 of the file; <c>none</c> where there is none.</param>
internal sealed record UserPolicy(PolicyDocument? Document, IReadOnlyList<PolicyFault> Faults, string Hash)
{
    private const int KeptVersions = 50;

    /// <summary>Reads it.</summary>
    public static UserPolicy Read(DataDirectory data)
    {
        if (AtomicFile.Read(data.PolicyFile, PolicyReader.MostBytes + 1) is not { } bytes) return new UserPolicy(PolicyDocument.Empty, [], "none");
        var layer = PolicyLoader.Read(PolicyLayer.User, data.PolicyFile, null)!;
        return new UserPolicy(layer.Document, layer.Faults, Convert.ToHexStringLower(Sha256.Hash(bytes.Span)));
    }

    /// <summary>
    /// Puts another policy in its place, durably. What was there before is kept. The caller holds the lock.
    /// </summary>
    public static void Write(DataDirectory data, PolicyDocument policy, long now)
    {
        Keep(data, now);
        var bytes = PolicyWriter.Write(policy);
        var after = Convert.ToHexStringLower(PolicyRoot.Leaf(new PolicyLayer(PolicyLayer.User, policy, [])));
        var before = Known(data);
        // First both, then the new one: a crash in between never makes a change of Sallyport's own look like somebody else's.
        SaveState(data, before is null ? [after] : [.. before, after]);
        AtomicFile.Write(data.PolicyFile, bytes, durable: true);
        SaveState(data, [after]);
    }

    /// <summary>True where the layer is as Sallyport itself left it.</summary>
    public static bool IsKnown(DataDirectory data, PolicyLayer layer) => Known(data)?.Contains(Convert.ToHexStringLower(PolicyRoot.Leaf(layer))) ?? false;

    private static void Keep(DataDirectory data, long now)
    {
        if (AtomicFile.Read(data.PolicyFile, PolicyReader.MostBytes + 1) is not { } old) return;
        var folder = PolicyPaths.History(data);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, $"{now:D15}-{Convert.ToHexStringLower(Sha256.Hash(old.Span).AsSpan(0, 4))}.json"), old.Span, durable: true);
        var kept = Directory.GetFiles(folder, "*.json");
        Array.Sort(kept, StringComparer.Ordinal);
        for (var i = 0; i < kept.Length - KeptVersions; i++) File.Delete(kept[i]);
    }

    private static void SaveState(DataDirectory data, IReadOnlyList<string> leaves) =>
        AtomicFile.Write(PolicyPaths.State(data), State(leaves), durable: true);

    private static byte[] State(IReadOnlyList<string> leaves)
    {
        var json = new CanonicalWriter(256);
        json.StartObject();
        json.Name("written"u8);
        json.StartArray();
        foreach (var leaf in leaves) json.String(leaf);
        json.EndArray();
        json.EndObject();
        return json.Written.ToArray();
    }

    // A state that cannot be read knows nothing: a policy is then reported as changed by somebody else, which only asks once more.
    private static List<string>? Known(DataDirectory data)
    {
        try
        {
            if (AtomicFile.Read(PolicyPaths.State(data), 64 * 1024) is not { } bytes) return null;
            var root = StrictJson.Read(bytes);
            return [.. root.GetProperty("written").EnumerateArray().Select(item => item.GetString()!)];
        }
        catch (Exception wrong) when (wrong is MalformedInputException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
