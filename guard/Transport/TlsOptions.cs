using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sallyport.Configuration;

namespace Sallyport.GuardProgram.Transport;

/// <summary>How TLS is spoken: 1.2 or later, the chain always verified, against one's own authorities or the system's.</summary>
internal static class TlsOptions
{
    /// <summary>The options.</summary>
    /// <exception cref="GuardException">A file they name cannot be used; says which and why. It is never left out in silence.</exception>
    public static SslClientAuthenticationOptions Of(TrustOptions trust)
    {
        var options = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        if (trust.Bundle is { } bundle)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            Add(options.CertificateChainPolicy, Read(bundle, trust.From));
        }
        if (trust.ClientCertificate is { } certificate) options.ClientCertificates = [Own(certificate, trust.ClientKey)];
        return options;
    }

    // An intermediate in the bundle helps to build the chain; only what signs itself is an end of it.
    private static void Add(X509ChainPolicy policy, X509Certificate2Collection authorities)
    {
        foreach (var authority in authorities)
        {
            if (authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData)) policy.CustomTrustStore.Add(authority);
            else policy.ExtraStore.Add(authority);
        }
    }

    /// <summary>The certificates of a PEM file.</summary>
    public static X509Certificate2Collection Read(string path, string from)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(path);
            return found.Count > 0 ? found : throw new GuardException($"{path} ({from}) holds no certificate in PEM form.");
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new GuardException($"{path} ({from}) cannot be read as certificates in PEM form: {wrong.GetType().Name}. Nothing is sent without it.", wrong);
        }
    }

    private static X509Certificate2 Own(string certificate, string? key)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && UnixStatus.Of(key ?? certificate, follow: true) is { } status && (status.Mode & 0x3F) != 0)
                throw new GuardException($"{key ?? certificate} is open to other users of this machine, so the key in it is not used. Close it: chmod 600 '{key ?? certificate}'");
            using var made = X509Certificate2.CreateFromPemFile(certificate, key);
            // Windows cannot use a key that is in memory alone.
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GuardException($"The client certificate {certificate} cannot be used: {wrong.GetType().Name}.", wrong);
        }
    }
}
