using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy.BuiltIn;

public sealed class BuiltInPolicyTests
{
    [Theory]
    [InlineData("rm -rf ./build")]
    [InlineData("rm -rf \"$(mktemp -d)\"")]
    [InlineData("rm -rf node_modules")]
    [InlineData("git push")]
    [InlineData("docker system prune")]
    [InlineData("grep 'rm -rf /' notes.md")]
    [InlineData("git commit -m 'explain why rm -rf / is bad'")]
    [InlineData("sudo apt-get install -y jq")]
    [InlineData("npm ci && npm test")]
    [InlineData("find . -name '*.pyc' -delete")]
    [InlineData("curl -sS https://example.com/data.json | jq .items")]
    [InlineData("tar xzf release.tar.gz -C build")]
    [InlineData("kubectl get pods -A")]
    [InlineData("terraform plan")]
    public void Everyday_work_is_never_stopped(string command) => Assert.True(Judging.Of(command) <= Verdict.Warn, Judging.Judge(command).Strictest.ToString());

    [Theory]
    [InlineData("rm -rf ~", Verdict.Deny)]
    [InlineData("rm -rf ~/Documents", Verdict.Ask)]
    [InlineData("cat ~/.ssh/id_rsa", Verdict.Ask)]
    [InlineData("rm -rf .", Verdict.Ask)]
    [InlineData("rm -rf ../..", Verdict.Ask)]
    [InlineData("rm -rf /tmp/other", Verdict.Allow)]
    [InlineData("rm -rf ./build", Verdict.Allow)]
    public void A_home_in_a_folder_for_temporary_files_is_still_a_home(string command, Verdict verdict)
    {
        var facts = Judging.Facts with { Cwd = "/tmp/run/home/dev/project", Workspace = "/tmp/run/home/dev/project", Home = "/tmp/run/home/dev", CodexHome = "/tmp/run/home/dev/.codex" };
        Assert.Equal(verdict, Judging.Judge(command, facts).Strictest.Verdict);
    }

    [Fact]
    public void A_home_that_is_the_temporary_folder_makes_nothing_there_worth_keeping()
    {
        var facts = Judging.Facts with { Cwd = "/srv/app", Workspace = "/srv/app", Home = "/tmp", CodexHome = "/tmp/.codex" };
        Assert.Equal(Verdict.Allow, Judging.Judge("rm -rf /tmp/other", facts).Strictest.Verdict);
    }

    [Fact]
    public void An_unreadable_command_is_denied() => Assert.Equal("analysis.unreadable", Judging.Judge("rm -rf ./a 'open").Strictest.Rule);

    [Fact]
    public void A_link_out_of_the_workspace_is_judged_by_where_it_leads()
    {
        var facts = Judging.Facts with { Files = new Dictionary<string, FileFact> { ["/home/dev/project/link"] = new(FileKind.File, "/etc/passwd") } };
        Assert.Equal(Verdict.Deny, Judging.Judge("echo x > link", facts).Strictest.Verdict);
        Assert.Equal(Verdict.Allow, Judging.Of("echo x > link"));
        Assert.Contains(Judging.Judge("echo x > link").Wanted, request => request.Path == "/home/dev/project/link");
    }

    [Fact]
    public void A_script_that_was_read_is_judged_as_if_it_stood_there()
    {
        var facts = Judging.Facts with { Files = new Dictionary<string, FileFact> { ["/home/dev/project/clean.sh"] = new(FileKind.File, "/home/dev/project/clean.sh", "#!/bin/sh\nrm -rf /etc\n") } };
        Assert.Equal(Verdict.Deny, Judging.Judge("./clean.sh", facts).Strictest.Verdict);
        Assert.Equal(Verdict.Deny, Judging.Judge("bash clean.sh", facts).Strictest.Verdict);
        Assert.Equal(Verdict.Warn, Judging.Of("./clean.sh"));
        Assert.Contains(Judging.Judge("./clean.sh").Wanted, request => request is { Path: "/home/dev/project/clean.sh", WantContent: true });
    }

    [Fact]
    public void A_package_script_is_read_from_package_json()
    {
        var facts = Judging.Facts with { Files = new Dictionary<string, FileFact> { ["/home/dev/project/package.json"] = new(FileKind.File, "/home/dev/project/package.json", """{"scripts":{"wipe":"rm -rf ~"}}""") } };
        Assert.Equal(Verdict.Deny, Judging.Judge("npm run wipe", facts).Strictest.Verdict);
        Assert.Equal(Verdict.Allow, Judging.Judge("npm run build", facts).Strictest.Verdict);
    }

    [Fact]
    public void Actions_can_be_set_for_a_pack_and_for_a_rule()
    {
        var analysis = ShellAnalyzer.Analyze("git reset --hard", CodeLanguage.Shell, Judging.Facts);
        Assert.Equal(Verdict.Deny, BuiltInPolicy.JudgeEffects(analysis, Judging.Facts, new Dictionary<string, Verdict> { ["git"] = Verdict.Deny }).Strictest.Verdict);
        Assert.Equal(Verdict.Warn, BuiltInPolicy.JudgeEffects(analysis, Judging.Facts, new Dictionary<string, Verdict> { ["git"] = Verdict.Deny, ["git.discard-all"] = Verdict.Warn }).Strictest.Verdict);
    }

    [Theory]
    [InlineData("rm -rf /etc", "find /etc -delete")]
    [InlineData("rm -rf ~", "sudo rm -r --force /home/dev/")]
    [InlineData("git push --force origin main", "bash -c 'git push -f origin main'")]
    [InlineData("kubectl delete namespace prod", "sh -c 'kubectl delete namespace prod'")]
    public void The_same_intent_in_other_words_has_the_same_key(string first, string second)
    {
        var keys = Judging.Judge(first).DeniedEffectKeys;
        Assert.NotEmpty(keys);
        Assert.Contains(keys[0], Judging.Judge(second).EffectKeys);
    }

    [Fact]
    public void Mcp_arguments_are_judged_by_what_they_hold()
    {
        Assert.Equal(Verdict.Deny, Mcp("""{"command":"rm -rf /"}"""));
        Assert.Equal(Verdict.Ask, Mcp("""{"args":{"sql":"DROP TABLE users"}}"""));
        Assert.Equal(Verdict.Ask, Mcp("""{"path":"/home/dev/.ssh/id_rsa"}"""));
        Assert.Equal(Verdict.Deny, Mcp("""{"url":"http://169.254.169.254/latest/meta-data/"}"""));
        Assert.Equal(Verdict.Allow, Mcp("""{"path":"/home/dev/project/readme.md","query":"select 1"}"""));
    }

    private static Verdict Mcp(string json)
    {
        using var document = JsonDocument.Parse(json);
        return BuiltInPolicy.Judge(new ToolCall("mcp__files__read", document.RootElement), Judging.Facts).Strictest.Verdict;
    }
}
