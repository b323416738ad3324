using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>What Codex asks the person, in real Codex as a client drives it. The client always declines: what runs, a hook let run.</summary>
public class PermissionTests
{
    private const string Escalate = """{"version":1,"rules":[{"id":"touch-outside","action":"allow","tool":"Bash","command":{"program":"touch"},"escalate":true}]}""";

    private static Turn Outside(string file) => new Turn().Call("exec_command", new { cmd = $"touch {file}", sandbox_permissions = "require_escalated", justification = "the test" });

    private static async Task<(IReadOnlyList<string> Approvals, bool Ran)> Ask(CodexLab lab, Turn plan)
    {
        var file = Path.Combine(lab.Scratch.Home, "outside.txt");
        lab.Play(plan, Outside(file), new Turn().Say("done"));
        await using var server = await AppServer.Start(lab);
        await server.Turn(lab, "go");
        return (server.Approvals, File.Exists(file));
    }

    [Fact]
    public async Task The_person_is_asked_where_no_rule_answers()
    {
        using var lab = await RealCodex.Installed();
        var (approvals, ran) = await Ask(lab, new Turn().Plan("Bash"));
        Assert.Single(approvals);
        Assert.False(ran);
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "permission");
    }

    [Fact]
    public async Task A_rule_of_the_persons_own_answers_for_what_the_plan_holds()
    {
        using var lab = await RealCodex.Installed();
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "policy.json"), Escalate);
        var (approvals, ran) = await Ask(lab, new Turn().Plan("Bash"));
        Assert.Empty(approvals);
        Assert.True(ran);
    }

    // Also where no plan is asked for: without one, nothing says that this call belongs to what the person wanted.
    [Fact]
    public async Task Without_a_plan_that_holds_the_call_the_person_is_asked()
    {
        using var lab = await RealCodex.Installed();
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "policy.json"), Escalate);
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "settings.json"), """{"intentRequired":false}""");
        var (approvals, ran) = await Ask(lab, new Turn().Shell("true"));
        Assert.Single(approvals);
        Assert.False(ran);
    }

    [Fact]
    public async Task A_rule_of_the_repository_answers_nothing()
    {
        using var lab = await RealCodex.Installed();
        Directory.CreateDirectory(lab.InWork(".sallyport"));
        File.WriteAllText(lab.InWork(".sallyport/policy.json"), Escalate);
        Directory.CreateDirectory(lab.InWork(".git"));
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "settings.json"), """{"repositoryPolicy":"all"}""");
        var (_, ran) = await Ask(lab, new Turn().Plan("Bash"));
        Assert.False(ran);
    }

    [Fact]
    public async Task In_monitor_mode_nothing_is_answered_for_the_person()
    {
        using var lab = await RealCodex.Installed();
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "policy.json"), Escalate);
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "settings.json"), """{"mode":"monitor"}""");
        var (approvals, ran) = await Ask(lab, new Turn().Plan("Bash"));
        Assert.Single(approvals);
        Assert.False(ran);
    }

    [Fact]
    public async Task What_policy_denies_is_refused_before_the_person_is_asked()
    {
        using var lab = await RealCodex.Installed();
        lab.Play(new Turn().Plan("Bash"), new Turn().Call("exec_command", new { cmd = "rm -rf ~", sandbox_permissions = "require_escalated", justification = "the test" }), new Turn().Say("done"));
        await using var server = await AppServer.Start(lab);
        await server.Turn(lab, "go");
        Assert.Empty(server.Approvals);
        Assert.True(Directory.Exists(lab.Scratch.Work));
    }
}
