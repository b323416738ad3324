using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Sallyport.GuardProgram.Transport;
using Sallyport.GuardProgram.Work;
using Sallyport.Guards;
using Sallyport.Guards.Exchange;

namespace Sallyport.GuardProgram.Tools;

/// <summary><c>sallyport guard doctor</c>: goes the way to each guard step by step and says where it ends, and what to do about it.</summary>
internal static class Doctor
{
    public static async Task<int> Run(HelperRequest request, Stream output)
    {
        using var desk = Desk.Open(request);
        using var to = new StreamWriter(output);
        foreach (var note in desk.Settings.Notes) await to.WriteLineAsync("! " + note);
        var chosen = Chosen.Of(desk, request.Service);
        if (chosen.Count == 0) await to.WriteLineAsync(Chosen.None);
        var failed = chosen.Count == 0;
        foreach (var service in chosen)
        {
            await to.WriteLineAsync($"{service.Title()} ({service.Word()})");
            if (desk.Settings.Address(service) is not { } address)
            {
                await to.WriteLineAsync("  ! there is no address.");
                failed = true;
                continue;
            }
            await to.WriteLineAsync($"  address     {address}");
            using var deadline = new CancellationTokenSource(desk.Settings.TimeoutMs(service));
            var trust = TrustOptions.Of(desk.Settings, service, Environment.GetEnvironmentVariable);
            if (request.Topic is null or "tls") failed |= !await Tls(to, new Uri(address), trust, deadline.Token);
            if (request.Topic is null or "http") failed |= !await HttpProbe.Run(to, desk, service, deadline.Token);
        }
        return failed ? 1 : 0;
    }

    private static async Task<bool> Tls(StreamWriter to, Uri address, TrustOptions trust, CancellationToken deadline)
    {
        await Line(to, "authorities", trust.Bundle is { } bundle ? $"{bundle} ({trust.From})" : SystemStore());
        foreach (var variable in (string[])["HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"])
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value) await Line(to, variable, WithoutUser(value));
        if (address.Scheme == "https" && TlsLibrary.Fault() is { } missing)
        {
            await to.WriteLineAsync("  ! " + missing);
            return false;
        }
        if (!await Resolve(to, address, deadline)) return false;
        if (address.Scheme != "https")
        {
            await Line(to, "tls", "none: plain HTTP to this machine");
            return true;
        }
        SslClientAuthenticationOptions options;
        try
        {
            options = TlsOptions.Of(trust);
        }
        catch (GuardException wrong)
        {
            await to.WriteLineAsync("  ! " + wrong.Message);
            return false;
        }
        var seen = new List<string>();
        var shaken = false;
        // Looks at what is presented, accepted or not; what is not accepted stays so.
        options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            if (!shaken) Describe(seen, certificate as X509Certificate2, chain, errors, trust);
            return errors == SslPolicyErrors.None;
        };
        using var handler = new SocketsHttpHandler { SslOptions = options, AllowAutoRedirect = false };
        handler.PlaintextStreamFilter = (context, _) =>
        {
            if (!shaken && context.PlaintextStream is SslStream tls) seen.Add($"  handshake   {tls.SslProtocol} {tls.NegotiatedCipherSuite}");
            shaken = true;
            return new ValueTask<Stream>(context.PlaintextStream);
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), HttpCompletionOption.ResponseHeadersRead, deadline);
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or OperationCanceledException)
        {
            // What a service makes of a bare HEAD is not what was asked: the handshake was, and it stands.
            if (shaken) return await Verified(to, seen, started);
            foreach (var line in seen) await to.WriteLineAsync(line);
            if (deadline.IsCancellationRequested) await to.WriteLineAsync("  ! it did not answer in time.");
            else if (!seen.Exists(line => line.StartsWith("  !", StringComparison.Ordinal))) await to.WriteLineAsync("  ! " + NetworkFaults.Of(wrong, trust).Why);
            return false;
        }
        return await Verified(to, seen, started);
    }

    private static async Task<bool> Verified(StreamWriter to, List<string> seen, long started)
    {
        foreach (var line in seen) await to.WriteLineAsync(line);
        await Line(to, "tls", $"verified ({(long)Stopwatch.GetElapsedTime(started).TotalMilliseconds} ms)");
        return true;
    }

    private static async Task<bool> Resolve(StreamWriter to, Uri address, CancellationToken deadline)
    {
        try
        {
            var found = await Dns.GetHostAddressesAsync(address.DnsSafeHost, deadline);
            await Line(to, "addresses", string.Join(", ", found.Take(4).Select(a => a.ToString())));
            return true;
        }
        catch (Exception wrong) when (wrong is SocketException or OperationCanceledException)
        {
            // With a proxy the name may be known there alone.
            var proxied = Environment.GetEnvironmentVariable("HTTPS_PROXY") is { Length: > 0 } || Environment.GetEnvironmentVariable("https_proxy") is { Length: > 0 };
            await to.WriteLineAsync(proxied ? "  addresses   unknown here; the proxy may know" : "  ! its name has no address here. Check the address, the network and the proxy.");
            return proxied;
        }
    }

    private static void Describe(List<string> seen, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, TrustOptions trust)
    {
        if (certificate is null)
        {
            seen.Add("  ! it presents no certificate.");
            return;
        }
        seen.Add($"  subject     {Sanitize.ForTerminal(certificate.Subject)}");
        seen.Add($"  issuer      {Sanitize.ForTerminal(certificate.Issuer)}");
        seen.Add($"  valid       {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}");
        if (chain is not null)
        {
            for (var i = 0; i < chain.ChainElements.Count; i++) seen.Add($"  chain {i}     {Sanitize.ForTerminal(chain.ChainElements[i].Certificate.Subject)}");
            foreach (var status in chain.ChainStatus) seen.Add("  ! " + Explain(status.Status, trust));
        }
        if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0) seen.Add("  ! the certificate is for another name.");
    }

    private static string Explain(X509ChainStatusFlags status, TrustOptions trust) => status switch
    {
        X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.UntrustedRoot => NetworkFaults.UnknownAuthority(trust),
        X509ChainStatusFlags.NotTimeValid => "a certificate of the chain is not valid today. Is this machine's clock right?",
        _ => $"the chain is not acceptable: {status}.",
    };

    private static string SystemStore() => OperatingSystem.IsLinux()
        ? $"the system's store ({Environment.GetEnvironmentVariable("SSL_CERT_DIR") ?? "OpenSSL's own directory"})"
        : OperatingSystem.IsMacOS() ? "the system's keychains" : "the system's certificate stores";

    private static string WithoutUser(string proxy) => proxy.LastIndexOf('@') is >= 0 and var at ? "<redacted>" + proxy[at..] : proxy;

    private static Task Line(StreamWriter to, string name, string value) => to.WriteLineAsync($"  {name,-11} {Sanitize.ForTerminal(value)}");
}
