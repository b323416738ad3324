using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>
/// requirements.toml in the system place, in real Codex.
/// </summary>
public class ManagedTests
{
    private const string Install = ManagedLab.Install;

    private static Task<(CodexLab Lab, Func<string[], Task<Finished>> Run)> Lab(string prepare, bool root) => ManagedLab.Prepared(prepare, root);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_users_own_hooks_and_variables_change_nothing(bool root)
    {
        var (lab, run) = await Lab(Install, root);
        using var _ = lab;
        // Everything a user may try: a hook of their own, hooks off, monitor mode by variable and by file.
        File.WriteAllText(Path.Combine(lab.Scratch.CodexHome, "hooks.json"), """
            {"hooks":{"PreToolUse":[{"matcher":"*","hooks":[{"type":"command","command":"touch \"$HOME/project/their-hook-ran\""}]}]}}
            """);
        File.AppendAllText(Path.Combine(lab.Scratch.CodexHome, "config.toml"), "\n[features]\nhooks = false\n");
        lab.Scratch.Environment["SALLYPORT_MODE"] = "monitor";
        lab.Scratch.Environment["SALLYPORT_INTENT_REQUIRED"] = "false";
        var codex = await ManagedLab.Exec(lab, run, new Turn().Shell("touch unplanned.txt"), new Turn().Plan("Bash"), new Turn().Shell("touch planned.txt"), new Turn().Shell("rm -rf ~"), new Turn().Say("done"));
        Assert.True(codex.ToolOutputs.Count == 4, codex.Process.Output + codex.Process.Error);
        Assert.Contains("intent plan missing", codex.ToolOutputs[0], StringComparison.Ordinal);
        Assert.False(File.Exists(lab.InWork("unplanned.txt")));
        Assert.True(File.Exists(lab.InWork("planned.txt")), string.Join("\n", codex.ToolOutputs));
        Assert.Contains("blocked by PreToolUse hook", codex.ToolOutputs[3], StringComparison.Ordinal);
        Assert.False(File.Exists(lab.InWork("their-hook-ran")));
    }

    [Fact]
    public async Task A_signed_policy_that_expired_is_found_and_refuses_every_call()
    {
        var (lab, run) = await Lab(Install + """
             >/dev/null
            cd "$HOME" && s=/usr/lib/sallyport/sallyport
            $s policy keygen example.com/policy --out policy.key | tail -1 > key.pub
            echo '{"rules":[]}' > policy.json
            printf '{"policyKeys":["%s"],"policySignatureRequired":true,"locked":true}' "$(cat key.pub)" > /etc/sallyport/settings.json
            $s policy sign policy.json --key policy.key --version 7 --expires "$(date -u -d "$EXPIRES" +%F)" --out /etc/sallyport/policy.bundle.json >/dev/null
            chmod 644 /etc/sallyport/policy.bundle.json
            sed -i 's#^nobody:.*#nobody:x:65534:65534::/:/bin/sh#' /etc/passwd
            """, root: false);
        using var _ = lab;
        async Task<(int, System.Text.Json.Nodes.JsonArray)> Doctor(string expires)
        {
            lab.Scratch.Environment["EXPIRES"] = expires;
            await lab.Scratch.Run("rm", ["-f", Path.Combine(lab.Scratch.Home, "policy.key")]);
            var finished = await run(["/usr/lib/sallyport/sallyport", "doctor", "--codex", "none", "--json"]);
            Assert.True(finished.Output.StartsWith('{'), finished.Output + finished.Error);
            return (finished.ExitCode, System.Text.Json.Nodes.JsonNode.Parse(finished.Output)!["findings"]!.AsArray());
        }

        var (fine, sound) = await Doctor("+90 days");
        Assert.True(fine == 0, sound.ToJsonString());
        Assert.Contains(sound, f => (string?)f!["id"] == "bundle" && ((string)f["what"]!).Contains("version 7", StringComparison.Ordinal));
        Assert.Contains((await Doctor("+9 days")).Item2, f => (string?)f!["id"] == "bundle.expires");
        var (exit, expired) = await Doctor("yesterday");
        Assert.Equal(1, exit);
        Assert.Contains(expired, f => (string?)f!["id"] == "bundle.invalid" && ((string)f["what"]!).Contains("it expired", StringComparison.Ordinal));
        Assert.Contains(expired, f => (string?)f!["id"] == "canary.pass" && (string?)f["level"] == "fault");
        Assert.DoesNotContain(expired, f => (string?)f!["id"] == "policy.invalid");
    }

    [Fact]
    public async Task Codex_takes_the_whole_file_and_sees_every_hook_as_managed()
    {
        var (lab, run) = await Lab(Install, root: true);
        using var _ = lab;
        var checkedBy = await run([Product.Codex!, "app-server", "--print-startup-config"]);
        Assert.True(checkedBy.ExitCode == 0, checkedBy.Error);
        Assert.DoesNotContain("ignored", checkedBy.Error, StringComparison.Ordinal);
        var doctor = await run(["/usr/lib/sallyport/sallyport", "doctor", "--codex", Product.Codex!]);
        Assert.True(doctor.ExitCode == 0, doctor.Output + doctor.Error);
        Assert.Contains("system installation", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_floor_of_rules_holds_where_no_hook_runs()
    {
        // The hooks are taken out of requirements.toml, as if Codex could not start one.
        var (lab, run) = await Lab(Install + " >/dev/null; sed -i '/^\\[\\[hooks/,/^$/d' /etc/codex/requirements.toml", root: true);
        using var _ = lab;
        var codex = await ManagedLab.Exec(lab, run, new Turn().Shell("wipefs --version"), new Turn().Shell("touch free.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("free.txt")), codex.Process.Error + codex.Everything);
        Assert.True(codex.ToolOutputs[0].Contains("Erases a file system.", StringComparison.Ordinal), codex.ToolOutputs[0]);
    }

    [Fact]
    public async Task An_allow_list_switches_other_servers_off_and_keeps_ours()
    {
        var (lab, run) = await Lab(Install + " >/dev/null; /usr/lib/sallyport/sallyport requirements --mcp-allowlist > /etc/codex/requirements.toml", root: true);
        using var _ = lab;
        File.AppendAllText(Path.Combine(lab.Scratch.CodexHome, "config.toml"), "\n[mcp_servers.theirs]\ncommand = \"/usr/lib/sallyport/sallyport-mcp\"\n");
        var listed = await run([Product.Codex!, "mcp", "list", "--json"]);
        Assert.True(listed.ExitCode == 0, listed.Error);
        var servers = System.Text.Json.Nodes.JsonNode.Parse(listed.Output)!.AsArray().ToDictionary(s => (string)s!["name"]!, s => (bool)s!["enabled"]!);
        Assert.True(servers["sallyport"]);
        Assert.False(servers["theirs"]);
    }

    [Fact]
    public async Task Requirements_of_others_stay_and_come_back_to_the_byte()
    {
        const string theirs = "# ours\nallowed_approval_policies = [\"on-request\", \"never\"]\n\n[features]\n# fast\nweb_search = true\n";
        var prepare = $"mkdir -p /etc/codex; cat > /etc/codex/requirements.toml <<'E'\n{theirs}E\n{Install}; {Install}; cp /etc/codex/requirements.toml \"$HOME/after\"; /usr/lib/sallyport/sallyport uninstall --scope system; cp /etc/codex/requirements.toml \"$HOME/back\"; ls /usr/lib/sallyport /etc/sallyport > \"$HOME/left\" 2>&1 || true";
        var (lab, run) = await Lab(prepare, root: true);
        using var _ = lab;
        var finished = await run(["true"]);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        var after = File.ReadAllText(Path.Combine(lab.Scratch.Home, "after"));
        Assert.Contains("allowed_approval_policies", after, StringComparison.Ordinal);
        Assert.Equal(2, after.Split("hooks.PreToolUse.hooks").Length);
        Assert.Equal(theirs, File.ReadAllText(Path.Combine(lab.Scratch.Home, "back")));
        Assert.DoesNotContain("sallyport-pre-tool-use", File.ReadAllText(Path.Combine(lab.Scratch.Home, "left")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_parsed_is_refused_by_file_and_line()
    {
        using var lab = RealCodex.Bare();
        var image = Path.Combine(lab.Scratch.Home, "image");
        Directory.CreateDirectory(Path.Combine(image, "etc/codex"));
        var path = Path.Combine(image, "etc/codex/requirements.toml");
        File.WriteAllText(path, "a = 1\n\na = 2\n");
        var finished = await lab.Sallyport("install", "--scope", "system", "--root", image);
        Assert.Equal(3, finished.ExitCode);
        Assert.Contains(path + ":3: ", finished.Error, StringComparison.Ordinal);
        Assert.Equal("a = 1\n\na = 2\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFiles(image, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_image_is_prepared_below_a_folder_and_emptied_again()
    {
        using var lab = RealCodex.Bare();
        var image = Path.Combine(lab.Scratch.Home, "image");
        var finished = await lab.Sallyport("install", "--scope", "system", "--root", image, "--monitor");
        Assert.True(finished.ExitCode == 0, finished.Error);
        Assert.Contains("\"monitor\"", File.ReadAllText(Path.Combine(image, "etc/sallyport/settings.json")), StringComparison.Ordinal);
        Assert.DoesNotContain(image, File.ReadAllText(Path.Combine(image, "etc/codex/requirements.toml")), StringComparison.Ordinal);
        Assert.Equal(0, (await lab.Sallyport("uninstall", "--scope", "system", "--root", image, "--purge")).ExitCode);
        Assert.Empty(Directory.EnumerateFiles(image, "*", SearchOption.AllDirectories));
    }
}
