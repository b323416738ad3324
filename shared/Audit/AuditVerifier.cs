using System.Globalization;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>A checkpoint that somebody kept elsewhere, and the keys that must have signed it.</summary>
/// <param name="Note">The checkpoint.</param>
/// <param name="Keys">All of them must have signed; none for this machine's own key.</param>
internal sealed record TrustedCheckpoint(SignedNote Note, IReadOnlyList<NoteKey> Keys);

/// <summary>Verifies the whole record against itself, its head and its checkpoints.</summary>
internal sealed class AuditVerifier(AuditFiles files)
{
    private readonly Dictionary<long, byte[]> _roots = [];
    private readonly List<string> _notes = [];
    private readonly List<Checkpoint> _checkpoints = [];
    private long _ownRowsBehindHead;
    private bool _retained;
    private WalkFault? _mended;

    /// <summary>Verifies.</summary>
    /// <param name="kept">A checkpoint from elsewhere, or null.</param>
    /// <param name="progress">Told how many of how many bytes are done.</param>
    public VerifyReport Verify(TrustedCheckpoint? kept = null, Action<long, long>? progress = null)
    {
        if (ReadCheckpoints(kept) is { } unsigned) return Report(null, unsigned, kept);
        RecordWalk walk = null!;
        long headSize = long.MaxValue;
        walk = RecordWalk.Of(files, begins: tree => Remember(tree), eachRow: (row, _, line) =>
        {
            Remember(walk.Tree);
            if (row.Sequence >= headSize && row.Kind is not ("part" or SegmentRow.Kind or Mending.Kind or Retention.Kind)) _ownRowsBehindHead++;
            if (row.Kind == Retention.Kind) _retained = true;
            if (row.Kind == Mending.Kind) Note(row, line);
        }, progress: done => progress?.Invoke(done, walk.TotalBytes));
        if (walk.Head is { } head)
        {
            _roots[head.Tree.Size] = [];
            headSize = head.Tree.Size;
        }
        walk.Run();
        progress?.Invoke(walk.TotalBytes, walk.TotalBytes);
        return Report(walk, walk.Fault ?? AgainstCheckpoints(walk) ?? AgainstHead(walk) ?? AtTheFront(walk) ?? _mended ?? AgainstKey(walk), kept);
    }

    private WalkFault? ReadCheckpoints(TrustedCheckpoint? kept)
    {
        var own = CheckpointStore.VerifierKey(files);
        var notes = CheckpointStore.Kept(files, out var unreadable);
        foreach (var note in notes)
        {
            if (own is null || !note.IsSignedBy(own))
                return new WalkFault(VerifyOutcome.Unsigned, $"a checkpoint is not signed with this record's key{(own is null ? $", and {files.VerifierKey} is missing" : "")}", files.Checkpoints);
            if (Add(note, files.Checkpoints) is { } wrong) return wrong;
        }
        if (unreadable > 0) _notes.Add($"{unreadable} lines of {files.Checkpoints} are no checkpoints");
        if (kept is null) return null;
        IReadOnlyList<NoteKey> keys = kept.Keys.Count > 0 ? kept.Keys : own is null ? [] : [own];
        if (keys.Count == 0) return new WalkFault(VerifyOutcome.Unsigned, "there is no key to verify the checkpoint with", "the checkpoint given");
        foreach (var key in keys)
            if (!kept.Note.IsSignedBy(key)) return new WalkFault(VerifyOutcome.Unsigned, $"the checkpoint given is not signed by {key.Name}", "the checkpoint given");
        if (kept.Keys.Count == 0) _notes.Add("the checkpoint was verified with the key that lies on this machine: pass --key to verify with one kept elsewhere");
        return Add(kept.Note, "the checkpoint given");
    }

    private WalkFault? Add(SignedNote note, string place)
    {
        try
        {
            var checkpoint = Checkpoint.Parse(note.Text);
            _checkpoints.Add(checkpoint);
            _roots[checkpoint.Size] = [];
            return null;
        }
        catch (FormatException wrong)
        {
            return new WalkFault(VerifyOutcome.Unsigned, wrong.Message, place);
        }
    }

    private void Remember(MerkleFrontier tree)
    {
        if (_roots.ContainsKey(tree.Size)) _roots[tree.Size] = tree.Root();
    }

    private WalkFault? AgainstCheckpoints(RecordWalk walk)
    {
        foreach (var checkpoint in _checkpoints)
        {
            var size = checkpoint.Size.ToString(CultureInfo.InvariantCulture);
            if (walk.Origin.Length > 0 && checkpoint.Origin != walk.Origin)
                return new WalkFault(VerifyOutcome.Forked, $"a checkpoint is of another record ({Sanitize.ForTerminal(checkpoint.Origin)})", files.Directory);
            if (checkpoint.Size > walk.Tree.Size)
                return new WalkFault(VerifyOutcome.Truncated, $"a checkpoint was signed over {size} rows, and there are {walk.Tree.Size}", files.Directory);
            if (checkpoint.Size < Math.Max(0, walk.First)) continue; // of rows that retention removed
            if (!_roots[checkpoint.Size].AsSpan().SequenceEqual(checkpoint.Root) && checkpoint.Size > 0)
                return new WalkFault(VerifyOutcome.Forked, $"the first {size} rows are not those that a checkpoint was signed over", files.Directory);
        }
        return null;
    }

    private WalkFault? AgainstHead(RecordWalk walk)
    {
        if (walk.Head is { Checkpoint: > 0 and var signed } && !_checkpoints.Exists(c => c.Size == signed))
            return new WalkFault(VerifyOutcome.Unsigned, $"the checkpoint over {signed} rows is missing", files.Checkpoints);
        if (walk.Head is not { } head)
        {
            if (walk.Tree.Size == 0 && !File.Exists(files.Head)) return null;
            return new WalkFault(VerifyOutcome.Changed, "the head is missing or damaged; the next row will make it again, and say so", files.Head);
        }
        if (head.Tree.Size > walk.Tree.Size)
            return new WalkFault(VerifyOutcome.Truncated, $"the head knows {head.Tree.Size} rows, and there are {walk.Tree.Size}", files.Head);
        if (walk.First >= 0 && head.Tree.Size < walk.First)
            return new WalkFault(VerifyOutcome.Changed, $"the head is older than the first row there is ({walk.First})", files.Head);
        if (!_roots[head.Tree.Size].AsSpan().SequenceEqual(head.Tree.Root()) && head.Tree.Size > 0)
            return new WalkFault(VerifyOutcome.Changed, $"the rows are not those that the head was written over: the last of {head.Tree.Size}, or all, were changed", files.Head);
        if (_ownRowsBehindHead > 1)
            return new WalkFault(VerifyOutcome.Changed,
                $"the head is {_ownRowsBehindHead} rows old, and a killed writer leaves one: an older head was put in its place, or it could not be written",
                files.Head);
        if (walk.Tree.Size > head.Tree.Size) _notes.Add("the last row was written by a process that was killed before it wrote the head; the next one takes it over");
        return null;
    }

    // The key is made with the first checkpoint and bears the name of its record: one that was wiped and begun anew has another.
    private WalkFault? AgainstKey(RecordWalk walk)
    {
        if (CheckpointStore.VerifierKey(files) is not { } key || key.Name == walk.Origin) return null;
        return new WalkFault(VerifyOutcome.Truncated,
            $"the key here signed the record {Sanitize.ForTerminal(key.Name)}, which is gone{(walk.Origin.Length > 0 ? "; this one was begun anew" : "")}. Whoever moved it away on purpose moves its key away too",
            files.VerifierKey);
    }

    private WalkFault? AtTheFront(RecordWalk walk)
    {
        if (walk.First <= 0) return null;
        if (!_retained) return new WalkFault(VerifyOutcome.Truncated, $"the record begins with row {walk.First}, and no row says that retention removed those before it", files.Directory);
        _notes.Add($"rows 0 to {walk.First - 1} were removed by retention; the tree over them is in the first row there is");
        return null;
    }

    /// <summary>A row that tells of mending: a torn row that was set aside is no fault, rows that were lost are one.</summary>
    private void Note(AuditRow row, ReadOnlySpan<byte> line)
    {
        using var json = JsonDocument.Parse(line.ToArray());
        var words = json.RootElement.TryGetProperty("text", out var text) ? Sanitize.ForTerminal(text.GetString() ?? "") : "";
        _notes.Add(string.Create(CultureInfo.InvariantCulture, $"row {row.Sequence}: {words}"));
        if (!json.RootElement.TryGetProperty("input", out var detail)) return;
        var place = string.Create(CultureInfo.InvariantCulture, $"row {row.Sequence}");
        if (detail.TryGetProperty("lostRows", out var lost) && lost.GetInt64() > 0) _mended ??= new WalkFault(VerifyOutcome.Truncated, words, place);
        else if (detail.TryGetProperty("headDamaged", out var damaged) && damaged.ValueKind == JsonValueKind.True) _mended ??= new WalkFault(VerifyOutcome.Changed, words, place);
    }

    private VerifyReport Report(RecordWalk? walk, WalkFault? fault, TrustedCheckpoint? kept)
    {
        var torn = fault is null && walk is { TornBytes: > 0 };
        return new VerifyReport
        {
            Outcome = fault?.Outcome ?? (torn ? VerifyOutcome.Torn : VerifyOutcome.Valid),
            Message = fault?.Message ?? (torn ? $"row {walk!.Tree.Size} was not finished: {walk.TornBytes} bytes of it are there; the next row sets them aside" : "every row is as it was written"),
            Place = fault?.Place,
            First = Math.Max(0, walk?.First ?? 0),
            Size = walk?.Tree.Size ?? 0,
            Root = walk is null ? "" : Convert.ToHexStringLower(walk.Tree.Root()),
            Origin = walk?.Origin ?? "",
            Bytes = walk?.TotalBytes ?? 0,
            Checkpoints = fault is null ? _checkpoints.Count : 0,
            Anchored = kept is not null && fault is null,
            Notes = _notes,
        };
    }
}
