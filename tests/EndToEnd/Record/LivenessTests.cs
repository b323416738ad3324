using Sallyport.Tests.EndToEnd.Codex;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>Receipts of turns, and guards that were skipped, in real Codex.</summary>
public class LivenessTests
{
    [Theory]
    [InlineData(CodexLab.Direct)]
    [InlineData(CodexLab.CodeMode)]
    public async Task A_turn_leaves_a_receipt_of_every_hook_that_ran(string model)
    {
        using var lab = await RealCodex.Installed();
        Turn[] script = model == CodexLab.Direct
            ? [new Turn().Plan("Bash", "apply_patch"), new Turn().Shell("echo one"), new Turn().Custom("apply_patch", "*** Begin Patch\n*** Add File: a.txt\n+x\n*** End Patch\n"), new Turn().Say("done")]
            : [new Turn().Custom("exec", "let r = await tools.mcp__sallyport__register_intent_plan({goal:'g',steps:[{action:'Bash'}]}); text(JSON.stringify(r));"),
               new Turn().Custom("exec", "let r = await tools.exec_command({cmd:'echo one'}); text(JSON.stringify(r)); r = await tools.exec_command({cmd:'echo two'}); text(JSON.stringify(r));"), new Turn().Say("done")];
        await lab.Exec("go", model, [], script);
        var stop = Assert.Single(lab.Scratch.Record, r => (string?)r["kind"] == "stop");
        var receipt = stop["receipt"]!;
        Assert.Equal(3, (int?)receipt["ran"]);
        Assert.Empty(receipt["unseen"]!.AsArray());
        Assert.Empty(receipt["missing"]!.AsArray());
        Assert.True((bool?)receipt["complete"]);
        Assert.Equal((1, 1, 2), ((int?)receipt["hooks"]!["prompt"], (int?)receipt["hooks"]!["plan"], (int?)receipt["hooks"]!["decision"]));
    }

    [Fact]
    public async Task A_check_that_Codex_skipped_is_told_at_the_end_of_the_turn_and_by_status()
    {
        using var lab = await RealCodex.Installed();
        var config = Path.Combine(lab.Scratch.CodexHome, "config.toml");
        var lines = File.ReadAllLines(config).ToList();
        var at = lines.FindIndex(l => l.Contains(":pre_tool_use:", StringComparison.Ordinal));
        Assert.True(at >= 0, "the trust of PreToolUse is not where it was");
        lines.RemoveAt(lines.FindIndex(at, l => l.StartsWith("trusted_hash", StringComparison.Ordinal)));
        File.WriteAllLines(config, lines);

        await lab.Exec("go", new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("proof.txt"))); // Codex runs what an untrusted hook would have stopped
        var stop = Assert.Single(lab.Scratch.Record, r => (string?)r["kind"] == "stop");
        Assert.Equal("session.skipped", (string?)stop["rules"]![0]);
        Assert.Single(stop["receipt"]!["unseen"]!.AsArray());
        Assert.Contains("PreToolUse", stop["receipt"]!["missing"]!.ToJsonString());
        var status = await lab.Sallyport("status", "--codex-home", lab.Scratch.CodexHome);
        Assert.Contains("Codex ran 1 of 1 tool calls", status.Output);
        Assert.Equal(1, status.ExitCode);
    }

    [Fact]
    public async Task A_session_of_real_Codex_is_replayed_from_the_record_and_from_its_transcript()
    {
        using var lab = await RealCodex.Installed();
        await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("echo one"), new Turn().Shell("rm -rf ~"), new Turn().Say("done"));
        var record = await lab.Sallyport("replay", "--record");
        Assert.True(record.ExitCode == 0, record.Output + record.Error);
        Assert.Contains("Today would change 0 of 2 decisions", record.Output);

        File.WriteAllText(lab.InWork("proposed.json"), """{"rules":[{"id":"no-echo","tool":"Bash","action":"deny","command":"echo *"}]}""");
        var proposed = await lab.Sallyport("replay", "--record", "--policy", lab.InWork("proposed.json"));
        Assert.True(proposed.ExitCode == 1, proposed.Output + proposed.Error + string.Join("\n", lab.Scratch.Record));
        Assert.Contains("This policy would change 1 of 2 decisions: 1 stricter, 0 milder", proposed.Output);

        var transcript = await lab.Sallyport("replay", "--codex", Path.Combine(lab.Scratch.CodexHome, "sessions"));
        Assert.Contains("deny   Bash", transcript.Output);
        Assert.Contains("rm -rf ~", transcript.Output);
        Assert.Equal(1, transcript.ExitCode);

        File.WriteAllText(lab.InWork("other.jsonl"), "no transcript\n");
        var other = await lab.Sallyport("replay", "--codex", lab.InWork("other.jsonl"));
        Assert.Equal(3, other.ExitCode);
        Assert.DoesNotContain("would have let all", other.Output);
    }
}
