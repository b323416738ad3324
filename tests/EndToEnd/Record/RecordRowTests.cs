using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>What hooks put on the record, by the real binaries.</summary>
public class RecordRowTests
{
    [Theory]
    [InlineData("not json", "error.unreadable", null)]
    [InlineData("{\"session_id\":\"s-9\",\"tool_use_id\":\"c-9\",\"tool_name\":\"Bash\"}", "error.unreadable", "c-9")]
    public async Task An_event_that_cannot_be_read_is_recorded_as_an_error(string input, string rule, string? id)
    {
        using var hook = new HookBinary();
        Assert.True((await hook.Run("sallyport-pre-tool-use", input)).Stops());
        var row = Assert.Single(hook.Scratch.Record, r => (string?)r["kind"] == "error");
        Assert.Equal((rule, "deny", id), ((string?)row["rules"]![0], (string?)row["verdict"], (string?)row["toolUseId"]));
        Assert.Equal(64, ((string?)row["inputHash"])!.Length);
        Assert.DoesNotContain("not json", row.ToJsonString());
    }

    [Fact]
    public async Task A_call_refused_because_something_failed_says_so_behind_whatever_was_recorded()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        Directory.CreateDirectory(Path.Combine(hook.Scratch.Data, "settings.json")); // cannot be read as a file
        Assert.True((await hook.Run(hook.Call("ls", "c-1"))).Stops());
        var last = hook.Scratch.Record[^1];
        Assert.Equal(("error", "c-1", "error.failed"), ((string?)last["kind"], (string?)last["toolUseId"], (string?)last["rules"]![0]));
    }

    [Fact]
    public async Task A_decision_holds_what_it_was_derived_from()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Call("ls", "c-1"));
        var plan = Assert.Single(hook.Scratch.Record, r => (string?)r["kind"] == "plan");
        var row = Assert.Single(hook.Scratch.Record, r => (string?)r["kind"] == "decision");
        Assert.Equal((string?)plan["planRoot"], (string?)row["planRoot"]);
        Assert.Equal("Bash", (string?)plan["output"]!["steps"]![0]!["action"]);
        Assert.Equal(hook.Scratch.Work, (string?)row["facts"]!["cwd"]);
        foreach (var name in (string[])["policyRoot", "factsHash", "inputHash", "steps", "product", "durationUs", "session", "turn", "permissionMode"]) Assert.NotNull(row[name]);
    }

    [Fact]
    public async Task Prompts_and_answers_are_kept_by_their_hashes_alone_where_that_is_set()
    {
        using var hook = new HookBinary();
        hook.Scratch.Environment["SALLYPORT_RECORD_TEXT"] = "hash";
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "my private words")));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "its private words")));
        Assert.DoesNotContain("private words", string.Join('\n', hook.Scratch.Record.Select(r => r.ToJsonString())));
        Assert.All(hook.Scratch.Record.Where(r => (string?)r["kind"] is "prompt" or "stop"), r => Assert.Equal(64, ((string?)r["inputHash"])!.Length));
    }

    [Fact]
    public async Task A_long_row_is_hashed_as_the_platform_hashes_it()
    {
        using var hook = new HookBinary();
        foreach (var length in (int[])[100, 15_000, 16_300, 20_001, 65_536, 100_063]) await hook.Run(hook.Event("UserPromptSubmit", ("prompt", string.Concat(Enumerable.Repeat("plain words ", length / 12 + 1))[..length])));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        var lines = await File.ReadAllLinesAsync(Path.Combine(hook.Scratch.Data, "audit", "000001.jsonl"), TestContext.Current.CancellationToken);
        Assert.Contains(lines, line => line.Length > 100_000);
        for (var row = 1; row < lines.Length; row++)
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(lines[row - 1])])), (string?)JsonNode.Parse(lines[row])!["prev"]);
    }

    [Fact]
    public async Task A_turns_end_signs_the_record()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "go")));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "done")));
        Assert.StartsWith("sallyport/", File.ReadAllText(Path.Combine(hook.Scratch.Data, "audit", "checkpoint")));
        var verified = await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "verify", "--json"]);
        Assert.Equal(("valid", 1), ((string?)JsonNode.Parse(verified.Output)!["outcome"], (int?)JsonNode.Parse(verified.Output)!["checkpoints"]));
    }

    [Fact]
    public async Task What_a_model_wrote_cannot_drive_the_terminal()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Call("echo \u001b]0;owned\u0007\u202e", "c-1"));
        foreach (var words in (string[][])[["audit", "search"], ["audit", "tail"], ["audit", "show", "2"], ["audit", "search", "--csv"], ["replay", "--record"], ["suggest", "--all", "--min", "1"]])
        {
            var shown = await hook.Scratch.Run(Product.Binary("sallyport"), words);
            Assert.True(shown.Output.Length > 0, string.Join(' ', words) + shown.Error);
            Assert.DoesNotContain('\u001b', shown.Output);
            Assert.DoesNotContain('\u0007', shown.Output);
            Assert.DoesNotContain('\u202e', shown.Output);
        }
    }

    [Fact]
    public async Task On_a_terminal_even_json_is_escaped_and_in_a_file_it_is_the_very_row()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        const string command = "echo \u009b2J\u202e\u007f";
        await hook.Run(hook.Call(command, "c-1"));
        var file = await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "search", "--json", "--kind", "decision"]);
        Assert.Equal(File.ReadAllLines(Path.Combine(hook.Scratch.Data, "audit", "000001.jsonl"))[^1], file.Output.TrimEnd());

        hook.Scratch.Environment["SALLYPORT"] = Product.Binary("sallyport");
        hook.Scratch.Environment["COLUMNS"] = "120";
        foreach (var words in (string[])["audit search --json --kind decision", "audit tail --json -n 1", "audit show 2 --json", "audit export --jsonl --kind decision"])
        {
            var terminal = await hook.Scratch.Run("script", ["-qec", "\"$SALLYPORT\" " + words, "/dev/null"]);
            Assert.SkipWhen(terminal.ExitCode == 127, "script is missing: apt-get install bsdutils");
            Assert.Equal(command, (string?)JsonNode.Parse(terminal.Output)!["input"]!["command"]);
            foreach (var c in command.Where(static c => c > '~')) Assert.DoesNotContain(c, terminal.Output);
        }
    }

    [Theory]
    [InlineData("audit verify --from /none\u001b]0;x\u0007")]
    [InlineData("scan /none\u001b]0;x\u0007")]
    [InlineData("policy import /none\u001b]0;x\u0007")]
    [InlineData("replay --codex /none\u001b]0;x\u0007")]
    public async Task A_message_repeats_no_escape_of_a_name(string words)
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        var shown = await hook.Scratch.Run(Product.Binary("sallyport"), words.Split(' '));
        Assert.NotEqual(0, shown.ExitCode);
        Assert.Contains("none\\u{1b}", shown.Output + shown.Error);
        Assert.DoesNotContain('\u001b', shown.Output + shown.Error);
    }

    [Theory]
    [InlineData("--verdict", "denied", "deny")]
    [InlineData("--kind", "decisions", "decision")]
    [InlineData("--since", "2026-13-45", "2026-11-21T09:30")]
    public async Task A_word_that_no_row_holds_is_said_to_be_wrong(string option, string word, string right)
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        var shown = await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "search", option, word]);
        Assert.Equal(2, shown.ExitCode);
        Assert.Contains(right, shown.Error);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--csv")]
    public async Task A_limit_keeps_the_last_rows_in_every_form(string form)
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        for (var n = 1; n <= 3; n++) await hook.Run(hook.Call($"echo number {n}", "c-" + n));
        var shown = await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "search", "--limit", "1", "--kind", "decision", form]);
        Assert.Contains("number 3", shown.Output);
        Assert.DoesNotContain("number 1", shown.Output);
    }
}
