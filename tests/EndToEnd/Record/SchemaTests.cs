using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>Rows of every kind, made by the programs themselves, against the schema that is published, by a validator of others.</summary>
public partial class SchemaTests
{
    private static readonly string s_schema = Path.Combine(Product.Root, "docs", "schema", "audit-record.schema.json");

    [GeneratedRegex("sallyport approve ([0-9A-Z-]+)")]
    private static partial Regex Code();

    [GeneratedRegex("pol-[0-9a-z]{6}")]
    private static partial Regex Proposal();

    private static string[] Kinds() => [.. JsonNode.Parse(File.ReadAllText(s_schema))!["properties"]!["kind"]!["enum"]!.AsArray().Select(k => (string)k!)];

    private static async Task<(int ExitCode, string Output)> Validate(string rows)
    {
        using var ajv = NodeTools.Start("validate-rows.cjs", s_schema);
        await ajv.StandardInput.WriteAsync(rows);
        ajv.StandardInput.Close();
        var output = await ajv.StandardOutput.ReadToEndAsync();
        await ajv.WaitForExitAsync();
        return (ajv.ExitCode, output + await ajv.StandardError.ReadToEndAsync());
    }

    private static string Rows(HookBinary hook) => string.Concat(Directory.EnumerateFiles(Path.Combine(hook.Scratch.Data, "audit"), "0*.jsonl").Order().Select(File.ReadAllText));

    [Fact]
    public async Task A_row_of_every_kind_is_as_the_schema_says()
    {
        using var hook = new HookBinary();
        using var f5 = StandIn.Plain(Services.F5Flagging("never-said"));
        hook.Scratch.Environment["F5_GUARDRAILS_API_TOKEN"] = "t";
        hook.Scratch.Environment["F5_GUARDRAILS_BASE_URL"] = f5.Url;
        hook.Scratch.Environment["SALLYPORT_AUDIT_SEGMENT_MB"] = "1";
        hook.Scratch.Environment["SALLYPORT_AUDIT_KEEP_MB"] = "1";
        Directory.CreateDirectory(hook.Scratch.Data);
        var made = new HashSet<string>();
        var rows = "";
        void Keep() // before retention takes them
        {
            rows += Rows(hook);
            foreach (var line in Rows(hook).Split('\n', StringSplitOptions.RemoveEmptyEntries)) made.Add((string)JsonNode.Parse(line)!["kind"]!);
        }

        await hook.Run(hook.Event("SessionStart", ("source", "startup")));
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "please look at dev@example.com")));
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Call("echo one"));
        await hook.Run(hook.Event("PermissionRequest", ("tool_name", "Bash"), ("tool_input", new JsonObject { ["command"] = "echo one" })));
        await hook.Run(hook.Event("PostToolUse", ("tool_name", "Bash"), ("tool_use_id", "call_1"), ("tool_input", new JsonObject { ["command"] = "echo one" }), ("tool_response", "one\n")));
        var unasked = hook.Event("PostToolUse", ("tool_name", "Bash"), ("tool_use_id", "nobody-asked"), ("tool_input", new JsonObject { ["command"] = "echo two" }), ("tool_response", "two\n"));
        unasked["session_id"] = "session-2";
        await hook.Run(unasked);
        await hook.Run(hook.Call("rm -rf ~", "denied"));
        var asked = await hook.Run(hook.Call("git reset --hard", "asked"));
        var code = Code().Match(asked.Output);
        Assert.True(code.Success, asked.Output);
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "sallyport approve " + code.Groups[1].Value)));
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "sallyport pause 10m")));
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "sallyport resume")));
        var proposed = await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "Policy new: deny mcp server elsewhere")));
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "policy yes " + Proposal().Match(proposed.Output).Value)));
        await hook.Run("sallyport-subagent-start", hook.Event("SubagentStart", ("agent_id", "a-1"), ("agent_type", "default")).ToJsonString());
        await hook.Run("sallyport-subagent-stop", hook.Event("SubagentStop", ("agent_id", "a-1"), ("agent_type", "default"), ("agent_transcript_path", null), ("stop_hook_active", false), ("last_assistant_message", "ended")).ToJsonString());
        await hook.Run("sallyport-post-compact", hook.Event("PostCompact", ("trigger", "manual")).ToJsonString());
        await hook.Run("sallyport-interrupt", hook.Event("Interrupt").ToJsonString());
        await hook.Run("sallyport-pre-tool-use", "not json");
        await Note(hook, "I looked at it.");
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        Keep();

        File.AppendAllText(Directory.EnumerateFiles(Path.Combine(hook.Scratch.Data, "audit"), "0*.jsonl").Order().Last(), "{\"half\":");
        await hook.Run("sallyport-session-end", hook.Event("SessionEnd", ("reason", "other")).ToJsonString());
        Keep();
        foreach (var name in (string[])["F5_GUARDRAILS_API_TOKEN", "F5_GUARDRAILS_BASE_URL"]) hook.Scratch.Environment.Remove(name);
        for (var i = 0; i < 6; i++)
        {
            await hook.Run(hook.Event("Stop", ("last_assistant_message", string.Concat(Enumerable.Repeat($"word {i} ", 90_000)))));
            Keep();
        }

        Assert.Empty(Kinds().Except(made));
        Assert.Empty(made.Except(Kinds()));
        var (exit, said) = await Validate(rows);
        Assert.True(exit == 0, said);
    }

    [Theory]
    [InlineData("""{"kind":"invented","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":0,"time":"2026-11-21T00:00:00.000Z","v":1}""")]
    [InlineData("""{"kind":"interrupt","more":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":0,"time":"2026-11-21T00:00:00.000Z","v":1}""")]
    [InlineData("""{"kind":"decision","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":0,"time":"2026-11-21T00:00:00.000Z","v":1}""")]
    [InlineData("""{"kind":"interrupt","prev":"00","seq":0,"time":"2026-11-21T00:00:00.000Z","v":1}""")]
    [InlineData("""{"kind":"interrupt","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":0,"time":"yesterday","v":1}""")]
    [InlineData("""{"kind":"prompt","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":0,"time":"2026-11-21T00:00:00.000Z","v":1,"verdict":"flagged"}""")]
    public async Task What_is_no_row_is_refused(string row)
    {
        var (exit, said) = await Validate(row + "\n");
        Assert.Equal(1, exit);
        Assert.EndsWith("1 rows, 1 wrong", said.TrimEnd());
    }

    private static async Task Note(HookBinary hook, string text)
    {
        string[] lines =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"audit_tool_call","arguments":{"note":"WORDS"},"_meta":{"sessionId":"session-1"}}}""".Replace("WORDS", text, StringComparison.Ordinal),
        ];
        hook.Scratch.Environment["SERVER"] = Product.Binary("sallyport-mcp");
        var file = Path.Combine(hook.Scratch.Home, "ask");
        await File.WriteAllLinesAsync(file, lines);
        // The server ends with its input: it is kept open until the row is there.
        var said = await hook.Scratch.Run("/bin/sh", ["-c", $"(cat '{file}'; for i in $(seq 200); do grep -q '\"kind\":\"note\"' '{hook.Scratch.Data}'/audit/0*.jsonl && break; sleep 0.1; done) | \"$SERVER\" --data-dir '{hook.Scratch.Data}'"]);
        Assert.True(said.Output.Contains("\"id\":2", StringComparison.Ordinal), said.Output + said.Error);
    }
}
