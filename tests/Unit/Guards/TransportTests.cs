using System.Diagnostics;
using System.Threading.Tasks;
using Sallyport.Detection;
using Sallyport.GuardProgram.Transport;
using Sallyport.Guards;
using Sallyport.Guards.F5;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.Guards;

/// <summary>Every way a service can fail to answer, over real sockets and real TLS.</summary>
public sealed class TransportTests : IDisposable
{
    private readonly ScratchGuards _scratch = new();
    private readonly PrivateAuthority _authority = new();

    public void Dispose()
    {
        _authority.Dispose();
        _scratch.Dispose();
    }

    private async Task<GuardAnswer> Ask(string url, int timeoutMs = 30_000, string text = "hello", TrustOptions? trust = null)
    {
        _scratch.Environment["F5_GUARDRAILS_API_TOKEN"] = "t0ken";
        _scratch.Environment["F5_GUARDRAILS_BASE_URL"] = url;
        using var transport = new HttpTransport(trust ?? TrustOptions.Of(_scratch.Context().Settings, Service.F5, n => _scratch.Environment.GetValueOrDefault(n)));
        using var deadline = new CancellationTokenSource(timeoutMs);
        var question = new GuardQuestion { Surface = Surface.Prompt, Event = "UserPromptSubmit", Text = text, Session = "s" };
        return await new F5Guard(_scratch.Context(), transport).Ask(question, deadline.Token);
    }

    private async Task<string> FaultOf(Reaction reaction, int timeoutMs = 30_000)
    {
        using var service = StandIn.Plain(_ => reaction);
        var answer = await Ask(service.Url, timeoutMs);
        Assert.Equal(GuardOutcome.Unavailable, answer.Outcome);
        Assert.NotEmpty(answer.Why);
        return answer.Fault.Word();
    }

    [Fact]
    public async Task A_scan_is_one_request_with_its_length_and_credential()
    {
        using var service = StandIn.Plain(_ => Reaction.Json(StandIns.Services.F5("cleared")));
        Assert.Equal(GuardOutcome.Cleared, (await Ask(service.Url)).Outcome);
        var request = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/backend/v1/scans", "Bearer t0ken"), (request.Method, request.Path, request.Headers["Authorization"]));
        Assert.Equal(request.Body.Length.ToString(), request.Headers["Content-Length"]);
        Assert.StartsWith("application/json", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_long_text_is_scanned_in_windows_and_one_hit_is_enough()
    {
        _scratch.Environment["F5_GUARDRAILS_MAX_SCAN_LENGTH"] = "2000";
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("needle"));
        var hay = string.Concat(Enumerable.Repeat("some hay of no interest ", 500));
        Assert.Equal(GuardOutcome.Cleared, (await Ask(service.Url, text: hay)).Outcome);
        Assert.True(service.Requests.Count >= 6);
        foreach (var at in (int[])[0, 1995, 7001, hay.Length])
            Assert.Equal(GuardOutcome.Flagged, (await Ask(service.Url, text: hay.Insert(at, "needle"))).Outcome);
        Assert.Equal(GuardFault.TextTooLong, (await Ask(service.Url, text: new string('x', 100_000))).Fault);
    }

    [Fact]
    public async Task A_window_that_could_not_be_scanned_is_not_cleared_by_the_others()
    {
        _scratch.Environment["F5_GUARDRAILS_MAX_SCAN_LENGTH"] = "1000";
        var count = 0;
        using var service = StandIn.Plain(_ => Interlocked.Increment(ref count) == 2 ? Reaction.Json("", 500) : Reaction.Json(StandIns.Services.F5("cleared")));
        Assert.Equal(GuardFault.Server, (await Ask(service.Url, text: new string('x', 3000))).Fault);
    }

    [Fact] public async Task Refused() => Assert.Equal("refused", (await Ask("http://127.0.0.1:1")).Fault.Word());

    [Fact] public async Task Dns() => Assert.Equal("dns", (await Ask("https://no-such-host.invalid")).Fault.Word());

    [Fact] public async Task Silence() => Assert.Equal("timeout", await FaultOf(new Reaction { Silent = true }, 300));

    [Fact] public async Task Cut() => Assert.Equal("refused", await FaultOf(new Reaction { Cut = true }));

    [Fact] public async Task Empty() => Assert.Equal("empty", await FaultOf(Reaction.Json("")));

    [Fact] public async Task Html() => Assert.Equal("not-json", await FaultOf(new Reaction { Body = "<html>log in</html>", ContentType = "text/html" }));

    [Fact] public async Task Without_the_member() => Assert.Equal("undecided", await FaultOf(Reaction.Json("""{"result":{}}""")));

    [Fact] public async Task Of_another_type() => Assert.Equal("wrong-type", await FaultOf(Reaction.Json("""{"result":{"outcome":1}}""")));

    [Fact] public async Task Too_large() => Assert.Equal("too-large", await FaultOf(new Reaction { Endless = true }));

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "rejected")]
    [InlineData(429, "rate-limited")]
    [InlineData(500, "server")]
    [InlineData(503, "server")]
    public async Task Statuses(int status, string fault) => Assert.Equal(fault, await FaultOf(Reaction.Json(StandIns.Services.F5("cleared"), status)));

    [Fact]
    public async Task A_drip_does_not_stretch_the_deadline()
    {
        using var service = StandIn.Plain(_ => new Reaction { Body = StandIns.Services.F5("cleared"), Drip = TimeSpan.FromMilliseconds(100) });
        Assert.Equal(GuardFault.Timeout, (await Ask(service.Url, 700)).Fault); // the whole body would take a minute
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_the_credential_goes_nowhere_else()
    {
        using var elsewhere = StandIn.Plain(_ => Reaction.Json(StandIns.Services.F5("cleared")));
        using var service = StandIn.Plain(_ => new Reaction { Status = 307, Headers = [("Location", elsewhere.Url + "/backend/v1/scans")] });
        Assert.Equal(GuardFault.Redirect, (await Ask(service.Url)).Fault);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_private_authority_is_believed_only_where_it_was_named()
    {
        using var service = StandIn.Tls(_authority.Server(), _ => Reaction.Json(StandIns.Services.F5("cleared")));
        var unknown = await Ask(service.Url);
        Assert.Equal(GuardFault.Tls, unknown.Fault);
        Assert.Contains("guards.caBundle", unknown.Why);
        Assert.Empty(service.Requests);

        var bundle = _scratch.File("ca.pem", _authority.Pem);
        foreach (var variable in (string[])["SALLYPORT_GUARD_CA_BUNDLE", "F5_GUARDRAILS_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"])
        {
            _scratch.Environment.Clear();
            _scratch.Environment[variable] = bundle;
            Assert.Equal(GuardOutcome.Cleared, (await Ask(service.Url)).Outcome);
        }
    }

    [Fact]
    public async Task The_first_bundle_in_the_documented_order_counts()
    {
        using var other = new PrivateAuthority("Another");
        using var service = StandIn.Tls(_authority.Server(), _ => Reaction.Json(StandIns.Services.F5("cleared")));
        _scratch.Environment["F5_GUARDRAILS_CA_BUNDLE"] = _scratch.File("wrong.pem", other.Pem);
        _scratch.Environment["SSL_CERT_FILE"] = _scratch.File("right.pem", _authority.Pem);
        Assert.Equal(GuardFault.Tls, (await Ask(service.Url)).Fault);
        _scratch.Environment["F5_GUARDRAILS_CA_BUNDLE"] = _scratch.File("both.pem", other.Pem + "\n" + _authority.Pem);
        Assert.Equal(GuardOutcome.Cleared, (await Ask(service.Url)).Outcome);
    }

    [Fact]
    public async Task A_bundle_that_cannot_be_read_is_not_left_out_in_silence()
    {
        using var service = StandIn.Tls(_authority.Server(), _ => Reaction.Json(StandIns.Services.F5("cleared")));
        _scratch.Environment["F5_GUARDRAILS_CA_BUNDLE"] = "/no/such/bundle.pem";
        var answer = await Ask(service.Url);
        Assert.Equal(GuardFault.Tls, answer.Fault);
        Assert.Contains("/no/such/bundle.pem", answer.Why);
        _scratch.Environment["F5_GUARDRAILS_CA_BUNDLE"] = _scratch.File("empty.pem", "no certificate");
        Assert.Equal(GuardFault.Tls, (await Ask(service.Url)).Fault);
    }

    [Fact]
    public async Task A_certificate_for_another_name_or_of_another_year_is_refused()
    {
        _scratch.Environment["F5_GUARDRAILS_CA_BUNDLE"] = _scratch.File("ca.pem", _authority.Pem);
        using var another = StandIn.Tls(_authority.Server("guard.example"), _ => Reaction.Json(StandIns.Services.F5("cleared")));
        Assert.Contains("another name", (await Ask(another.Url)).Why);
        using var expired = StandIn.Tls(_authority.Server(expired: true), _ => Reaction.Json(StandIns.Services.F5("cleared")));
        Assert.Contains("not valid today", (await Ask(expired.Url)).Why);
        Assert.Empty(another.Requests.Concat(expired.Requests));
    }

    [Fact]
    public async Task A_service_that_wants_a_client_certificate_gets_it()
    {
        using var service = StandIn.Tls(_authority.Server(), _ => Reaction.Json(StandIns.Services.F5("cleared")), wantsClient: true);
        var (certificate, key) = _authority.Client("a laptop");
        _scratch.Environment["F5_GUARDRAILS_CA_BUNDLE"] = _scratch.File("ca.pem", _authority.Pem);
        Assert.Equal(GuardOutcome.Unavailable, (await Ask(service.Url, 5000)).Outcome);
        _scratch.Environment["F5_GUARDRAILS_CLIENT_CERT"] = _scratch.File("client.pem", certificate);
        _scratch.Environment["F5_GUARDRAILS_CLIENT_KEY"] = _scratch.File("client.key", key);
        Assert.Equal(GuardOutcome.Cleared, (await Ask(service.Url)).Outcome);
        Assert.Contains("CN=a laptop", service.Clients);
        File.SetUnixFileMode(Path.Combine(_scratch.Data.Root, "client.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", (await Ask(service.Url)).Why);
    }

    [Theory]
    [InlineData("http://guard.example/")]
    [InlineData("ftp://localhost/")]
    [InlineData("http://10.0.0.1/")]
    public async Task Plain_http_goes_to_this_machine_only(string url)
    {
        using var transport = new HttpTransport(new TrustOptions(null, "", null, null));
        Assert.Equal(GuardFault.BadAddress, (await transport.Send(new HttpQuestion("POST", url, [], []), CancellationToken.None)).Fault);
    }
}
