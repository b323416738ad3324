using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Installing into, and taking out of, a Codex home that is somebody's: real Codex says what it makes of the files.</summary>
public class InstallTests
{
    private const string Theirs =
        """
        {
          "description": "mine",
          "hooks": {
            "PreToolUse": [
              { "matcher": "Bash", "hooks": [ { "type": "command", "command": "/bin/true mine" } ] }
            ]
          }
        }
        """;

    private static string Hooks(CodexLab lab) => Path.Combine(lab.Scratch.CodexHome, "hooks.json");

    private static string Config(CodexLab lab) => Path.Combine(lab.Scratch.CodexHome, "config.toml");

    private static async Task<Finished> Install(CodexLab lab, params string[] more)
    {
        var finished = await lab.Sallyport(["install", "--codex", Product.Codex!, .. more]);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        return finished;
    }

    /// <summary>Each hook that Codex sees, with whether it trusts it.</summary>
    private static async Task<Dictionary<string, string>> Seen(CodexLab lab)
    {
        await using var server = await AppServer.Start(lab);
        var answer = await server.Ask("hooks/list", new { cwds = new[] { lab.Scratch.Work } });
        return answer["data"]![0]!["hooks"]!.AsArray().ToDictionary(h => (string)h!["key"]!, h => (string)h!["trustStatus"]! + ((bool)h["enabled"]! ? "" : " off"));
    }

    private static async Task AllAreTrusted(CodexLab lab)
    {
        var seen = await Seen(lab);
        Assert.Equal(11, seen.Count);
        Assert.All(seen.Values, status => Assert.Equal("trusted", status));
    }

    [Fact]
    public async Task Codex_trusts_the_hooks_by_the_hash_that_was_computed()
    {
        using var lab = RealCodex.Bare();
        await Install(lab, "--codex", "none");
        await AllAreTrusted(lab);
    }

    [Fact]
    public async Task Codex_itself_is_asked_and_changes_nothing_that_was_right()
    {
        using var lab = RealCodex.Bare();
        await Install(lab, "--codex", "none");
        var computed = File.ReadAllText(Config(lab));
        Assert.Contains("Codex sees every hook and trusts it.", (await Install(lab)).Output);
        Assert.Equal(computed, File.ReadAllText(Config(lab)));
        var status = await lab.Sallyport("status");
        Assert.True(status.ExitCode == 0, status.Output + status.Error);
    }

    [Fact]
    public async Task A_home_behind_links_is_trusted_by_the_path_that_Codex_uses()
    {
        using var lab = RealCodex.Bare();
        var real = Path.Combine(lab.Scratch.Home, "real");
        Directory.Move(lab.Scratch.CodexHome, real);
        File.CreateSymbolicLink(Path.Combine(lab.Scratch.Home, "step"), "real");
        File.CreateSymbolicLink(lab.Scratch.CodexHome, "step");
        await Install(lab, "--codex", "none");
        await AllAreTrusted(lab);
    }

    [Fact]
    public async Task Without_the_variable_the_usual_home_is_trusted()
    {
        using var lab = RealCodex.Bare();
        lab.Scratch.Environment.Remove("CODEX_HOME");
        await Install(lab, "--codex", "none");
        await AllAreTrusted(lab);
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        using var lab = RealCodex.Bare();
        File.WriteAllText(Hooks(lab), Theirs);
        await Install(lab);
        var before = Snapshot(lab);
        await Install(lab);
        Assert.Equal(before, Snapshot(lab));
    }

    [Fact]
    public async Task What_was_there_before_comes_back_to_the_byte()
    {
        using var lab = RealCodex.Bare();
        File.WriteAllText(Hooks(lab), Theirs);
        File.AppendAllText(Config(lab), "# kept\n[features]\nhooks = false # mine\nweb_search = true");
        var (hooks, config) = (File.ReadAllBytes(Hooks(lab)), File.ReadAllBytes(Config(lab)));
        await Install(lab);
        await Install(lab);
        Assert.Equal(0, (await lab.Sallyport("uninstall")).ExitCode);
        Assert.Equal(hooks, File.ReadAllBytes(Hooks(lab)));
        Assert.Equal(config, File.ReadAllBytes(Config(lab)));
    }

    [Fact]
    public async Task What_others_wrote_meanwhile_stays_and_ours_goes()
    {
        using var lab = RealCodex.Bare("# top comment");
        var config = File.ReadAllText(Config(lab));
        await Install(lab);
        File.AppendAllText(Config(lab), "\n[projects.\"/elsewhere\"]\ntrust_level = \"trusted\"\n");
        File.WriteAllText(Hooks(lab), File.ReadAllText(Hooks(lab)).Replace("\"Stop\": [", "\"PreCompact\": [{\"hooks\":[{\"type\":\"command\",\"command\":\"/bin/true theirs\"}]}],\n    \"Stop\": ["));
        await Install(lab); // a second installation must not take our own entries for theirs
        Assert.Equal(0, (await lab.Sallyport("uninstall")).ExitCode);
        var (hooksAfter, configAfter) = (File.ReadAllText(Hooks(lab)), File.ReadAllText(Config(lab)));
        Assert.DoesNotContain("sallyport", hooksAfter + configAfter);
        Assert.DoesNotContain("trusted_hash", configAfter);
        Assert.StartsWith(config.TrimEnd(), configAfter);
        Assert.Contains("[projects.\"/elsewhere\"]", configAfter);
        Assert.Contains("/bin/true theirs", hooksAfter);
    }

    [Fact]
    public async Task Somebody_elses_hook_behind_ours_is_trusted_still_when_ours_is_gone()
    {
        using var lab = RealCodex.Bare();
        await Install(lab);
        const string end = "\n    ],\n    \"PermissionRequest\"";
        File.WriteAllText(Hooks(lab), File.ReadAllText(Hooks(lab)).Replace(end, ", {\"hooks\":[{\"type\":\"command\",\"command\":\"/bin/true late\"}]}" + end));
        var late = (await Seen(lab)).Single(s => s.Key.EndsWith("pre_tool_use:1:0", StringComparison.Ordinal));
        Assert.Equal("untrusted", late.Value);
        await using (var server = await AppServer.Start(lab))
        {
            var hooks = (await server.Ask("hooks/list", new { cwds = new[] { lab.Scratch.Work } }))["data"]![0]!["hooks"]!.AsArray();
            var hash = (string)hooks.Single(h => (string)h!["key"]! == late.Key)!["currentHash"]!;
            var value = new Dictionary<string, object> { [late.Key] = new { trusted_hash = hash } };
            await server.Ask("config/batchWrite", new { edits = new[] { new { keyPath = "hooks.state", mergeStrategy = "upsert", value } }, reloadUserConfig = true });
        }
        Assert.Equal(0, (await lab.Sallyport("uninstall")).ExitCode);
        var left = Assert.Single(await Seen(lab));
        Assert.EndsWith("pre_tool_use:0:0", left.Key);
        Assert.Equal("trusted", left.Value);
    }

    [Fact]
    public async Task After_an_uninstall_nothing_fires()
    {
        using var lab = await RealCodex.Installed();
        Assert.Equal(0, (await lab.Sallyport("uninstall", "--purge")).ExitCode);
        Assert.False(Directory.Exists(lab.Scratch.Data));
        var run = await lab.Exec("go", new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("proof.txt")), run.Process.Error);
        Assert.DoesNotContain("hook:", run.Process.Error);
    }

    [Theory]
    [InlineData("config.toml", "a = 1\na = 2\n", ":2: ")]
    [InlineData("config.toml", "features = 3\n", ":1: ")]
    [InlineData("hooks.json", "{\n  \"hooks\": {},\n  // note\n}", ":3: ")]
    public async Task What_cannot_be_parsed_is_refused_by_file_and_line_and_nothing_changes(string file, string content, string line)
    {
        using var lab = RealCodex.Bare();
        var path = Path.Combine(lab.Scratch.CodexHome, file);
        File.WriteAllText(path, content);
        var before = Snapshot(lab);
        var finished = await lab.Sallyport("install", "--codex", "none");
        Assert.Equal(3, finished.ExitCode);
        Assert.Contains(path + line, finished.Error);
        Assert.Equal(before, Snapshot(lab));
    }

    [Fact]
    public async Task A_dry_run_shows_the_lines_and_changes_nothing()
    {
        using var lab = RealCodex.Bare();
        var before = Snapshot(lab);
        var finished = await lab.Sallyport("install", "--dry-run");
        Assert.Contains("+ [mcp_servers.sallyport]", finished.Output);
        Assert.Contains("sallyport-pre-tool-use || /bin/sh -c", finished.Output);
        Assert.Equal(before, Snapshot(lab));
    }

    [Theory]
    [InlineData("sed -i 's/^hooks = true/hooks = false/' \"$CODEX_HOME/config.toml\"", "switches hooks off")]
    [InlineData("sed -i 's/^hooks = true/codex_hooks = false/' \"$CODEX_HOME/config.toml\"", "codex_hooks = false")]
    [InlineData("sed -i 's/^trusted_hash = .*/&\\nenabled = false/' \"$CODEX_HOME/config.toml\"", "not trusted")]
    [InlineData("sed -i 's/86400/5/' \"$CODEX_HOME/hooks.json\"", "not trusted")]
    [InlineData("rm \"$CODEX_HOME/hooks.json\"", "not registered")]
    [InlineData("echo >> \"$CODEX_HOME/sallyport/bin/sallyport-stop\"", "not what was installed")]
    [InlineData("rm \"$CODEX_HOME/sallyport/bin/sallyport-pre-tool-use\"", "is missing")]
    [InlineData("chmod 777 \"$CODEX_HOME/sallyport/bin/sallyport-pre-tool-use\"", "written by others")]
    [InlineData("chmod 755 \"$CODEX_HOME/sallyport\"", "open to other users")]
    [InlineData("sed -i 's/^command = .*/command = \"\\/bin\\/cat\"/' \"$CODEX_HOME/config.toml\"", "MCP server")]
    [InlineData("echo '{\"mode\":\"monitor\"}' > \"$CODEX_HOME/sallyport/settings.json\"", "mode=monitor")]
    public async Task Status_names_what_reduces_protection_and_installing_again_mends_it(string damage, string named)
    {
        using var lab = await RealCodex.Installed();
        Assert.Equal(0, (await lab.Sallyport("status")).ExitCode);
        await lab.Scratch.Run("/bin/sh", ["-c", damage]);
        var status = await lab.Sallyport("status");
        Assert.Equal(1, status.ExitCode);
        Assert.Contains(named, status.Output);
        if (named is "mode=monitor" or "open to other users") return; // the person's own to change
        await Install(lab);
        Assert.Equal(0, (await lab.Sallyport("status")).ExitCode);
    }

    [Fact]
    public async Task From_monitor_to_enforce_and_what_is_said_is_so()
    {
        using var lab = RealCodex.Bare();
        var settings = Path.Combine(lab.Scratch.Data, "settings.json");
        Assert.Contains("It watches and stops nothing", (await Install(lab, "--codex", "none", "--monitor")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await lab.Sallyport("status")).ExitCode);
        // To install again, for a repair, is no decision about the mode.
        Assert.Contains("--enforce", (await Install(lab, "--codex", "none")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await lab.Sallyport("status")).ExitCode);
        Assert.Contains("- {", (await Install(lab, "--codex", "none", "--enforce", "--dry-run")).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(settings));
        Assert.Contains("It enforces", (await Install(lab, "--codex", "none", "--enforce")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(settings));
        Assert.Equal(0, (await lab.Sallyport("status")).ExitCode);
        lab.Scratch.Environment["SALLYPORT_MODE"] = "monitor";
        Assert.Contains("SALLYPORT_MODE", (await Install(lab, "--codex", "none", "--enforce")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await lab.Sallyport("install", "--monitor", "--enforce")).ExitCode);
    }

    [Fact]
    public async Task A_purge_takes_all_that_is_ours_and_leaves_what_is_not()
    {
        using var lab = RealCodex.Bare();
        var shared = Path.Combine(lab.Scratch.Home, "shared");
        Directory.CreateDirectory(Path.Combine(shared, "photos"));
        foreach (var theirs in (string[])["precious.txt", "photos/1", "policy.json.mine", "pauses"]) File.WriteAllText(Path.Combine(shared, theirs), "x");
        lab.Scratch.Environment["SALLYPORT_DATA_DIR"] = shared;
        await Install(lab, "--codex", "none");
        var bin = Path.Combine(shared, "bin");
        foreach (var words in (string[][])[["policy", "new", "deny apply_patch"], ["policy", "template", "balanced"], ["policy", "profile", "save", "mine"], ["pause", "10m"], ["audit", "checkpoint"]])
        {
            var done = await lab.Scratch.Run(Path.Combine(bin, "sallyport"), words);
            Assert.True(done.ExitCode == 0, string.Join(' ', words) + done.Output + done.Error);
        }
        Directory.CreateDirectory(Path.Combine(shared, "guards", "cache"));
        foreach (var ours in (string[])["policy.bundle.json", "policy.json.damaged", "settings.json.tmp-1-1", "trusted-repositories.json"]) File.WriteAllText(Path.Combine(shared, ours), "x");

        var gone = await lab.Sallyport("uninstall", "--purge");
        Assert.True(gone.ExitCode == 0, gone.Error);
        Assert.Contains("holds other things", gone.Error, StringComparison.Ordinal);
        Assert.Equal(["pauses", "photos", "policy.json.mine", "precious.txt"], Directory.EnumerateFileSystemEntries(shared).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    private static string Snapshot(CodexLab lab) => string.Join("\n", Directory.EnumerateFiles(lab.Scratch.CodexHome, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) is "hooks.json" or "config.toml" or "install.json" || f.Contains("/sallyport/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(f => f + " " + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))));
}
