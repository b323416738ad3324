using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Each scope in real Codex: hooks fire, a deny denies, and after an uninstall nothing fires.</summary>
public class ScopeTests
{
    private const string Deadly = "rm -rf ~";

    private static async Task Guards(CodexLab lab, params string[] arguments)
    {
        var run = await lab.Exec("go", CodexLab.Direct, arguments, new Turn().Plan("Bash"), new Turn().Shell("echo planned > planned.txt"), new Turn().Shell(Deadly), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("planned.txt")), run.Process.Error + run.Everything);
        Assert.Contains("blocked by PreToolUse hook", run.ToolOutputs[^1], StringComparison.Ordinal);
        Assert.True(Directory.Exists(lab.Scratch.Home));
        Assert.Contains(lab.Scratch.Record, row => (string?)row["kind"] == "decision" && (string?)row["verdict"] == "deny");
    }

    private static async Task NothingFires(CodexLab lab)
    {
        var rows = lab.Scratch.Record.Count;
        var run = await lab.Exec("go", new Turn().Shell("touch free.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("free.txt")), run.Process.Error);
        Assert.DoesNotContain("hook:", run.Process.Error, StringComparison.Ordinal);
        Assert.Equal(rows, lab.Scratch.Record.Count);
    }

    [Fact]
    public async Task One_repository_is_guarded_and_the_others_are_not()
    {
        using var lab = RealCodex.Bare();
        await Repository(lab, lab.Scratch.Work);
        var before = File.ReadAllText(Config(lab));
        var installed = await lab.Sallyport("install", "--scope", "repo", "--trust-project", "--codex", Product.Codex!);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        Assert.DoesNotContain(lab.Scratch.Home, File.ReadAllText(lab.InWork(".codex/hooks.json")), StringComparison.Ordinal); // it can be committed
        await Guards(lab);

        var other = await Repository(lab, Path.Combine(lab.Scratch.Home, "other"));
        var free = await lab.Exec("go", CodexLab.Direct, ["-C", other], new Turn().Shell("touch free.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(Path.Combine(other, "free.txt")), free.Process.Error);

        Assert.Equal(0, (await lab.Sallyport("uninstall", "--scope", "repo")).ExitCode);
        Assert.False(Directory.Exists(lab.InWork(".codex")));
        Assert.Equal(before, File.ReadAllText(Config(lab)));
        await NothingFires(lab);
    }

    [Fact]
    public async Task A_repository_that_Codex_does_not_trust_is_named()
    {
        using var lab = RealCodex.Bare();
        await Repository(lab, lab.Scratch.Work);
        var installed = await lab.Sallyport("install", "--scope", "repo", "--codex", "none");
        Assert.Equal(1, installed.ExitCode);
        Assert.Contains("--trust-project", installed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_repositories_share_binaries_until_the_last_one_goes()
    {
        using var lab = RealCodex.Bare();
        await Repository(lab, lab.Scratch.Work);
        var before = File.ReadAllText(Config(lab));
        var other = await Repository(lab, Path.Combine(lab.Scratch.Home, "other"));
        Assert.Equal(0, (await lab.Sallyport("install", "--scope", "repo", "--trust-project", "--codex", "none")).ExitCode);
        Assert.Equal(0, (await lab.Sallyport("install", "--repo", other, "--trust-project", "--codex", "none")).ExitCode);
        Assert.Equal(3, (await lab.Sallyport("install", "--codex", "none")).ExitCode); // hooks would run twice
        Assert.Equal(0, (await lab.Sallyport("uninstall", "--scope", "repo")).ExitCode);
        Assert.True(File.Exists(Path.Combine(lab.Scratch.Data, "bin", "sallyport-pre-tool-use")));
        Assert.Contains("[mcp_servers.sallyport]", File.ReadAllText(Config(lab)), StringComparison.Ordinal);
        Assert.Equal(0, (await lab.Sallyport("uninstall", "--repo", other)).ExitCode);
        Assert.False(Directory.Exists(Path.Combine(lab.Scratch.Data, "bin")));
        var after = File.ReadAllText(Config(lab));
        Assert.DoesNotContain("sallyport", after, StringComparison.Ordinal);
        Assert.StartsWith(before.TrimEnd(), after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_from_the_local_folder_is_seen_trusted_and_fires()
    {
        using var lab = RealCodex.Bare();
        var installed = await lab.Sallyport("install", "--scope", "plugin", "--codex", Product.Codex!);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        Assert.Contains("Codex sees every hook and trusts it.", installed.Output, StringComparison.Ordinal);
        var listed = await lab.Scratch.Run(Product.Codex!, ["plugin", "list"]);
        Assert.Contains("sallyport", listed.Output, StringComparison.Ordinal);
        await Guards(lab);
        await using (var server = await AppServer.Start(lab))
        {
            var skills = (await server.Ask("skills/list", new { cwds = new[] { lab.Scratch.Work } })).ToJsonString();
            foreach (var skill in (string[])["pre-execute-check", "post-execute-audit", "pii-scan", "audit-search", "policy-list", "governance-status", "explain-decision", "plan"])
                Assert.Contains(skill + "\"", skills, StringComparison.Ordinal);
        }
        var doctor = await lab.Sallyport("doctor", "--codex", Product.Codex!);
        Assert.True(doctor.ExitCode == 0, doctor.Output);
        Assert.Equal(0, (await lab.Sallyport("uninstall", "--scope", "plugin", "--codex", Product.Codex!)).ExitCode);
        Assert.DoesNotContain("sallyport", File.ReadAllText(Config(lab)), StringComparison.Ordinal);
        await NothingFires(lab);
    }

    [Fact]
    public async Task Another_data_directory_is_found_without_its_variable()
    {
        using var lab = RealCodex.Bare();
        var elsewhere = Path.Combine(lab.Scratch.Home, "elsewhere");
        lab.Scratch.Environment["SALLYPORT_DATA_DIR"] = elsewhere;
        Assert.Equal(0, (await lab.Sallyport("install", "--codex", "none")).ExitCode);
        lab.Scratch.Environment.Remove("SALLYPORT_DATA_DIR"); // a Codex that was started from the desktop
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("echo x > planned.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("planned.txt")), run.Everything);
        Assert.True(Directory.EnumerateFiles(Path.Combine(elsewhere, "audit"), "*.jsonl").Any());
        Assert.False(Directory.Exists(lab.Scratch.Data));
    }

    [Fact]
    public async Task Declaring_a_plan_needs_no_question_where_approvals_are_asked()
    {
        using var lab = await RealCodex.Installed();
        Assert.DoesNotContain("default_tools_approval_mode", File.ReadAllText(Config(lab)), StringComparison.Ordinal);
        lab.Play(new Turn().Plan("Bash"), new Turn().Shell("echo x > planned.txt"), new Turn().Say("done"));
        await using var server = await AppServer.Start(lab);
        await server.Turn(lab, "go");
        Assert.Empty(server.Approvals);
        Assert.True(File.Exists(lab.InWork("planned.txt")), lab.Sofar.Everything);
    }

    private static async Task<string> Repository(CodexLab lab, string folder)
    {
        Directory.CreateDirectory(folder);
        Assert.Equal(0, (await lab.Scratch.Run("git", ["init", "-q", folder])).ExitCode);
        return folder;
    }

    private static string Config(CodexLab lab) => Path.Combine(lab.Scratch.CodexHome, "config.toml");
}
