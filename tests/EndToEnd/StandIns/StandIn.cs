using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace Sallyport.Tests.StandIns;

/// <summary>A request as it came over the wire.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What a stand-in does with a request.</summary>
internal sealed record Reaction
{
    public int Status { get; init; } = 200;
    public string Body { get; init; } = "";
    public string ContentType { get; init; } = "application/json";
    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>Says nothing at all, and keeps the connection.</summary>
    public bool Silent { get; init; }

    /// <summary>Sends one byte at a time, with this pause.</summary>
    public TimeSpan? Drip { get; init; }

    /// <summary>Closes the connection instead of an answer.</summary>
    public bool Cut { get; init; }

    /// <summary>Waits before it answers.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Sends filler without end in place of the body.</summary>
    public bool Endless { get; init; }

    public static Reaction Json(string body, int status = 200) => new() { Body = body, Status = status };
}

/// <summary>A service on loopback that answers as a test says, over HTTP or TLS, and keeps what it was sent.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly X509Certificate2? _certificate;
    private readonly bool _wantsClient;
    private readonly Lock _lock = new();
    private readonly List<Received> _requests = [];

    private StandIn(X509Certificate2? certificate, bool wantsClient, Func<Received, Reaction> react)
    {
        (_certificate, _wantsClient, React) = (certificate, wantsClient, react);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Task.Run(Accept);
    }

    /// <summary>What it does; may be changed at any time.</summary>
    public Func<Received, Reaction> React { get; set; }

    public int Port { get; }

    /// <summary>Its address.</summary>
    public string Url => $"{(_certificate is null ? "http" : "https")}://localhost:{Port}";

    /// <summary>Common names of the client certificates it saw.</summary>
    public List<string> Clients { get; } = [];

    /// <summary>What it was sent.</summary>
    public IReadOnlyList<Received> Requests
    {
        get { lock (_lock) return [.. _requests]; }
    }

    public static StandIn Plain(Func<Received, Reaction> react) => new(null, false, react);

    public static StandIn Tls(X509Certificate2 certificate, Func<Received, Reaction> react, bool wantsClient = false) => new(certificate, wantsClient, react);

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Stop();
    }

    private async Task Accept()
    {
        while (!_ended.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_ended.Token);
            }
            catch (Exception closed) when (closed is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => Serve(client));
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using var _ = client;
            using var ended = _ended.Token.Register(client.Close);
            Stream stream = client.GetStream();
            if (_certificate is not null) stream = await Secure(stream);
            using (stream)
                while (await Read(stream) is { } request)
                {
                    lock (_lock) _requests.Add(request);
                    if (!await Answer(stream, React(request))) return;
                }
        }
        catch (Exception gone) when (gone is IOException or SocketException or System.Security.Authentication.AuthenticationException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // the other side went away: that is what many tests are about
        }
    }

    private async Task<Stream> Secure(Stream stream)
    {
        var tls = new SslStream(stream, false, _wantsClient ? (_, certificate, _, _) =>
        {
            lock (_lock) if (certificate is not null) Clients.Add(certificate.Subject);
            return certificate is not null;
        } : null);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate, ClientCertificateRequired = _wantsClient }, _ended.Token);
        return tls;
    }

    private async Task<Received?> Read(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !(head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r'))
        {
            if (await stream.ReadAsync(one, _ended.Token) == 0) return null;
            head.Add(one[0]);
        }
        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines[1..].Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, _ended.Token);
        return new Received(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }

    private async Task<bool> Answer(Stream stream, Reaction reaction)
    {
        await Task.Delay(reaction.Delay, _ended.Token);
        if (reaction.Silent) await Task.Delay(Timeout.Infinite, _ended.Token);
        if (reaction.Cut) return false;
        var body = Encoding.UTF8.GetBytes(reaction.Body);
        var head = new StringBuilder($"HTTP/1.1 {reaction.Status} X\r\n");
        if (reaction.ContentType.Length > 0) head.Append($"Content-Type: {reaction.ContentType}\r\n");
        foreach (var (name, value) in reaction.Headers) head.Append($"{name}: {value}\r\n");
        head.Append(reaction.Endless ? "Connection: close\r\n\r\n" : $"Content-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), _ended.Token);
        if (reaction.Endless)
        {
            var filler = new byte[64 * 1024];
            Array.Fill(filler, (byte)' ');
            while (true) await stream.WriteAsync(filler, _ended.Token);
        }
        if (reaction.Drip is not { } pause)
        {
            await stream.WriteAsync(body, _ended.Token);
            return true;
        }
        foreach (var b in body)
        {
            await stream.WriteAsync(new[] { b }, _ended.Token);
            await stream.FlushAsync(_ended.Token);
            await Task.Delay(pause, _ended.Token);
        }
        return true;
    }
}
