using Sallyport.Guards;
using Sallyport.Guards.Settings;

namespace Sallyport.GuardProgram.Transport;

/// <summary>Which authorities are believed, and who this is.</summary>
/// <param name="Bundle">A PEM file of authorities; null for the system's store.</param>
/// <param name="From">Which setting or variable named it.</param>
/// <param name="ClientCertificate">A PEM file; null for none.</param>
/// <param name="ClientKey">A PEM file; null where the key is in the certificate's file.</param>
internal sealed record TrustOptions(string? Bundle, string From, string? ClientCertificate, string? ClientKey)
{
    /// <summary>The options for a service. A bundle of one's own comes first, then the variables other programs use, then the system.</summary>
    public static TrustOptions Of(GuardSettings settings, Service? service, Func<string, string?> environment)
    {
        var own = service == Service.F5 ? GuardTable.F5CaBundle : null;
        var (bundle, from) = Bundles(settings, own, environment).FirstOrDefault(b => b.Path is { Length: > 0 });
        var f5 = service == Service.F5;
        return new TrustOptions(bundle, from ?? "the system's store",
            (f5 ? settings.Text(GuardTable.F5ClientCertificate) : null) ?? settings.Text(GuardTable.ClientCertificate),
            (f5 ? settings.Text(GuardTable.F5ClientKey) : null) ?? settings.Text(GuardTable.ClientKey));
    }

    private static IEnumerable<(string? Path, string From)> Bundles(GuardSettings settings, GuardSetting? own, Func<string, string?> environment)
    {
        if (own is not null) yield return (settings.Text(own), settings[own].Source);
        yield return (settings.Text(GuardTable.CaBundle), settings[GuardTable.CaBundle].Source);
        foreach (var variable in (string[])["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"]) yield return (environment(variable), variable);
    }
}
