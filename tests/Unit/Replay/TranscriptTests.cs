using System.Text;
using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Replay;
using Sallyport.Tests.Audit;

namespace Sallyport.Tests.Replay;

public class TranscriptTests
{
    private static readonly string[] Session =
    [
        """{"type":"session_meta","payload":{"session_id":"s-1","id":"s-1","cwd":"/home/dev/app"}}""",
        """{"type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"<environment_context>\n</environment_context>"}]}}""",
        """{"type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"clean up"}]}}""",
        """{"type":"response_item","payload":{"type":"function_call","name":"exec_command","arguments":"{\"cmd\":\"ls\",\"workdir\":\"src\"}","call_id":"c1"}}""",
        """{"type":"event_msg","payload":{"type":"item_completed","item":{"type":"CommandExecution","id":"c1","source":"unified_exec_startup","command":["/bin/bash","-lc","ls"]}}}""",
        """{"type":"response_item","payload":{"type":"function_call_output","call_id":"c1","output":"main.c"}}""",
        """{"type":"response_item","payload":{"type":"custom_tool_call","name":"apply_patch","input":"*** Begin Patch\n*** Add File: a.txt\n+x\n*** End Patch\n","call_id":"c2"}}""",
        """{"type":"response_item","payload":{"type":"custom_tool_call","name":"exec","input":"await tools.exec_command({cmd:'rm -rf ~'})","call_id":"c3"}}""",
        """{"type":"event_msg","payload":{"type":"item_completed","item":{"type":"CommandExecution","id":"exec-1","source":"unified_exec_startup","command":["/bin/bash","-lc","rm -rf ~"],"cwd":"file:///home/dev/app"}}}""",
        """{"type":"event_msg","payload":{"type":"item_completed","item":{"type":"FileChange","id":"exec-2","changes":{"/home/dev/app/b.txt":{"type":"update","unified_diff":"@@ -1 +1 @@\n-a\n+b\n"}}}}}""",
        """{"type":"response_item","payload":{"type":"function_call","name":"read_thing","namespace":"mcp__files","arguments":"{\"path\":\"x\"}","call_id":"c4"}}""",
        """{"type":"response_item","payload":{"type":"function_call","name":"write_stdin","arguments":"{}","call_id":"c5"}}""",
        "no json",
        """{"type":"response_item","payload":{"type":"message","role":"assistant","content":[{"type":"output_text","text":"done"}]}}""",
    ];

    private static List<TranscriptEvent> Read(TranscriptReader reader, IEnumerable<string> lines) => [.. lines.SelectMany(l => reader.Read(Encoding.UTF8.GetBytes(l)))];

    [Fact]
    public void Calls_are_told_as_hooks_would_have_been_told_them()
    {
        var reader = new TranscriptReader();
        var all = Read(reader, Session);
        Assert.Equal(["Bash", "apply_patch", "Bash", "apply_patch", "mcp__files__read_thing"], all.Where(e => e.Kind == TranscriptKind.Call).Select(e => e.Tool));
        Assert.Equal("/home/dev/app/src", all.First(e => e.Id == "c1").Cwd);
        Assert.Equal("rm -rf ~", all.First(e => e.Id == "exec-1").Input.GetProperty("command").GetString());
        Assert.Contains("*** Update File: /home/dev/app/b.txt\n@@\n-a\n+b\n", all.First(e => e.Id == "exec-2").Input.GetProperty("command").GetString());
        Assert.Equal("clean up", Assert.Single(all, e => e.Kind == TranscriptKind.Prompt).Text);
        Assert.Equal("done", Assert.Single(all, e => e.Kind == TranscriptKind.Answer).Text);
        Assert.Equal(1, reader.Unreadable);
        Assert.False(reader.Guarded);
        Assert.Equal("s-1", reader.Session);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"payload":7}""")]
    [InlineData("""{"type":"response_item","payload":{"type":"function_call","name":7,"arguments":[],"call_id":{}}}""")]
    [InlineData("""{"type":"response_item","payload":{"type":"function_call","name":"exec_command","arguments":"{","call_id":"c"}}""")]
    [InlineData("""{"type":"event_msg","payload":{"type":"item_completed","item":{"type":"CommandExecution","id":"x","command":[]}}}""")]
    public void Strange_lines_are_borne(string line) => Assert.All(Read(new TranscriptReader(), [line]), e => Assert.NotNull(e.Tool));

    [Fact]
    public void A_past_session_is_judged_as_if_it_happened_today()
    {
        using var record = new ScratchRecord();
        var path = Path.Combine(record.Data.Root, "rollout-1.jsonl");
        var token = "AKIA" + "QYLPMN5HFIQR7XYA";
        File.WriteAllLines(path, [.. Session, $$$"""{"type":"response_item","payload":{"type":"function_call_output","call_id":"c4","output":"aws_access_key_id = {{{token}}}"}}"""]);
        var surroundings = new Surroundings { Home = "/home/dev", CodexHome = "/home/dev/.codex", DataDirectory = record.Data.Root, Workspace = "/home/dev/app", Environment = new Dictionary<string, string> { ["HOME"] = "/home/dev" }, GuardPaths = [] };
        var would = new List<WouldBe>();
        var replay = new TranscriptReplay(surroundings, SettingsLayers.Combine(null, null, _ => null, false, null, []), _ => PolicyInForce.None);
        replay.Run(path, would.Add);
        Assert.Equal((5, 1, 2, 1), (replay.Calls, replay.Prompts, replay.Results, replay.Unreadable));
        var call = Assert.Single(would, w => w.Kind == TranscriptKind.Call);
        Assert.Equal(("deny", "rm -rf ~"), (call.Verdict, call.What));
        var result = Assert.Single(would, w => w.Kind == TranscriptKind.Result);
        Assert.Equal(("redact", "aws-access-key-id"), (result.Verdict, result.Rule));
        Assert.All(would, w => Assert.DoesNotContain(token, w.What + w.Reason));
    }
}
