using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Two sessions of real Codex at once in one directory and with one data directory: neither works by the other's plan.</summary>
public class SessionsAtOnceTests
{
    [Fact]
    public async Task Each_session_is_held_to_its_own_plan()
    {
        using var lab = await RealCodex.Installed();
        // Each waits until the other has registered, so that both plans are there before either is used.
        static Turn Meet(string mine, string other) => new Turn().Shell($"touch {mine}.here; for i in $(seq 200); do [ -e {other}.here ] && break; sleep 0.05; done");
        static Turn Patch(string file) => new Turn().Custom("apply_patch", $"*** Begin Patch\n*** Add File: {file}\n+text\n*** End Patch\n");
        lab.PlayFor("FIRST", new Turn().Plan("Bash"), Meet("first", "second"), Patch("first.txt"), new Turn().Say("done"));
        lab.PlayFor("SECOND", new Turn().Plan("Bash", "apply_patch"), Meet("second", "first"), Patch("second.txt"), new Turn().Say("done"));

        string[] arguments = ["exec", "--skip-git-repo-check", "-m", CodexLab.Direct];
        await Task.WhenAll(
            lab.Scratch.Run(Product.Codex!, [.. arguments, "FIRST"], input: ""),
            lab.Scratch.Run(Product.Codex!, [.. arguments, "SECOND"], input: ""));

        Assert.True(File.Exists(lab.InWork("first.here")) && File.Exists(lab.InWork("second.here")));
        Assert.False(File.Exists(lab.InWork("first.txt")));
        Assert.True(File.Exists(lab.InWork("second.txt")));
        Assert.Equal(2, lab.Scratch.Record.Where(r => (string?)r["kind"] == "plan").Select(r => (string?)r["session"]).Distinct().Count());
        var verified = await lab.Sallyport("audit", "verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
    }
}
