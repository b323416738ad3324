using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>Shows one row to somebody who has only a checkpoint, or that a later checkpoint holds all of an earlier one.</summary>
internal static class RecordProver
{
    /// <summary>A proof for one row: a JSON object that <see cref="VerifyRow"/> needs nothing beside.</summary>
    /// <exception cref="StateException">The row is not there, or the record does not verify up to it.</exception>
    public static byte[] ProveRow(DataDirectory data, long sequence, long time)
    {
        var files = new AuditFiles(data);
        var note = AuditLog.Checkpoint(data, time);
        var size = Checkpoint.Parse(note.Text).Size;
        if (sequence < 0 || sequence >= size) throw new StateException($"there is no row {sequence}: the record holds {size}.");
        var line = "";
        var proof = Collect(files, size, MerkleRanges.Inclusion(sequence, size), sequence, (row, text) =>
        {
            if (row.Sequence == sequence) line = Encoding.UTF8.GetString(text);
        });

        var json = new CanonicalWriter();
        json.StartObject();
        json.Member("checkpoint"u8, note.ToString());
        WriteProof(json, "inclusion"u8, proof);
        json.Member("key"u8, CheckpointStore.VerifierKey(files)!.ToVerifier());
        json.Member("row"u8, line);
        json.Member("seq"u8, sequence);
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>Verifies a proof.</summary>
    /// <param name="proof">From <see cref="ProveRow"/>.</param>
    /// <param name="key">The key that must have signed; null to take the proof's own, which shows nothing about who signed.</param>
    /// <param name="line">The row that is proved.</param>
    /// <returns>Why it proves nothing, or null where it does.</returns>
    public static string? VerifyRow(ReadOnlyMemory<byte> proof, NoteKey? key, out string line)
    {
        line = "";
        try
        {
            using var json = Protocol.StrictJson.Parse(proof);
            var root = json.RootElement;
            var note = SignedNote.Parse(root.GetProperty("checkpoint").GetString()!);
            key ??= NoteKey.Parse(root.GetProperty("key").GetString()!);
            if (!note.IsSignedBy(key)) return $"the checkpoint is not signed by {key.Name}";
            var checkpoint = Checkpoint.Parse(note.Text);
            var row = root.GetProperty("row").GetString()!;
            var path = root.GetProperty("inclusion").EnumerateArray().Select(h => Convert.FromBase64String(h.GetString()!)).ToArray();
            var sequence = root.GetProperty("seq").GetInt64();
            if (!MerkleProof.VerifyInclusion(sequence, checkpoint.Size, MerkleHash.Leaf(Encoding.UTF8.GetBytes(row)), path, checkpoint.Root))
                return "the row is not in the record that the checkpoint was signed over";
            line = row;
            return null;
        }
        catch (Exception wrong) when (wrong is FormatException or KeyNotFoundException or InvalidOperationException or Protocol.MalformedInputException)
        {
            return "it is no proof";
        }
    }

    /// <summary>The proof that the record begins with what an earlier checkpoint holds.</summary>
    /// <exception cref="StateException">The record is smaller, or retention removed what the proof needs.</exception>
    public static byte[][] ProveConsistency(DataDirectory data, long size1, long size2)
    {
        if (size1 > size2) throw new StateException($"a record of {size2} rows cannot hold one of {size1}.");
        return Collect(new AuditFiles(data), size2, MerkleRanges.Consistency(size1, size2), size1, null);
    }

    internal static void WriteProof(CanonicalWriter json, ReadOnlySpan<byte> name, byte[][] proof)
    {
        json.Name(name);
        json.StartArray();
        foreach (var hash in proof) json.String(Convert.ToBase64String(hash));
        json.EndArray();
    }

    private delegate void SeeRow(AuditRow row, ReadOnlySpan<byte> line);

    private static byte[][] Collect(AuditFiles files, long size, List<LeafRange> ranges, long oldest, SeeRow? see)
    {
        MerkleRanges? pass = null;
        var walk = RecordWalk.Of(files,
            begins: tree =>
            {
                if (oldest < tree.Size) throw new StateException($"rows before {tree.Size} were removed by retention, and that proof needs them.");
                pass = new MerkleRanges(ranges, tree);
            },
            eachRow: (row, leaf, line) =>
            {
                if (row.Sequence >= size) return;
                pass!.Add(leaf);
                see?.Invoke(row, line);
            });
        walk.Run();
        if (walk.Fault is { } fault) throw new StateException($"the record does not verify: {fault.Message} ({fault.Place}).");
        if (walk.Tree.Size < size) throw new StateException($"the record holds {walk.Tree.Size} rows, not {size}.");
        return pass is null ? [] : pass.Proof();
    }
}
