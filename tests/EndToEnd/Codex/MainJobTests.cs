using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>The main job in real Codex: what is planned and allowed runs, nothing else does.</summary>
public class MainJobTests
{
    [Fact]
    public async Task A_planned_command_runs()
    {
        using var lab = await RealCodex.Installed();
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("echo planned-ran > proof.txt; cat proof.txt"), new Turn().Say("done"));
        Assert.Contains("planned-ran", run.ToolOutputs[^1]);
        Assert.True(File.Exists(lab.InWork("proof.txt")), string.Join("\n", run.ToolOutputs));
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "plan");
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "decision" && (string?)r["tool"] == "Bash" && (string?)r["verdict"] is "allow" or "warn");
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "result");
    }

    [Fact]
    public async Task Without_a_plan_nothing_runs()
    {
        using var lab = await RealCodex.Installed();
        var run = await lab.Exec("go", new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
        Assert.Contains("intent plan missing", run.ToolOutputs[^1]);
    }

    [Fact]
    public async Task A_tool_that_is_not_planned_is_drift()
    {
        using var lab = await RealCodex.Installed();
        var run = await lab.Exec("go", new Turn().Plan("apply_patch"), new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
        Assert.Contains("Sallyport intent drift: tool not in plan (Bash)", run.ToolOutputs[^1]);
    }

    [Fact]
    public async Task A_command_that_is_not_planned_is_a_mismatch()
    {
        using var lab = await RealCodex.Installed();
        var plan = new Turn().Plan(new { action = "Bash", commands = new[] { "ls *" } });
        var run = await lab.Exec("go", plan, new Turn().Shell("ls -la && touch proof.txt"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
        Assert.Contains("Sallyport intent mismatch", run.ToolOutputs[^1]);
    }

    [Fact]
    public async Task Deleting_the_home_directory_is_stopped_although_Bash_is_planned()
    {
        using var lab = await RealCodex.Installed();
        var witness = Path.Combine(lab.Scratch.Home, "witness");
        File.WriteAllText(witness, "alive");
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("rm -rf ~"), new Turn().Say("done"));
        Assert.True(File.Exists(witness), string.Join("\n", run.ToolOutputs));
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "decision" && (string?)r["verdict"] == "deny");
    }

    [Fact]
    public async Task A_planned_patch_is_applied_and_another_is_not()
    {
        using var lab = await RealCodex.Installed();
        var plan = new Turn().Plan(new { action = "apply_patch", paths = new[] { "planned.txt" } });
        static string Patch(string name) => $"*** Begin Patch\n*** Add File: {name}\n+text\n*** End Patch\n";
        await lab.Exec("go", plan, new Turn().Custom("apply_patch", Patch("planned.txt")), new Turn().Custom("apply_patch", Patch("other.txt")), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("planned.txt")));
        Assert.False(File.Exists(lab.InWork("other.txt")));
    }

    [Fact]
    public async Task A_patch_in_a_shell_here_document_is_held_against_the_plan_too()
    {
        using var lab = await RealCodex.Installed();
        var plan = new Turn().Plan(new { action = "Bash", commands = new[] { "ls *" } });
        await lab.Exec("go", plan, new Turn().Shell("apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: proof.txt\n+text\n*** End Patch\nEOF\n"), new Turn().Say("done"));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
    }

    [Fact]
    public async Task Code_mode_is_held_to_the_plan()
    {
        using var lab = await RealCodex.Installed();
        static Turn Cell(string js) => new Turn().Custom("exec", js);
        var run = await lab.Exec("go", CodexLab.CodeMode, [],
            Cell("let r = await tools.mcp__sallyport__register_intent_plan({goal:'g',steps:[{action:'Bash',commands:['echo *']}]}); text(JSON.stringify(r));"),
            Cell("let r = await tools.exec_command({cmd:'echo code-mode-ran'}); text(JSON.stringify(r));"),
            Cell("try { let r = await tools.exec_command({cmd:'touch proof.txt'}); text(JSON.stringify(r)); } catch (e) { text(String(e)); }"),
            new Turn().Say("done"));
        Assert.Contains("code-mode-ran", run.ToolOutputs[1]);
        Assert.False(File.Exists(lab.InWork("proof.txt")));
        Assert.Contains("Sallyport intent mismatch", run.ToolOutputs[2]);
    }

    [Fact]
    public async Task Monitor_mode_lets_everything_run_and_says_what_it_would_have_done()
    {
        using var lab = await RealCodex.Installed();
        File.WriteAllText(Path.Combine(lab.Scratch.Data, "settings.json"), """{"mode":"monitor"}""");
        await lab.Exec("go", new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("proof.txt")));
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "decision" && (string?)r["verdict"] == "deny" && (string?)r["mode"] == "monitor");
    }

    [Fact]
    public async Task A_secret_in_a_result_never_reaches_the_model()
    {
        using var lab = await RealCodex.Installed();
        var key = "AKIA" + "QYLPMN5HFIQR7XYA";
        File.WriteAllText(lab.InWork("creds"), $"plain text\naws_access_key_id = {key}\n");
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("cat creds"), new Turn().Say("done"));
        Assert.DoesNotContain(key, run.Everything);
        Assert.DoesNotContain(lab.Scratch.Record, r => r.ToJsonString().Contains(key));
    }

    [Fact]
    public async Task A_prompt_with_a_secret_never_reaches_the_model()
    {
        using var lab = await RealCodex.Installed();
        var key = "AKIA" + "QYLPMN5HFIQR7XYA";
        var run = await lab.Exec($"use {key} to deploy", new Turn().Say("done"));
        Assert.DoesNotContain(key, run.Everything);
    }

    [Fact]
    public async Task A_plan_holds_on_after_a_resume()
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Say("done"));
        var run = await lab.Exec("more", CodexLab.Direct, ["resume", "--last"], new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("proof.txt")), run.Process.Error);
    }
}
