using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Real Codex with a hook that has broken: each fault that Codex alone would let the call run after, and it does not.</summary>
public class FaultTests
{
    /// <summary>What stands where a hook binary should; null for nothing at all.</summary>
    public static TheoryData<string, string?> Faults => new()
    {
        { "it is missing", null },
        { "it exits with 1", "#!/bin/sh\nexit 1\n" },
        { "it is killed", "#!/bin/sh\nkill -9 $$\n" },
        { "it crashes", "#!/bin/sh\nkill -SEGV $$\n" },
        { "it prints garbage and fails", "#!/bin/sh\necho '{\"hookSpecificOutput\":{}'; exit 70\n" },
        { "it is no program", "\0\0\0\0garbage" },
        { "its interpreter is missing", "#!/no/such/interpreter\n" },
        { "it exits with 2 and says nothing", "#!/bin/sh\nexit 2\n" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_call_does_not_run_where_its_hook_is_broken(string fault, string? program)
    {
        using var lab = await RealCodex.Installed();
        Break(lab, "sallyport-pre-tool-use", program);
        var run = await lab.Exec("go", new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")), fault);
        Assert.Contains("Sallyport could not run, so this call is blocked.", run.ToolOutputs[^1]);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_result_is_withheld_where_its_hook_is_broken(string fault, string? program)
    {
        using var lab = await RealCodex.Installed();
        Break(lab, "sallyport-post-tool-use", program);
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("echo one; echo SECRET-$((40+2))"), new Turn().Say("done"));
        Assert.True(run.ToolOutputs.Count >= 2, fault);
        Assert.DoesNotContain("SECRET-42", run.Everything);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_prompt_is_not_sent_where_its_hook_is_broken(string fault, string? program)
    {
        using var lab = await RealCodex.Installed();
        Break(lab, "sallyport-user-prompt-submit", program);
        var run = await lab.Exec("do the unchecked thing", new Turn().Say("done"));
        Assert.False(run.Everything.Contains("unchecked thing", StringComparison.Ordinal), fault);
    }

    [Theory]
    [InlineData("sallyport-session-start")]
    [InlineData("sallyport-stop")]
    public async Task A_turn_goes_on_and_ends_where_a_hook_that_cannot_refuse_is_broken(string binary)
    {
        using var lab = await RealCodex.Installed();
        Break(lab, binary, null);
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.Equal(0, run.Process.ExitCode);
        Assert.True(File.Exists(lab.InWork("proof.txt")), string.Join("\n", run.ToolOutputs));
        Assert.InRange(run.Requests.Count, 3, 4);
    }

    [Fact]
    public async Task A_call_does_not_run_while_its_hook_hangs()
    {
        using var lab = await RealCodex.Installed();
        Break(lab, "sallyport-pre-tool-use", "#!/bin/sh\nexec sleep 600\n");
        lab.Play(new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        await Assert.ThrowsAsync<TimeoutException>(() => lab.Scratch.Run(
            Product.Codex!, ["exec", "--skip-git-repo-check", "-m", CodexLab.Direct, "go"], input: "", limit: TimeSpan.FromSeconds(8)));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
    }

    [Fact]
    public async Task A_server_that_does_not_start_leaves_nothing_to_run()
    {
        using var lab = await RealCodex.Installed();
        Break(lab, "sallyport-mcp", null);
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
    }

    // Codex cannot start any hook in a directory that is gone, and then lets every call run: so the deleting is what is stopped.
    [Theory]
    [InlineData("rm -rf \"$PWD\"")]
    [InlineData("cd .. && rm -r project")]
    [InlineData("mv ../project ../elsewhere")]
    [InlineData("find . -delete")]
    [InlineData("rmdir ../project")]
    public async Task The_directory_that_hooks_are_started_in_cannot_be_taken_away(string command)
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell(command), new Turn().Shell("rm -rf ~"), new Turn().Say("done"));
        Assert.True(Directory.Exists(lab.Scratch.Work), command);
        Assert.True(Directory.Exists(lab.Scratch.CodexHome));
    }

    [Fact]
    public async Task A_full_disk_lets_nothing_run()
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Say("done"));
        // A process that may not write a byte to any file: what a disk without room looks like to it.
        Wrap(lab, "sallyport-pre-tool-use", "ulimit -f 0");
        await lab.Exec("more", CodexLab.Direct, ["resume", "--last"], new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
    }

    [Fact]
    public async Task State_that_cannot_be_read_lets_nothing_run()
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Say("done"));
        foreach (var session in Directory.GetFiles(Path.Combine(lab.Scratch.Data, "sessions"), "*.json"))
        {
            File.Delete(session);
            Directory.CreateDirectory(session);
        }
        await lab.Exec("more", CodexLab.Direct, ["resume", "--last"], new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
    }

    private static string Installed(CodexLab lab, string binary) => Path.Combine(lab.Scratch.Data, "bin", binary);

    private static void Break(CodexLab lab, string binary, string? program)
    {
        File.Delete(Installed(lab, binary));
        if (program is null) return;
        File.WriteAllText(Installed(lab, binary), program);
        File.SetUnixFileMode(Installed(lab, binary), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Wrap(CodexLab lab, string binary, string before)
    {
        var real = Installed(lab, binary) + ".real";
        File.Move(Installed(lab, binary), real);
        Break(lab, binary, $"#!/bin/sh\n{before}\nexec '{real}'\n");
    }
}
