using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Guards;

/// <summary><c>sallyport guard</c>, the guards in <c>sallyport status</c>, and the helper's HTTP on behalf of others.</summary>
public sealed class GuardCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private Task<Finished> Guard(params string[] words) => _scratch.Run(Product.Binary("sallyport"), ["guard", .. words]);

    private void Set(params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables) _scratch.Environment[name] = value;
    }

    [Fact]
    public async Task A_test_says_what_came_and_how_long_it_took()
    {
        using var f5 = StandIn.Plain(StandIns.Services.F5Flagging("never-said"));
        using var axon = StandIn.Plain(StandIns.Services.AxonFlowRefusing("never-said"));
        using var armor = StandIn.Plain(StandIns.Services.ArmorIq(new ArmorIqSigner()));
        Set(("F5_GUARDRAILS_API_TOKEN", "t"), ("F5_GUARDRAILS_BASE_URL", f5.Url), ("AXONFLOW_ENDPOINT", axon.Url), ("ARMORIQ_API_KEY", "ak_test_1"), ("ARMORCODEX_BACKEND_ENDPOINT", armor.Url));
        var tested = await Guard("test");
        Assert.Equal(0, tested.ExitCode);
        foreach (var name in (string[])["f5", "axonflow", "armoriq"]) Assert.Matches($@"(?m)^{name} +\[OK\] cleared \(\d+ ms\)$", tested.Output);
        Assert.Single((await Guard("test", "f5")).Output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("local")]
    public async Task A_test_fails_when_the_service_is_down_whatever_the_fail_mode(string mode)
    {
        using (var service = StandIn.Plain(_ => Reaction.Json(""))) Set(("F5_GUARDRAILS_API_TOKEN", "t"), ("F5_GUARDRAILS_BASE_URL", service.Url), ("F5_GUARDRAILS_FAIL_MODE", mode));
        var tested = await Guard("test");
        Assert.Equal(1, tested.ExitCode);
        Assert.Contains("[FAIL] refused", tested.Output);
    }

    [Fact]
    public async Task A_test_of_nothing_fails_and_says_how_guards_are_turned_on()
    {
        var tested = await Guard("test");
        Assert.Equal(1, tested.ExitCode);
        Assert.Contains("No guard is on", tested.Output);

        Set(("F5_GUARDRAILS_API_KEY", "t"));
        Assert.Contains("F5_GUARDRAILS_API_KEY is set and has no effect", (await Guard("test")).Error);
        Assert.Equal(2, (await Guard("test", "f7")).ExitCode);
        Assert.Equal(2, (await Guard("prod")).ExitCode);
    }

    [Fact]
    public async Task The_doctor_shows_the_chain_the_protocol_and_whose_word_was_taken()
    {
        using var authority = new PrivateAuthority("Corp Root");
        using var service = StandIn.Tls(authority.Server(), StandIns.Services.F5Flagging("never-said"));
        var bundle = Path.Combine(_scratch.Home, "ca.pem");
        File.WriteAllText(bundle, authority.Pem);
        Set(("F5_GUARDRAILS_API_TOKEN", "s3cret-token"), ("F5_GUARDRAILS_BASE_URL", service.Url));

        var unknown = await Guard("doctor", "f5", "--tls");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("CN=Corp Root", unknown.Output);
        Assert.Contains("guards.caBundle", unknown.Output);

        Set(("REQUESTS_CA_BUNDLE", bundle));
        var known = await Guard("doctor");
        Assert.True(known.ExitCode == 0, known.Output);
        foreach (var part in (string[])["CN=localhost", "Tls1", "TLS_", "(REQUESTS_CA_BUNDLE)", "Authorization: <redacted>", "answer      200"]) Assert.Contains(part, known.Output);
        Assert.DoesNotContain("s3cret-token", known.Output + known.Error);
    }

    [Fact]
    public async Task A_proxy_is_used_where_it_is_set_and_left_out_where_that_is()
    {
        using var authority = new PrivateAuthority();
        using var service = StandIn.Tls(authority.Server(), StandIns.Services.F5Flagging("never-said"));
        using var proxy = new ProxyStandIn();
        var bundle = Path.Combine(_scratch.Home, "ca.pem");
        File.WriteAllText(bundle, authority.Pem);
        Set(("F5_GUARDRAILS_API_TOKEN", "t"), ("F5_GUARDRAILS_BASE_URL", service.Url), ("SSL_CERT_FILE", bundle), ("HTTPS_PROXY", proxy.Url));
        Assert.Contains("[OK]", (await Guard("test")).Output);
        Assert.Equal([$"localhost:{service.Port}"], proxy.Tunnels);
        Set(("NO_PROXY", "localhost"));
        Assert.Contains("[OK]", (await Guard("test")).Output);
        Assert.Single(proxy.Tunnels);
    }

    [Fact]
    public async Task A_dump_pages_through_and_leaves_secrets_out()
    {
        using var service = StandIn.Plain(request => Reaction.Json(request.Path switch
        {
            "/backend/v1/providers?limit=100" => """{"providers":[{"id":"1","name":"one","apiKey":"sk-very-secret"}],"next":"https://elsewhere.example/backend/v1/providers?cursor=abc%3D&limit=100"}""",
            "/backend/v1/providers?limit=100&cursor=abc%3D" => """{"providers":[{"id":"2","name":"two"}],"next":null}""",
            "/backend/v1/projects?limit=100" => """{"projects":[{"id":"p","name":"web"}]}""",
            _ => """{"tokens":[{"id":"t","name":"ci","token":"f5-secret","nested":{"client_secret":"x"}}]}""",
        }));
        Set(("F5_GUARDRAILS_API_TOKEN", "t"), ("F5_GUARDRAILS_BASE_URL", service.Url));
        var dumped = await Guard("dump");
        Assert.Equal(0, dumped.ExitCode);
        Assert.EndsWith("}\n", dumped.Output);
        var json = JsonNode.Parse(dumped.Output)!;
        Assert.Equal((2, 1, 1), (json["providers"]!.AsArray().Count, json["projects"]!.AsArray().Count, json["tokens"]!.AsArray().Count));
        Assert.Equal("<redacted>", (string?)json["providers"]![0]!["apiKey"]);
        Assert.DoesNotContain("secret\"", dumped.Output.Replace("client_secret\"", "", StringComparison.Ordinal));
        Assert.All(service.Requests, r => Assert.Equal("GET", r.Method));
    }

    [Fact]
    public async Task Status_shows_guards_and_no_secret()
    {
        using (var service = StandIn.Plain(_ => Reaction.Json(""))) Set(("F5_GUARDRAILS_API_TOKEN", "s3cret-token"), ("F5_GUARDRAILS_BASE_URL", service.Url));
        Directory.CreateDirectory(_scratch.Data);
        var status = await _scratch.Run(Product.Binary("sallyport"), ["status"]);
        Assert.Contains("guard f5             on, http://localhost:", status.Output);
        Assert.Contains("guards.f5.token                (set)  F5_GUARDRAILS_API_TOKEN", status.Output);
        Assert.Contains("guard armoriq        off", status.Output);
        Assert.DoesNotContain("s3cret-token", status.Output);

        await _scratch.Run(Product.Binary("sallyport-user-prompt-submit"), [], """{"session_id":"s","turn_id":"t","transcript_path":null,"cwd":"/","hook_event_name":"UserPromptSubmit","model":"m","permission_mode":"default","prompt":"hello"}""");
        Assert.Contains("! F5 AI Guardrails did not answer last time (refused", (await _scratch.Run(Product.Binary("sallyport"), ["status"])).Output);
        Assert.Equal("refused", (string?)JsonNode.Parse((await _scratch.Run(Product.Binary("sallyport"), ["status", "--json"])).Output)!["guards"]!["f5"]!["lastFault"]);
    }

    [Fact]
    public async Task The_helper_sends_a_request_for_a_program_that_cannot()
    {
        using var authority = new PrivateAuthority();
        using var service = StandIn.Tls(authority.Server(), request => new Reaction { Status = 202, Body = "got " + request.Body, ContentType = "text/plain" });
        var bundle = Path.Combine(_scratch.Home, "ca.pem");
        File.WriteAllText(bundle, authority.Pem);
        Set(("SALLYPORT_GUARD_CA_BUNDLE", bundle));
        var request = new JsonObject
        {
            ["kind"] = "http", ["url"] = service.Url + "/v1/logs", ["headers"] = new JsonObject { ["X-Own"] = "1" }, ["contentType"] = "application/x-protobuf",
            ["bodyBase64"] = Convert.ToBase64String("rows"u8.ToArray()), ["timeoutMs"] = 30_000,
        };
        var answer = JsonNode.Parse((await _scratch.Run(Product.Binary("sallyport-guard"), [], request.ToJsonString())).Output)!;
        Assert.Equal((202, "got rows"), ((int)answer["status"]!, (string?)answer["body"]));
        Assert.Equal(("/v1/logs", "1", "application/x-protobuf"), (service.Requests[0].Path, service.Requests[0].Headers["X-Own"], service.Requests[0].Headers["Content-Type"]));
        request["url"] = "http://collector.example/v1/logs";
        Assert.Equal("bad-address", (string?)JsonNode.Parse((await _scratch.Run(Product.Binary("sallyport-guard"), [], request.ToJsonString())).Output)!["fault"]);
    }

    [Fact]
    public async Task The_helper_leaves_no_core_and_lets_nobody_look_in()
    {
        string? limits = null;
        using var service = StandIn.Plain(_ =>
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(p => char.IsDigit(Path.GetFileName(p)[0])))
                try
                {
                    if (File.ReadAllText(Path.Combine(process, "comm")).Trim() != "sallyport-guard") continue;
                    if (!File.ReadAllText(Path.Combine(process, "cmdline")).StartsWith(Product.Dist, StringComparison.Ordinal)) continue;
                    limits = File.ReadAllLines(Path.Combine(process, "limits")).Single(l => l.StartsWith("Max core", StringComparison.Ordinal));
                }
                catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
                {
                    // it has ended meanwhile
                }
            return Reaction.Json(StandIns.Services.F5("cleared"));
        });
        Set(("F5_GUARDRAILS_API_TOKEN", "t"), ("F5_GUARDRAILS_BASE_URL", service.Url));
        Assert.Contains("[OK]", (await Guard("test")).Output);
        Assert.Matches(@"^Max core file size\s+0\s+0\s", limits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"kind":"nonsense"}""")]
    [InlineData("""{"kind":"ask"}""")]
    [InlineData("""{"kind":"http"}""")]
    public async Task A_request_it_does_not_understand_gets_no_line(string request)
    {
        var answer = await _scratch.Run(Product.Binary("sallyport-guard"), [], request);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.NotEmpty(answer.Error);
    }
}
