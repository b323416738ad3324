using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Policy;
using Sallyport.State;

namespace Sallyport.Tests.Mcp;

/// <summary>The tools that read the record and ask the policy, over the wire.</summary>
public sealed class RecordToolsTests : IDisposable
{
    private const string Own = """{"sessionId":"s-1"}""";
    private readonly string _data = Directory.CreateTempSubdirectory("sallyport-mcp-").FullName;
    private readonly McpProcess _server;

    public RecordToolsTests()
    {
        var data = DataDirectory.Open(_data);
        foreach (var (session, id, verdict) in new[] { ("s-1", "c1", Verdict.Allow), ("s-1", "c2", Verdict.Deny), ("s-2", "c3", Verdict.Deny) })
            AuditLog.Append(data, new AuditRecord
            {
                Kind = "decision", Time = 1_790_000_000_000, Session = session, Tool = "Bash", ToolUseId = id, Verdict = verdict.Word(), Rules = verdict == Verdict.Deny ? ["a.rule"] : null,
                Steps = [new Judgement("built-in", verdict, verdict == Verdict.Deny ? "a.rule" : null, "because \u001b[31mso\u202e", "another way")],
                Input = System.Text.Encoding.UTF8.GetBytes($$"""{"command":"of {{session}} \u001b]0;title\u0007"}"""),
            }, new AuditOptions { CheckpointEvery = 0 });
        _server = new McpProcess(_data);
        _server.Initialize();
    }

    public void Dispose()
    {
        _server.Close();
        _server.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private JsonElement Call(string tool, string arguments, string meta = Own) => _server.Call(tool, arguments, meta);

    [Fact]
    public void A_session_finds_its_own_events_and_no_others_escaped()
    {
        var found = Call("search_audit_events", """{"verdict":"deny"}""").GetProperty("structuredContent");
        var one = Assert.Single(found.GetProperty("events").EnumerateArray());
        Assert.Equal("c2", one.GetProperty("toolUseId").GetString());
        Assert.Equal("of s-1 \\u{1b}]0;title\\u{7}", one.GetProperty("what").GetString());
        Assert.Equal(0, Call("search_audit_events", """{"text":"of s-2"}""").GetProperty("structuredContent").GetProperty("matches").GetInt32());
        Assert.True(Call("search_audit_events", "{}", "{}").GetProperty("isError").GetBoolean());
        Assert.True(Call("search_audit_events", """{"since":"yesterday"}""").GetProperty("isError").GetBoolean());
    }

    [Fact]
    public void What_is_asked_for_is_bounded()
    {
        var data = DataDirectory.Open(_data);
        for (var i = 0; i < 80; i++) AuditLog.Append(data, new AuditRecord { Kind = "decision", Time = 1_790_000_000_000, Session = "s-1", Tool = "Bash", Text = new string('x', 5000) }, new AuditOptions { CheckpointEvery = 0 });
        var found = Call("search_audit_events", """{"limit":50}""").GetProperty("structuredContent");
        Assert.Equal(50, found.GetProperty("events").GetArrayLength());
        Assert.True(found.GetRawText().Length < 40_000);
    }

    [Fact]
    public void A_decision_is_explained_to_its_own_session_only()
    {
        var step = Call("explain_decision", """{"tool_use_id":"c2"}""").GetProperty("structuredContent").GetProperty("steps")[0];
        Assert.Equal(("a.rule", "because \\u{1b}[31mso\\u{202e}", "another way"), (step.GetProperty("rule").GetString(), step.GetProperty("reason").GetString(), step.GetProperty("suggest").GetString()));
        Assert.True(Call("explain_decision", """{"tool_use_id":"c3"}""").GetProperty("isError").GetBoolean());
        Assert.True(Call("explain_decision", "{}").GetProperty("isError").GetBoolean());
    }

    [Fact]
    public void Decisions_are_counted()
    {
        var counts = Call("get_policy_stats", "{}").GetProperty("structuredContent");
        Assert.Equal((2, 1, 1), (counts.GetProperty("decisions").GetInt32(), counts.GetProperty("verdicts").GetProperty("deny").GetInt32(), counts.GetProperty("rules").GetProperty("a.rule").GetInt32()));
    }

    [Fact]
    public void A_note_is_the_agents_own_and_masked()
    {
        var token = "AKIA" + "QYLPMN5HFIQR7XYA";
        var row = Call("audit_tool_call", $$"""{"note":"used {{token}}","tool":"Bash"}""").GetProperty("structuredContent").GetProperty("row").GetInt64();
        var line = JsonDocument.Parse(File.ReadAllLines(Path.Combine(_data, "audit", "000001.jsonl"))[row]).RootElement;
        Assert.Equal(("note", "s-1", "agent"), (line.GetProperty("kind").GetString(), line.GetProperty("session").GetString(), line.GetProperty("input").GetProperty("by").GetString()));
        Assert.DoesNotContain(token, line.GetRawText());
        Assert.True(Call("audit_tool_call", $$"""{"note":"{{new string('x', 5000)}}"}""").GetProperty("isError").GetBoolean());
    }

    [Fact]
    public void A_call_is_checked_without_being_made()
    {
        Assert.Equal("deny", Call("check_policy", """{"command":"rm -rf /"}""").GetProperty("structuredContent").GetProperty("verdict").GetString());
        Assert.True(Call("check_policy", "{}").GetProperty("isError").GetBoolean());
        Assert.Equal(4, File.ReadAllLines(Path.Combine(_data, "audit", "000001.jsonl")).Length); // nothing was recorded
    }

    [Fact]
    public void A_text_is_checked_and_its_values_are_not_told()
    {
        var token = "AKIA" + "QYLPMN5HFIQR7XYA";
        var answer = Call("check_output", $$"""{"text":"one\naws_access_key_id = {{token}}"}""");
        Assert.Equal("aws-access-key-id", answer.GetProperty("structuredContent").GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal(2, answer.GetProperty("structuredContent").GetProperty("findings")[0].GetProperty("line").GetInt32());
        Assert.DoesNotContain(token, answer.GetRawText());
    }

    [Fact]
    public void Policies_are_listed()
    {
        File.WriteAllText(Path.Combine(_data, "policy.json"), """{"rules":[{"id":"no-push","tool":"Bash","action":"deny","command":"git push *"}]}""");
        var listed = Call("list_policies", "{}").GetProperty("structuredContent");
        Assert.Equal("deny", listed.GetProperty("layers")[0].GetProperty("rules").GetProperty("no-push").GetString());
        Assert.True(listed.GetProperty("builtIn").EnumerateObject().Count() > 5);
    }
}
