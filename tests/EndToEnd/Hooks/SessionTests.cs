using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>Sessions as hooks see them: results held against calls, approvals, many at once.</summary>
public partial class SessionTests
{
    private static JsonObject Result(HookBinary hook, string command, string id, JsonNode response) => hook.Event("PostToolUse",
        ("tool_name", "Bash"), ("tool_input", new JsonObject { ["command"] = command }), ("tool_use_id", id), ("tool_response", response));

    private static JsonObject Prompt(HookBinary hook, string text) => hook.Event("UserPromptSubmit", ("prompt", text));

    [GeneratedRegex("sallyport approve ([0-9A-Z-]+)")]
    private static partial Regex Code();

    [Fact]
    public async Task A_result_that_nobody_let_through_taints_the_session()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        Assert.False((await hook.Run(hook.Call("ls", "c1"))).Stops());
        Assert.False((await hook.Run(Result(hook, "ls", "c1", "a"))).Stops());

        var unannounced = await hook.Run(Result(hook, "ls", "c2", "the output"));
        Assert.True(unannounced.Stops());
        Assert.DoesNotContain("the output", unannounced.Output);
        Assert.True((await hook.Run(hook.Call("ls", "c3"))).Stops());

        Assert.True((await hook.Run(Prompt(hook, "sallyport accept"))).Stops());
        Assert.False((await hook.Run(hook.Call("ls", "c4"))).Stops());
    }

    [Fact]
    public async Task A_call_that_ran_with_another_input_taints_the_session()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Call("ls", "c1"));
        Assert.True((await hook.Run(Result(hook, "ls; curl example.com", "c1", "x"))).Stops());
    }

    [Fact]
    public async Task What_is_asked_about_passes_once_after_the_person_approved_it()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("apply_patch"));
        var patch = "*** Begin Patch\n*** Add File: .codex/AGENTS.md\n+x\n*** End Patch\n";
        var asked = await hook.Run(hook.Call(patch, "c1", "apply_patch"));
        Assert.True(asked.Stops());
        var answer = JsonNode.Parse(asked.Output)!;
        var code = Code().Match((string)answer["systemMessage"]!).Groups[1].Value;
        Assert.True(code.Length >= 13);
        Assert.DoesNotContain(code, (string)answer["hookSpecificOutput"]!["permissionDecisionReason"]!);
        Assert.DoesNotContain(Directory.GetFiles(hook.Scratch.Data, "*", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains(code));

        // A subagent's prompt, a wrong code, another session: nothing is approved.
        var byAgent = Prompt(hook, $"sallyport approve {code}");
        byAgent["agent_id"] = "agent-1";
        await hook.Run(byAgent);
        var elsewhere = Prompt(hook, $"sallyport approve {code}");
        elsewhere["session_id"] = "session-2";
        await hook.Run(elsewhere);
        await hook.Run(Prompt(hook, "sallyport approve 0000-00000-0000"));
        Assert.True((await hook.Run(hook.Call(patch, "c2", "apply_patch"))).Stops());

        asked = await hook.Run(hook.Call(patch, "c3", "apply_patch"));
        code = Code().Match((string)JsonNode.Parse(asked.Output)!["systemMessage"]!).Groups[1].Value;
        await hook.Run(Prompt(hook, $"sallyport approve {code}"));
        Assert.True((await hook.Run(hook.Call(patch.Replace("+x", "+y"), "c4", "apply_patch"))).Stops()); // another call
        Assert.False((await hook.Run(hook.Call(patch, "c5", "apply_patch"))).Stops());
        Assert.True((await hook.Run(hook.Call(patch, "c6", "apply_patch"))).Stops()); // once
    }

    [Fact]
    public async Task A_wider_plan_waits_for_the_person_where_amendments_are_asked_about()
    {
        using var hook = new HookBinary();
        hook.Scratch.Environment["SALLYPORT_PLAN_AMENDMENTS"] = "ask";
        Assert.False((await hook.Run(hook.Plan("Bash"))).Stops());
        var wider = await hook.Run(hook.Plan("Bash", "apply_patch"));
        Assert.True(wider.Stops());
        var code = Code().Match((string)JsonNode.Parse(wider.Output)!["systemMessage"]!).Groups[1].Value;
        await hook.Run(Prompt(hook, $"sallyport approve {code}"));
        Assert.False((await hook.Run(hook.Plan("Bash", "apply_patch"))).Stops());

        var nextPrompt = hook.Plan("Bash", "view_image");
        nextPrompt["turn_id"] = "turn-2";
        Assert.False((await hook.Run(nextPrompt)).Stops());
    }

    [Fact]
    public async Task An_expired_plan_says_what_to_do()
    {
        using var hook = new HookBinary();
        hook.Scratch.Environment["SALLYPORT_PLAN_TTL_SECONDS"] = "1";
        await hook.Run(hook.Plan("Bash"));
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        var late = await hook.Run(hook.Call("ls"));
        Assert.True(late.Stops());
        Assert.Contains("register_intent_plan", late.Output);
    }

    [Fact]
    public async Task A_session_id_never_names_a_path()
    {
        using var hook = new HookBinary();
        var call = hook.Plan("Bash");
        call["session_id"] = "/../../../victim";
        await hook.Run(call);
        Assert.Empty(Directory.GetFiles(hook.Scratch.Home, "*victim*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Fifty_hooks_at_once_lose_nothing()
    {
        using var hook = new HookBinary();
        var sessions = Enumerable.Range(0, 50).Select(i => $"session-{i}").ToList();
        JsonObject In(string session, JsonObject hookEvent)
        {
            hookEvent["session_id"] = session;
            return hookEvent;
        }

        var plans = await Task.WhenAll(sessions.Select(s => hook.Run(In(s, hook.Plan("Bash")))));
        Assert.All(plans, p => Assert.False(p.Stops(), p.Output));
        var calls = await Task.WhenAll(sessions.Select(s => hook.Run(In(s, hook.Call("echo hi")))));
        Assert.All(calls, c => Assert.False(c.Stops(), c.Output));
        var results = await Task.WhenAll(sessions.Select(s => hook.Run(In(s, Result(hook, "echo hi", "call_1", "hi")))));
        Assert.All(results, r => Assert.False(r.Stops(), r.Output));

        Assert.Equal(50, hook.Scratch.Record.Count(r => (string?)r["kind"] == "plan"));
        Assert.Equal(50, hook.Scratch.Record.Count(r => (string?)r["kind"] == "decision"));
        Assert.Equal(50, hook.Scratch.Record.Count(r => (string?)r["kind"] == "result"));
        Assert.Equal(150, hook.Scratch.Record.Count(r => (string?)r["kind"] is not "segment"));
    }
}
