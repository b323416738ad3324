using System.Diagnostics;
using System.Text.Json;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Tests.Mcp;

public sealed class McpServerTests : IDisposable
{
    private const string Plan = """{"goal":"g","steps":[{"tool":"exec_command","why":"d","inputs":{"cmd":"npm test"}}]}""";
    private readonly string _data = Directory.CreateTempSubdirectory("sallyport-mcp-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public void It_speaks_the_versions_that_begin_with_a_handshake(string version)
    {
        using var server = new McpProcess(_data);
        Assert.Equal(version, server.Initialize(version).GetProperty("result").GetProperty("protocolVersion").GetString());
        Assert.False(server.Call("register_intent_plan", Plan).TryGetProperty("isError", out _));
        Assert.Equal(0, server.Close());
    }

    [Fact]
    public void It_speaks_the_version_without_a_handshake()
    {
        const string meta = """{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"t","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}""";
        using var server = new McpProcess(_data);
        var listed = server.Request("tools/list", $$"""{"_meta":{{meta}} }""").GetProperty("result").GetProperty("tools");
        Assert.Contains(listed.EnumerateArray(), tool => tool.GetProperty("name").GetString() == "register_intent_plan");
        Assert.StartsWith("Intent registered: 1 step.", server.Call("register_intent_plan", Plan, meta).GetProperty("structuredContent").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Close());
    }

    [Fact]
    public void It_describes_its_tools_so_that_they_are_found_and_need_no_approval()
    {
        using var server = new McpProcess(_data);
        server.Initialize();
        var tools = server.Request("tools/list", "{}").GetProperty("result").GetProperty("tools").EnumerateArray().ToDictionary(tool => tool.GetProperty("name").GetString()!);
        Assert.Superset(
            new HashSet<string> { "plan_status", "policy_read", "policy_update", "register_intent_plan", "check_policy", "check_output", "list_policies", "search_audit_events", "get_policy_stats", "explain_decision", "audit_tool_call" },
            tools.Keys.ToHashSet());
        Assert.Contains("plan", tools["register_intent_plan"].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.All(tools.Values, tool => Assert.False(tool.GetProperty("annotations").GetProperty("openWorldHint").GetBoolean()));
        Assert.All(tools.Values, tool => Assert.False(tool.GetProperty("annotations").GetProperty("destructiveHint").GetBoolean()));
        Assert.All(tools.Keys, name => Assert.True(OwnTools.IsOwn($"mcp__{OwnTools.Server}__{name}")));
    }

    [Fact]
    public void Garbage_on_a_line_costs_that_line_only()
    {
        using var server = new McpProcess(_data);
        server.SendLine("not json");
        server.SendLine("""{"jsonrpc":"2.0","id":""");
        server.SendLine(new string('[', 100_000));
        server.SendLine("\u0000\u0001");
        server.Initialize();
        server.SendLine("{}");
        server.SendLine("[]");
        Assert.Equal("Intent registered: 1 step.", server.Call("register_intent_plan", Plan).GetProperty("content")[0].GetProperty("text").GetString()![..26]);
        Assert.Equal(0, server.Close());
    }

    [Fact]
    public void An_invalid_plan_is_answered_with_what_is_wrong_and_an_example()
    {
        using var server = new McpProcess(_data);
        server.Initialize();
        var answer = server.Call("register_intent_plan", """{"goal":"g","steps":[{"action":"Bash"},{"action":"*"}]}""");
        Assert.True(answer.GetProperty("isError").GetBoolean());
        var text = answer.GetProperty("content")[0].GetProperty("text").GetString()!;
        Assert.Contains("steps[1].action", text, StringComparison.Ordinal);
        Assert.Contains(PlanReading.Example, text, StringComparison.Ordinal);
        Assert.Equal(text, answer.GetProperty("structuredContent").GetProperty("message").GetString());
        Assert.False(File.Exists(Path.Combine(_data, "pending-plan.json")));
    }

    [Fact]
    public void Ten_thousand_steps_are_refused_quickly()
    {
        using var server = new McpProcess(_data);
        server.Initialize();
        var steps = string.Join(',', Enumerable.Repeat("""{"action":"Bash","description":"one of very many steps of a plan"}""", 10_000));
        var clock = Stopwatch.StartNew();
        Assert.True(server.Call("register_intent_plan", $$"""{"goal":"g","steps":[{{steps}}]}""").GetProperty("isError").GetBoolean());
        Assert.True(clock.ElapsedMilliseconds < 5000, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void A_plan_without_a_session_is_left_to_one_session_in_that_directory()
    {
        var here = Directory.CreateTempSubdirectory("sallyport-cwd-").FullName;
        using (var server = new McpProcess(_data, here))
        {
            server.Initialize();
            server.Call("register_intent_plan", Plan);
            Assert.Equal(0, server.Close());
        }
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var data = DataDirectory.At(_data);
        Assert.Null(PendingPlan.TryTake(data, "/elsewhere", now));
        Assert.Equal("Bash", PendingPlan.TryTake(data, here, now)!.Plan.Steps[0].Action);
        Assert.Null(PendingPlan.TryTake(data, here, now));
        Directory.Delete(here);
    }

    [Theory]
    [InlineData("""{"sessionId":"s1"}""")]
    [InlineData("""{"x-codex-turn-metadata":{"session_id":"s1"}}""")]
    [InlineData("""{"x-codex-turn-metadata":"{\"session_id\":\"s1\"}"}""")]
    public void A_plan_that_the_hook_has_bound_is_confirmed_and_shown(string meta)
    {
        var plan = PlanReader.Read(JsonDocument.Parse(Plan).RootElement).Plan!;
        WriteSession("s1", new SessionPlan { Plan = plan, Widest = plan, RegisteredAt = 1 });
        using var server = new McpProcess(_data);
        server.Initialize();
        var answer = server.Call("register_intent_plan", Plan, meta).GetProperty("structuredContent");
        Assert.Equal("Intent registered: 1 step. It holds for this session.", answer.GetProperty("message").GetString());
        Assert.Equal(PlanRoot.Compute(plan), answer.GetProperty("root").GetString());
        Assert.False(File.Exists(Path.Combine(_data, "pending-plan.json")));

        var status = server.Call("plan_status", "{}", meta).GetProperty("structuredContent");
        Assert.True(status.GetProperty("registered").GetBoolean());
        Assert.Equal("npm test", status.GetProperty("plan").GetProperty("steps")[0].GetProperty("commands")[0].GetString());
    }

    [Fact]
    public void Without_a_plan_or_a_session_the_status_says_so()
    {
        using var server = new McpProcess(_data);
        server.Initialize();
        Assert.False(server.Call("plan_status", "{}", """{"sessionId":"s2"}""").GetProperty("structuredContent").GetProperty("registered").GetBoolean());
        Assert.True(server.Call("plan_status", "{}").GetProperty("isError").GetBoolean());
    }

    private void WriteSession(string session, SessionPlan plan) =>
        new SessionStore(DataDirectory.Open(_data)).Change(session, 1, state => state.With(SessionState.RootAgent, plan));
}
