using System.Globalization;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>Something in the way of a walk: what, in words, and where.</summary>
internal readonly record struct WalkFault(VerifyOutcome Outcome, string Message, string Place);

/// <summary>
/// Goes along every row of the record, as far as one writer's lock saw it, and holds each against the one before.
/// </summary>
internal sealed class RecordWalk
{
    private readonly AuditFiles _files;
    private readonly List<(int Segment, long Length)> _segments = [];
    private byte[] _last = AuditRow.NoRow;
    private byte[] _beforeLast = AuditRow.NoRow;

    private RecordWalk(AuditFiles files) => _files = files;

    /// <summary>The head as it was when the walk began; null where it is missing or damaged.</summary>
    public AuditHead? Head { get; private init; }

    /// <summary>Bytes of all segments.</summary>
    public long TotalBytes => _segments.Sum(s => s.Length);

    /// <summary>The tree over the rows so far.</summary>
    public MerkleFrontier Tree { get; private set; } = new();

    /// <summary>Which record; empty before the first row.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>First row that is there.</summary>
    public long First { get; private set; } = -1;

    /// <summary>Bytes behind the last whole row.</summary>
    public int TornBytes { get; private set; }

    /// <summary>What was found, or null.</summary>
    public WalkFault? Fault { get; private set; }

    /// <summary>Told of every row: its link, its leaf hash, its line.</summary>
    public Action<AuditRow, byte[], ReadOnlySpan<byte>>? EachRow { get; init; }

    /// <summary>Told of the tree before the first row that is there.</summary>
    public Action<MerkleFrontier>? Begins { get; init; }

    /// <summary>Told how many bytes are done.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Notes how far the record reaches now. Rows that are added meanwhile are not looked at.</summary>
    /// <param name="files">The record.</param>
    /// <param name="configure">Gets a walk to set up.</param>
    public static RecordWalk Of(AuditFiles files, Func<AuditFiles, AuditHead?, RecordWalk>? configure = null)
    {
        using var locked = TryLock(files);
        var head = AtomicFile.Read(files.Head, AuditHead.FileSize * 2) is { } bytes ? AuditHead.FromFile(bytes.Span) : null;
        var walk = configure?.Invoke(files, head) ?? new RecordWalk(files) { Head = head };
        foreach (var segment in files.Segments()) walk._segments.Add((segment, new FileInfo(files.Segment(segment)).Length));
        return walk;
    }

    /// <summary>A walk that is told what to do with each row.</summary>
    public static RecordWalk Of(AuditFiles files, Action<MerkleFrontier>? begins, Action<AuditRow, byte[], ReadOnlySpan<byte>>? eachRow, Action<long>? progress = null) =>
        Of(files, (f, head) => new RecordWalk(f) { Head = head, Begins = begins, EachRow = eachRow, Progress = progress });

    /// <summary>Walks, up to the first fault.</summary>
    public void Run()
    {
        var done = 0L;
        for (var i = 0; i < _segments.Count && Fault is null; i++)
        {
            var (segment, length) = _segments[i];
            if (i > 0 && segment != _segments[i - 1].Segment + 1)
                Fault = new WalkFault(VerifyOutcome.Removed, $"segment {_segments[i - 1].Segment + 1} is missing", _files.Directory);
            else
                WalkSegment(segment, length, isLast: i == _segments.Count - 1, done);
            done += length;
        }
    }

    private void WalkSegment(int segment, long length, bool isLast, long done)
    {
        using var file = OpenSegment(segment);
        if (file is null)
        {
            Fault = new WalkFault(VerifyOutcome.Removed, $"segment {segment} was removed meanwhile", _files.Segment(segment));
            return;
        }
        var lines = new LineReader(file.ReadSome, 0, length);
        var isFirst = true;
        var sinceProgress = 0;
        while (Fault is null && lines.Next(out var line))
        {
            var place = Place(segment, lines.Offset);
            if (isFirst) BeginSegment(segment, line, place);
            isFirst = false;
            if (Fault is null) Step(line, place);
            if (++sinceProgress < 4096) continue;
            Progress?.Invoke(done + lines.Offset);
            sinceProgress = 0;
        }
        if (Fault is not null || lines.Rest.IsEmpty) return;
        if (isLast) TornBytes = lines.Rest.Length;
        else Fault = new WalkFault(VerifyOutcome.Changed, $"the last row of segment {segment} is not whole", Place(segment, lines.Offset));
    }

    private void BeginSegment(int segment, ReadOnlySpan<byte> line, string place)
    {
        var start = SegmentRow.Read(line.ToArray());
        if (start is null || start.Segment != segment)
        {
            Fault = new WalkFault(VerifyOutcome.Changed, $"segment {segment} does not begin with its own first row", place);
            return;
        }
        if (First < 0)
        {
            (First, Tree, _last, Origin) = (start.Tree.Size, start.Tree.Copy(), start.Last, start.Origin);
            Begins?.Invoke(start.Tree.Copy());
        }
        else if (start.Tree.Size == Tree.Size && !start.Tree.Root().AsSpan().SequenceEqual(Tree.Root()))
        {
            Fault = new WalkFault(VerifyOutcome.Changed, $"segment {segment} begins with another tree than the rows before it make", place);
        }
        else if (start.Origin != Origin)
        {
            Fault = new WalkFault(VerifyOutcome.Forked, $"segment {segment} belongs to another record", place);
        }
    }

    private void Step(ReadOnlySpan<byte> line, string place)
    {
        if (!AuditRow.TryRead(line, out var row))
        {
            Fault = new WalkFault(VerifyOutcome.Changed, $"what should be row {Text(Tree.Size)} is no row", place);
            return;
        }
        if (row.Sequence != Tree.Size)
        {
            Fault = OutOfSequence(row, place);
            return;
        }
        if (!row.Previous.AsSpan().SequenceEqual(_last))
        {
            Fault = new WalkFault(VerifyOutcome.Changed, $"row {Text(row.Sequence - 1)} is not what row {Text(row.Sequence)} says it was", place);
            return;
        }
        var leaf = MerkleHash.Leaf(line);
        Tree.AppendHash(leaf);
        (_beforeLast, _last) = (_last, leaf);
        EachRow?.Invoke(row, leaf, line);
    }

    private WalkFault OutOfSequence(AuditRow row, string place)
    {
        var expected = Text(Tree.Size);
        if (row.Sequence > Tree.Size)
            return Holds(Tree.Size)
                ? new WalkFault(VerifyOutcome.Reordered, $"row {Text(row.Sequence)} stands where row {expected} should, which stands elsewhere", place)
                : new WalkFault(VerifyOutcome.Removed, $"rows {expected} to {Text(row.Sequence - 1)} are missing", place);
        if (row.Sequence == Tree.Size - 1 && row.Previous.AsSpan().SequenceEqual(_beforeLast))
            return new WalkFault(VerifyOutcome.Forked, $"two rows claim to be row {Text(row.Sequence)}", place);
        return new WalkFault(VerifyOutcome.Reordered, $"row {Text(row.Sequence)} stands where row {expected} should", place);
    }

    /// <summary>True where a row with that number stands anywhere.</summary>
    private bool Holds(long sequence)
    {
        foreach (var (segment, length) in _segments)
        {
            using var file = OpenSegment(segment);
            if (file is null) continue;
            var lines = new LineReader(file.ReadSome, 0, length);
            while (lines.Next(out var line))
                if (AuditRow.TryRead(line, out var row) && row.Sequence == sequence) return true;
        }
        return false;
    }

    private ReadableFile? OpenSegment(int segment) => ReadableFile.Open(_files.Segment(segment));

    private static FileLock? TryLock(AuditFiles files)
    {
        try
        {
            return Directory.Exists(files.Directory) ? FileLock.Acquire(files.Lock) : null;
        }
        catch (StateException)
        {
            return null; // a copy on a read-only disk has no writer to wait for
        }
    }

    private string Place(int segment, long offset) => string.Create(CultureInfo.InvariantCulture, $"{_files.Segment(segment)}, byte {offset}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
