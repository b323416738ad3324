using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>
/// What a hook asks of the kernel from its start to its end (strace): no thread, nothing of the machine's control groups, memory nodes or
/// mounts, and few calls in all. A clock would judge the machine; these numbers are the same on each.
/// </summary>
public class StartTests
{
    private static readonly string? s_strace = ((string[])["/usr/bin/strace", "/bin/strace"]).FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("PreToolUse", 190)]
    [InlineData("PermissionRequest", 190)]
    [InlineData("PostToolUse", 190)]
    [InlineData("UserPromptSubmit", 190)]
    [InlineData("SessionStart", 200)]
    [InlineData("Stop", 260)]
    public async Task A_hook_asks_little_of_the_kernel(string name, int most)
    {
        Assert.SkipWhen(s_strace is null, "strace is missing: apt-get install strace");
        Assert.SkipUnless(Product.IsNative(HookBinary.BinaryOf(name)), "the hook is no native build: ./build.sh");
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        var calls = await Calls(hook, name);
        Assert.DoesNotContain(calls, c => c.Contains("clone", StringComparison.Ordinal));
        foreach (var elsewhere in (string[])["/proc/self/mountinfo", "/proc/self/cgroup", "/sys/fs/cgroup", "/sys/devices/system/node"])
            Assert.DoesNotContain(calls, c => c.Contains(elsewhere, StringComparison.Ordinal));
        Assert.Contains(calls, c => c.StartsWith("exit_group(0)", StringComparison.Ordinal));
        Assert.True(calls.Length <= most, $"{calls.Length} calls:\n{string.Join('\n', calls)}");
    }

    private static async Task<string[]> Calls(HookBinary hook, string name)
    {
        var log = Path.Combine(hook.Scratch.Home, "calls");
        var call = hook.Event(name, ("tool_name", "Bash"), ("tool_use_id", "call_1"), ("tool_response", "ok"), ("prompt", "say hello"), ("source", "startup"), ("last_assistant_message", "done"));
        call["tool_input"] = new JsonObject { ["command"] = "cd src && git status --short | head -n 3" };
        var finished = await hook.Scratch.Run(s_strace!, ["-f", "-qq", "-o", log, Product.Binary(HookBinary.BinaryOf(name))], call.ToJsonString());
        Assert.SkipWhen(finished.Error.Contains("ptrace(", StringComparison.OrdinalIgnoreCase), "this machine does not let strace work");
        Assert.Equal(0, finished.ExitCode);
        return [.. (await File.ReadAllLinesAsync(log)).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart())];
    }
}
