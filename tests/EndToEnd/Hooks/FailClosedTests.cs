using System.Text;
using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>Each way a hook can be given garbage, or find its ground taken away: the call never runs.</summary>
public class FailClosedTests
{
    private static readonly string[] Blocking = ["sallyport-pre-tool-use", "sallyport-permission-request", "sallyport-post-tool-use", "sallyport-user-prompt-submit"];

    public static TheoryData<string, string> Garbage()
    {
        var cases = new TheoryData<string, string>();
        foreach (var binary in Blocking)
            foreach (var input in (string[])
                [
                    "", " ", "null", "[]", "{}", "not json", "{\"hook_event_name\":\"NoSuchEvent\"}", "{\"session_id\":\"a\",\"session_id\":\"b\"}",
                    "{\"hook_event_name\":\"Stop\",\"session_id\":\"s\",\"cwd\":\"/\"}", "\ufeff{}", new string('[', 100_000), "{\"a\":\"\\ud800\"}",
                ])
                cases.Add(binary, input);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_is_refused(string binary, string input)
    {
        using var hook = new HookBinary();
        var finished = await hook.Run(binary, input);
        Assert.True(finished.Stops(), $"{finished.ExitCode} {finished.Output} {finished.Error}");
    }

    [Theory]
    [InlineData("sallyport-session-start")]
    [InlineData("sallyport-stop")]
    public async Task The_events_that_cannot_refuse_tell_the_person(string binary)
    {
        using var hook = new HookBinary();
        var finished = await hook.Run(binary, "not json");
        Assert.Equal(0, finished.ExitCode);
        Assert.NotNull((string?)JsonNode.Parse(finished.Output)!["systemMessage"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var hook = new HookBinary();
        Assert.True((await hook.RunBytes("sallyport-pre-tool-use", [0xff, 0xfe, 0x00])).Stops());
        var call = Encoding.UTF8.GetBytes(hook.Call("ls").ToJsonString().Replace("\"ls\"", "\"l\u00ff\""));
        call[Array.IndexOf(call, (byte)0xc3)] = 0xff;
        Assert.True((await hook.RunBytes("sallyport-pre-tool-use", call)).Stops());
    }

    [Theory]
    [InlineData("exec \"$HOOK\" <&-")] // no stdin
    [InlineData("exec \"$HOOK\" < /")] // a directory for stdin
    [InlineData("exec \"$HOOK\" >&-")] // no stdout
    [InlineData("exec \"$HOOK\" > /dev/full")] // a stdout that is full
    [InlineData("exec \"$HOOK\" --bypass")] // arguments it does not know
    [InlineData("unset HOME CODEX_HOME; exec \"$HOOK\"")] // nowhere to keep anything
    [InlineData("HOME=/proc/1/nowhere CODEX_HOME=/proc/1/nowhere exec \"$HOOK\"")] // a place nobody can write
    [InlineData("CODEX_HOME=relative exec \"$HOOK\"")]
    [InlineData("SALLYPORT_MODE=off exec \"$HOOK\"")] // a setting it does not know
    [InlineData("ARMORCODEX_INTENT_REQUIRED=maybe exec \"$HOOK\"")]
    [InlineData("ulimit -f 0; exec \"$HOOK\"")] // nothing can be written
    [InlineData("ulimit -v 20000; exec \"$HOOK\"")] // hardly any memory
    [InlineData("ulimit -n 3; exec \"$HOOK\"")] // no file can be opened
    [InlineData("DOTNET_GCHeapHardLimit=1000 exec \"$HOOK\"")] // a runtime that cannot start
    public async Task A_hook_without_what_it_needs_refuses(string line)
    {
        using var hook = new HookBinary();
        var finished = await hook.Shell(line, hook.Call("ls"));
        Assert.True(finished.StopsWithTail(), $"{finished.ExitCode} {finished.Output} {finished.Error}");
    }

    [Theory]
    [InlineData("sallyport-pre-tool-use", 17)]
    [InlineData("sallyport-permission-request", 17)]
    [InlineData("sallyport-user-prompt-submit", 17)]
    [InlineData("sallyport-post-tool-use", 65)]
    public async Task Input_that_is_too_large_is_refused(string binary, int mebibytes)
    {
        using var hook = new HookBinary();
        Assert.True((await hook.Run(binary, "{\"a\":\"" + new string('x', mebibytes * 1024 * 1024) + "\"}")).Stops());
    }

    [Theory]
    [InlineData("settings.json", "{\"mode\":\"off\"}", "mode")]
    [InlineData("settings.json", "{broken", "settings.json")]
    public async Task A_broken_file_is_named(string file, string content, string named)
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        File.WriteAllText(Path.Combine(hook.Scratch.Data, file), content);
        var finished = await hook.Run(hook.Call("ls"));
        Assert.True(finished.Stops());
        Assert.Contains(named, finished.Output);
    }

    [Fact]
    public async Task A_damaged_session_is_kept_aside_and_waits_for_the_person()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        var sessions = Path.Combine(hook.Scratch.Data, "sessions");
        var file = Directory.GetFiles(sessions, "*.json").Single();
        File.WriteAllText(file, "{\"version\":1,\"sess");
        Assert.True((await hook.Run(hook.Call("ls", "c1"))).Stops());
        Assert.Equal("{\"version\":1,\"sess", File.ReadAllText(file + ".damaged"));

        await hook.Run(hook.Plan("Bash"));
        Assert.True((await hook.Run(hook.Call("ls", "c2"))).Stops());
        await hook.Run(hook.Event("UserPromptSubmit", ("prompt", "sallyport accept")));
        Assert.False((await hook.Run(hook.Call("ls", "c3"))).Stops());
    }

    [Theory]
    [InlineData("sessions")]
    [InlineData("audit")]
    public async Task A_folder_that_is_a_file_is_refused(string folder)
    {
        using var hook = new HookBinary();
        Directory.CreateDirectory(hook.Scratch.Data);
        File.WriteAllText(Path.Combine(hook.Scratch.Data, folder), "");
        Assert.True((await hook.Run(hook.Call("ls"))).Stops());
    }

    [Fact]
    public async Task What_cannot_be_recorded_does_not_run()
    {
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        Assert.False((await hook.Run(hook.Call("ls", "c1"))).Stops());
        var audit = Path.Combine(hook.Scratch.Data, "audit");
        Directory.Delete(audit, recursive: true);
        File.CreateSymbolicLink(audit, "/proc/1/nowhere");
        Assert.True((await hook.Run(hook.Call("ls", "c2"))).Stops());
    }
}
