using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sallyport.Tests.StandIns;

/// <summary>A certificate authority that no system knows, as companies have them.</summary>
internal sealed class PrivateAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private int _serial;

    public PrivateAuthority(string name = "A private authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-400), DateTimeOffset.UtcNow.AddDays(30));
    }

    /// <summary>Its own certificate.</summary>
    public string Pem => _root.ExportCertificatePem();

    /// <summary>A certificate for a server on this machine, or for another name.</summary>
    public X509Certificate2 Server(string name = "localhost", bool expired = false)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost") names.AddIpAddress(IPAddress.Loopback);
        return Issue($"CN={name}", names, expired).Certificate;
    }

    /// <summary>A certificate with its key for a client, as PEM.</summary>
    public (string Certificate, string Key) Client(string name) 
    {
        var (certificate, key) = Issue($"CN={name}", null, false);
        return (certificate.ExportCertificatePem(), key);
    }

    public void Dispose() => _root.Dispose();

    private (X509Certificate2 Certificate, string Key) Issue(string subject, SubjectAlternativeNameBuilder? names, bool expired)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (names is not null) request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        var (from, to) = expired ? (-300, -200) : (-1, 20);
        using var issued = request.Create(_root, DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to), BitConverter.GetBytes(++_serial + 1000));
        var own = issued.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null), key.ExportPkcs8PrivateKeyPem());
    }
}
