using System.Diagnostics;
using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Codex;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>The record on its way to a collector, by the programs themselves; what arrives is read by OpenTelemetry's own code.</summary>
public class ShippingTests
{
    private static async Task<HookBinary> Recorded(int calls, OtlpReceiver receiver, JsonObject? settings = null)
    {
        var hook = new HookBinary();
        Directory.CreateDirectory(hook.Scratch.Data);
        settings ??= [];
        settings["auditShipUrl"] = receiver.Url;
        await File.WriteAllTextAsync(Path.Combine(hook.Scratch.Data, "settings.json"), settings.ToJsonString());
        await hook.Run(hook.Plan("Bash"));
        for (var i = 0; i < calls; i++) await hook.Run(hook.Call($"echo number {i} | grep 'ünï'", $"call-{i}"));
        return hook;
    }

    private static Task<Finished> Ship(HookBinary hook, params string[] more) => hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "ship", .. more]);

    private static string[] Rows(HookBinary hook) => [.. Directory.EnumerateFiles(Path.Combine(hook.Scratch.Data, "audit"), "0*.jsonl").Order().SelectMany(File.ReadAllLines)];

    private static async Task Until(Func<bool> holds, Func<string> what)
    {
        for (var i = 0; i < 1200 && !holds(); i++) await Task.Delay(50);
        Assert.True(holds(), what());
    }

    private static async Task Arrives(HookBinary hook, OtlpReceiver receiver)
    {
        await Until(() => receiver.Received.Select(l => (string?)l["body"]).ToHashSet().IsSupersetOf(Rows(hook)), () => $"{receiver.Received.Count} of {Rows(hook).Length} arrived; {receiver.Wrong}");
        Assert.Equal("", receiver.Wrong);
    }

    [Fact]
    public async Task Opentelemetrys_own_code_reads_what_was_recorded()
    {
        using var receiver = await OtlpReceiver.Start();
        using var hook = await Recorded(3, receiver);
        await hook.Run(hook.Call("rm -rf ~", "denied"));
        var shipped = await Ship(hook);
        Assert.True(shipped.ExitCode == 0, shipped.Output + shipped.Error);
        Assert.Equal("", receiver.Wrong);
        Assert.Equal(Rows(hook), receiver.Received.Select(l => (string?)l["body"]));
        var denied = receiver.Received[^1];
        Assert.Equal(("sallyport.decision", 17, "deny", "session-1"), ((string?)denied["event"], (int?)denied["severity"], (string?)denied["attributes"]!["sallyport.verdict"], (string?)denied["attributes"]!["session.id"]));
        Assert.NotEmpty(denied["attributes"]!["sallyport.rules"]!.AsArray());
        Assert.Equal("sallyport", (string?)denied["resource"]!["service.name"]);
        var row = JsonNode.Parse((string)denied["body"]!)!;
        Assert.Equal(DateTimeOffset.Parse((string)row["time"]!).ToUnixTimeMilliseconds() * 1_000_000, long.Parse((string)denied["time"]!));
        Assert.EndsWith("/" + (long)row["seq"]!, (string?)denied["attributes"]!["log.record.uid"]);
    }

    [Fact]
    public async Task A_collector_that_is_busy_refuses_a_row_and_is_restarted_gets_all_the_same()
    {
        using var receiver = await OtlpReceiver.Start();
        using var hook = await Recorded(6, receiver);
        receiver.Behave(new JsonObject { ["busy"] = 2, ["refuse"] = "number 4" });
        var first = await Ship(hook);
        Assert.Equal(1, first.ExitCode); // a row was refused
        Assert.Contains("1 rows were refused", first.Output);
        var dead = Assert.Single(Directory.EnumerateFiles(Path.Combine(hook.Scratch.Data, "ship"), "*.dead.jsonl"));
        Assert.Contains("number 4", (string?)JsonNode.Parse(Assert.Single(File.ReadAllLines(dead)))!["row"]!["input"]!["command"]);

        receiver.Kill();
        await hook.Run(hook.Call("echo while it was away", "away"));
        var gone = await Ship(hook);
        Assert.Equal(3, gone.ExitCode);
        Assert.Contains("cannot be reached", gone.Error);
        receiver.Behave([]);
        await receiver.Restart();
        Assert.Equal(0, (await Ship(hook)).ExitCode);
        Assert.Equal(Rows(hook).Where(r => !r.Contains("number 4", StringComparison.Ordinal)), receiver.Received.Select(l => (string?)l["body"]));
        Assert.Equal("", receiver.Wrong);
    }

    [Fact]
    public async Task The_end_of_a_turn_ships_and_does_not_wait_for_it()
    {
        using var receiver = await OtlpReceiver.Start();
        using var hook = await Recorded(3, receiver);
        var release = receiver.In("release");
        receiver.Behave(new JsonObject { ["hold"] = release });
        var stop = await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        Assert.Equal((0, ""), (stop.ExitCode, stop.Error)); // and yet nothing was answered to the shipper
        await Until(() => receiver.Requests.Count > 0, () => "nothing came");
        Assert.Empty(receiver.Received);
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done again")));
        await File.WriteAllTextAsync(release, "", TestContext.Current.CancellationToken);
        await Arrives(hook, receiver);
        Assert.Equal(Rows(hook).Length, receiver.Received.Count);
    }

    [Fact]
    public async Task A_shipper_killed_in_the_middle_loses_nothing()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the helper hides from others of its user, so only root finds it");
        using var receiver = await OtlpReceiver.Start();
        using var hook = await Recorded(3, receiver);
        receiver.Behave(new JsonObject { ["hold"] = receiver.In("never") });
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        await Until(() => receiver.Requests.Count > 0, () => "nothing came");
        var helper = Assert.Single(Process.GetProcessesByName("sallyport-guard"), p => Reads(p, "environ").Contains(hook.Scratch.Home, StringComparison.Ordinal));
        helper.Kill();
        await helper.WaitForExitAsync(TestContext.Current.CancellationToken);
        receiver.Kill();
        receiver.Behave([]);
        await receiver.Restart();
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "the next turn")));
        await Arrives(hook, receiver);
    }

    [Fact]
    public async Task Without_a_collector_no_hook_starts_anything()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        Assert.False(Directory.Exists(Path.Combine(hook.Scratch.Data, "ship")));
        Assert.DoesNotContain(Process.GetProcessesByName("sallyport-guard"), p => Reads(p, "environ").Contains(hook.Scratch.Home, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Https_with_an_authority_of_ones_own_and_a_token_that_no_argument_shows()
    {
        const string token = "Bearer not-a-real-token-0123456789";
        using var authority = new PrivateAuthority("Corp Root");
        using var certificate = authority.Server();
        using var receiver = await OtlpReceiver.Start(certificate);
        using var hook = await Recorded(3, receiver);
        var bundle = Path.Combine(hook.Scratch.Home, "ca.pem");
        await File.WriteAllTextAsync(bundle, authority.Pem, TestContext.Current.CancellationToken);
        var headers = Path.Combine(hook.Scratch.Data, "keys", "otlp-headers");
        Directory.CreateDirectory(Path.GetDirectoryName(headers)!);
        await File.WriteAllTextAsync(headers, $"Authorization={token.Replace(" ", "%20", StringComparison.Ordinal)}\n", TestContext.Current.CancellationToken);

        var unknown = await Ship(hook);
        Assert.Equal(3, unknown.ExitCode);
        Assert.Contains("guards.caBundle", unknown.Error);
        Assert.Empty(receiver.Requests);

        // A bundle of one's own comes before the variables that other programs use, as for guards.
        hook.Scratch.Environment["SSL_CERT_FILE"] = Path.Combine(hook.Scratch.Home, "none.pem");
        Assert.Contains("SSL_CERT_FILE", (await Ship(hook)).Error);
        await File.WriteAllTextAsync(Path.Combine(hook.Scratch.Data, "settings.json"), new JsonObject { ["auditShipUrl"] = receiver.Url, ["guards"] = new JsonObject { ["caBundle"] = bundle } }.ToJsonString(), TestContext.Current.CancellationToken);

        receiver.Behave(new JsonObject { ["hold"] = receiver.In("release") });
        var shipping = Ship(hook);
        await Until(() => receiver.Requests.Count > 0, () => "nothing came");
        Assert.DoesNotContain(Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)), p => Reads(p, "cmdline").Contains("not-a-real-token", StringComparison.Ordinal));
        await File.WriteAllTextAsync(receiver.In("release"), "", TestContext.Current.CancellationToken);
        var shipped = await shipping;
        Assert.True(shipped.ExitCode == 0, shipped.Output + shipped.Error);
        Assert.Equal(Rows(hook), receiver.Received.Select(l => (string?)l["body"]));
        Assert.Equal(token, (string?)receiver.Requests[^1]["headers"]!["authorization"]);

        // And at the end of a turn, behind the hook's back.
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        await Arrives(hook, receiver);
    }

    [Fact]
    public async Task A_session_of_real_Codex_has_left_the_machine_after_Codex_has_ended()
    {
        using var receiver = await OtlpReceiver.Start();
        using var lab = await RealCodex.Installed();
        await File.WriteAllTextAsync(Path.Combine(lab.Scratch.Data, "settings.json"), new JsonObject { ["auditShipUrl"] = receiver.Url }.ToJsonString(), TestContext.Current.CancellationToken);
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("echo one"), new Turn().Say("done"));
        await Until(() => receiver.Received.Any(l => (string?)l["event"] == "sallyport.session-end"), () => string.Join(' ', receiver.Received.Select(l => (string?)l["event"])) + receiver.Wrong);
        Assert.Equal("", receiver.Wrong);
        var rows = lab.Scratch.Record.Where(r => r["seq"] is not null).Select(r => (long)r["seq"]!).Order();
        Assert.Equal(rows, receiver.Received.Select(l => (long)JsonNode.Parse((string)l["body"]!)!["seq"]!).Distinct().Order());
    }

    private static string Reads(Process process, string name) => Reads($"/proc/{process.Id}", name);

    private static string Reads(string process, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, name));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
