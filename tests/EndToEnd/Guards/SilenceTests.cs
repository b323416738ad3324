using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Guards;

/// <summary>Where nobody turned anything on, no hook opens a socket and none starts a program (strace).</summary>
public class SilenceTests
{
    private static readonly string? s_strace = ((string[])["/usr/bin/strace", "/bin/strace"]).FirstOrDefault(File.Exists);

    [Fact]
    public async Task Nothing_is_sent_that_nobody_turned_on()
    {
        Assert.SkipWhen(s_strace is null, "strace is missing: apt-get install strace");
        Assert.SkipUnless(Product.IsNative("sallyport-pre-tool-use"), "the hooks are no native builds: ./build.sh");
        using var hook = new HookBinary();
        Directory.CreateDirectory(Path.Combine(hook.Scratch.Home, ".armoriq"));
        var credentials = Path.Combine(hook.Scratch.Home, ".armoriq", "credentials.json");
        await File.WriteAllTextAsync(credentials, """{"apiKey":"ak_test_1"}""", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(credentials, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (string Program, JsonObject Event)[] life =
        [
            ("sallyport-session-start", hook.Event("SessionStart", ("source", "startup"))),
            ("sallyport-user-prompt-submit", hook.Event("UserPromptSubmit", ("prompt", "read https://example.com"))),
            ("sallyport-pre-tool-use", hook.Plan("Bash")),
            ("sallyport-pre-tool-use", hook.Call("curl https://example.com", "c1")),
            ("sallyport-post-tool-use", hook.Event("PostToolUse", ("tool_name", "Bash"), ("tool_input", new JsonObject { ["command"] = "curl https://example.com" }), ("tool_use_id", "c1"), ("tool_response", "done"))),
            ("sallyport-stop", hook.Event("Stop", ("last_assistant_message", "done"), ("stop_hook_active", false))),
        ];
        foreach (var (program, hookEvent) in life)
        {
            var finished = await hook.Scratch.Run(s_strace!, ["-f", "-qq", "-e", "trace=%network,execve", Product.Binary(program)], hookEvent.ToJsonString());
            Assert.SkipWhen(finished.Error.Contains("ptrace(", StringComparison.OrdinalIgnoreCase), "this machine does not let strace work");
            Assert.Equal(0, finished.ExitCode);
            var calls = finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(Assert.Single(calls).StartsWith("execve(", StringComparison.Ordinal), finished.Error);
        }
    }
}
