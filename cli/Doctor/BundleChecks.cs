using Sallyport.Configuration;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Doctor;

/// <summary>Is the signed policy in force, and for how long yet? When it expires, every call is refused.</summary>
internal static class BundleChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static IEnumerable<Finding> Run(DataDirectory data, Settings settings, DateTimeOffset now)
    {
        if (settings.PolicyKeys.Count == 0) yield break;
        foreach (var folder in (string?[])[settings.ManagedDirectory, data.Root])
            if (folder is not null && Look(new BundleStore(folder), settings, now) is { } finding) yield return finding;
    }

    private static Finding? Look(BundleStore store, Settings settings, DateTimeOffset now)
    {
        try
        {
            var (bundle, problem) = store.Load(settings.PolicyKeys, now, new WholeBundles(), null);
            if (problem is not null) return Invalid(store, problem);
            if (bundle is null) return null;
            var what = $"the signed policy {store.File}, version {bundle.Version} by {bundle.KeyId}, is in force";
            return bundle.Expires is not { } end ? Finding.Good("bundle", what + " and never expires")
                : end - now < Soon ? Finding.Note("bundle.expires", $"{what} and expires on {end:yyyy-MM-dd}: from then on every call is refused",
                "Apply a newer one before: sallyport policy apply BUNDLE")
                : Finding.Good("bundle", $"{what} until {end:yyyy-MM-dd}");
        }
        catch (GuardException wrong)
        {
            return Invalid(store, wrong.Message.TrimEnd('.'));
        }
    }

    private static Finding Invalid(BundleStore store, string why) =>
        Finding.Fault("bundle.invalid", $"every call is refused: of the signed policy {store.File}, {why}", "Apply a good one: sallyport policy apply BUNDLE");
}
