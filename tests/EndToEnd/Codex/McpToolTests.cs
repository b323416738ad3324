using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Tools of other MCP servers, in real Codex: planned ones run, others do not, and what they answer is redacted.</summary>
public class McpToolTests
{
    // The smallest server that Codex accepts: one tool, which leaves a file behind and answers with the text it was given, twice.
    private const string Server = """
        const fs = require('fs');
        const send = (id, result) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\n');
        require('readline').createInterface({ input: process.stdin }).on('line', line => {
          const m = JSON.parse(line);
          if (m.method === 'initialize') send(m.id, { protocolVersion: m.params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'notes', version: '1' } });
          else if (m.method === 'tools/list') send(m.id, { tools: [{ name: 'save-note', description: 'Saves a note.', inputSchema: { type: 'object', properties: { text: { type: 'string' } } }, annotations: { readOnlyHint: true } }] });
          else if (m.method === 'tools/call') {
            fs.writeFileSync(process.argv[2], m.params.arguments.text ?? '');
            const text = fs.existsSync(process.argv[3]) ? fs.readFileSync(process.argv[3], 'utf8') : 'saved';
            send(m.id, { content: [{ type: 'text', text }], structuredContent: { text, count: 1 } });
          }
          else if (m.id !== undefined) send(m.id, {});
        });
        """;

    private static async Task<CodexLab> WithServer()
    {
        var folder = Path.Combine(Product.Root, "artifacts", "lab");
        Directory.CreateDirectory(folder);
        var script = Path.Combine(folder, $"notes-{Guid.NewGuid():n}.js");
        await File.WriteAllTextAsync(script, Server);
        var (saved, says) = (script + ".saved", script + ".says");
        return await RealCodex.Installed($"""

            [mcp_servers.notes]
            command = "node"
            args = ["{script}", "{saved}", "{says}"]
            default_tools_approval_mode = "approve"
            """);
    }

    private static string FileOf(CodexLab lab, string ending) => lab.ExtraConfig.Split('"').First(part => part.EndsWith(ending, StringComparison.Ordinal));

    [Fact]
    public async Task A_planned_tool_runs_and_an_unplanned_one_is_drift()
    {
        using var lab = await WithServer();
        var run = await lab.Exec("go", new Turn().Plan("mcp__notes__save-note"), new Turn().Call("save_note", new { text = "planned" }, "notes"), new Turn().Say("done"));
        Assert.Equal("planned", await File.ReadAllTextAsync(FileOf(lab, ".saved"), TestContext.Current.CancellationToken));
        Assert.Contains("saved", run.ToolOutputs[^1]);

        run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Call("save_note", new { text = "unplanned" }, "notes"), new Turn().Say("done"));
        Assert.Equal("planned", await File.ReadAllTextAsync(FileOf(lab, ".saved"), TestContext.Current.CancellationToken));
        Assert.Contains("Sallyport intent drift: tool not in plan (mcp__notes__save", run.ToolOutputs[^1]);
        Forget(lab);
    }

    [Fact]
    public async Task A_whole_server_can_be_planned_and_its_inputs_are_held_to_what_was_declared()
    {
        using var lab = await WithServer();
        await lab.Exec("go", new Turn().Plan("mcp__notes__*"), new Turn().Call("save_note", new { text = "any" }, "notes"), new Turn().Say("done"));
        Assert.Equal("any", await File.ReadAllTextAsync(FileOf(lab, ".saved"), TestContext.Current.CancellationToken));

        var step = new { action = "mcp__notes__save-note", metadata = new { inputs = new { text = "this" } } };
        var run = await lab.Exec("go", new Turn().Plan(step), new Turn().Call("save_note", new { text = "that" }, "notes"), new Turn().Call("save_note", new { text = "this" }, "notes"), new Turn().Say("done"));
        Assert.Contains(run.ToolOutputs, output => output.Contains("Sallyport intent mismatch", StringComparison.Ordinal));
        Assert.Equal("this", await File.ReadAllTextAsync(FileOf(lab, ".saved"), TestContext.Current.CancellationToken));
        Forget(lab);
    }

    [Fact]
    public async Task A_planned_tool_does_not_run_with_arguments_that_do_harm()
    {
        using var lab = await WithServer();
        var run = await lab.Exec("go", new Turn().Plan("mcp__notes__*"), new Turn().Call("save_note", new { text = "harm", command = "rm -rf ~" }, "notes"),
            new Turn().Call("save_note", new { text = "fine" }, "notes"), new Turn().Say("done"));
        Assert.Contains(run.ToolOutputs, output => output.Contains("blocked by PreToolUse hook", StringComparison.Ordinal));
        Assert.Equal("fine", await File.ReadAllTextAsync(FileOf(lab, ".saved"), TestContext.Current.CancellationToken));
        Forget(lab);
    }

    [Fact]
    public async Task A_secret_in_what_a_tool_answers_never_reaches_the_model()
    {
        using var lab = await WithServer();
        var key = "AKIA" + "QYLPMN5HFIQR7XYA";
        await File.WriteAllTextAsync(FileOf(lab, ".says"), $"plain words, and {key}", TestContext.Current.CancellationToken);
        var run = await lab.Exec("go", new Turn().Plan("mcp__notes__*"), new Turn().Call("save_note", new { text = "x" }, "notes"), new Turn().Say("done"));
        Assert.DoesNotContain(key, run.Everything);
        Assert.Contains("plain words", run.ToolOutputs[^1]);
        Forget(lab);
    }

    private static void Forget(CodexLab lab)
    {
        foreach (var ending in (string[])[".js", ".saved", ".says"]) File.Delete(FileOf(lab, ending));
    }
}
