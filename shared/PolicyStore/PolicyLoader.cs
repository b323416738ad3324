using Sallyport.Configuration;
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
        List<PolicyLayer>? layers = null;
        List<string>? notes = null;
        if (settings.ManagedDirectory is { } managed && Read(PolicyLayer.Managed, Path.Combine(managed, PolicyPaths.FileName), ManagedFiles.Distrust) is { } own) (layers ??= []).Add(own);
        if (Read(PolicyLayer.User, data.PolicyFile, null) is { } user) (layers ??= []).Add(user);
        if (Repository(data, settings, workspace, ref notes) is { } repository) (layers ??= []).Add(repository);
        return layers is null && notes is null ? PolicyInForce.None : new PolicyInForce(layers ?? [], settings.OnlyTighten, notes ?? []);
    }

    /// <summary>Reads one layer; null where its file is not there.</summary>
    /// <param name="name">Which layer.</param>
    /// <param name="path">Its file.</param>
    /// <param name="distrust">Says why the file cannot be trusted, where that matters.</param>
    public static PolicyLayer? Read(string name, string path, Func<string, string?>? distrust)
    {
        try
        {
            if (AtomicFile.Read(path, PolicyReader.MostBytes + 1) is not { } bytes) return null;
            if (distrust?.Invoke(path) is { } why) return Broken(name, path, $"cannot be trusted: {why}. An administrator must own it, and nobody else may write it");
            var reading = PolicyReader.Read(path, bytes);
            if (name != PolicyLayer.Managed && reading.Document is { Locked.Count: > 0 }) return Broken(name, path, "has 'locked', which only the administrator's policy may have");
            return PolicyLayer.Of(name, reading);
        }
        catch (GuardException unreadable)
        {
            return Broken(name, path, unreadable.Message);
        }
    }

    private static PolicyLayer? Repository(DataDirectory data, Settings settings, string workspace, ref List<string>? notes)
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
        return Read(PolicyLayer.Repository, path, null);
    }

    private static PolicyLayer Broken(string name, string path, string message) => new(name, null, [new PolicyFault(path, "", "", message)]);
}
