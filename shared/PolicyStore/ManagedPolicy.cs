using Sallyport.Configuration;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>The administrator's layer: a signed bundle where keys are configured, else the plain file, which only they can write.</summary>
internal static class ManagedPolicy
{
    /// <summary>Reads it where keys are configured or a signature is required.</summary>
    /// <param name="plain">The administrator's unsigned file; null where there is none. It counts where no signature is required and there is no bundle.</param>
    /// <param name="directory">The administrator's directory; null where nothing is managed.</param>
    /// <param name="dataDirectory">Where a bundle lies that somebody else than the administrator applied.</param>
    /// <param name="settings">Keys, and whether a signature is required: both from managed settings, never from the file that is checked.</param>
    /// <param name="distrust">Says why a file of the administrator's directory cannot be trusted.</param>
    /// <param name="now">The time, for expiry.</param>
    /// <param name="form">How much of a bundle's policy the caller needs.</param>
    /// <param name="version">The bundle's version; null where there is none.</param>
    public static PolicyLayer? Signed(
        PolicyLayer? plain, string? directory, string dataDirectory, Settings settings, Func<string, string?> distrust, DateTimeOffset now,
        IBundleForm form, out string? version)
    {
        version = null;
        PolicyLayer? best = null, broken = null;
        foreach (var folder in (string?[])[directory, dataDirectory])
        {
            if (folder is null) continue;
            var store = new BundleStore(folder);
            try
            {
                if (folder == directory && File.Exists(store.File) && distrust(store.File) is { } why) throw new GuardException($"it cannot be trusted: {why}");
                var (bundle, problem) = store.Load(settings.PolicyKeys, now, form, folder == directory
                    ? PolicyCache.OfAdministrator(PolicyPaths.BundleCompiledByAdministrator(folder)) : PolicyCache.In(folder, store.File));
                if (problem is not null) broken ??= Broken(store.File, problem);
                if (bundle is null || bundle.Version <= (best?.Document!.Version ?? -1)) continue;
                best = new PolicyLayer(PolicyLayer.Managed, bundle.Policy, []);
                version = bundle.Version.ToString();
            }
            catch (GuardException unreadable)
            {
                broken ??= Broken(store.File, unreadable.Message);
            }
        }
        // A bundle that is wrong is not passed over for an older one in the other place: somebody put it there.
        if (broken is not null || best is not null) return broken ?? best;
        if (!settings.SignatureRequired) return plain;
        return Broken(new BundleStore(directory ?? dataDirectory).File, "a signed policy is required and there is none. Apply one: sallyport policy apply BUNDLE");
    }

    private static PolicyLayer Broken(string path, string message) => new(PolicyLayer.Managed, null, [new PolicyFault(path, "", "", message)]);
}
