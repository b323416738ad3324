using System.Text;
using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Integrity;

namespace Sallyport.Tests.Audit;

public class AppendTests
{
    [Fact]
    public void Rows_follow_each_other_and_the_head_holds_the_tree_over_them()
    {
        using var record = new ScratchRecord();
        record.AppendMany(20);
        var tree = new MerkleFrontier();
        var last = AuditRow.NoRow;
        foreach (var line in record.Lines())
        {
            Assert.True(AuditRow.TryRead(Encoding.UTF8.GetBytes(line), out var row));
            Assert.Equal(tree.Size, row.Sequence);
            Assert.Equal(last, row.Previous);
            last = MerkleHash.Leaf(Encoding.UTF8.GetBytes(line));
            tree.AppendHash(last);
        }
        Assert.Equal(21, tree.Size); // the segment's own row, and twenty
        Assert.Equal(tree.Root(), record.Head.Tree.Root());
        Assert.Equal(AuditHead.FileSize, new FileInfo(record.Files.Head).Length);
    }

    [Fact]
    public void Every_line_is_canonical_as_written()
    {
        using var record = new ScratchRecord();
        AuditLog.Append(record.Data, ScratchRecord.Full(), record.Options);
        record.Append(new string('x', 300_000));
        record.Append();
        Assert.All(record.Lines(), line => Assert.Equal(line, Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(line)))));
    }

    [Fact]
    public void What_is_too_large_for_a_row_is_kept_whole_in_parts()
    {
        using var record = new ScratchRecord();
        var text = string.Concat(Enumerable.Repeat("né\n\u0001😀", 40_000));
        record.Append(text);
        var rows = record.Lines().Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var parts = rows.Where(r => r.GetProperty("kind").GetString() == "part").ToList();
        var whole = rows[^1].GetProperty("textParts");
        Assert.Equal(parts.Count, whole.GetProperty("parts").GetInt32());
        Assert.Equal(parts[0].GetProperty("seq").GetInt64(), whole.GetProperty("first").GetInt64());
        Assert.Equal(text, JsonDocument.Parse(string.Concat(parts.Select(p => p.GetProperty("data").GetString()))).RootElement.GetString());
        Assert.True(record.Lines().Max(l => l.Length) < 512 * 1024);
    }

    [Fact]
    public void What_is_too_large_even_for_parts_is_kept_by_its_beginning_and_its_hash()
    {
        using var record = new ScratchRecord();
        var text = new string('y', RecordLine.MostInParts + 100);
        record.Append(text);
        var whole = JsonDocument.Parse(record.Lines()[^1]).RootElement.GetProperty("textParts");
        Assert.Equal(text.Length + 2, whole.GetProperty("bytes").GetInt64());
        Assert.Equal(RecordLine.PartSize, whole.GetProperty("kept").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes($"\"{text}\""))), whole.GetProperty("sha256").GetString());
    }

    [Fact]
    public void Every_so_many_rows_a_checkpoint_is_signed()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 5 } };
        for (var i = 0; i < 23; i++)
        {
            record.Append();
            var sizes = CheckpointStore.Kept(record.Files, out _).Select(n => Checkpoint.Parse(n.Text).Size).ToArray();
            Assert.Equal(Enumerable.Range(1, (int)record.Head.Tree.Size / 5).Select(n => 5L * n), sizes);
        }
        Assert.Equal(4, new AuditVerifier(record.Files).Verify().Checkpoints);
        Assert.True(SignedNote.Parse(File.ReadAllText(record.Files.Checkpoint)).IsSignedBy(CheckpointStore.VerifierKey(record.Files)!));
    }

    [Fact]
    public void A_new_segment_begins_with_the_tree_over_all_before_it()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, SegmentBytes = 2000 } };
        record.AppendMany(40);
        Assert.True(record.Files.Segments().Length > 3);
        Assert.Equal(record.Files.Segments().Length + 40, record.Head.Tree.Size);
        var before = new MerkleFrontier();
        foreach (var segment in record.Files.Segments())
        {
            var start = SegmentRow.Read(Encoding.UTF8.GetBytes(record.Lines(segment)[0]))!;
            Assert.Equal(before.Root(), start.Tree.Root());
            foreach (var line in record.Lines(segment)) before.Append(Encoding.UTF8.GetBytes(line));
        }
    }

    [Fact]
    public void Retention_lets_the_oldest_go_and_says_so()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, SegmentBytes = 2000, KeepBytes = 5000 } };
        record.AppendMany(60);
        Assert.True(record.Files.Segments()[0] > 1);
        Assert.True(record.Files.Segments().Length <= 5);
        Assert.Contains(record.Files.Segments().SelectMany(s => record.Lines(s)), l => l.Contains("\"kind\":\"retention\""));
    }
}
