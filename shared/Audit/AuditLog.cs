using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>How a row is appended.</summary>
internal readonly record struct AuditOptions
{
    /// <summary>True where the row must be on the disk before the answer is given.</summary>
    public bool Fsync { get; init; }

    /// <summary>Bytes after which a new segment begins; 0 for the usual size.</summary>
    public long SegmentSize { get; init; }
}

/// <summary>
/// The append-only record. The lock is taken before the head is read, so the log cannot fork; the row is written before the head, so
/// what was killed in between is found again. An append costs a bounded number of hashes whatever the length of the log.
/// </summary>
internal static class AuditLog
{
    private const long UsualSegment = 64L * 1024 * 1024;

    /// <summary>A row longer than this has its input and output replaced by their hashes: a reader must be able to hold a row.</summary>
    public const int LongestRow = 4 * 1024 * 1024;

    /// <summary>Appends one row.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="StateException">It could not be written: no row was added, or one that the next append finds whole.</exception>
    public static long Append(DataDirectory data, AuditRecord record, AuditOptions options = default)
    {
        var directory = data.AuditDirectory;
        using var _ = FileLock.Acquire(Path.Combine(directory, "lock"));
        using var headFile = WritableFile.Open(Path.Combine(directory, "head.json"));
        var head = AuditRecovery.Locate(directory, headFile, record.Time);

        if (head.SegmentLength >= (options.SegmentSize == 0 ? UsualSegment : options.SegmentSize))
            head = new AuditHead { Tree = head.Tree, SegmentStart = head.Tree.Size, SegmentLength = 0 };
        using var segment = WritableFile.Open(SegmentPath(directory, head.SegmentStart));
        var index = head.Tree.Size;
        head = Write(segment, head, record);
        if (options.Fsync) segment.Sync();
        headFile.WriteAt(0, head.Write());
        return index;
    }

    /// <summary>Appends a row to the open segment, and gives the head that belongs to it.</summary>
    internal static AuditHead Write(WritableFile segment, AuditHead head, AuditRecord record)
    {
        var line = record.Line(head.Tree.Size);
        if (line.Length > LongestRow) line = record.Shortened().Line(head.Tree.Size);
        var row = new byte[line.Length + 1];
        line.CopyTo(row);
        row[^1] = (byte)'\n';
        segment.WriteAt(head.SegmentLength, row);
        head.Tree.Append(line);
        return new AuditHead { Tree = head.Tree, SegmentStart = head.SegmentStart, SegmentLength = head.SegmentLength + row.Length };
    }

    /// <summary>A segment is named by the index of its first row.</summary>
    public static string SegmentPath(string directory, long start) => Path.Combine(directory, $"{start:D12}.jsonl");

    /// <summary>The segments that are there, in order.</summary>
    public static IReadOnlyList<(long Start, string Path)> Segments(string directory)
    {
        var segments = new List<(long, string)>();
        if (!Directory.Exists(directory)) return segments;
        foreach (var path in Directory.EnumerateFiles(directory, "*.jsonl"))
            if (long.TryParse(Path.GetFileNameWithoutExtension(path), out var start)) segments.Add((start, path));
        segments.Sort();
        return segments;
    }
}
