using System.Text;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Tests.Audit;

public sealed class WitnessTests : IDisposable
{
    private static readonly NoteKey s_key = NoteKey.FromSeed("witness.example", [.. Enumerable.Repeat((byte)7, 32)]);
    private readonly ScratchRecord _record = new();
    private readonly string _state = Path.Combine(Directory.CreateTempSubdirectory("sallyport-witness-").FullName, "state");

    private Witness Witness => new(s_key, _state);

    private NoteKey Own => CheckpointStore.VerifierKey(_record.Files)!;

    public void Dispose()
    {
        _record.Dispose();
        Directory.Delete(Path.GetDirectoryName(_state)!, recursive: true);
    }

    private void Add(int rows)
    {
        _record.AppendMany(rows);
        AuditLog.Checkpoint(_record.Data, 0);
    }

    private void Refused(string why)
    {
        var before = File.Exists(_state) ? File.ReadAllText(_state) : null;
        var report = Witness.Look(_record.Data, null);
        Assert.Null(report.Note);
        Assert.Contains(why, report.Message);
        Assert.Equal(before, File.Exists(_state) ? File.ReadAllText(_state) : null);
    }

    [Fact]
    public void What_goes_on_from_what_was_witnessed_is_witnessed_and_both_keys_verify()
    {
        foreach (var rows in (int[])[3, 5, 0, 40])
        {
            Add(rows);
            var report = Witness.Look(_record.Data, null);
            Assert.True(report.Note is not null, report.Message);
            Assert.True(report.Note.IsSignedBy(s_key) && report.Note.IsSignedBy(Own));
        }
        var kept = SignedNote.Parse(File.ReadAllText(_state));
        Assert.True(new AuditVerifier(_record.Files).Verify(new TrustedCheckpoint(kept, [Own, s_key])) is { Sound: true, Anchored: true });
        var stripped = kept with { Signatures = [kept.Signatures[0]] };
        Assert.Equal(VerifyOutcome.Unsigned, new AuditVerifier(_record.Files).Verify(new TrustedCheckpoint(stripped, [Own, s_key])).Outcome);
    }

    [Fact]
    public void A_record_rolled_back_and_signed_anew_is_not_witnessed()
    {
        Add(10);
        var (head, segment) = (File.ReadAllBytes(_record.Files.Head), File.ReadAllBytes(_record.Files.Segment(1)));
        Add(10);
        Assert.NotNull(Witness.Look(_record.Data, null).Note);
        File.WriteAllBytes(_record.Files.Head, head);
        File.WriteAllBytes(_record.Files.Segment(1), segment);
        File.Delete(_record.Files.Checkpoints);
        AuditLog.Checkpoint(_record.Data, 0);
        Assert.True(new AuditVerifier(_record.Files).Verify().Sound); // all that lies there agrees with itself
        Refused("rows were witnessed, and the latest checkpoint is over");
    }

    [Fact]
    public void Another_history_under_the_same_key_and_name_is_not_witnessed()
    {
        Add(10);
        var (head, segment) = (File.ReadAllBytes(_record.Files.Head), File.ReadAllBytes(_record.Files.Segment(1)));
        Add(10);
        Assert.NotNull(Witness.Look(_record.Data, null).Note);
        File.WriteAllBytes(_record.Files.Head, head);
        File.WriteAllBytes(_record.Files.Segment(1), segment);
        File.Delete(_record.Files.Checkpoints);
        for (var i = 0; i < 20; i++) _record.Append($"told otherwise {i}");
        AuditLog.Checkpoint(_record.Data, 0);
        Assert.True(new AuditVerifier(_record.Files).Verify().Sound);
        Refused("does not begin with the");
    }

    [Fact]
    public void Another_record_another_key_and_a_state_that_was_touched_are_told()
    {
        Add(3);
        Assert.NotNull(Witness.Look(_record.Data, null).Note);
        var kept = File.ReadAllText(_state);
        File.WriteAllText(_state, SignedNote.Sign(SignedNote.Parse(kept).Text, NoteKey.FromSeed("somebody", new byte[32])).ToString());
        Refused("is not signed by witness.example");
        File.WriteAllText(_state, kept);
        File.Delete(_record.Files.SigningKey);
        File.Delete(_record.Files.VerifierKey);
        Add(1);
        Refused("another key now");
        File.WriteAllText(_state, "nothing of the kind");
        Assert.Throws<StateException>(() => Witness.Look(_record.Data, null));
    }

    [Fact]
    public void Without_a_checkpoint_or_over_rows_that_were_changed_nothing_is_signed()
    {
        _record.AppendMany(3);
        Assert.Throws<StateException>(() => Witness.Look(_record.Data, null));
        Add(1);
        File.WriteAllBytes(_record.Files.Segment(1), Encoding.UTF8.GetBytes(File.ReadAllText(_record.Files.Segment(1)).Replace("row 1", "row !", StringComparison.Ordinal)));
        Refused("does not verify");
    }

    [Fact]
    public void Retention_does_not_come_between_a_witness_and_the_record()
    {
        _record.Options = new() { CheckpointEvery = 0, SegmentBytes = 2000, KeepBytes = 6000 };
        for (var round = 0; round < 12; round++)
        {
            Add(9);
            Assert.NotNull(Witness.Look(_record.Data, null).Note);
        }
        Assert.True(_record.Files.Segments()[0] > 1);
    }
}
