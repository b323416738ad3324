using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>Policy through the binaries themselves: prompts, the command, the root a session is bound to, a pause.</summary>
public partial class PolicyHookTests
{
    [GeneratedRegex("pol-[0-9a-z]{6}")]
    private static partial Regex Id();

    [GeneratedRegex("sallyport approve ([0-9A-Z-]+)")]
    private static partial Regex Code();

    private static string Policy(HookBinary hook) => Path.Combine(hook.Scratch.Data, "policy.json");

    private static async Task<string> Say(HookBinary hook, string prompt, string session = "session-1")
    {
        var hookEvent = hook.Event("UserPromptSubmit", ("prompt", prompt));
        hookEvent["session_id"] = session;
        var answer = await hook.Run(hookEvent);
        return answer.Output.Length == 0 ? "" : (string?)JsonNode.Parse(answer.Output)!["reason"] ?? "";
    }

    private static Task<Finished> Sallyport(HookBinary hook, params string[] words) => hook.Scratch.Run(Product.Binary("sallyport"), words);

    private static string InHome(HookBinary hook, string name) => Path.Combine(hook.Scratch.Home, name);

    private static async Task<string> Started(HookBinary hook)
    {
        Directory.CreateDirectory(hook.Scratch.Data);
        var start = await hook.Run(hook.Event("SessionStart", ("source", "startup")));
        Assert.False((await hook.Run(hook.Plan("Bash"))).Stops());
        return start.Output;
    }

    [Fact]
    public async Task Fifty_changes_at_once_are_each_applied_or_refused_and_none_is_lost()
    {
        using var hook = new HookBinary();
        async Task<bool> Add(int i)
        {
            for (var attempt = 0; attempt < 200; attempt++)
            {
                var id = Id().Match(await Say(hook, $"Policy new: deny mcp server s{i}", "session-" + i)).Value;
                var answer = await Say(hook, "policy yes " + id, "session-" + i);
                if (answer.StartsWith("Applied", StringComparison.Ordinal)) return true;
                Assert.Contains("was changed since", answer);
            }
            return false;
        }
        // At once all fifty say yes to a change of the same policy: one is applied, the others are told why not.
        var ids = new string[50];
        for (var i = 0; i < ids.Length; i++) ids[i] = Id().Match(await Say(hook, $"Policy new: deny mcp server first{i}", "session-" + i)).Value;
        var answers = await Task.WhenAll(ids.Select((id, i) => Say(hook, "policy yes " + id, "session-" + i)));
        Assert.Single(answers, answer => answer.StartsWith("Applied", StringComparison.Ordinal));
        Assert.Equal(49, answers.Count(answer => answer.Contains("was changed since", StringComparison.Ordinal)));

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(Add)), Assert.True);
        var policy = JsonNode.Parse(File.ReadAllText(Policy(hook)))!;
        Assert.Equal(9, (int)policy["version"]!);
        Assert.Equal(9, policy["rules"]!.AsArray().Count);
        Assert.Equal(9, hook.Scratch.Record.Count(r => (string?)r["kind"] == "policy" && ((string?)r["text"])!.StartsWith("applied", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_prompt_that_is_no_command_goes_to_the_model()
    {
        using var hook = new HookBinary();
        foreach (var prompt in (string[])["yes", "Policy documents live in docs", "policy list the files", "armor plating"])
            Assert.False((await hook.Run(hook.Event("UserPromptSubmit", ("prompt", prompt)))).Stops(), prompt);
        var byAgent = hook.Event("UserPromptSubmit", ("prompt", "Policy new: allow Bash"), ("agent_id", "a1"));
        Assert.False((await hook.Run(byAgent)).Stops());
        Assert.False(Directory.Exists(Path.Combine(hook.Scratch.Data, "staged")));
    }

    [Fact]
    public async Task The_root_is_shown_kept_and_bound()
    {
        using var hook = new HookBinary();
        Assert.Contains("policy root e3b0c44298fc1c14", await Started(hook));
        Assert.Equal(64, ((string?)hook.Scratch.Record.Last(r => (string?)r["kind"] == "plan")["policyRoot"])!.Length);

        // Through Sallyport: nothing to report.
        var id = Id().Match(await Say(hook, "Policy new: deny mcp server x")).Value;
        Assert.StartsWith("Applied", await Say(hook, "policy yes " + id));
        var call = await hook.Run(hook.Call("echo a", "c1"));
        Assert.Equal("", call.Output);
        var root = (await Sallyport(hook, "policy", "root")).Output.Trim();
        Assert.Equal(root, (string?)hook.Scratch.Record.Last(r => (string?)r["kind"] == "decision")["policyRoot"]);

        // By somebody else: said once, and on the record.
        File.WriteAllText(Policy(hook), """{"rules":[]}""");
        Assert.Contains("changed other than through Sallyport", (await hook.Run(hook.Call("echo a", "c2"))).Output);
        Assert.Equal("", (await hook.Run(hook.Call("echo a", "c3"))).Output);
        Assert.Contains(hook.Scratch.Record, r => (string?)r["kind"] == "policy" && (string?)r["verdict"] == "warn");
    }

    [Theory]
    [InlineData("SALLYPORT_CRYPTO_POLICY_ENABLED")]
    [InlineData("ARMORCODEX_CRYPTO_POLICY_ENABLED")]
    public async Task Where_the_session_is_bound_to_it_a_foreign_policy_stops_everything_until_it_is_accepted(string variable)
    {
        using var hook = new HookBinary();
        hook.Scratch.Environment[variable] = "true";
        await Started(hook);
        Assert.False((await hook.Run(hook.Call("echo a", "c1"))).Stops());
        File.WriteAllText(Policy(hook), """{"rules":[{"id":"a","action":"allow","tool":"*"}]}""");
        var stopped = await hook.Run(hook.Call("echo a", "c2"));
        Assert.True(stopped.Stops());
        Assert.Contains("session.policy-changed", stopped.Output);
        Assert.True((await hook.Run(hook.Call("echo a", "c3"))).Stops());
        await Say(hook, "sallyport pause 10m"); // no way around it
        Assert.True((await hook.Run(hook.Call("echo a", "c4"))).Stops());
        Assert.Contains("Accepted", await Say(hook, "sallyport accept"));
        Assert.False((await hook.Run(hook.Call("echo a", "c5"))).Stops());
        File.Delete(Policy(hook)); // gone is changed too
        Assert.True((await hook.Run(hook.Call("echo a", "c6"))).Stops());
    }

    [Fact]
    public async Task A_pause_is_the_persons_recorded_and_can_be_forbidden()
    {
        using var hook = new HookBinary();
        await Started(hook);
        Assert.True((await hook.Run(hook.Call("mkfs.ext4 /dev/sda1", "c1"))).Stops());
        Assert.Contains("is paused", await Say(hook, "sallyport pause 10m"));
        Assert.False((await hook.Run(hook.Call("mkfs.ext4 /dev/sda1", "c2"))).Stops());
        Assert.Contains(hook.Scratch.Record, r => (string?)r["mode"] == "paused" && (string?)r["verdict"] == "deny");
        Assert.True((await hook.Run(hook.Call($"rm {Policy(hook)}", "c3"))).Stops()); // Sallyport itself stays protected
        var elsewhere = hook.Call("mkfs.ext4 /dev/sda1", "c4");
        elsewhere["session_id"] = "session-2";
        Assert.True((await hook.Run(elsewhere)).Stops());
        await Say(hook, "sallyport resume");
        Assert.True((await hook.Run(hook.Call("mkfs.ext4 /dev/sda1", "c5"))).Stops());

        Assert.Equal(0, (await Sallyport(hook, "pause", "10m")).ExitCode);
        Assert.False((await hook.Run(hook.Call("mkfs.ext4 /dev/sda1", "c6"))).Stops());
        Assert.Equal(0, (await Sallyport(hook, "resume")).ExitCode);
        Assert.True((await hook.Run(hook.Call("mkfs.ext4 /dev/sda1", "c7"))).Stops());
        Assert.Equal(2, (await Sallyport(hook, "pause", "2h")).ExitCode);
        hook.Scratch.Environment["SALLYPORT_PAUSE_ENABLED"] = "false";
        Assert.Contains("forbidden", await Say(hook, "sallyport pause 10m"));
        Assert.Equal(1, (await Sallyport(hook, "pause", "10m")).ExitCode);
        Assert.True(hook.Scratch.Record.Count(r => (string?)r["kind"] == "pause") >= 5);
    }

    [Fact]
    public async Task What_waits_is_listed_with_a_fresh_code()
    {
        using var hook = new HookBinary();
        await Started(hook);
        Assert.Contains("Nothing waits", (await Sallyport(hook, "pending")).Output);
        File.WriteAllText(Policy(hook), """{"rules":[{"id":"a","action":"ask","tool":"Bash","command":"touch *"}]}""");
        var asked = Code().Match((string)JsonNode.Parse((await hook.Run(hook.Call("touch x", "c1"))).Output)!["systemMessage"]!).Groups[1].Value;
        var pending = await Sallyport(hook, "pending");
        Assert.Equal(1, pending.ExitCode);
        Assert.Contains("touch x", pending.Output);
        var fresh = Code().Match(pending.Output).Groups[1].Value;
        Assert.NotEqual(asked, fresh);
        Assert.Contains("Nothing in this session waits", await Say(hook, "sallyport approve " + asked));
        Assert.StartsWith("Approved", await Say(hook, "sallyport approve " + fresh));
        Assert.False((await hook.Run(hook.Call("touch x", "c2"))).Stops());
        Assert.True((await hook.Run(hook.Call("touch x", "c3"))).Stops());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_or_was_approved_is_void_after_ten_minutes(bool approved)
    {
        using var hook = new HookBinary();
        await Started(hook);
        File.WriteAllText(Policy(hook), """{"rules":[{"id":"look","action":"ask","tool":"Bash","command":"date *"}]}""");
        var code = Code().Match((await hook.Run(hook.Call("date"))).Output).Groups[1].Value;
        if (approved) Assert.Contains("Approved, once", await Say(hook, $"sallyport approve {code}"));
        // Eleven minutes pass: all that is kept of them is when it ends.
        foreach (var file in Directory.GetFiles(Path.Combine(hook.Scratch.Data, "sessions"), "*.json"))
        {
            var session = JsonNode.Parse(File.ReadAllText(file))!;
            foreach (var waiting in session["approvals"]!.AsArray()) waiting!["until"]!["at"] = (long)waiting["until"]!["at"]! - (11 * 60 * 1000);
            File.WriteAllText(file, session.ToJsonString());
        }
        if (!approved) Assert.Contains("older than ten minutes", await Say(hook, $"sallyport approve {code}"));
        Assert.True((await hook.Run(hook.Call("date"))).Stops());
    }

    [Fact]
    public async Task The_command_changes_policy_and_says_which_rule_decides()
    {
        using var hook = new HookBinary();
        var staged = await Sallyport(hook, "policy", "new", "deny", "\"make deploy\"");
        Assert.Contains("Staged pol-", staged.Output);
        Assert.Equal(0, (await Sallyport(hook, "policy", "yes", Id().Match(staged.Output).Value)).ExitCode);
        Assert.Contains("policy1: deny Bash", (await Sallyport(hook, "policy", "list")).Output);
        var explained = await Sallyport(hook, "explain", "make deploy");
        Assert.Contains("deny user:policy1", explained.Output);
        Assert.Equal(1, explained.ExitCode);
        Assert.StartsWith("deny user:policy1", (await Sallyport(hook, "check", "make deploy")).Output);
        Assert.DoesNotContain("user:policy1", (await Sallyport(hook, "check", "--built-in", "make deploy")).Output);
        Assert.Equal(1, (await Sallyport(hook, "policy", "frobnicate")).ExitCode);
        Assert.Contains("policy1", (await Sallyport(hook, "policy", "get", "policy1")).Output);

        // The last refused call, made to pass.
        await hook.Run(hook.Plan("Bash"));
        await hook.Run(hook.Call("make deploy", "c1"));
        var last = await Sallyport(hook, "policy", "allow-last");
        Assert.Contains("Loosens:", last.Output);
        Assert.Contains("would have changed 1", last.Output);
        await Sallyport(hook, "policy", "yes", Id().Match(last.Output).Value);
        Assert.StartsWith("allow", (await Sallyport(hook, "check", "make deploy")).Output);
        Assert.StartsWith("deny", (await Sallyport(hook, "check", "make deploy --tag x")).Output);
    }

    [Fact]
    public async Task A_rule_is_proved_to_be_in_a_policy_with_nothing_but_its_root()
    {
        using var hook = new HookBinary();
        Directory.CreateDirectory(hook.Scratch.Data);
        File.WriteAllText(Policy(hook), """{"rules":[{"id":"a","action":"deny","tool":"Bash"},{"id":"b","action":"ask","tool":"apply_patch"},{"id":"c","action":"warn","tool":"*"}]}""");
        var file = InHome(hook, "proof.json");
        var root = (await Sallyport(hook, "policy", "prove", "b", "--out", file)).Output.Trim()["root ".Length..];
        Assert.Equal(0, (await Sallyport(hook, "policy", "verify-proof", file, "--root", root)).ExitCode);
        Assert.Equal(1, (await Sallyport(hook, "policy", "verify-proof", file, "--root", new string('0', 64))).ExitCode);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"ask\"", "\"allow\"", StringComparison.Ordinal));
        Assert.Equal(1, (await Sallyport(hook, "policy", "verify-proof", file, "--root", root)).ExitCode);
        Assert.Equal(1, (await Sallyport(hook, "policy", "prove", "x")).ExitCode);
    }

    [Fact]
    public async Task A_policy_is_signed_and_verified_without_any_network()
    {
        using var hook = new HookBinary();
        var (key, policy, bundle) = (InHome(hook, "org.key"), InHome(hook, "org.json"), InHome(hook, "org.bundle"));
        var made = await Sallyport(hook, "policy", "keygen", "example.com/policy", "--out", key);
        var verifier = made.Output.Trim().Split('\n')[^1].Trim();
        Assert.Equal(2, (await Sallyport(hook, "policy", "keygen", "example.com/policy", "--out", key)).ExitCode); // never overwritten
        File.WriteAllText(policy, """{"rules":[{"id":"a","action":"deny","tool":"Bash","command":"curl *"}]}""");
        Assert.Equal(0, (await Sallyport(hook, "policy", "sign", policy, "--key", key, "--version", "7", "--expires", "never", "--out", bundle)).ExitCode);
        var good = await Sallyport(hook, "policy", "verify", bundle, "--key", verifier);
        Assert.Contains("version 7, 1 rules", good.Output);
        var unknown = await Sallyport(hook, "policy", "verify", bundle);
        Assert.Contains("key that is not known here", unknown.Error);
        File.WriteAllText(bundle, File.ReadAllText(bundle).Replace("curl", "wget", StringComparison.Ordinal));
        Assert.Contains("its signature is wrong", (await Sallyport(hook, "policy", "verify", bundle, "--key", verifier)).Error);
        Assert.Contains("policyKeys", (await Sallyport(hook, "policy", "apply", bundle)).Error);
        Assert.Equal(2, (await Sallyport(hook, "policy", "sign", policy, "--key", key, "--version", "8", "--out", bundle)).ExitCode);
    }

    [Fact]
    public async Task A_policy_of_ArmorCodex_is_imported_and_what_was_left_out_is_said()
    {
        using var hook = new HookBinary();
        var file = InHome(hook, "armor.json");
        File.WriteAllText(file, """
            {"version":3,"updatedAt":"2026-01-01T00:00:00Z","history":[],"policy":{"rules":[
              {"id":"policy2","action":"deny","tool":"*","anyParam":{"$pathContains":"~/.ssh"},"escalate":true},
              {"id":"policy1","action":"require_approval","tool":"bash"},
              {"id":"policy3","action":"deny","tool":"*","dataClass":"PCI"},
              {"id":"policy4","action":"deny","tool":"bash","params":{"command":{"$matches":"(?=x)"}}},
              {"id":"policy5","action":"audit","tool":"bash"}]}}
            """);
        var imported = await Sallyport(hook, "policy", "import", file);
        Assert.Equal(1, imported.ExitCode);
        foreach (var line in (string[])["+ policy1: ask bash", "+ policy2: deny *", "+ policy3: deny *", "'history': its former versions", "rule 'policy2': 'escalate' is never imported", "rule 'policy4': left out", "rule 'policy5': left out, because its action 'audit' is unknown"])
            Assert.Contains(line, imported.Output);
        await Sallyport(hook, "policy", "yes", Id().Match(imported.Output).Value);
        Assert.StartsWith("ask user:policy1", (await Sallyport(hook, "check", "ls -la")).Output);
        Assert.StartsWith("deny user:policy2", (await Sallyport(hook, "check", "cat ~/.ssh/known_hosts")).Output);
    }

    [Fact]
    public async Task A_repository_tightens_where_it_is_trusted()
    {
        using var hook = new HookBinary();
        Directory.CreateDirectory(Path.Combine(hook.Scratch.Work, ".git"));
        Directory.CreateDirectory(Path.Combine(hook.Scratch.Work, ".sallyport"));
        File.WriteAllText(Path.Combine(hook.Scratch.Work, ".sallyport", "policy.json"), """{"rules":[{"id":"no-touch","action":"deny","tool":"Bash","command":"touch *"}]}""");
        Assert.Contains("is not in force", await Started(hook));
        Assert.False((await hook.Run(hook.Call("touch x", "c1"))).Stops());
        var policy = Path.Combine(hook.Scratch.Work, ".sallyport", "policy.json");
        var whole = File.ReadAllText(policy);
        File.WriteAllText(policy, whole.Replace("deny", "forbid", StringComparison.Ordinal));
        var broken = await hook.Scratch.Run(Product.Binary("sallyport"), ["policy", "trust"], cwd: hook.Scratch.Work);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("rule no-touch: action is none of", broken.Error);
        Assert.False((await hook.Run(hook.Call("touch x", "c1b"))).Stops());
        File.WriteAllText(policy, whole);
        var trusted = await hook.Scratch.Run(Product.Binary("sallyport"), ["policy", "trust"], cwd: hook.Scratch.Work);
        Assert.Contains("is in force", trusted.Output);
        var stopped = await hook.Run(hook.Call("touch x", "c2"));
        Assert.True(stopped.Stops());
        Assert.Contains("repository:no-touch", stopped.Output);
        Assert.True((await hook.Run(hook.Call("echo '{}' > .sallyport/policy.json", "c3"))).Stops());
    }
}
