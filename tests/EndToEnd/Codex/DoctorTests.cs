using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Every fault that is put in on purpose is found, by name, with its mend.</summary>
public class DoctorTests
{
    private static async Task<(int ExitCode, JsonNode Report)> Doctor(CodexLab lab, string codex = "none")
    {
        var finished = await lab.Sallyport("doctor", "--codex", codex, "--json");
        Assert.True(finished.Output.StartsWith('{'), finished.Output + finished.Error);
        return (finished.ExitCode, JsonNode.Parse(finished.Output)!);
    }

    private static IEnumerable<string> Faults(JsonNode report) =>
        report["findings"]!.AsArray().Where(f => (string?)f!["level"] == "fault").Select(f => (string)f!["id"]!);

    [Fact]
    public async Task A_sound_installation_is_sound_and_Codex_agrees()
    {
        using var lab = await RealCodex.Installed();
        var (exit, report) = await Doctor(lab, Product.Codex!);
        Assert.True(exit == 0, report.ToJsonString());
        Assert.True((bool)report["sound"]!);
        foreach (var proved in (string[])["binary", "hooks", "codex.version", "codex.trust", "mcp", "canary.deny", "canary.pass", "canary.missing", "settings", "policy", "data", "record"])
            Assert.Contains(report["findings"]!.AsArray(), f => (string?)f!["id"] == proved && (string?)f["level"] == "good");
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(lab.Scratch.Data, "sessions"), "*.json")); // the canary's session is forgotten
        Assert.True(Directory.Exists(lab.Scratch.Home));
    }

    [Theory]
    [InlineData("rm $D/bin/sallyport-pre-tool-use", "binary.missing")]
    [InlineData("echo >> $D/bin/sallyport-stop", "binary.changed")]
    [InlineData("chmod 777 $D/bin/sallyport-pre-tool-use", "binary.writable")]
    [InlineData("chmod 600 $D/bin/sallyport-pre-tool-use", "binary.not-executable")]
    [InlineData("mv $D/bin/sallyport-mcp $D/other; ln -s ../other $D/bin/sallyport-mcp", "binary.link")]
    [InlineData("chown 12345 $D/bin/sallyport-stop", "binary.owner", true)]
    [InlineData("chmod 777 $D/bin", "folder.writable")]
    [InlineData("rm $C/hooks.json", "hooks.missing")]
    [InlineData("sed -i 's/\"Stop\"/\"Stpo\"/' $C/hooks.json", "hooks.missing")]
    [InlineData("echo '{' > $C/hooks.json", "hooks.unreadable")]
    [InlineData("echo 'a = = 1' >> $C/config.toml", "hooks.unreadable")]
    [InlineData("sed -i 's/^hooks = true/hooks = false/' $C/config.toml", "features.off")]
    [InlineData("sed -i 's/^hooks = true/codex_hooks = false/' $C/config.toml", "features.off")]
    [InlineData("sed -i 's/^trusted_hash = .*/&\\nenabled = false/' $C/config.toml", "trust.missing")]
    [InlineData("sed -i 's/86400/5/' $C/hooks.json", "trust.missing")]
    [InlineData("sed -i 's/^command = .*/command = \"\\/bin\\/cat\"/' $C/config.toml", "mcp.entry")]
    [InlineData("sed -i 's/^command = .*/&\\nenabled = false/' $C/config.toml", "mcp.off")]
    [InlineData("sed -i 's/^command = .*/&\\ndefault_tools_approval_mode = \"approve\"/' $C/config.toml", "mcp.approves-all")]
    [InlineData("cp /bin/false $D/bin/sallyport-mcp", "mcp.silent")]
    [InlineData("mkdir -p .codex; printf '[mcp_servers.sallyport]\\ncommand=\"x\"\\n' > .codex/config.toml", "mcp.impostor")]
    [InlineData("mkdir -p .codex; cp $C/hooks.json .codex/", "hooks.twice")]
    [InlineData("sed -i \"s# || /bin/sh -c 'echo .\\\"Sallyport could not run, so this call is blocked..\\\" >&2; exit 2'##\" $C/hooks.json", "canary.missing")]
    [InlineData("printf '#!/bin/sh\\nexit 0\\n' > $D/bin/sallyport-pre-tool-use", "canary.deny")]
    [InlineData("printf '#!/bin/sh\\nexit 0\\n' > $D/bin/sallyport-post-tool-use", "canary.start")]
    [InlineData("echo '{\"mode\":\"monitor\"}' > $D/settings.json", "canary.deny")]
    [InlineData("echo '{\"mode\":\"monitor\"}' > $D/settings.json", "settings.weaker")]
    [InlineData("echo '{\"mood\":\"enforce\"}' > $D/settings.json", "settings.invalid")]
    [InlineData("echo '{\"rulez\":[]}' > $D/policy.json", "policy.invalid")]
    [InlineData("echo '{\"rules\":[{\"id\":\"no-shell\",\"action\":\"deny\",\"tool\":\"Bash\"}]}' > $D/policy.json", "canary.pass")]
    [InlineData("chmod 755 $D", "data.open")]
    [InlineData("rm -rf $D/audit; echo > $D/audit", "data.not-writable")]
    [InlineData("echo '{}' > $D/sessions/00.json", "session.damaged")]
    [InlineData("sed -i 's/doctor/doktor/' $D/audit/*.jsonl", "record.unsound")]
    [InlineData("touch -d 2039-01-01 $D/audit/*.jsonl", "clock.behind")]
    [InlineData("touch $HOME/.zshenv; chmod 666 $HOME/.zshenv", "shell.writable")]
    [InlineData("echo nonsense > $D/install.json", "install.unreadable")]
    [InlineData("rm $D/install.json", "install.missing")]
    public async Task A_fault_is_found_with_its_mend(string damage, string id, bool asRoot = false)
    {
        Assert.SkipWhen(asRoot && Environment.UserName != "root", "only root can give a file away");
        using var lab = await RealCodex.Installed();
        if (damage.Contains("audit", StringComparison.Ordinal)) Assert.Equal(0, (await Doctor(lab)).ExitCode); // leaves the rows of its canary
        (lab.Scratch.Environment["C"], lab.Scratch.Environment["D"]) = (lab.Scratch.CodexHome, lab.Scratch.Data);
        var damaged = await lab.Scratch.Run("/bin/sh", ["-c", damage]);
        Assert.True(damaged.ExitCode == 0, damaged.Error);
        var (exit, report) = await Doctor(lab);
        Assert.Equal(1, exit);
        Assert.Contains(id, Faults(report));
        Assert.All(report["findings"]!.AsArray().Where(f => (string?)f!["level"] == "fault"), f => Assert.False(string.IsNullOrWhiteSpace((string?)f!["mend"])));
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can mount a small disk");
        using var lab = await RealCodex.Installed();
        // The data directory on a disk of its own, with room for 40 MiB more than it holds.
        var report = await Inside(lab, """
            cp -a "$SALLYPORT_DATA" "$HOME/kept"
            mount -t tmpfs -o "mode=700,size=$(( $(du -sk "$HOME/kept" | cut -f1) + 40960 ))k" small "$SALLYPORT_DATA"
            cp -a "$HOME/kept/." "$SALLYPORT_DATA/"
            """);
        Assert.Contains("disk.low", Faults(report));
        Assert.Contains("40 MiB are free", Words(report, "disk.low"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_found_and_calls_are_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can mount a small disk");
        using var lab = await RealCodex.Installed();
        var report = await Inside(lab, """
            cp -a "$SALLYPORT_DATA" "$HOME/kept"
            mount -t tmpfs -o "mode=700,size=$(( $(du -sk "$HOME/kept" | cut -f1) + 2048 ))k" small "$SALLYPORT_DATA"
            cp -a "$HOME/kept/." "$SALLYPORT_DATA/"
            dd if=/dev/zero of="$SALLYPORT_DATA/filler" bs=1k 2>/dev/null || true
            """);
        foreach (var id in (string[])["disk.low", "data.not-writable", "canary.pass"]) Assert.Contains(id, Faults(report));
        Assert.Contains(report["findings"]!.AsArray(), f => (string?)f!["id"] == "canary.deny" && (string?)f["level"] == "good");
    }

    /// <summary>The doctor's report in a mount namespace of its own, after something was done in there.</summary>
    private static async Task<JsonNode> Inside(CodexLab lab, string prepare)
    {
        lab.Scratch.Environment["SALLYPORT_DATA"] = lab.Scratch.Data;
        var finished = await lab.Scratch.Run("unshare", ["-m", "sh", "-c", $"set -e\n{prepare}\nexec \"$0\" doctor --codex none --json", Product.Binary("sallyport")]);
        Assert.SkipWhen(finished.Error.Contains("unshare", StringComparison.Ordinal) || finished.Error.Contains("mount:", StringComparison.Ordinal), "this machine gives no mount namespaces");
        Assert.True(finished.ExitCode == 1 && finished.Output.StartsWith('{'), finished.Output + finished.Error);
        return JsonNode.Parse(finished.Output)!;
    }

    private static string Words(JsonNode report, string id) => (string)report["findings"]!.AsArray().First(f => (string?)f!["id"] == id)!["what"]!;

    [Fact]
    public async Task A_guard_is_asked_and_one_that_does_not_answer_is_found()
    {
        using var lab = await RealCodex.Installed();
        lab.Scratch.Environment["F5_GUARDRAILS_API_TOKEN"] = "never-a-token";
        using (var service = StandIn.Plain(StandIns.Services.F5Flagging("never-said")))
        {
            lab.Scratch.Environment["F5_GUARDRAILS_BASE_URL"] = service.Url;
            var (fine, sound) = await Doctor(lab);
            Assert.True(fine == 0, sound.ToJsonString());
            Assert.Contains("the guard answers: f5", Words(sound, "guards"), StringComparison.Ordinal);
        }
        var (exit, report) = await Doctor(lab); // nobody listens there any more
        Assert.Equal(1, exit);
        Assert.Contains("guards.silent", Faults(report));
        Assert.Contains("refused", Words(report, "guards.silent"), StringComparison.Ordinal);
        Assert.Contains("sallyport guard doctor f5", report.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("never-a-token", report.ToJsonString(), StringComparison.Ordinal);
        lab.Scratch.Environment["F5_GUARDRAILS_FAIL_MODE"] = "sometimes";
        Assert.Contains("guards.invalid", Faults((await Doctor(lab)).Report));
    }

    [Fact]
    public async Task Codex_says_itself_what_it_does_not_trust()
    {
        using var lab = await RealCodex.Installed();
        await lab.Scratch.Run("/bin/sh", ["-c", "sed -i 's/^trusted_hash = .*/trusted_hash = \"sha256:00\"/' \"$CODEX_HOME/config.toml\""]);
        var (exit, report) = await Doctor(lab, Product.Codex!);
        Assert.Equal(1, exit);
        Assert.Contains("codex.trust", Faults(report));
    }

    [Fact]
    public async Task Without_an_installation_it_says_so_and_how_to_begin()
    {
        using var lab = RealCodex.Bare();
        var finished = await lab.Sallyport("doctor", "--codex", "none");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("not installed", finished.Output, StringComparison.Ordinal);
        Assert.Contains("Run: sallyport install", finished.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\x1b", finished.Output, StringComparison.Ordinal);
    }
}
