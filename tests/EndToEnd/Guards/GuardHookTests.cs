using System.Diagnostics;
using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Guards;

/// <summary>The hooks with guards that stand in for the services: what is asked, what comes of it, and what is left where nobody answers.</summary>
public sealed class GuardHookTests : IDisposable
{
    private const string Token = "f5-token-of-the-test";
    private readonly HookBinary _hook = new();

    public void Dispose() => _hook.Dispose();

    private Scratch Scratch => _hook.Scratch;

    private JsonObject Prompt(string text) => _hook.Event("UserPromptSubmit", ("prompt", text));

    private JsonObject Result(string command, JsonNode response, string id = "call_1") => _hook.Event("PostToolUse",
        ("tool_name", "Bash"), ("tool_input", new JsonObject { ["command"] = command }), ("tool_use_id", id), ("tool_response", response));

    private void F5(StandIn service, string failMode = "local") => Set(("F5_GUARDRAILS_API_TOKEN", Token), ("F5_GUARDRAILS_BASE_URL", service.Url), ("F5_GUARDRAILS_FAIL_MODE", failMode));

    private void Set(params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables) Scratch.Environment[name] = value;
    }

    private IReadOnlyList<JsonNode> Asked => [.. Scratch.Record.Where(r => (string?)r["kind"] == "guard")];

    [Fact]
    public async Task A_flagged_prompt_is_stopped_and_on_the_record()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("forbidden"));
        F5(service);
        Assert.False((await _hook.Run(Prompt("an ordinary prompt"))).Stops());
        var stopped = await _hook.Run(Prompt("a forbidden prompt"));
        Assert.True(stopped.Stops());
        Assert.Contains("F5 AI Guardrails flagged this prompt", stopped.Output);
        Assert.Equal(2, Asked.Count);
        Assert.Equal(("f5", "prompt", "flagged"), ((string?)Asked[1]["output"]!["service"], (string?)Asked[1]["output"]!["surface"], (string?)Asked[1]["verdict"]));
        Assert.NotNull(Asked[1]["output"]!["ms"]);
        Assert.Contains("f5 prompt", (await Scratch.Run(Product.Binary("sallyport"), ["audit", "search", "--kind", "guard"])).Output);
        Assert.DoesNotContain(Token, string.Join("\n", Directory.EnumerateFiles(Scratch.Data, "*", SearchOption.AllDirectories).Select(File.ReadAllText)));
    }

    [Fact]
    public async Task What_is_found_here_never_leaves()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("never-said"));
        F5(service);
        await _hook.Run(Prompt("write to jane.roe@corp.example.com about the meeting"));
        var sent = Assert.Single(service.Requests).Body;
        Assert.DoesNotContain("jane.roe", sent);
        Assert.Contains("about the meeting", sent);

        var key = "AKIA" + "QYLPMN5HFIQR7XYA";
        Assert.True((await _hook.Run(Prompt("deploy with " + key))).Stops());
        Assert.Single(service.Requests); // stopped here, so nobody is asked
    }

    [Fact]
    public async Task The_same_question_is_not_asked_twice()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("forbidden"));
        F5(service);
        for (var i = 0; i < 3; i++) Assert.True((await _hook.Run(Prompt("a forbidden prompt"))).Stops());
        Assert.Single(service.Requests);
        Assert.True((bool?)Asked[2]["output"]!["cached"]);
        Set(("F5_GUARDRAILS_PROJECT_ID", "another")); // another policy is another question
        await _hook.Run(Prompt("a forbidden prompt"));
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("closed", true, true)]
    [InlineData("local", false, true)]
    [InlineData("open", false, false)]
    public async Task What_happens_without_an_answer_is_what_the_person_decided(string mode, bool stops, bool told)
    {
        using (var service = StandIn.Plain(_ => Reaction.Json(""))) F5(service, mode); // gone again: nobody listens there
        var answer = await _hook.Run(Prompt("an ordinary prompt"));
        Assert.Equal(stops, answer.Stops());
        Assert.Equal(told, answer.Output.Contains("could not be asked (refused)", StringComparison.Ordinal));
        Assert.Equal(("unavailable", "refused"), ((string?)Asked[0]["verdict"], (string?)Asked[0]["output"]!["fault"]));
    }

    [Fact]
    public async Task A_wrong_credential_is_never_passed_over_in_silence()
    {
        using var service = StandIn.Plain(_ => Reaction.Json("""{"detail":"bad token"}""", 401));
        F5(service, "open");
        Assert.Contains("unauthorized", (await _hook.Run(Prompt("an ordinary prompt"))).Output);
    }

    [Fact]
    public async Task A_service_that_asks_for_quiet_gets_it_and_nothing_opens()
    {
        using var service = StandIn.Plain(_ => new Reaction { Status = 429, Headers = [("Retry-After", "120")] });
        F5(service, "closed");
        Assert.True((await _hook.Run(Prompt("one"))).Stops());
        Assert.True((await _hook.Run(Prompt("two"))).Stops());
        Assert.Single(service.Requests);
        Set(("F5_GUARDRAILS_API_TOKEN", "another-token")); // a new credential is asked with at once
        await _hook.Run(Prompt("three"));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task The_strictest_of_several_guards_counts()
    {
        using var f5 = StandIn.Plain(StandIns.Services.F5Flagging("never-said"));
        using var axon = StandIn.Plain(StandIns.Services.AxonFlowRefusing("hostname"));
        F5(f5);
        Set(("AXONFLOW_ENDPOINT", axon.Url), ("AXONFLOW_AUTH", "YTpi"));
        await _hook.Run(_hook.Plan("Bash"));
        Assert.False((await _hook.Run(_hook.Call("date"))).Stops());
        var denied = await _hook.Run(_hook.Call("hostname", "call_2"));
        Assert.True(denied.Stops());
        Assert.Contains("reverse shells are not allowed", denied.Output);
        Assert.NotEmpty(f5.Requests);
        Assert.Equal("Basic YTpi", axon.Requests[0].Headers["Authorization"]);
        await Until(() => axon.Requests.Any(r => r.Body.Contains("hook-audit-blocked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_denied_here_is_asked_of_nobody()
    {
        using var axon = StandIn.Plain(StandIns.Services.AxonFlowRefusing("never-said"));
        Set(("AXONFLOW_ENDPOINT", axon.Url));
        await _hook.Run(_hook.Plan("Bash"));
        Assert.True((await _hook.Run(_hook.Call("rm -rf ~"))).Stops());
        Assert.Empty(axon.Requests);
    }

    [Fact]
    public async Task A_result_is_replaced_by_what_the_guard_lets_pass()
    {
        using var axon = StandIn.Plain(StandIns.Services.AxonFlowRefusing("internal-codename"));
        Set(("AXONFLOW_ENDPOINT", axon.Url));
        await _hook.Run(_hook.Plan("Bash"));
        await _hook.Run(_hook.Call("cat notes"));
        // Codex gives a shell's output as one string.
        var replaced = await _hook.Run(Result("cat notes", "the internal-codename project\nmore"));
        Assert.True(replaced.Stops());
        Assert.Equal("the [gone] project\nmore", (string?)JsonNode.Parse(replaced.Output)!["reason"]);
        await Until(() => axon.Requests.Any(r => r.Body.Contains("audit_tool_call", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_flagged_result_is_withheld()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("toxic"));
        F5(service);
        await _hook.Run(_hook.Plan("Bash"));
        await _hook.Run(_hook.Call("cat notes"));
        var withheld = await _hook.Run(Result("cat notes", "some toxic text"));
        Assert.True(withheld.Stops());
        Assert.DoesNotContain("some toxic text", withheld.Output);
        Assert.Contains("\"scanDirection\":\"response\"", service.Requests[^1].Body);
        Set(("F5_GUARDRAILS_POST_STRICT", "false"));
        Assert.False((await _hook.Run(Result("cat notes", "some toxic text"))).Stops());
    }

    [Fact]
    public async Task A_flagged_answer_is_sent_back_once()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("toxic"));
        F5(service);
        JsonObject Stop(bool active) => _hook.Event("Stop", ("last_assistant_message", "a toxic answer"), ("stop_hook_active", active));
        Assert.True((await _hook.Run(Stop(false))).Stops());
        Assert.False((await _hook.Run(Stop(true))).Stops());
    }

    [Fact]
    public async Task Monitor_mode_asks_and_stops_nothing()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("forbidden"));
        F5(service);
        Set(("SALLYPORT_MODE", "monitor"));
        Assert.False((await _hook.Run(Prompt("a forbidden prompt"))).Stops());
        Assert.Equal("flagged", (string?)Asked[0]["verdict"]);
    }

    [Fact]
    public async Task Wrong_settings_of_a_guard_refuse_and_name_the_place()
    {
        Set(("F5_GUARDRAILS_API_TOKEN", Token), ("F5_GUARDRAILS_BASE_URL", "http://guard.example"));
        var refused = await _hook.Run(Prompt("an ordinary prompt"));
        Assert.True(refused.Stops());
        Assert.Contains("F5_GUARDRAILS_BASE_URL", refused.Output);
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("kill -9 $$")]
    [InlineData("echo garbage")]
    [InlineData("echo '{\"answers\":[]}'")]
    [InlineData("echo '{\"answers\":[{\"service\":\"axonflow\",\"outcome\":\"cleared\"}]}'")]
    [InlineData("sleep 600")]
    [InlineData("exec 0<&-; exec 1>&-; sleep 600")]
    public async Task Whatever_the_helper_does_the_fail_mode_decides(string script)
    {
        foreach (var (mode, stops) in new[] { ("closed", true), ("local", false) })
        {
            var hook = await WithHelper("#!/bin/sh\n" + script + "\n");
            Set(("F5_GUARDRAILS_API_TOKEN", Token), ("F5_GUARDRAILS_FAIL_MODE", mode), ("SALLYPORT_GUARD_TIMEOUT_MS", "500"));
            var answer = await Scratch.Run(hook, [], Prompt("an ordinary prompt").ToJsonString());
            Assert.Equal(stops, answer.Stops());
            Assert.Contains("helper", answer.Output);
        }
    }

    [Fact]
    public async Task A_helper_that_is_missing_is_a_guard_that_does_not_answer()
    {
        var hook = await WithHelper(null);
        Set(("F5_GUARDRAILS_API_TOKEN", Token), ("F5_GUARDRAILS_FAIL_MODE", "closed"));
        var answer = await Scratch.Run(hook, [], Prompt("an ordinary prompt").ToJsonString());
        Assert.True(answer.Stops());
        Assert.Contains("sallyport install", answer.Output);
    }

    [Fact]
    public async Task No_credential_is_in_any_command_line()
    {
        var seen = new List<string>();
        using var service = StandIn.Plain(_ =>
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(p => char.IsDigit(Path.GetFileName(p)[0])))
                try
                {
                    seen.Add(File.ReadAllText(Path.Combine(process, "cmdline")));
                }
                catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
                {
                    // it has ended meanwhile
                }
            return Reaction.Json(StandIns.Services.F5("cleared"));
        });
        F5(service);
        await _hook.Run(Prompt("an ordinary prompt"));
        Assert.Contains(seen, s => s.Contains("sallyport-guard", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, s => s.Contains(Token, StringComparison.Ordinal));
    }

    private async Task<string> WithHelper(string? script)
    {
        var folder = Path.Combine(Scratch.Home, "own-bin");
        Directory.CreateDirectory(folder);
        var hook = Path.Combine(folder, "sallyport-user-prompt-submit");
        if (!File.Exists(hook)) File.Copy(Product.Binary("sallyport-user-prompt-submit"), hook);
        var helper = Path.Combine(folder, "sallyport-guard");
        File.Delete(helper);
        if (script is null) return hook;
        File.WriteAllText(helper, script);
        File.SetUnixFileMode(helper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return hook;
    }

    private static async Task Until(Func<bool> so)
    {
        var started = Stopwatch.GetTimestamp();
        while (!so())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "it did not come to be");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
