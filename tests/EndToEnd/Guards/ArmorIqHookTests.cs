using System.Diagnostics;
using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Guards;

/// <summary>Signed plans: had at registration, verified at every call, and what is left where the service is slow, gone or wrong.</summary>
public sealed class ArmorIqHookTests : IDisposable
{
    private readonly HookBinary _hook = new();
    private readonly ArmorIqSigner _signer = new();

    public void Dispose() => _hook.Dispose();

    private void Use(StandIn service, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more.Concat([("ARMORIQ_API_KEY", "ak_test_of_the_test"), ("ARMORCODEX_BACKEND_ENDPOINT", service.Url), ("SALLYPORT_ARMORIQ_DEADLINE_MS", "10000")]))
            _hook.Scratch.Environment.TryAdd(name, value);
    }

    [Fact]
    public async Task A_signed_plan_lets_its_calls_pass_without_asking_again()
    {
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(_signer));
        Use(service, ("SALLYPORT_ARMORIQ_FAIL_MODE", "closed"), ("REQUIRE_CSRG_PROOFS", "true"));
        Assert.Equal("", (await _hook.Run(_hook.Plan("Bash", "apply_patch"))).Output);
        var request = Assert.Single(service.Requests);
        Assert.Equal(("/iap/sdk/token", "Bearer ak_test_of_the_test", "ak_test_of_the_test"), (request.Path, request.Headers["Authorization"], request.Headers["X-API-Key"]));
        Assert.Equal(32, request.Headers["Idempotency-Key"].Length);
        var body = JsonNode.Parse(request.Body)!;
        Assert.Equal(("codex-user", "codex", "default", 3600), ((string?)body["user_id"], (string?)body["agent_id"], (string?)body["context_id"], (int)body["expires_in"]!));
        Assert.Equal("apply_patch", (string?)body["plan"]!["steps"]![1]!["action"]);
        Assert.False((await _hook.Run(_hook.Call("date"))).Stops());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_expired_token_denies_until_the_plan_is_registered_again()
    {
        _signer.Lifetime = 1;
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(_signer));
        Use(service, ("SALLYPORT_ARMORIQ_REFRESH_SECONDS", "0"));
        await _hook.Run(_hook.Plan("Bash"));
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        var denied = await _hook.Run(_hook.Call("date"));
        Assert.True(denied.Stops());
        Assert.Contains("register_intent_plan", denied.Output);
        _signer.Lifetime = 3600;
        await _hook.Run(_hook.Plan("Bash"));
        Assert.False((await _hook.Run(_hook.Call("date"))).Stops());
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_before()
    {
        _signer.Lifetime = 20;
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(_signer));
        Use(service);
        await _hook.Run(_hook.Plan("Bash"));
        _signer.Lifetime = 3600;
        Assert.False((await _hook.Run(_hook.Call("date"))).Stops());
        Assert.Equal(2, service.Requests.Count(r => r.Path == "/iap/sdk/token"));
        Assert.False((await _hook.Run(_hook.Call("date", "call_2"))).Stops());
        Assert.Equal(2, service.Requests.Count(r => r.Path == "/iap/sdk/token"));
    }

    [Fact]
    public async Task A_slow_service_holds_up_no_registration_and_signs_in_the_background()
    {
        using var service = StandIn.Plain(request => StandIns.Services.ArmorIq(_signer)(request) with { Delay = TimeSpan.FromSeconds(3) });
        Use(service, ("ARMORCODEX_INTENT_DEADLINE_MS", "100"));
        _hook.Scratch.Environment.Remove("SALLYPORT_ARMORIQ_DEADLINE_MS");
        var started = Stopwatch.GetTimestamp();
        Assert.Equal("", (await _hook.Run(_hook.Plan("Bash"))).Output);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3));
        var tokens = Path.Combine(_hook.Scratch.Data, "guards", "tokens");
        while (!(Directory.Exists(tokens) && Directory.EnumerateFiles(tokens, "*.json").Any()) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1)) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Single(Directory.EnumerateFiles(tokens, "*.json"));
        Assert.False((await _hook.Run(_hook.Call("date"))).Stops());
    }

    [Theory]
    [InlineData("local", false)]
    [InlineData("closed", true)]
    public async Task Without_a_signature_the_local_plan_serves_or_nothing_runs(string mode, bool stops)
    {
        using var service = StandIn.Plain(_ => Reaction.Json("", 503));
        Use(service, ("SALLYPORT_ARMORIQ_FAIL_MODE", mode));
        await _hook.Run(_hook.Plan("Bash"));
        var answer = await _hook.Run(_hook.Call("date"));
        Assert.Equal(stops, answer.Stops());
        Assert.Contains("ArmorIQ", answer.Output);
    }

    [Fact]
    public async Task A_token_of_another_key_is_none()
    {
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(_signer));
        Use(service, ("SALLYPORT_ARMORIQ_FAIL_MODE", "closed"));
        await _hook.Run(_hook.Plan("Bash"));
        service.React = StandIns.Services.ArmorIq(new ArmorIqSigner(9));
        await _hook.Run(_hook.Plan("Bash", "apply_patch"));
        var denied = await _hook.Run(_hook.Call("date"));
        Assert.True(denied.Stops());
        Assert.Contains("another key", denied.Output);
    }

    [Fact]
    public async Task Each_step_is_asked_about_where_that_is_wanted()
    {
        var asked = new List<JsonNode>();
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(_signer, step =>
        {
            asked.Add(step);
            return asked.Count < 3 ? Reaction.Json("""{"allowed":true,"step":{"step_index":0}}""") : Reaction.Json("""{"allowed":false,"reason":"out of order"}""", 409);
        }));
        Use(service, ("CSRG_VERIFY_ENABLED", "true"));
        await _hook.Run(_hook.Plan("Bash", "apply_patch", "Bash"));
        Assert.False((await _hook.Run(_hook.Call("date"))).Stops());
        Assert.False((await _hook.Run(_hook.Call("date", "call_2"))).Stops());
        var denied = await _hook.Run(_hook.Call("date", "call_3"));
        Assert.True(denied.Stops());
        Assert.Contains("out of order", denied.Output);
        Assert.Equal([0, 2, 0], asked.Select(a => (int)a["step_index"]!));
        Assert.Equal("/steps/[2]/action", (string?)asked[1]["path"]);
        Assert.Equal(2, asked[0]["proof"]!.AsArray().Count);
        Assert.Equal("client", (string?)asked[0]["context"]!["proof_source"]);
        Assert.Equal(2, ((string)asked[0]["token"]!).Count(c => c == '.'));
    }

    [Fact]
    public async Task What_tools_did_is_told_in_a_batch_and_nothing_is_lost_while_the_service_is_down()
    {
        var up = false;
        using var service = StandIn.Plain(request => request.Path == "/iap/audit/batch" && !up ? Reaction.Json("", 503) : StandIns.Services.ArmorIq(_signer)(request));
        Use(service);
        await _hook.Run(_hook.Plan("Bash"));
        for (var i = 0; i < 3; i++)
        {
            await _hook.Run(_hook.Call("date", $"call_{i}"));
            await _hook.Run(_hook.Event("PostToolUse", ("tool_name", "Bash"), ("tool_input", new JsonObject { ["command"] = "date" }), ("tool_use_id", $"call_{i}"), ("tool_response", $"result {i}")));
        }
        up = true;
        var spool = Path.Combine(_hook.Scratch.Data, "guards", "armoriq.spool.jsonl");
        var started = Stopwatch.GetTimestamp();
        List<JsonNode> Told() => [.. service.Requests.Where(r => r.Path == "/iap/audit/batch").SelectMany(r => JsonNode.Parse(r.Body)!["rows"]!.AsArray()).Select(r => r!)];
        while (!(File.Exists(spool) && File.ReadAllLines(spool).Length == 3) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1)) await Task.Delay(20, TestContext.Current.CancellationToken);
        await _hook.Run(_hook.Event("Stop", ("last_assistant_message", "done"), ("stop_hook_active", false)));
        while (new FileInfo(spool).Length > 0 && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1)) await Task.Delay(20, TestContext.Current.CancellationToken);
        // Each is told in the background: which comes first is not promised, each says by its id which call it is of.
        var told = Told().TakeLast(3).OrderBy(r => (string?)r["row_id"], StringComparer.Ordinal).ToList();
        Assert.Equal(["result 0", "result 1", "result 2"], told.Select(r => (string?)r["output"]!["text"]));
        var row = told[^1];
        Assert.Equal(("Bash", "success", "session-1:call_2"), ((string?)row["tool"], (string?)row["status"], (string?)row["row_id"]));
        Assert.Equal(2, ((string)row["token"]!).Count(c => c == '.'));
    }

    [Fact]
    public async Task A_credentials_file_alone_turns_nothing_on()
    {
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(_signer));
        var folder = Directory.CreateDirectory(Path.Combine(_hook.Scratch.Home, ".armoriq")).FullName;
        var file = Path.Combine(folder, "credentials.json");
        File.WriteAllText(file, """{"apiKey":"ak_test_from_file"}""");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _hook.Scratch.Environment["ARMORCODEX_BACKEND_ENDPOINT"] = service.Url;
        _hook.Scratch.Environment["SALLYPORT_ARMORIQ_DEADLINE_MS"] = "10000";
        await _hook.Run(_hook.Plan("Bash"));
        Assert.Empty(service.Requests);
        _hook.Scratch.Environment["SALLYPORT_ARMORIQ"] = "true";
        await _hook.Run(_hook.Plan("Bash", "apply_patch"));
        Assert.Equal("ak_test_from_file", Assert.Single(service.Requests).Headers["X-API-Key"]);
    }
}
