using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Tests.Install;

public class HooksMergeTests
{
    private static readonly HookRegistration[] Ours = HookRegistration.All("/home/ann/.codex/sallyport/bin", windows: false);

    internal const string Theirs =
        """
        {
            "description": "mine",
            "hooks": {
                "PreToolUse": [
                    { "matcher": "Bash", "hooks": [ { "type": "command", "command": "/opt/a", "timeout": 5 } ] },
                    { "matcher": "^mcp__.*$", "hooks": [
                        { "type": "command", "command": "/opt/b" },
                        { "type": "mcp_tool", "server": "s", "tool": "t", "input": {"a": 1} }
                    ] }
                ],
                "Notify": [],
                "Stop": [{"hooks":[{"type":"command","command":"/opt/é \"x\""}]}]
            }
        }
        """;

    public static TheoryData<string> Files => new()
    {
        Theirs,
        Theirs.Replace("\n", "\r\n", StringComparison.Ordinal),
        Theirs.Replace("    ", "\t", StringComparison.Ordinal),
        "{\"hooks\":{\"PreToolUse\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/a\"}]}]}}",
        "{\"description\":\"x\",\"hooks\":{\"Stop\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/a\"}]}]}}\n",
        "{\n  \"description\": \"x\",\n  \"hooks\": {}\n}\n",
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_put_in_is_taken_out_to_the_byte(string before)
    {
        var during = HooksMerge.Register(before, "hooks.json", Ours);
        var after = HooksMerge.Unregister(during, "hooks.json");
        // One thing differs: a table that was empty and written on one line.
        Assert.Equal(before.Replace("\"hooks\": {}", "", StringComparison.Ordinal), (after ?? "").Replace("\"hooks\": {}", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Everything_of_ours_is_in_once_and_everybody_elses_stays(string before)
    {
        var during = HooksFile.Parse(HooksMerge.Register(before, "hooks.json", Ours), "hooks.json");
        foreach (var wanted in Ours) Assert.Single(during.Handlers, h => h.Is(wanted));
        Assert.Equal(HooksFile.Parse(before, "hooks.json").Handlers, during.Handlers.Where(h => !h.IsOurs));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_second_time_changes_nothing(string before)
    {
        var once = HooksMerge.Register(before, "hooks.json", Ours);
        Assert.Same(once, HooksMerge.Register(once, "hooks.json", Ours));
    }

    [Fact]
    public void A_file_that_is_not_there_is_made_and_nothing_is_left_of_it()
    {
        var made = HooksMerge.Register(null, "hooks.json", Ours);
        Assert.Equal(HookRegistration.Binaries.Count(), HooksFile.Parse(made, "hooks.json").Handlers.Count);
        Assert.Null(HooksMerge.Unregister(made, "hooks.json"));
    }

    [Fact]
    public void An_older_registration_is_brought_up_to_date_where_it_stands()
    {
        var old = HooksMerge.Register(Theirs, "hooks.json", HookRegistration.All("/old/place", windows: false));
        var later = old.Replace("\"timeout\": 86400", "\"timeout\": 30", StringComparison.Ordinal);
        var now = HooksFile.Parse(HooksMerge.Register(later, "hooks.json", Ours), "hooks.json");
        Assert.Equal(HookRegistration.Binaries.Count(), now.Handlers.Count(h => h.IsOurs));
        foreach (var wanted in Ours) Assert.Single(now.Handlers, h => h.Is(wanted));
        Assert.Equal(2, now.Handlers.Find(h => h is { Event: "PreToolUse", IsOurs: true })!.Group);
    }

    [Fact]
    public void Two_of_ours_for_one_event_become_one()
    {
        var twice = Theirs.Replace("\"Notify\": []", "\"PostToolUse\": [{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/p\"},{\"type\":\"command\",\"command\":\"/x/sallyport-post-tool-use\"}]},{\"hooks\":[{\"type\":\"command\",\"command\":\"'/y z/sallyport-post-tool-use' || false\"}]}]", StringComparison.Ordinal);
        var now = HooksFile.Parse(HooksMerge.Register(twice, "hooks.json", Ours), "hooks.json");
        Assert.Single(now.Handlers, h => h is { Event: "PostToolUse", IsOurs: true });
        Assert.Single(now.Handlers, h => h is { Event: "PostToolUse", Command: "/opt/p", Index: 0 });
    }

    [Fact]
    public void The_hooks_that_move_up_when_ours_leave_are_named()
    {
        var during = HooksMerge.Register(null, "h", Ours);
        var later = during.Replace("\"PreToolUse\": [", "\"PreToolUse\": [", StringComparison.Ordinal);
        var parsed = HooksFile.Parse(later, "h");
        later = JsonSplice.Append(later, parsed.Groups("PreToolUse")!, _ => "{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/late\"}]}");
        var after = HooksMerge.Unregister(later, "h");
        Assert.Equal([("/c/hooks.json:pre_tool_use:1:0", "/c/hooks.json:pre_tool_use:0:0")], HooksMerge.Moves(later, after, "h", "/c/hooks.json"));
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("", 0)]
    [InlineData("[]", 1)]
    [InlineData("{\n\"hooks\": [] }", 2)]
    [InlineData("{\n\n\"$schema\": \"x\" }", 3)]
    [InlineData("{ // no\n}", 1)]
    [InlineData("\uFEFF{}", 1)]
    [InlineData("{}\n{}", 2)]
    [InlineData("{\"hooks\":{\"Stop\":[\n{\"hooks\":[{\"type\":\"http\"}]}]}}", 2)]
    [InlineData("{\"hooks\":{\"Stop\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"x\",\n\"timeout\":1.5}]}]}}", 2)]
    [InlineData("{\"hooks\":{},\n\n\"hooks\":{}}", 3)]
    public void What_Codex_would_not_read_is_refused_with_its_line(string text, int line)
    {
        if (text.Length == 0)
        {
            Assert.NotEmpty(HooksMerge.Register(text, "hooks.json", Ours));
            return;
        }
        var wrong = Assert.Throws<CodexFileException>(() => HooksMerge.Register(text, "hooks.json", Ours));
        Assert.Equal(line, wrong.Line);
        Assert.StartsWith($"hooks.json:{line}: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));
        Assert.Throws<CodexFileException>(() => HooksMerge.Register(deep, "hooks.json", Ours));
    }

    [Fact]
    public void A_directory_with_a_space_or_a_quote_is_quoted_for_the_shell()
    {
        var command = HookRegistration.All("/home/o'ann b/bin", windows: false)[2].Command;
        Assert.StartsWith("'/home/o'\\''ann b/bin/sallyport-pre-tool-use' || /bin/sh -c ", command, StringComparison.Ordinal);
        Assert.Equal("/home/o'ann b/bin/sallyport-pre-tool-use", HookRegistration.BinaryOf("PreToolUse", command));
    }

    [Fact]
    public void Only_what_can_be_stopped_ends_with_two()
    {
        foreach (var one in Ours) Assert.Equal(one.Event is "UserPromptSubmit" or "PreToolUse" or "PermissionRequest" or "PostToolUse", one.Command.Contains("exit 2", StringComparison.Ordinal));
    }

    [Fact]
    public void On_Windows_the_command_is_a_bare_path_or_nothing()
    {
        Assert.Equal(@"C:\Users\ann\.codex\sallyport\bin\sallyport-stop.exe", HookRegistration.All(@"C:\Users\ann\.codex\sallyport\bin", windows: true)[5].Command);
        Assert.Throws<InvalidDataException>(() => HookRegistration.All(@"C:\Users\Ann Lee\.codex\sallyport\bin", windows: true));
    }

    [Theory]
    [InlineData("/x/sallyport-pre-tool-user")]
    [InlineData("timeout 5 /x/sallyport-pre-tool-use")]
    [InlineData("/x/sallyport-stop")]
    [InlineData("echo")]
    public void Other_peoples_commands_are_not_ours(string command) => Assert.Null(HookRegistration.BinaryOf("PreToolUse", command));
}
