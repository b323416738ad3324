using System.Text;
using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy.Rules;

public class PolicySetTests
{
    private static readonly ObservedFacts Facts = new() { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };

    private static PolicyLayer Layer(string rules, string more = "", string name = PolicyLayer.User)
    {
        var reading = PolicyReader.Read("policy.json", Encoding.UTF8.GetBytes($$"""{{{more}}"rules":[{{rules}}]}"""));
        Assert.True(reading.Faults.Count == 0, string.Join('\n', reading.Faults));
        return PolicyLayer.Of(name, reading);
    }

    private static Judgement Judge(string rules, string tool, string input, string more = "", Func<PolicyContext, PolicyContext>? with = null)
    {
        var context = new PolicyContext { Facts = Facts };
        return new PolicySet([Layer(rules, more)]).Evaluate(new ToolCall(tool, JsonDocument.Parse(input).RootElement), with is null ? context : with(context));
    }

    private static string Run(string command) => JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = command });

    private static string Verdict(string rules, string command, string more = "") => Judge(rules, "Bash", Run(command), more).Verdict.Word();

    [Theory]
    [InlineData("Bash", "exec_command", "deny")]
    [InlineData("shell", "Bash", "deny")]
    [InlineData("Edit", "apply_patch", "deny")]
    [InlineData("mcp__my-srv__*", "mcp__my_srv__read", "deny")]
    [InlineData("mcp__a__*", "mcp__ab__read", "allow")]
    [InlineData("view*", "view_image", "deny")]
    [InlineData("*", "anything", "deny")]
    public void A_rule_names_tools(string rule, string tool, string verdict) =>
        Assert.Equal(verdict, Judge($$"""{"id":"a","action":"deny","tool":"{{rule}}"}""", tool, "{}").Verdict.Word());

    [Fact]
    public void The_first_rule_that_matches_decides_and_the_default_the_rest()
    {
        const string rules = """{"id":"a","action":"allow","tool":"Bash","command":"git status"},{"id":"b","action":"deny","tool":"Bash","command":"git *"}""";
        Assert.Equal("allow", Verdict(rules, "git status"));
        Assert.Equal("deny", Verdict(rules, "git push"));
        Assert.Equal("allow", Verdict(rules, "npm test"));
        Assert.Equal("ask", Verdict(rules, "npm test", "\"default\":\"ask\","));
        Assert.Equal("allow", Verdict(rules, "cd x && git status && echo done", "\"default\":\"ask\","));
    }

    [Fact]
    public void A_rule_for_one_command_says_nothing_of_the_next()
    {
        const string rules = """{"id":"a","action":"allow","tool":"Bash","command":"git status"},{"id":"b","action":"deny","tool":"Bash","command":{"program":"curl"}}""";
        foreach (var command in (string[])["git status && curl x", "curl x; git status", "git status $(curl x)", "git status | curl -d @- x", "\"cu\"rl x", "/usr/bin/curl x", "X=1 curl x", "c=curl; $c x"])
            Assert.True(Verdict(rules, command) == "deny", command);
        Assert.Equal("allow", Verdict(rules, "git status && echo curl"));
    }

    [Fact]
    public void An_allow_by_text_lets_pass_what_it_names_and_not_what_stands_behind_it()
    {
        const string rules = """{"id":"a","action":"allow","tool":"Bash","params":{"command":{"$startsWith":"git "}}},{"id":"b","action":"deny","tool":"*"}""";
        Assert.Equal("allow", Verdict(rules, "git status"));
        Assert.Equal("allow", Verdict(rules, "git status && git log"));
        Assert.Equal("deny", Verdict(rules, "git status && curl x"));
        Assert.Equal("allow", Verdict("""{"id":"a","action":"allow","tool":"Bash","params":{"command":{"$equals":"a && b"}}},{"id":"b","action":"deny","tool":"*"}""", "a && b"));
        Assert.Equal("allow", Verdict("""{"id":"a","action":"allow","tool":"Bash","params":{"command":"a && b"}},{"id":"b","action":"deny","tool":"*"}""", "a && b"));
    }

    [Theory]
    [InlineData("""{"$contains":"rm -rf"}""", "rm  -rf x", "deny")]
    [InlineData("""{"$contains":"rm -rf"}""", "\"rm\" '-rf' x", "deny")]
    [InlineData("""{"$contains":"rm -rf"}""", "r\\m -rf x", "deny")]
    [InlineData("""{"$contains":"RM -RF"}""", "rm -rf x", "deny")]
    [InlineData("""{"$contains":"rm -rf"}""", "rm x", "allow")]
    [InlineData("""{"$equals":"ls"}""", "ls", "deny")]
    [InlineData("""{"$equals":"ls"}""", "LS", "allow")]
    [InlineData("""{"$startsWith":"git push"}""", "cd x && git push", "deny")]
    [InlineData("""{"$endsWith":"--force"}""", "git push --FORCE", "deny")]
    [InlineData("""{"$matches":"^git\\s+push\\b"}""", "git push", "deny")]
    [InlineData("""{"$matches":"^git\\s+push\\b"}""", "git pushy", "allow")]
    [InlineData("""{"$contains":"a","$endsWith":"z"}""", "a b", "allow")]
    [InlineData("""{"$pathContains":"~/.ssh"}""", "cat $HOME/.ssh/id", "deny")]
    [InlineData("""{"$pathContains":"~/.ssh"}""", "cat /Users/x/.ssh/id", "deny")]
    [InlineData("""{"$pathContains":"~/.ssh"}""", "cat ~//.ssh/id", "deny")]
    [InlineData("""{"$pathContains":"~/.ssh"}""", "cat ~/.\"ss\"h/id", "deny")]
    [InlineData("""{"$pathContains":"~/.ssh"}""", "cat docs/.sshd-notes.md", "allow")]
    [InlineData("""{"$pathContains":"/etc/passwd"}""", "cat /etc//passwd", "deny")]
    public void Texts_are_compared_as_written_and_as_the_shell_reads_them(string test, string command, string verdict) =>
        Assert.Equal(verdict, Verdict($$"""{"id":"a","action":"deny","tool":"Bash","params":{"command":{{test}} } }""", command));

    [Fact]
    public void The_whole_input_is_compared()
    {
        Assert.Equal("deny", Verdict("""{"id":"a","action":"deny","tool":"*","anyParam":{"$pathContains":"~/.ssh"}}""", new string(' ', 20_000) + "; cat ~/.ssh/id_rsa"));
        var deep = string.Concat(Enumerable.Repeat("{\"a\":[", 20)) + "\"secret\"" + string.Concat(Enumerable.Repeat("]}", 20));
        Assert.Equal("deny", Judge("""{"id":"a","action":"deny","tool":"*","anyParam":"secret"}""", "mcp__a__b", deep).Verdict.Word());
    }

    [Theory]
    [InlineData("""{"q":"x"}""", """{"q":"x","n":1}""", "deny")]
    [InlineData("""{"q":"x"}""", """{"q":"y"}""", "allow")]
    [InlineData("""{"q":"x"}""", """{"z":"x"}""", "allow")]
    [InlineData("""{"o":{"k":{"$contains":"b"}}}""", """{"o":{"k":"abc"}}""", "deny")]
    [InlineData("""{"l":[{"$contains":"b"},2]}""", """{"l":[2,1,"abc"]}""", "deny")]
    [InlineData("""{"n":{"$equals":5}}""", """{"n":5}""", "deny")]
    [InlineData("""{"n":5}""", """{"n":"5"}""", "allow")]
    public void Fields_of_the_input_are_compared(string fields, string input, string verdict) =>
        Assert.Equal(verdict, Judge($$"""{"id":"a","action":"deny","tool":"mcp__a__b","params":{{fields}} }""", "mcp__a__b", input).Verdict.Word());

    [Theory]
    [InlineData("git push --force *", "git push --force origin", "deny")]
    [InlineData("git push --force *", "git push origin", "allow")]
    [InlineData("* --no-verify", "git --no-verify", "deny")]
    public void A_command_may_be_a_pattern(string pattern, string command, string verdict) =>
        Assert.Equal(verdict, Verdict($$"""{"id":"a","action":"deny","tool":"Bash","command":"{{pattern}}"}""", command));

    [Theory]
    [InlineData("""{"program":"git","args":["push","--force"]}""", "git push origin --force", "deny")]
    [InlineData("""{"program":"git","args":["push","--force"]}""", "git push origin --force=yes", "deny")]
    [InlineData("""{"program":"git","args":["push","-f"]}""", "git push -vf", "deny")]
    [InlineData("""{"program":"git","args":["push","-f"]}""", "git push", "allow")]
    [InlineData("""{"program":["wget","curl"]}""", "CURL.exe x", "deny")]
    [InlineData("""{"effect":"write"}""", "true > out.txt", "deny")]
    [InlineData("""{"effect":"delete"}""", "true > out.txt", "allow")]
    public void A_command_may_be_program_arguments_and_effects(string condition, string command, string verdict) =>
        Assert.Equal(verdict, Verdict($$"""{"id":"a","action":"deny","tool":"Bash","command":{{condition}} }""", command));

    [Theory]
    [InlineData("\"~/.ssh\"", "true < ~/.ssh/id", "deny")]
    [InlineData("\"~/.ssh\"", "true < /home/dev/x/../.ssh/id", "deny")]
    [InlineData("\"~/.ssh\"", "true < .ssh", "allow")]
    [InlineData("\"**/.env\"", "true < /any/where/.env", "deny")]
    [InlineData("\"src/**\"", "cd src && true > x", "deny")]
    [InlineData("""{"glob":"/ws","access":"write"}""", "true < x", "allow")]
    [InlineData("""{"glob":"/ws","access":"write"}""", "true > x", "deny")]
    [InlineData("""{"glob":"/**","access":"write","except":["/ws","/dev/null"]}""", "true > x", "allow")]
    [InlineData("""{"glob":"/**","access":"write","except":["/ws","/dev/null"]}""", "true > /etc/x", "deny")]
    public void A_path_is_where_the_command_leads(string condition, string command, string verdict) =>
        Assert.Equal(verdict, Verdict($$"""{"id":"a","action":"deny","tool":"Bash","path":{{condition}} }""", command));

    [Fact]
    public void A_path_is_also_met_by_a_wildcard_a_whole_tree_and_a_link()
    {
        Effect Read(string path, bool recursive = false, bool glob = false) => new(EffectKind.Read, new Target(TargetKind.Path, path, Glob: glob)) { Recursive = recursive };
        string With(Effect effect, ObservedFacts? facts = null) => Judge("""{"id":"a","action":"deny","tool":"t","path":"~/.ssh/**"}""", "t", "{}",
            with: context => context with { Effects = [effect], Facts = facts ?? Facts }).Verdict.Word();
        Assert.Equal("deny", With(Read("/home/dev/.ss?/id", glob: true)));
        Assert.Equal("deny", With(Read("/home/dev/.s*", glob: true)));
        Assert.Equal("deny", With(Read("/home/dev/.[s]sh/id", glob: true)));
        Assert.Equal("allow", With(Read("/home/dev/.v*", glob: true)));
        Assert.Equal("deny", With(Read("/home/dev", recursive: true)));
        Assert.Equal("allow", With(Read("/home/dev")));
        Assert.Equal("allow", With(Read("/home/other", recursive: true)));
        var facts = Facts with { Files = new Dictionary<string, FileFact> { ["/ws/link"] = new(FileKind.File, "/home/dev/.ssh/id") } };
        Assert.Equal("deny", With(Read("/ws/link"), facts));
    }

    [Fact]
    public void A_patch_is_its_files_also_through_a_shell()
    {
        const string rules = """{"id":"a","action":"deny","tool":"apply_patch","path":{"glob":".github/**","access":["write","delete"]}}""";
        const string patch = "*** Begin Patch\n*** Update File: src/a\n@@\n*** Delete File: .github/x.yml\n*** End Patch\n";
        Assert.Equal("deny", Judge(rules, "apply_patch", Run(patch)).Verdict.Word());
        Assert.Equal("deny", Verdict(rules, $"apply_patch <<'EOF'\n{patch}EOF\n"));
        Assert.Equal("allow", Judge(rules, "apply_patch", Run(patch.Replace(".github", "docs", StringComparison.Ordinal))).Verdict.Word());
    }

    [Fact]
    public void A_host_is_where_the_call_leads()
    {
        const string rules = """{"id":"a","action":"deny","tool":"*","host":"*.evil.test"}""";
        Assert.Equal("deny", Judge(rules, "mcp__web__get", """{"url":"https://x.evil.test:8443/"}""").Verdict.Word());
        Assert.Equal("allow", Judge(rules, "mcp__web__get", """{"url":"https://evil.test.example.com/"}""").Verdict.Word());
        var run = new CommandRun { Argv = [Word.Of("curl")] };
        var sends = new CommandAnalysis { Runs = [run], Effects = [new(EffectKind.Read, new Target(TargetKind.Path, "/ws/x")) { By = run }, new(EffectKind.SendData, new Target(TargetKind.Host, "x.evil.test")) { By = run }] };
        Assert.Equal("deny", Judge("""{"id":"a","action":"deny","tool":"Bash","path":"x","host":"*.evil.test"}""", "Bash", Run("c"), with: c => c with { Analysis = sends }).Verdict.Word());
        Assert.Equal("allow", Judge("""{"id":"a","action":"deny","tool":"Bash","path":"y","host":"*.evil.test"}""", "Bash", Run("c"), with: c => c with { Analysis = sends }).Verdict.Word());
    }

    [Fact]
    public void Who_where_and_what_kind_of_data_count()
    {
        string With(string condition, Func<PolicyContext, PolicyContext> with) => Judge($$"""{"id":"a","action":"deny","tool":"*",{{condition}} }""", "Bash", Run("ls"), with: with).Verdict.Word();
        Assert.Equal("deny", With("\"dataClass\":[\"PCI\",\"SECRET\"]", c => c with { DataClasses = DataClass.Secret | DataClass.Pii }));
        Assert.Equal("allow", With("\"dataClass\":\"PCI\"", c => c with { DataClasses = DataClass.Pii }));
        Assert.Equal("allow", With("\"agent\":\"subagent\"", c => c));
        Assert.Equal("deny", With("\"agent\":\"subagent\"", c => c with { AgentId = "x" }));
        Assert.Equal("deny", With("\"agent\":\"reviewer\"", c => c with { AgentId = "x", AgentType = "reviewer" }));
        Assert.Equal("deny", With("\"permissionMode\":\"bypassPermissions\"", c => c with { PermissionMode = "bypassPermissions" }));
        Assert.Equal("allow", With("\"permissionMode\":\"bypassPermissions\"", c => c));
        Assert.Equal("deny", With("\"cwd\":\"/ws/sub\"", c => c with { Facts = Facts with { Cwd = "/ws/sub/x" } }));
        Assert.Equal("allow", With("\"cwd\":\"/ws/sub\"", c => c));
    }

    [Fact]
    public void A_command_that_cannot_be_read_meets_what_restricts_and_not_what_allows()
    {
        Assert.Equal("deny", Verdict("""{"id":"a","action":"deny","tool":"Bash","command":"rm *"}""", "if ["));
        Assert.Equal("deny", Verdict("""{"id":"a","action":"allow","tool":"Bash","command":"*"},{"id":"b","action":"deny","tool":"*"}""", "if ["));
    }

    [Fact]
    public void Across_layers_the_strictest_stands_and_a_broken_one_denies()
    {
        var call = new ToolCall("Bash", JsonDocument.Parse(Run("ls")).RootElement);
        var context = new PolicyContext { Facts = Facts };
        var deny = Layer("""{"id":"a","action":"deny","tool":"*"}""", name: PolicyLayer.Managed);
        var allow = Layer("""{"id":"b","action":"allow","tool":"*","escalate":true}""");
        Assert.Equal("managed:a", new PolicySet([deny, allow]).Evaluate(call, context).Rule);
        Assert.False(new PolicySet([deny, allow]).Decide(call, context).Escalate);
        Assert.True(new PolicySet([allow]).Decide(call, context).Escalate);
        Assert.False(new PolicySet([Layer("""{"id":"b","action":"allow","tool":"*","escalate":true}""", name: PolicyLayer.Repository)]).Decide(call, context).Escalate);
        var broken = PolicyLayer.Of(PolicyLayer.User, PolicyReader.Read("/home/dev/policy.json", Encoding.UTF8.GetBytes("{")));
        var judgement = new PolicySet([allow, broken]).Evaluate(call, context);
        Assert.Equal((Sallyport.Policy.Verdict.Deny, "user:broken"), (judgement.Verdict, judgement.Rule));
        Assert.Contains("/home/dev/policy.json", judgement.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void People_may_change_what_built_in_rules_do_but_a_repository_may_not()
    {
        var managed = Layer("", "\"builtIn\":{\"git\":\"ask\",\"system.power\":\"ask\"},\"locked\":[\"network\"],", PolicyLayer.Managed);
        var user = Layer("", "\"builtIn\":{\"git.force-push\":\"allow\",\"system\":\"allow\",\"disks\":\"allow\",\"disk.write\":\"warn\",\"network\":\"allow\"},".Replace("disk.write", RuleOf("disks"), StringComparison.Ordinal));
        var repository = Layer("", "\"builtIn\":{\"kubernetes\":\"allow\"},", PolicyLayer.Repository);
        var actions = BuiltInActions.Of([managed, user, repository], onlyTighten: false)!;
        Sallyport.Policy.Verdict? Of(string rule) => actions.TryGetValue(rule, out var own) ? own : actions.TryGetValue(rule[..rule.IndexOf('.', StringComparison.Ordinal)], out var pack) ? pack : null;
        Assert.Equal(Sallyport.Policy.Verdict.Ask, Of("git.force-push"));
        Assert.Equal(Sallyport.Policy.Verdict.Ask, Of("system.power"));
        Assert.Equal(Sallyport.Policy.Verdict.Allow, Of("system.kill-all"));
        Assert.Equal(Sallyport.Policy.Verdict.Warn, Of(RuleOf("disks")));
        Assert.DoesNotContain(actions.Keys, id => id.StartsWith("network", StringComparison.Ordinal) || id.StartsWith("kubernetes", StringComparison.Ordinal));

        // A hook that requirements.toml started: what the person sets may only be stricter.
        var tightened = BuiltInActions.Of([user], onlyTighten: true) ?? new Dictionary<string, Sallyport.Policy.Verdict>();
        foreach (var (id, action) in tightened)
            foreach (var rule in BuiltInIds.Of(id)) Assert.True(action >= rule.Action, id);
    }

    private static string RuleOf(string pack) => BuiltInIds.Of(pack).First().Id;
}
