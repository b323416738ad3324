using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>
/// Reads people's policy from where it lies. A file that is there and cannot be read, trusted or understood is a layer that denies
/// everything, never a layer that is not there.
/// </summary>
internal static class PolicyLoader
{
    /// <summary>The policy in force for work in <paramref name="workspace"/>.</summary>
    public static PolicyInForce Load(DataDirectory data, Settings settings, string workspace)
    {
        List<string>? notes = null;
        var layers = Layers(data, settings, workspace, (path, bytes) => Compile(data, path, bytes), new WholeBundles(), ref notes, out var version, path => Compiled(data, path));
        return layers is null && notes is null ? PolicyInForce.None : new PolicyInForce(layers ?? [], settings.OnlyTighten, notes ?? []) { BundleVersion = version };
    }

    /// <summary>The policy in force where somebody stands.</summary>
    public static PolicyInForce Load(PolicyActor actor) => Load(actor.Data, actor.Settings, actor.Surroundings.Workspace);

    /// <summary>Of the policy in force only what it says of findings in texts: hooks that judge no call need no more.</summary>
    public static DetectionActions LoadDetection(DataDirectory data, Settings settings, string workspace)
    {
        List<string>? notes = null;
        return Layers(data, settings, workspace, PolicyReader.ReadDetection, new BundleFrames(), ref notes, out _,
            path => CompiledFrame(data, path)) is { } layers ? DetectionLayers.Of(layers, settings.OnlyTighten) : DetectionActions.Default;
    }

    private static List<PolicyLayer>? Layers(DataDirectory data, Settings settings, string workspace, PolicyFileReader reader, IBundleForm bundles,
        ref List<string>? notes, out string? version, Func<string, PolicyDocument?>? compiled = null)
    {
        List<PolicyLayer>? layers = null;
        version = null;
        if (settings.ManagedDirectory is { } managed)
        {
            var plain = Read(PolicyLayer.Managed, Path.Combine(managed, PolicyPaths.FileName), ManagedFiles.Distrust, reader, compiled is null ? null : path => CompiledByAdministrator(managed, path));
            var own = settings.PolicyKeys.Count == 0 && !settings.SignatureRequired ? plain
                : ManagedPolicy.Signed(plain, managed, data.Root, settings, ManagedFiles.Distrust, DateTimeOffset.UtcNow, bundles, out version);
            if (own is not null) (layers ??= []).Add(own);
        }
        else if (settings.SignatureRequired && ManagedPolicy.Signed(null, null, data.Root, settings, ManagedFiles.Distrust, DateTimeOffset.UtcNow, bundles,
            out version) is { } required) (layers ??= []).Add(required);
        if (Read(PolicyLayer.User, data.PolicyFile, null, reader, compiled) is { } user) (layers ??= []).Add(user);
        if (Repository(data, settings, workspace, reader, ref notes, compiled) is { } repository) (layers ??= []).Add(repository);
        return layers;
    }

    private delegate PolicyReading PolicyFileReader(string file, ReadOnlyMemory<byte> json);

    /// <summary>Reads one layer; null where its file is not there.</summary>
    /// <param name="name">Which layer.</param>
    /// <param name="path">Its file.</param>
    /// <param name="distrust">Says why the file cannot be trusted, where that matters.</param>
    public static PolicyLayer? Read(string name, string path, Func<string, string?>? distrust) => Read(name, path, distrust, PolicyReader.Read);

    private static PolicyLayer? Read(string name, string path, Func<string, string?>? distrust, PolicyFileReader reader, Func<string, PolicyDocument?>? compiled = null)
    {
        try
        {
            if (compiled?.Invoke(path) is { } known && (name == PolicyLayer.Managed || known.Locked.Count == 0)) return new PolicyLayer(name, known, []);
            if (AtomicFile.Read(path, PolicyReader.MostBytes + 1) is not { } bytes) return null;
            if (distrust?.Invoke(path) is { } why) return Broken(name, path, $"cannot be trusted: {why}. An administrator must own it, and nobody else may write it");
            var reading = reader(path, bytes);
            if (name != PolicyLayer.Managed && reading.Document is { Locked.Count: > 0 }) return Broken(name, path, "has 'locked', which only the administrator's policy may have");
            return PolicyLayer.Of(name, reading);
        }
        catch (GuardException unreadable)
        {
            // The file is named before what is wrong with it already.
            return Broken(name, path, unreadable.Message.StartsWith(path + " ", StringComparison.Ordinal) ? unreadable.Message[(path.Length + 1)..].TrimEnd('.') : unreadable.Message);
        }
    }

    private static PolicyLayer? Repository(DataDirectory data, Settings settings, string workspace, PolicyFileReader reader, ref List<string>? notes, Func<string, PolicyDocument?>? compiled)
    {
        var path = PolicyPaths.OfRepository(workspace);
        if (settings.RepositoryPolicy == "off" || !File.Exists(path)) return null;
        try
        {
            if (settings.RepositoryPolicy != "all" && !TrustedRepositories.Holds(data, workspace))
            {
                (notes ??= []).Add($"{path} is not in force: trust this repository with 'sallyport policy trust' in your terminal if its rules shall tighten yours.");
                return null;
            }
        }
        catch (GuardException damaged)
        {
            return Broken(PolicyLayer.Repository, path, damaged.Message);
        }
        return Read(PolicyLayer.Repository, path, null, reader, compiled);
    }

    // The administrator's own file is never taken from here: what users can write does not speak for it.
    private static PolicyDocument? Compiled(DataDirectory data, string path) =>
        PolicyCache.IsWorthwhile(path) ? PolicyCache.In(data.Root, path).Open(path, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) : null;

    private static PolicyDocument? CompiledFrame(DataDirectory data, string path) =>
        PolicyCache.IsWorthwhile(path) && PolicyCache.In(data.Root, path).Frame(path, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) is { } frame
            ? PolicyReader.ReadDetection(path, frame).Document : null;

    // Compiled by 'sallyport policy compile': it counts as the administrator's where both files can only be theirs.
    private static PolicyDocument? CompiledByAdministrator(string directory, string path)
    {
        return ManagedFiles.Distrust(path) is null && PolicyCache.OfAdministrator(PolicyPaths.CompiledByAdministrator(directory)) is { } cache
            ? cache.Open(path, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) : null;
    }

    private static PolicyReading Compile(DataDirectory data, string path, ReadOnlyMemory<byte> bytes)
    {
        var reading = PolicyReader.Read(path, bytes);
        if (reading.Document is { } policy && bytes.Length > PolicyCache.Worthwhile && !path.StartsWith(ManagedFiles.Directory, StringComparison.Ordinal))
            PolicyCache.In(data.Root, path).Save(path, bytes, policy, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), []);
        return reading;
    }

    private static PolicyLayer Broken(string name, string path, string message) => new(name, null, [new PolicyFault(path, "", "", message)]);
}
