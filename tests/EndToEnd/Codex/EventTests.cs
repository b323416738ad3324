using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>The events beside the six of a turn, in real Codex.</summary>
public class EventTests
{
    private static bool Has(CodexLab lab, string kind) => lab.Scratch.Record.Any(r => (string?)r["kind"] == kind);

    [Fact]
    public async Task A_session_that_ends_leaves_a_row_and_a_signed_record()
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Say("done"));
        await Until(() => Has(lab, "session-end"));
        var verified = await lab.Sallyport("audit", "verify", "--json");
        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.True(File.Exists(Path.Combine(lab.Scratch.Data, "audit", "checkpoint")));
    }

    [Fact]
    public async Task A_subagent_is_told_of_the_plan_and_its_last_words_are_recorded()
    {
        using var lab = await RealCodex.Installed();
        const string task = "SUBTASK";
        lab.PlayFor(task, new Turn().Shell("touch ended"), new Turn().Say("the subagent is done"));
        var run = await lab.Exec("go",
            new Turn().Plan("Bash", "spawn_agent"),
            new Turn().CallIn("multi_agent_v1", "spawn_agent", new { message = task }),
            new Turn().Shell($"for i in $(seq 100); do [ -e {lab.InWork("ended")} ] && break; sleep 0.1; done; sleep 1"),
            new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("ended")), run.Everything);
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "subagent-start" && r["agent"] is not null && r["planRoot"] is not null);
        Assert.Contains(run.Requests, r => r.ToJsonString().Contains(task, StringComparison.Ordinal) && r.ToJsonString().Contains("your registered plan", StringComparison.Ordinal));
        await Until(() => Has(lab, "subagent-stop"));
    }

    [Fact]
    public async Task After_a_compaction_the_model_is_told_of_its_plan_again()
    {
        using var lab = await RealCodex.Installed();
        lab.Play(new Turn().Plan("Bash"), new Turn().Say("planned"), new Turn().Say("a summary"), new Turn().Shell("echo x > after.txt"), new Turn().Say("done"));
        await using var server = await AppServer.Start(lab);
        var thread = (string)(await server.Ask("thread/start", new { cwd = lab.Scratch.Work, approvalPolicy = "never", sandbox = "danger-full-access" }))["thread"]!["id"]!;
        await server.Say(thread, "plan it");
        await server.Ask("thread/compact/start", new { threadId = thread });
        await server.Ended("turn/completed");
        Assert.True(Has(lab, "compact"), lab.Sofar.Everything);
        await server.Say(thread, "go on");
        Assert.True(File.Exists(lab.InWork("after.txt")), lab.Sofar.Everything);
        Assert.Contains("your registered plan", lab.Sofar.Requests[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_the_person_stops_leaves_a_row()
    {
        using var lab = await RealCodex.Installed();
        lab.Play(new Turn().Plan("Bash"), new Turn().Shell("touch begun; sleep 60"), new Turn().Say("done"));
        await using var server = await AppServer.Start(lab);
        var thread = (string)(await server.Ask("thread/start", new { cwd = lab.Scratch.Work, approvalPolicy = "never", sandbox = "danger-full-access" }))["thread"]!["id"]!;
        var turn = await server.Ask("turn/start", new { threadId = thread, input = new object[] { new { type = "text", text = "go" } } });
        await Until(() => File.Exists(lab.InWork("begun")));
        await server.Ask("turn/interrupt", new { threadId = thread, turnId = (string)turn["turn"]!["id"]! });
        await Until(() => Has(lab, "interrupt"));
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 600 && !holds(); i++) await Task.Delay(50);
        Assert.True(holds());
    }
}
