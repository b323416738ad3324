using System.Text;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>What a witness made of the latest checkpoint.</summary>
/// <param name="Note">The checkpoint with the witness's signature; null where it was not given.</param>
/// <param name="Message">What was seen.</param>
internal readonly record struct WitnessReport(SignedNote? Note, string Message);

/// <summary>
/// Signs checkpoints of a record for somebody who does not own it: only one that holds all that the last one it signed held. It keeps
/// that one where its key is, so whoever owns the record can neither rewrite nor cut what was witnessed. It writes nothing into the record.
/// </summary>
internal sealed class Witness(NoteKey key, string stateFile)
{
    private const int LongestNote = 64 * 1024;

    /// <summary>Looks at the latest checkpoint of a record and signs it.</summary>
    /// <param name="data">Whose record.</param>
    /// <param name="recordKey">The key the record must be signed with; null for the one it was first seen with.</param>
    /// <exception cref="StateException">There is no checkpoint, or a file cannot be read.</exception>
    public WitnessReport Look(DataDirectory data, NoteKey? recordKey)
    {
        var files = new AuditFiles(data);
        var latest = Note(files.Checkpoint) ?? throw new StateException($"{files.Checkpoint} is not there: nothing was signed yet. The end of a turn signs, and so does 'sallyport audit checkpoint'.");
        var before = Note(stateFile);
        recordKey ??= CheckpointStore.VerifierKey(files) ?? throw new StateException($"{files.VerifierKey} is not there: pass --record-key.");
        if (before is not null && !before.IsSignedBy(key)) return new WitnessReport(null, $"{stateFile} is not signed by {key.Name}: it is another witness's, or was changed");
        if (before is not null && !before.IsSignedBy(recordKey)) return new WitnessReport(null, "the record has another key now than when it was witnessed last");
        if (!latest.IsSignedBy(recordKey)) return new WitnessReport(null, $"the latest checkpoint is not signed by {recordKey.Name}");

        var now = Checkpoint.Parse(latest.Text);
        if (before is not null && Differs(data, Checkpoint.Parse(before.Text), now) is { } wrong) return new WitnessReport(null, wrong);
        if (before is null && Rebuilds(data, now) is { } unfounded) return new WitnessReport(null, unfounded);
        var signed = latest.WithSignatureOf(key);
        AtomicFile.Write(stateFile, Encoding.UTF8.GetBytes(signed.ToString()), durable: true);
        return new WitnessReport(signed, before is null ? $"witnessed {now.Size} rows, for the first time" : $"witnessed {now.Size} rows; all that was witnessed before is among them");
    }

    private static string? Differs(DataDirectory data, Checkpoint before, Checkpoint now)
    {
        if (before.Origin != now.Origin) return $"another record lies there now ({Sanitize.ForTerminal(now.Origin)})";
        if (before.Size > now.Size) return $"{before.Size} rows were witnessed, and the latest checkpoint is over {now.Size}";
        if (before.Size == now.Size) return before.Root.AsSpan().SequenceEqual(now.Root) ? null : $"the {now.Size} rows that were witnessed are others now";
        if (before.Size == 0) return null;
        return MerkleProof.VerifyConsistency(before.Size, now.Size, RecordProver.ProveConsistency(data, before.Size, now.Size), before.Root, now.Root)
            ? null
            : $"the record of {now.Size} rows does not begin with the {before.Size} rows that were witnessed";
    }

    // A witness that starts late has nothing to compare with: that the rows give what was signed is all it can know.
    private static string? Rebuilds(DataDirectory data, Checkpoint now)
    {
        var report = new AuditVerifier(new AuditFiles(data)).Verify();
        return report.Sound && report.Size >= now.Size ? null : $"the record does not verify: {report.Message}";
    }

    private static SignedNote? Note(string path)
    {
        if (AtomicFile.Read(path, LongestNote) is not { } bytes) return null;
        try
        {
            return SignedNote.Parse(Encoding.UTF8.GetString(bytes.Span));
        }
        catch (FormatException wrong)
        {
            throw new StateException($"{path}: {wrong.Message}.", wrong);
        }
    }
}
