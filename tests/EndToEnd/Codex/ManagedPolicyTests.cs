using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>The administrator's policy, signatures and guards on a machine of their own, in real Codex, against a user who tries everything.</summary>
public class ManagedPolicyTests
{
    private const string Quiet = ManagedLab.Install + " >/dev/null; ";

    private static string Write(string path, string json) => $"cat > {path} <<'JSON'\n{json}\nJSON\nchmod 644 {path}\n";

    [Fact]
    public async Task The_administrators_rules_hold_whatever_the_user_writes()
    {
        var (lab, run) = await ManagedLab.Prepared(Quiet
            + Write("/etc/sallyport/policy.json", """{"rules":[{"id":"keep-out","action":"deny","tool":"Bash","command":"touch forbidden *"}],"builtIn":{"git.force-push":"deny"},"locked":true}""")
            + Write("/etc/sallyport/settings.json", """{"policyUpdateEnabled":false,"pauseEnabled":false,"locked":true}"""), root: false);
        using var _ = lab;
        Directory.CreateDirectory(lab.Scratch.Data);
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "policy.json"), """{"default":"allow","rules":[{"id":"mine","action":"deny","tool":"Bash","command":"touch mine"},{"id":"all","action":"allow","tool":"*"}]}""");
        await lab.Scratch.Run("chown", ["-R", "65534:65534", lab.Scratch.Home]);
        lab.Scratch.Environment["SALLYPORT_POLICY_UPDATE_ENABLED"] = "true";
        lab.Scratch.Environment["SALLYPORT_PAUSE_ENABLED"] = "true";
        var codex = await ManagedLab.Exec(lab, run, new Turn().Plan("Bash"), new Turn().Shell("touch forbidden x"), new Turn().Shell("touch mine"), new Turn().Shell("touch free"), new Turn().Say("done"));
        var outputs = string.Join("\n", codex.ToolOutputs);
        Assert.Contains("Sallyport policy deny: keep-out", outputs, StringComparison.Ordinal);
        Assert.Contains("Sallyport policy deny: mine", outputs, StringComparison.Ordinal);
        Assert.False(File.Exists(lab.InWork("forbidden")) || File.Exists(lab.InWork("mine")), outputs);
        Assert.True(File.Exists(lab.InWork("free")), outputs);
        Assert.Contains(lab.Scratch.Record, r => r.ToJsonString().Contains("managed:keep-out", StringComparison.Ordinal));

        var sallyport = "/usr/lib/sallyport/sallyport";
        var listed = await run([sallyport, "policy", "list"]);
        Assert.Matches("(?s)managed.*keep-out.*user.*mine", listed.Output);
        foreach (var words in (string[][])[["policy", "new", "allow Bash"], ["policy", "reset"], ["pause", "10m"]])
        {
            var refused = await run([sallyport, .. words]);
            Assert.True(refused.ExitCode != 0, string.Join(' ', words) + refused.Output);
            Assert.Contains("administrator", refused.Output + refused.Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_signed_policy_is_applied_compiled_and_the_only_one_that_counts()
    {
        var rules = string.Join(',', Enumerable.Range(0, 700).Select(i => $$"""{"id":"r{{i}}","action":"deny","tool":"Bash","command":"touch forbidden{{i}}","reason":"so that the bundle is worth compiling"}"""));
        var (lab, run) = await ManagedLab.Prepared(Quiet + """
            S=/usr/lib/sallyport/sallyport; K="$HOME/keys"; mkdir -p "$K"
            [ -f "$K/other.key" ] || $S policy keygen example.com/policy --out "$K/other.key" >/dev/null
            """ + "\n" + Write("\"$K/policy.json\"", $$"""{"rules":[{{rules}}]}""") + """
            $S policy sign "$K/policy.json" --key "$K/policy.key" --version 7 --expires never --out "$K/seven.json" >/dev/null
            $S policy sign "$K/policy.json" --key "$K/policy.key" --version 6 --expires never --out "$K/six.json" >/dev/null
            $S policy sign "$K/policy.json" --key "$K/policy.key" --version 8 --expires 2020-01-01 --out "$K/late.json" >/dev/null
            $S policy sign "$K/policy.json" --key "$K/other.key" --version 9 --expires never --out "$K/foreign.json" >/dev/null
            sed 's/"signature":"[^"]*",//' "$K/seven.json" > "$K/stripped.json"
            sed 's/"deny"/"allow"/' "$K/seven.json" > "$K/changed.json"
            echo "{\"policyKeys\":[\"$(cat "$K/public")\"],\"policySignatureRequired\":true,\"locked\":true}" > /etc/sallyport/settings.json; chmod 644 /etc/sallyport/settings.json
            $S policy apply "$K/seven.json" > "$HOME/applied" 2>&1
            for b in six late foreign stripped changed; do echo "$b: $($S policy apply "$K/$b.json" 2>&1 || echo "exit $?")"; done > "$HOME/refused" 2>&1
            $S policy compile > "$HOME/compiled" 2>&1
            ls -l /etc/sallyport > "$HOME/listed"
            chown -R 65534:65534 "$HOME"
            """, root: false);
        using var _ = lab;
        // The public key is what keygen prints last; the administrator keeps it with the private one.
        Directory.CreateDirectory(Path.Combine(lab.Scratch.Home, "keys"));
        var made = await lab.Sallyport("policy", "keygen", "example.com/policy", "--out", Path.Combine(lab.Scratch.Home, "keys", "policy.key"));
        File.WriteAllText(Path.Combine(lab.Scratch.Home, "keys", "public"), made.Output.Trim().Split('\n')[^1]);

        var codex = await ManagedLab.Exec(lab, run, new Turn().Plan("Bash"), new Turn().Shell("touch forbidden42"), new Turn().Shell("touch free"), new Turn().Say("done"));
        string Text(string name) => File.ReadAllText(Path.Combine(lab.Scratch.Home, name));
        Assert.Contains("In force from /etc/sallyport: version 7, 700 rules.", Text("applied"), StringComparison.Ordinal);
        Assert.Contains("policy.bundle.compiled: 700 rules", Text("applied"), StringComparison.Ordinal);
        Assert.Contains("policy.bundle.compiled: 700 rules", Text("compiled"), StringComparison.Ordinal);
        Assert.Matches(@"-rw-r--r--\s+1 root\s+root\s.*policy\.bundle\.compiled", Text("listed"));
        foreach (var why in (string[])["(?s)six: .*is lower than 7", "(?s)late: .*it expired on 2020-01-01", "(?s)foreign: .*a key that is not known here", "(?s)stripped: .*it is not signed", "(?s)changed: .*its signature is wrong"])
            Assert.Matches(why, Text("refused"));
        Assert.Equal(5, Text("refused").Split("exit 1").Length - 1);

        var outputs = string.Join("\n", codex.ToolOutputs);
        Assert.Contains("Sallyport policy deny: r42", outputs, StringComparison.Ordinal);
        Assert.False(File.Exists(lab.InWork("forbidden42")), outputs);
        Assert.True(File.Exists(lab.InWork("free")), outputs);

        var applied = await run(["/usr/lib/sallyport/sallyport", "policy", "apply", Path.Combine(lab.Scratch.Home, "keys", "stripped.json")]);
        Assert.Equal(1, applied.ExitCode);
        Assert.Contains("it is not signed; what was in force before still is", applied.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_signature_is_required_and_none_is_there_nothing_runs()
    {
        var (lab, run) = await ManagedLab.Prepared(Quiet
            + Write("/etc/sallyport/policy.json", """{"rules":[]}""") + Write("/etc/sallyport/settings.json", """{"policySignatureRequired":true,"locked":true}"""), root: false);
        using var _ = lab;
        var codex = await ManagedLab.Exec(lab, run, new Turn().Plan("Bash"), new Turn().Shell("touch free"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("free")));
        Assert.Contains("a signed policy is required", string.Join("\n", codex.ToolOutputs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_of_the_administrators_is_nobody_elses_to_move()
    {
        using var service = StandIn.Plain(StandIns.Services.AxonFlowRefusing("proof.txt"));
        using var elsewhere = StandIn.Plain(StandIns.Services.AxonFlowRefusing("never-said"));
        var (lab, run) = await ManagedLab.Prepared(Quiet
            + Write("/etc/sallyport/settings.json", $$$"""{"guards":{"axonflow":{"url":"{{{service.Url}}}","failMode":"closed"}},"locked":["guards"]}"""), root: false);
        using var _ = lab;
        lab.Scratch.Environment["AXONFLOW_ENDPOINT"] = elsewhere.Url;
        lab.Scratch.Environment["AXONFLOW_FAIL_MODE"] = "open";
        lab.Scratch.Environment["SALLYPORT_AXONFLOW"] = "false";
        var codex = await ManagedLab.Exec(lab, run, new Turn().Plan("Bash"), new Turn().Shell("touch proof.txt"), new Turn().Shell("touch free"), new Turn().Say("done"));
        var outputs = string.Join("\n", codex.ToolOutputs);
        Assert.Contains("reverse shells are not allowed", outputs, StringComparison.Ordinal);
        Assert.False(File.Exists(lab.InWork("proof.txt")), outputs);
        Assert.True(File.Exists(lab.InWork("free")), outputs);
        Assert.Empty(elsewhere.Requests);

        service.Dispose();
        codex = await ManagedLab.Exec(lab, run, new Turn().Plan("Bash"), new Turn().Shell("touch later"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("later")), string.Join("\n", codex.ToolOutputs));
        var status = await run(["/usr/lib/sallyport/sallyport", "status"]);
        Assert.Contains("the administrator's", status.Output, StringComparison.Ordinal);
        Assert.Contains(service.Url, status.Output, StringComparison.Ordinal);
    }
}
