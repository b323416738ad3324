using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>
/// Somebody with the person's rights puts an older copy of the whole record in its place. It agrees with itself and is signed: only what was kept elsewhere
/// can tell.
/// </summary>
public class RollbackTests
{
    private static async Task<Finished> Cp(Scratch scratch, string from, string to) => await scratch.Run("cp", ["-a", from, to]);

    [Fact]
    public async Task An_older_copy_is_told_by_a_checkpoint_kept_elsewhere_and_by_a_witness()
    {
        using var hook = new HookBinary();
        Task<Finished> Audit(params string[] words) => hook.Scratch.Run(Product.Binary("sallyport"), ["audit", .. words]);
        string Kept(string name) => Path.Combine(hook.Scratch.Home, name);
        var audit = Path.Combine(hook.Scratch.Data, "audit");
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "first")));
        await Cp(hook.Scratch, audit, Kept("older"));
        await hook.Run(hook.Call("echo what is to be forgotten", "c-1"));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "second")));
        await File.WriteAllTextAsync(Kept("kept.note"), (await Audit("checkpoint")).Output, TestContext.Current.CancellationToken);
        var key = await hook.Scratch.Run(Product.Binary("sallyport"), ["policy", "keygen", "witness.example", "--out", Kept("witness.key")]);
        Assert.Equal(0, key.ExitCode);
        Assert.Equal(0, (await Audit("witness", "--key", Kept("witness.key"), "--state", Kept("witness.note"))).ExitCode);

        Directory.Delete(audit, recursive: true);
        await Cp(hook.Scratch, Kept("older"), audit);

        var alone = await Audit("verify");
        Assert.Equal(0, alone.ExitCode);
        Assert.Contains("Without a checkpoint kept elsewhere", alone.Output); // it does not pretend to know
        var held = await Audit("verify", "--from", Kept("kept.note"));
        Assert.Equal(1, held.ExitCode);
        Assert.Contains("truncated", held.Output);
        Assert.Equal(1, (await Audit("consistency", Kept("kept.note"))).ExitCode);
        var witness = await Audit("witness", "--key", Kept("witness.key"), "--state", Kept("witness.note"));
        Assert.Equal(1, witness.ExitCode);
        Assert.Contains("not witnessed", witness.Error);

        // Written on until it is as long as before: another history.
        for (var n = 0; n < 6; n++) await hook.Run(hook.Call($"echo {n}", "new-" + n));
        await hook.Run(hook.Event("Stop", ("last_assistant_message", "third")));
        var on = await Audit("verify", "--from", Kept("kept.note"));
        Assert.Equal(1, on.ExitCode);
        Assert.Contains("forked", on.Output);
        Assert.Equal(1, (await Audit("witness", "--key", Kept("witness.key"), "--state", Kept("witness.note"))).ExitCode);
    }
}
