using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>A disk that takes no row: policy decides whether calls stop, which they do unless somebody says otherwise.</summary>
public class UnrecordedTests
{
    // A file system of its own under the record alone: what else the hook keeps can be written.
    private const string Full = "mount -t tmpfs -o size=64k full \"$A\" && cp -a \"$A.kept/.\" \"$A\" && { cat /dev/zero > \"$A/filler\" 2>/dev/null || true; }";
    private const string ReadOnly = "mount -t tmpfs ro \"$A\" && cp -a \"$A.kept/.\" \"$A\" && mount -o remount,ro \"$A\"";

    [Theory]
    [InlineData(Full, "deny", "the disk is full")]
    [InlineData(Full, "warn", "the disk is full")]
    [InlineData(ReadOnly, "deny", "read-only")]
    [InlineData(ReadOnly, "warn", "read-only")]
    [InlineData("ulimit -f 4", "deny", "larger than a file may be")]
    [InlineData("ulimit -f 4", "warn", "larger than a file may be")]
    [InlineData("ulimit -n 5", "deny", "too many files")]
    [InlineData("ulimit -n 5", "warn", "too many files")]
    public async Task A_row_that_cannot_be_written_stops_the_call_or_is_told(string ground, string failure, string why)
    {
        using var hook = new HookBinary();
        var probe = await hook.Scratch.Run("unshare", ["-m", "sh", "-c", "d=$(mktemp -d) && mount -t tmpfs x \"$d\" && umount \"$d\" && rmdir \"$d\""]);
        Assert.SkipWhen(probe.ExitCode != 0, "this machine does not let a test mount a file system of its own");
        Assert.SkipWhen(ground.StartsWith("ulimit", StringComparison.Ordinal) && !Product.IsNative("sallyport-pre-tool-use"), "the hook is no native build, and the runtime needs more than that: ./build.sh");
        await hook.Run(hook.Plan("Bash"));
        var audit = Path.Combine(hook.Scratch.Data, "audit");
        await hook.Scratch.Run("cp", ["-a", audit, audit + ".kept"]);
        hook.Scratch.Environment["SALLYPORT_AUDIT_FAILURE"] = failure;
        hook.Scratch.Environment["A"] = audit;
        hook.Scratch.Environment["HOOK"] = Product.Binary("sallyport-pre-tool-use");
        var longer = "echo " + new string('x', 9000); // than what is left of the last block
        var finished = await hook.Scratch.Run("unshare", ["-m", "sh", "-c", ground + " && exec \"$HOOK\""], hook.Call(longer).ToJsonString());
        Assert.True(finished.Stops() == (failure == "deny"), finished.Output + finished.Error);
        Assert.Contains("could not be recorded", (string?)JsonNode.Parse(finished.Output)!["systemMessage"]);
        Assert.Contains(why, finished.Output);

        // Once there is room again the record goes on, sound.
        hook.Scratch.Environment.Remove("SALLYPORT_AUDIT_FAILURE");
        Assert.False((await hook.Run(hook.Call("echo two", "call_2"))).Stops());
        Assert.Equal(0, (await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "verify"])).ExitCode);
    }

    // Memory, stack, data, files, descriptors, processor time: whatever a login shell or a container takes away, the hook closes or it works.
    [Fact]
    public async Task No_limit_lets_a_call_pass_that_is_not_on_the_record()
    {
        Assert.SkipUnless(Product.IsNative("sallyport-pre-tool-use"), "the hook is no native build: ./build.sh");
        using var hook = new HookBinary();
        await hook.Run(hook.Plan("Bash"));
        var (stopped, passed) = (0, 0);
        foreach (var (letter, limits) in ((string, int[])[])[("v", [1_000, 20_000, 50_000, 400_000]), ("s", [8, 64, 1024]), ("d", [0, 1_000, 4_000]), ("f", [0, 1, 8, 1_000]), ("n", [0, 3, 4, 5, 6, 7, 16]), ("t", [0, 1])])
            foreach (var limit in limits)
            {
                var id = $"{letter}-{limit}";
                var finished = await hook.Shell($"ulimit -{letter} {limit} && exec \"$HOOK\"", hook.Call("echo one", id));
                var row = hook.Scratch.Record.LastOrDefault(r => (string?)r["toolUseId"] == id && (string?)r["kind"] == "decision");
                if (finished.StopsWithTail()) stopped++;
                else Assert.True((string?)row?["verdict"] == "allow", $"ulimit -{letter} {limit}: it passes and is not on the record");
                if (!finished.StopsWithTail()) passed++;
                Assert.Equal(0, (await hook.Scratch.Run(Product.Binary("sallyport"), ["audit", "verify"])).ExitCode);
            }
        Assert.True(stopped > 5 && passed > 3, $"{stopped} stopped, {passed} passed");
        Assert.False((await hook.Run(hook.Call("echo two", "after"))).Stops());
    }
}
