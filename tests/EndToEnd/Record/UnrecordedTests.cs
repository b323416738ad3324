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
    [InlineData("ulimit -n 5", "deny", "too many files")]
    [InlineData("ulimit -n 5", "warn", "too many files")]
    public async Task A_row_that_cannot_be_written_stops_the_call_or_is_told(string ground, string failure, string why)
    {
        using var hook = new HookBinary();
        var probe = await hook.Scratch.Run("unshare", ["-m", "sh", "-c", "d=$(mktemp -d) && mount -t tmpfs x \"$d\" && umount \"$d\" && rmdir \"$d\""]);
        Assert.SkipWhen(probe.ExitCode != 0, "this machine does not let a test mount a file system of its own");
        Assert.SkipWhen(ground.StartsWith("ulimit", StringComparison.Ordinal) && !Product.IsNative("sallyport-pre-tool-use"), "the hook is no native build, and the runtime opens more files: ./build.sh");
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
}
