using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>
/// Adds rows, under the lock its caller holds. A row is written before the head: killed in between, the next writer finds a row more
/// than the head says and takes it over.
/// </summary>
internal sealed class AuditWriter : IDisposable
{
    private readonly AuditFiles _files;
    private readonly AuditOptions _options;
    private readonly WritableFile _headFile;
    private readonly WritableFile _segmentFile;
    private readonly CanonicalWriter _rows = new(6 * 1024);
    private AuditHead _head;
    private ReadOnlyMemory<byte> _headOnDisk;

    private AuditWriter(AuditFiles files, AuditOptions options, WritableFile headFile, ReadOnlyMemory<byte> headOnDisk, WritableFile segmentFile, AuditHead head) =>
        (_files, _options, _headFile, _headOnDisk, _segmentFile, _head) = (files, options, headFile, headOnDisk, segmentFile, head);

    /// <summary>The record as it is with what was added, whether written yet or not.</summary>
    public AuditHead Head => _head;

    /// <summary>Opens the record where it ends; mends the end where a writer died, begins it where there is none.</summary>
    public static AuditWriter Open(AuditFiles files, AuditOptions options, long time)
    {
        var headFile = WritableFile.Open(files.Head);
        WritableFile? segment = null;
        try
        {
            var bytes = new byte[AuditHead.FileSize];
            var read = headFile.ReadAt(0, bytes);
            var head = AuditHead.FromFile(bytes.AsSpan(0, read));
            var found = head;
            var mended = new Mending();
            if (head is null)
            {
                head = AuditRecovery.Rebuild(files, null, ref mended);
                mended.HeadDamaged = read > 0 || head.Tree.Size > 0;
            }
            segment = WritableFile.Open(files.Segment(head.Segment));
            if (head.Offset >= options.SegmentBytes && found is not null)
            {
                segment.Dispose();
                head = head with { Segment = head.Segment + 1, Offset = 0 };
                segment = WritableFile.Open(files.Segment(head.Segment));
            }
            if (segment.Length < head.Offset)
            {
                segment.Dispose();
                head = AuditRecovery.Rebuild(files, found, ref mended);
                segment = WritableFile.Open(files.Segment(head.Segment));
            }
            if (segment.Length > head.Offset) head = AuditRecovery.TakeOver(files, segment, head, ref mended);

            var writer = new AuditWriter(files, options, headFile, bytes.AsMemory(0, read), segment, head);
            if (head.Offset == 0) writer.BeginSegment(time);
            if (mended.Any) writer.Add(new RecordLine(mended.Record(time)));
            return writer;
        }
        catch
        {
            segment?.Dispose();
            headFile.Dispose();
            throw;
        }
    }

    /// <summary>Adds a record and writes it, and the head after it. What throws leaves the record as it was, where the disk lets it.</summary>
    public AppendReceipt Append(RecordLine line, long time)
    {
        Add(line);
        var (sequence, leaf) = (_head.Tree.Size - 1, _head.Last);
        var began = _head.Offset == _rows.Length; // this writer began the segment
        if (began && _head.Segment > 1) Retention.Apply(_files, _options, time, this);
        Write(_rows.Written);
        Retention.Finish(this);
        if (_options.CheckpointEvery > 0 && _head.Tree.Size - _head.Checkpoint >= _options.CheckpointEvery) TrySign(time);
        return new AppendReceipt(sequence, leaf, _head.Tree.Size);
    }

    /// <summary>Signs the record as it is now.</summary>
    public SignedNote Sign(long time)
    {
        if (_rows.Length > 0) Write(_rows.Written); // what had to be mended, or the first row there is
        var note = CheckpointStore.Sign(_files, _head, time);
        _head = _head with { Checkpoint = _head.Tree.Size };
        _headFile.WriteAt(0, _head.ToFile());
        return note;
    }

    /// <summary>Segments to remove once the row that says so is written.</summary>
    public List<int> Leaving { get; } = [];

    /// <summary>The files.</summary>
    public AuditFiles Files => _files;

    /// <summary>Adds a record's rows to what will be written.</summary>
    public void Add(RecordLine line)
    {
        _rows.Reserve(line.Size);
        for (var row = 0; row < line.Rows; row++)
        {
            var start = _rows.Length;
            line.Write(_rows, row, _head.Tree.Size, _head.Last);
            Extend(start);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _segmentFile.Dispose();
        _headFile.Dispose();
    }

    /// <summary>Every segment begins with a row that holds the tree over all before it: older segments can go, and proofs remain.</summary>
    private void BeginSegment(long time)
    {
        SegmentRow.Write(_rows, _head, time);
        Extend(0);
    }

    // The row is on the record. That it could not be signed over is seen by verify, and tried again with the next row.
    private void TrySign(long time)
    {
        try
        {
            CheckpointStore.Sign(_files, _head, time);
            _head = _head with { Checkpoint = _head.Tree.Size };
            _headFile.WriteAt(0, _head.ToFile());
        }
        catch (Exception wrong) when (wrong is StateException or IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private void Extend(int start)
    {
        var line = _rows.Written[start..];
        var leaf = MerkleHash.Leaf(line[..^1]);
        _head.Tree.AppendHash(leaf);
        _head = _head with { Last = leaf, Offset = _head.Offset + line.Length };
    }

    // Nothing may be answered as recorded that is not, and nothing stay recorded that was answered otherwise: what fails is taken back.
    private void Write(ReadOnlySpan<byte> rows)
    {
        var start = _head.Offset - rows.Length;
        var head = _head.ToFile();
        try
        {
            _segmentFile.WriteAt(start, rows);
            if (_options.Fsync) _segmentFile.Sync();
        }
        catch
        {
            TakeBack(start);
            throw;
        }
        try
        {
            _headFile.WriteAt(0, head);
            _headOnDisk = head.ToArray();
        }
        catch
        {
            // The head may be there in part, and be whole to whoever reads it: only where the one before stands again may its rows go.
            if (PutHeadBack()) TakeBack(start);
            throw;
        }
    }

    private bool PutHeadBack()
    {
        try
        {
            _headFile.WriteAt(0, _headOnDisk.Span);
            if (_headOnDisk.Length < AuditHead.FileSize) _headFile.SetLength(_headOnDisk.Length);
            return true;
        }
        catch (Exception wrong) when (wrong is StateException or IOException)
        {
            return false;
        }
    }

    // Where even that fails, the next writer sets half a row aside and takes a whole one over.
    private void TakeBack(long length)
    {
        try
        {
            _segmentFile.SetLength(length);
        }
        catch (Exception wrong) when (wrong is StateException or IOException)
        {
            return;
        }
    }
}
