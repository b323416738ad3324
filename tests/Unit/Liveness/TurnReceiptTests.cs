using System.Text;
using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Liveness;
using Sallyport.Tests.Audit;

namespace Sallyport.Tests.Liveness;

public class TurnReceiptTests
{
    private const string Subject = "00112233445566778899aabbccddeeff";

    private static string Started(string turn) => $$$"""{"type":"event_msg","payload":{"type":"task_started","turn_id":"{{{turn}}}"}}""";

    private static string Ran(string turn, string id, string kind = "CommandExecution", string source = "unified_exec_startup") =>
        $$$$"""{"type":"event_msg","payload":{"type":"item_completed","turn_id":"{{{{turn}}}}","item":{"type":"{{{{kind}}}}","id":"{{{{id}}}}","source":"{{{{source}}}}"}}}""";

    private static string Transcript(ScratchRecord record, params string[] lines)
    {
        var path = Path.Combine(record.Data.Root, "rollout.jsonl");
        File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")));
        return path;
    }

    private static void Row(ScratchRecord record, string kind, string turn, string? id = null) =>
        AuditLog.Append(record.Data, new AuditRecord { Kind = kind, Time = 0, Session = "s-1", Turn = turn, ToolUseId = id }, record.Options);

    [Fact]
    public void A_turn_of_which_everything_was_seen()
    {
        using var record = new ScratchRecord();
        Row(record, "prompt", "t-0");
        Row(record, "prompt", "t-1");
        Row(record, "decision", "t-1", "c1");
        Row(record, "result", "t-1", "c1");
        CallLedger.Add(record.Data, "s-1", null, "c1", Subject);
        var path = Transcript(record, Started("t-0"), Ran("t-0", "c0"), Started("t-1"), Ran("t-1", "c1"));
        var receipt = TurnReceipt.Of(record.Data, "s-1", "t-1", path);
        Assert.Empty(receipt.Unseen);
        Assert.Empty(receipt.Missing);
        Assert.True(receipt.Complete);
        Assert.Equal((1, 0), (receipt.Ran, receipt.WithoutResult));
        var json = JsonDocument.Parse(receipt.ToJson()).RootElement;
        Assert.Equal(1, json.GetProperty("hooks").GetProperty("decision").GetInt32());
    }

    [Fact]
    public void A_call_that_ran_unchecked_is_named_and_the_hook_that_was_skipped()
    {
        using var record = new ScratchRecord();
        Row(record, "prompt", "t-1");
        CallLedger.Add(record.Data, "s-1", null, "c1", Subject);
        var path = Transcript(record, Started("t-1"), Ran("t-1", "c1"), Ran("t-1", "c2", "McpToolCall"), Ran("t-1", "c3", "FileChange"));
        var receipt = TurnReceipt.Of(record.Data, "s-1", "t-1", path);
        Assert.Equal(["c2", "c3"], receipt.Unseen);
        Assert.Equal(["PreToolUse", "PostToolUse"], receipt.Missing);
        Assert.Equal(3, receipt.WithoutResult);
    }

    [Fact]
    public void What_fires_no_hook_is_not_missed()
    {
        using var record = new ScratchRecord();
        Row(record, "prompt", "t-1");
        var path = Transcript(record, Started("t-1"), Ran("t-1", "c1", source: "userShell"), Ran("t-1", "c2", source: "unified_exec_interaction"), Ran("t-1", "c3", "AgentMessage"),
            """{"type":"response_item","payload":{"type":"message","content":[{"text":"\"item_completed\" CommandExecution"}]}}""");
        Assert.Equal(0, TurnReceipt.Of(record.Data, "s-1", "t-1", path).Ran);
    }

    [Fact]
    public void A_turn_without_a_prompt_row_misses_its_hook()
    {
        using var record = new ScratchRecord();
        Row(record, "decision", "t-1", "c1");
        Assert.Equal(["UserPromptSubmit"], TurnReceipt.Of(record.Data, "s-1", "t-1", null).Missing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json \"item_completed\" \"t-1\"\n")]
    [InlineData("{\"payload\":[\"item_completed\",\"t-1\"]}\n")]
    [InlineData("{\"payload\":{\"type\":\"item_completed\",\"turn_id\":\"t-1\",\"item\":{\"type\":7,\"id\":[]}}}\n")]
    public void A_transcript_that_is_none_is_borne(string text)
    {
        using var record = new ScratchRecord();
        var path = Transcript(record);
        File.WriteAllText(path, text);
        Assert.Equal(0, TurnReceipt.Of(record.Data, "s-1", "t-1", path).Ran);
        Assert.Null(TurnReceipt.Of(record.Data, "s-1", "t-1", null).Ran);
    }

    [Fact]
    public void Of_a_huge_file_no_more_is_read_than_the_turn_needs()
    {
        using var record = new ScratchRecord();
        var path = Path.Combine(record.Data.Root, "huge.jsonl");
        using (var file = File.Create(path))
        {
            file.SetLength(1L << 31); // a hole: what is not read costs nothing
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes($"\n{Started("t-1")}\n{new string('x', 2_000_000)}\n{Ran("t-1", "c1")}\n"));
        }
        var ran = TranscriptTurn.Ran(path, "t-1", out var complete);
        Assert.Equal(["c1"], ran);
        Assert.True(complete);
    }
}
