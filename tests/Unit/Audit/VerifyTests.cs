using System.Text;
using Sallyport.Audit;
using Sallyport.Integrity;

namespace Sallyport.Tests.Audit;

public class VerifyTests
{
    private static VerifyReport Verify(ScratchRecord record, TrustedCheckpoint? kept = null) => new AuditVerifier(record.Files).Verify(kept);

    private static ScratchRecord Ten()
    {
        var record = new ScratchRecord();
        record.AppendMany(10);
        return record;
    }

    private static void Rewrite(ScratchRecord record, Func<List<string>, List<string>> change) =>
        File.WriteAllText(record.Files.Segment(1), string.Concat(change([.. record.Lines()]).Select(l => l + "\n")));

    [Fact]
    public void A_record_that_nobody_touched_is_valid()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 7, SegmentBytes = 3000 } };
        record.AppendMany(60);
        var report = Verify(record);
        Assert.True(report.Outcome == VerifyOutcome.Valid, report.Message);
        Assert.True(report.Checkpoints > 5);
        Assert.Equal(record.Head.Tree.Size, report.Size);
        Assert.Equal(Convert.ToHexStringLower(record.Head.Tree.Root()), report.Root);
    }

    [Fact]
    public void No_record_yet_is_valid()
    {
        using var record = new ScratchRecord();
        Assert.Equal(VerifyOutcome.Valid, Verify(record).Outcome);
    }

    [Fact]
    public void Any_byte_that_is_flipped_is_found()
    {
        using var record = new ScratchRecord();
        record.AppendMany(4);
        var bytes = File.ReadAllBytes(record.Files.Segment(1));
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            File.WriteAllBytes(record.Files.Segment(1), changed);
            Assert.False(Verify(record).Outcome == VerifyOutcome.Valid, $"byte {i}");
            if (i < bytes.Length - 1) Assert.False(Verify(record).Sound, $"byte {i}");
        }
    }

    [Fact]
    public void A_changed_row_is_named()
    {
        using var record = Ten();
        Rewrite(record, lines => [.. lines.Select(l => l.Replace("row 4", "row X", StringComparison.Ordinal))]);
        var report = Verify(record);
        Assert.Equal(VerifyOutcome.Changed, report.Outcome);
        Assert.Contains("row 5 is not what row 6 says it was", report.Message);
    }

    [Fact]
    public void A_changed_last_row_is_found_by_the_head()
    {
        using var record = Ten();
        Rewrite(record, lines => [.. lines.Select(l => l.Replace("row 9", "row X", StringComparison.Ordinal))]);
        Assert.Equal(VerifyOutcome.Changed, Verify(record).Outcome);
    }

    [Fact]
    public void A_removed_row_is_named()
    {
        using var record = Ten();
        Rewrite(record, lines => [.. lines[..4], .. lines[6..]]);
        var report = Verify(record);
        Assert.Equal(VerifyOutcome.Removed, report.Outcome);
        Assert.Contains("rows 4 to 5 are missing", report.Message);
    }

    [Fact]
    public void Rows_in_another_order_are_named()
    {
        using var record = Ten();
        Rewrite(record, lines => [.. lines[..4], lines[5], lines[4], .. lines[6..]]);
        Assert.Equal(VerifyOutcome.Reordered, Verify(record).Outcome);
    }

    [Fact]
    public void A_row_that_was_put_in_is_found()
    {
        using var record = Ten();
        Rewrite(record, lines => [.. lines[..4], lines[3].Replace("row 2", "row Z", StringComparison.Ordinal), .. lines[4..]]);
        var report = Verify(record);
        Assert.Equal(VerifyOutcome.Forked, report.Outcome);
        Assert.Contains("two rows claim to be row 3", report.Message);
    }

    [Fact]
    public void Rows_cut_off_at_the_end_are_found()
    {
        using var record = Ten();
        Rewrite(record, lines => lines[..8]);
        Assert.Equal(VerifyOutcome.Truncated, Verify(record).Outcome);
    }

    [Fact]
    public void Rows_cut_off_together_with_the_head_are_found_by_the_checkpoint()
    {
        using var record = Ten();
        var (head, segment) = (File.ReadAllBytes(record.Files.Head), File.ReadAllBytes(record.Files.Segment(1)));
        record.AppendMany(3);
        var note = AuditLog.Checkpoint(record.Data, 0);
        File.WriteAllBytes(record.Files.Head, head);
        File.WriteAllBytes(record.Files.Segment(1), segment);
        Assert.Equal(VerifyOutcome.Truncated, Verify(record).Outcome);
        File.Delete(record.Files.Checkpoints);
        Assert.Equal(VerifyOutcome.Valid, Verify(record).Outcome); // all that lies here agrees …
        Assert.Equal(VerifyOutcome.Truncated, Verify(record, new TrustedCheckpoint(note, [])).Outcome); // … and one kept elsewhere does not
    }

    [Fact]
    public void A_history_written_anew_is_found_by_a_checkpoint()
    {
        using var record = Ten();
        var note = AuditLog.Checkpoint(record.Data, 0);
        var origin = record.Head.Origin;
        using var other = new ScratchRecord();
        other.AppendMany(9);
        other.Append("another tenth");
        var lines = other.Lines();
        Assert.Equal(VerifyOutcome.Forked, Verify(other, new TrustedCheckpoint(note, [CheckpointStore.VerifierKey(record.Files)!])).Outcome);
        Assert.NotEqual(origin, other.Head.Origin);
    }

    [Fact]
    public void A_record_that_was_wiped_and_begun_anew_is_told_by_its_key()
    {
        using var record = Ten();
        AuditLog.Checkpoint(record.Data, 0);
        var origin = record.Head.Origin;
        Directory.Delete(record.Files.Directory, recursive: true);
        Directory.CreateDirectory(record.Files.Directory);
        var wiped = Verify(record);
        Assert.Equal(VerifyOutcome.Truncated, wiped.Outcome);
        Assert.Contains(origin, wiped.Message);
        record.AppendMany(3);
        AuditLog.Checkpoint(record.Data, 0);
        Assert.Equal(VerifyOutcome.Truncated, Verify(record).Outcome);
        using var anew = new ScratchRecord();
        anew.AppendMany(3);
        AuditLog.Checkpoint(anew.Data, 0);
        Assert.Equal(VerifyOutcome.Valid, Verify(anew).Outcome);
    }

    [Fact]
    public void A_segment_that_is_gone_is_found()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, SegmentBytes = 1500 } };
        record.AppendMany(30);
        File.Delete(record.Files.Segment(2));
        Assert.Equal(VerifyOutcome.Removed, Verify(record).Outcome);
        File.Delete(record.Files.Segment(1));
        Assert.Equal(VerifyOutcome.Truncated, Verify(record).Outcome);
    }

    [Fact]
    public void What_retention_removed_is_known_and_the_rest_verifies()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 20, SegmentBytes = 2000, KeepBytes = 5000 } };
        record.AppendMany(60);
        var report = Verify(record);
        Assert.True(report.Outcome == VerifyOutcome.Valid, report.Message);
        Assert.True(report.First > 0);
        Assert.Contains(report.Notes, n => n.Contains("removed by retention"));
    }

    [Fact]
    public void An_older_head_is_found()
    {
        using var record = Ten();
        var head = File.ReadAllBytes(record.Files.Head);
        record.AppendMany(2);
        File.WriteAllBytes(record.Files.Head, head);
        Assert.Equal(VerifyOutcome.Changed, Verify(record).Outcome);
    }

    [Fact]
    public void A_stripped_signature_is_found()
    {
        using var record = Ten();
        var note = AuditLog.Checkpoint(record.Data, 0);
        var key = CheckpointStore.VerifierKey(record.Files)!;
        var other = NoteKey.FromSeed("somebody", new byte[32]);
        Assert.True(Verify(record, new TrustedCheckpoint(note, [key])).Anchored);
        Assert.Equal(VerifyOutcome.Unsigned, Verify(record, new TrustedCheckpoint(note with { Signatures = [] }, [key])).Outcome);
        Assert.Equal(VerifyOutcome.Unsigned, Verify(record, new TrustedCheckpoint(note, [key, other])).Outcome);
        Assert.True(Verify(record, new TrustedCheckpoint(note.WithSignatureOf(other), [key, other])).Sound);
        File.WriteAllText(record.Files.Checkpoints, "");
        Assert.Equal(VerifyOutcome.Unsigned, Verify(record).Outcome);
    }

    [Fact]
    public void One_row_is_proved_without_the_others()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, SegmentBytes = 2000, KeepBytes = 5000 } };
        record.AppendMany(60);
        var first = SegmentRow.Read(Encoding.UTF8.GetBytes(record.Lines(record.Files.Segments()[0])[0]))!.Tree.Size;
        for (var row = first; row < record.Head.Tree.Size; row += 5)
        {
            var proof = RecordProver.ProveRow(record.Data, row, 0);
            Assert.Null(RecordProver.VerifyRow(proof, CheckpointStore.VerifierKey(record.Files), out var line));
            Assert.Contains($"\"seq\":{row},", line);
            var touched = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(proof).Replace("\\\"v\\\":1", "\\\"v\\\":2", StringComparison.Ordinal));
            Assert.NotNull(RecordProver.VerifyRow(touched, null, out _));
            Assert.NotNull(RecordProver.VerifyRow(proof, NoteKey.FromSeed("somebody", new byte[32]), out _));
        }
        Assert.Throws<Sallyport.State.StateException>(() => RecordProver.ProveRow(record.Data, 0, 0));
    }

    [Fact]
    public void A_record_is_proved_to_go_on_from_an_earlier_one()
    {
        using var record = Ten();
        var before = record.Head.Tree;
        record.AppendMany(13);
        var after = record.Head.Tree;
        Assert.True(MerkleProof.VerifyConsistency(before.Size, after.Size, RecordProver.ProveConsistency(record.Data, before.Size, after.Size), before.Root(), after.Root()));
    }
}
