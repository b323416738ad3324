using System.Diagnostics;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>A plan that reaches the server without a session: the first session in its directory takes it, once.</summary>
public class HandOverTests
{
    /// <summary>Registers a plan with a server of its own, and returns its answer.</summary>
    private static async Task<string> Register(HookBinary hook, string meta = "{}", string? cwd = null)
    {
        var start = new ProcessStartInfo(Product.Binary("sallyport-mcp"), ["--data-dir", hook.Scratch.Data]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = cwd ?? hook.Scratch.Work };
        using var server = Process.Start(start)!;
        foreach (var line in (string[])[
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"register_intent_plan","arguments":{"goal":"handed over","steps":["Bash"]},"_meta":META}}""".Replace("META", meta, StringComparison.Ordinal)])
            await server.StandardInput.WriteLineAsync(line);
        await server.StandardInput.FlushAsync();
        string? answer;
        do answer = await server.StandardOutput.ReadLineAsync();
        while (answer is not null && !answer.Contains("\"id\":2", StringComparison.Ordinal));
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        return answer ?? "";
    }

    [Fact]
    public async Task The_first_session_in_the_directory_takes_it_and_no_other()
    {
        using var hook = new HookBinary();
        Assert.Contains("It holds from the next tool call.", await Register(hook));
        Assert.False((await hook.Run(hook.Call("echo hi"))).Stops());
        Assert.Contains(hook.Scratch.Record, r => (string?)r["kind"] == "plan" && (string?)r["text"] == "handed over");

        var other = hook.Call("echo hi");
        other["session_id"] = "session-2";
        Assert.Contains("plan missing", (await hook.Run(other)).Output);
        Assert.False((await hook.Run(hook.Call("echo again", "call_2"))).Stops());
    }

    [Fact]
    public async Task Of_many_sessions_at_once_one_takes_it()
    {
        using var hook = new HookBinary();
        await Register(hook);
        var calls = Enumerable.Range(0, 12).Select(i =>
        {
            var call = hook.Call("echo hi");
            call["session_id"] = $"session-{i}";
            return hook.Run(call);
        });
        Assert.Single(await Task.WhenAll(calls), finished => !finished.Stops());
    }

    [Fact]
    public async Task Another_directory_a_subagent_and_a_session_with_a_plan_do_not_take_it()
    {
        using var hook = new HookBinary();
        await Register(hook, cwd: hook.Scratch.Home);
        Assert.True((await hook.Run(hook.Call("echo hi"))).Stops());

        await Register(hook);
        var agent = hook.Call("echo hi");
        agent["agent_id"] = "agent-1";
        agent["agent_type"] = "default";
        Assert.True((await hook.Run(agent)).Stops());

        await hook.Run(hook.Plan("apply_patch"));
        Assert.Contains("intent drift", (await hook.Run(hook.Call("echo hi"))).Output);
    }

    [Fact]
    public async Task A_session_that_the_server_was_told_takes_its_plan_at_once_and_keeps_it()
    {
        using var hook = new HookBinary();
        Assert.Contains("It holds for this session.", await Register(hook, """{"sessionId":"session-1"}"""));
        Assert.False((await hook.Run(hook.Call("echo hi"))).Stops());
        Assert.False(File.Exists(Path.Combine(hook.Scratch.Data, "pending-plan.json")));

        // The hook binds a plan; a registration that no hook saw must not replace it.
        await hook.Run(hook.Plan("apply_patch"));
        Assert.Contains("no hook of this session saw it", await Register(hook, """{"sessionId":"session-1"}"""));
        Assert.True((await hook.Run(hook.Call("echo hi", "call_2"))).Stops());
    }

    [Fact]
    public async Task With_the_record_off_an_unannounced_result_still_taints_the_session()
    {
        using var hook = new HookBinary();
        hook.Scratch.Environment["SALLYPORT_AUDIT_ENABLED"] = "false";
        await hook.Run(hook.Plan("Bash"));
        var result = hook.Event("PostToolUse", ("tool_name", "Bash"), ("tool_use_id", "call_9"), ("tool_input", new System.Text.Json.Nodes.JsonObject { ["command"] = "echo hi" }), ("tool_response", "hi"));
        Assert.True((await hook.Run(result)).Stops());
        Assert.True((await hook.Run(hook.Call("echo hi"))).Stops());
    }
}
