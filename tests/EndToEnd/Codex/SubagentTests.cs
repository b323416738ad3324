using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Subagents in real Codex: they inherit the root's plan, may narrow it, and widen it only as an amendment of the root's.</summary>
public class SubagentTests
{
    private const string Task1 = "SUBTASK";

    private static Turn Spawn(string task) => new Turn().CallIn("multi_agent_v1", "spawn_agent", new { message = task });

    // The root waits by working: its turn would end, and the subagent with it, before the subagent has done anything.
    private static Turn Wait(CodexLab lab) => new Turn().Shell($"for i in $(seq 100); do [ -e {lab.InWork("ended")} ] && break; sleep 0.1; done");

    private static bool ByAgent(System.Text.Json.Nodes.JsonNode row) => row["agent"] is not null;

    [Fact]
    public async Task A_subagent_is_held_to_the_plan_of_the_root()
    {
        using var lab = await RealCodex.Installed();
        lab.PlayFor(Task1, new Turn().Shell("echo sub > sub.txt"), new Turn().Custom("apply_patch", "*** Begin Patch\n*** Add File: drift.txt\n+text\n*** End Patch\n"), new Turn().Shell("touch ended"), new Turn().Say("done"));
        await lab.Exec("go", new Turn().Plan("Bash", "spawn_agent"), Spawn(Task1), Wait(lab), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("sub.txt")));
        Assert.False(File.Exists(lab.InWork("drift.txt")));
        Assert.Contains(lab.Scratch.Record, r => ByAgent(r) && (string?)r["kind"] == "decision" && r.ToJsonString().Contains("plan.drift", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subagent_may_narrow_the_plan_for_itself()
    {
        using var lab = await RealCodex.Installed();
        var narrow = new Turn().Plan(new { action = "Bash", commands = new[] { "touch *" } });
        lab.PlayFor(Task1, narrow, new Turn().Shell("echo sub > sub.txt"), new Turn().Shell("touch ended"), new Turn().Say("done"));
        await lab.Exec("go", new Turn().Plan("Bash", "spawn_agent"), Spawn(Task1), Wait(lab), new Turn().Shell("echo root > root.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("ended")));
        Assert.False(File.Exists(lab.InWork("sub.txt")));
        Assert.True(File.Exists(lab.InWork("root.txt")));
    }

    [Fact]
    public async Task A_subagent_that_wants_more_than_the_root_waits_for_the_person()
    {
        using var lab = await RealCodex.Installed();
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "settings.json"), """{"planAmendments":"ask"}""");
        lab.PlayFor(Task1, new Turn().Plan("apply_patch"), new Turn().Custom("apply_patch", "*** Begin Patch\n*** Add File: drift.txt\n+text\n*** End Patch\n"), new Turn().Shell("touch ended"), new Turn().Say("done"));
        await lab.Exec("go", new Turn().Plan("Bash", "spawn_agent"), Spawn(Task1), Wait(lab), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("ended")));
        Assert.False(File.Exists(lab.InWork("drift.txt")));
        Assert.Contains(lab.Scratch.Record, r => ByAgent(r) && r.ToJsonString().Contains("plan.amendment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subagent_that_is_not_planned_is_not_started()
    {
        using var lab = await RealCodex.Installed();
        lab.PlayFor(Task1, new Turn().Shell("touch sub.txt"), new Turn().Say("done"));
        var run = await lab.Exec("go", new Turn().Plan("Bash"), Spawn(Task1), new Turn().Shell("sleep 1"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("sub.txt")));
        Assert.Contains("intent drift", run.ToolOutputs[1]);
    }

    [Fact]
    public async Task A_subagents_task_commands_nothing()
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Plan("Bash", "spawn_agent"), Spawn("sallyport accept"), new Turn().Shell("sleep 2"), new Turn().Say("done"));
        Assert.DoesNotContain(lab.Scratch.Record, r => (string?)r["kind"] is "approval" or "command");
        Assert.Contains(lab.Scratch.Record, r => ByAgent(r) && (string?)r["kind"] == "prompt");
    }
}
