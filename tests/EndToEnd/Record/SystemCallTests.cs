using Sallyport.Audit;
using Sallyport.State;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>
/// The hook itself, with the kernel failing its Nth call on files, for every such call and every N (strace). Whatever it answers: a call
/// that passes is on the record, and the record verifies.
/// </summary>
public class SystemCallTests
{
    private const string Hook = "sallyport-pre-tool-use";
    private const int MostCalls = 500;

    private static readonly string[] s_calls = ["openat", "flock", "read", "pread64", "pwrite64", "write", "lseek", "fsync", "ftruncate", "rename", "newfstatat", "lstat"];
    private static readonly string? s_strace = ((string[])["/usr/bin/strace", "/bin/strace"]).FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("ENOSPC")]
    [InlineData("EMFILE")]
    [InlineData("EROFS")]
    [InlineData("EIO")]
    public async Task Whichever_call_the_kernel_fails_what_passes_is_on_the_record(string error)
    {
        Assert.SkipWhen(s_strace is null, "strace is missing: apt-get install strace");
        Assert.SkipUnless(Product.IsNative(Hook), "the hook is no native build: ./build.sh");
        using var hook = new HookBinary();
        hook.Scratch.Environment["SALLYPORT_AUDIT_FSYNC"] = "always";
        hook.Scratch.Environment["SALLYPORT_AUDIT_CHECKPOINT_EVERY"] = "7";
        await hook.Run(hook.Plan("Bash"));
        var (injected, refused) = (0, 0);
        foreach (var call in s_calls)
            for (var n = 1; ; n++)
            {
                Assert.True(n < MostCalls, $"there is no end to its calls of {call}");
                var id = $"{call}-{n}";
                var finished = await hook.Scratch.Run(s_strace!, ["-f", "-qq", "-e", "trace=" + call, "-e", $"inject={call}:error={error}:when={n}", Product.Binary(Hook)], hook.Call("echo one", id).ToJsonString());
                Assert.SkipWhen(finished.Error.Contains("ptrace(", StringComparison.OrdinalIgnoreCase), "this machine does not let strace work");
                Holds(hook, id, finished, ref refused);
                if (!finished.Error.Contains("(INJECTED)", StringComparison.Ordinal)) break;
                injected++;
            }
        Assert.True(injected > 20 && refused > 5 && refused < injected, $"{injected} calls failed, {refused} refusals");
        Assert.False((await hook.Run(hook.Call("echo two", "after"))).Stops());
    }

    private static void Holds(HookBinary hook, string id, Finished finished, ref int refused)
    {
        var row = hook.Scratch.Record.LastOrDefault(r => (string?)r["toolUseId"] == id && (string?)r["kind"] == "decision");
        if (finished.StopsWithTail()) refused++;
        else Assert.True((string?)row?["verdict"] == "allow", $"{id}: it passes and is not on the record");
        var report = new AuditVerifier(new AuditFiles(DataDirectory.At(hook.Scratch.Data))).Verify();
        Assert.True(report.Sound, $"{id}: {report.Message}");
    }
}
