using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Sallyport.Guards;
using Sallyport.Streams;

namespace Sallyport.GuardProgram.Transport;

/// <summary>
/// HTTP for the guards. No redirect is followed, no cookie kept, no credential sent to anybody but the address in the settings; TLS 1.2 or
/// later, always verified; plain HTTP only to this machine; one deadline for all of it.
/// </summary>
internal sealed class HttpTransport : IGuardTransport, IDisposable
{
    private readonly TrustOptions _trust;
    private readonly Lock _lock = new();
    private HttpClient? _plain;
    private HttpClient? _secure;
    private HttpReply? _refusal;

    public HttpTransport(TrustOptions trust) => _trust = trust;

    public async Task<HttpReply> Send(HttpQuestion question, CancellationToken deadline)
    {
        if (!Uri.TryCreate(question.Url, UriKind.Absolute, out var url) || (url.Scheme != "https" && !(url.Scheme == "http" && url.IsLoopback)))
            return Fault(GuardFault.BadAddress, "the address is neither https:// nor http:// to this machine.");
        if (Client(url.Scheme == "https") is not { } client) return _refusal!;
        using var request = Request(question, url);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline).ConfigureAwait(false);
            var body = await Body(response, question.AnswerLimit, deadline).ConfigureAwait(false);
            if (body is null) return Fault(GuardFault.TooLarge, $"its answer is larger than {question.AnswerLimit} bytes.") with { Status = (int)response.StatusCode };
            return new HttpReply
            {
                Status = (int)response.StatusCode,
                Body = body,
                ContentType = response.Content.Headers.ContentType?.MediaType,
                RetryAfter = response.Headers.TryGetValues("Retry-After", out var values) ? values.FirstOrDefault() : null,
            };
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or OperationCanceledException or AuthenticationException or SocketException or InvalidOperationException)
        {
            return deadline.IsCancellationRequested ? Fault(GuardFault.Timeout, "it did not answer in time.") : NetworkFaults.Of(wrong, _trust);
        }
    }

    public void Dispose()
    {
        _plain?.Dispose();
        _secure?.Dispose();
    }

    private static HttpRequestMessage Request(HttpQuestion question, Uri url)
    {
        var request = new HttpRequestMessage(new HttpMethod(question.Method), url) { Version = HttpVersion.Version11 };
        if (question.Method == "POST")
        {
            request.Content = new ByteArrayContent(question.Body); // of a known length, so the body has a Content-Length
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(question.ContentType);
        }
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("sallyport", ProductVersion.Text));
        foreach (var (name, value) in question.Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    // Read here and not by HttpClient, so that neither a slow drip nor an endless answer gets past the deadline or the limit.
    private static async Task<byte[]?> Body(HttpResponseMessage response, int limit, CancellationToken deadline)
    {
        using var stream = await response.Content.ReadAsStreamAsync(deadline).ConfigureAwait(false);
        using var kept = RecycledStream.Take();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, deadline).ConfigureAwait(false) is > 0 and var got)
        {
            kept.Write(buffer, 0, got);
            if (kept.Length > limit) return null;
        }
        return kept.ToArray();
    }

    private HttpClient? Client(bool secure)
    {
        lock (_lock)
        {
            if (!secure) return _plain ??= Build(new SocketsHttpHandler { UseProxy = false, ConnectCallback = ToThisMachine });
            if (_secure is not null || _refusal is not null) return _secure;
            if (TlsLibrary.Fault() is { } missing) _refusal = Fault(GuardFault.Tls, missing);
            else if (Options(out var options) is { } wrong) _refusal = Fault(GuardFault.Tls, wrong);
            else _secure = Build(new SocketsHttpHandler { SslOptions = options! });
            return _secure;
        }
    }

    private static HttpClient Build(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.MaxResponseHeadersLength = 64;
        handler.ActivityHeadersPropagator = null;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private string? Options(out SslClientAuthenticationOptions? options)
    {
        options = null;
        try
        {
            var chosen = TlsOptions.Of(_trust);
            options = chosen;
            return null;
        }
        catch (GuardException wrong)
        {
            return wrong.Message;
        }
    }

    // "localhost" is a name like any other: what it leads to must be this machine, or a credential would go out in the clear.
    private static async ValueTask<Stream> ToThisMachine(SocketsHttpConnectionContext context, CancellationToken deadline)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, deadline).ConfigureAwait(false);
        var own = Array.FindAll(addresses, IPAddress.IsLoopback);
        if (own.Length == 0) throw new HttpRequestException(HttpRequestError.ConnectionError, "the name does not lead to this machine");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(own, context.DnsEndPoint.Port, deadline).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static HttpReply Fault(GuardFault fault, string why) => new() { Fault = fault, Why = why };
}
