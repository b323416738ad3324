using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>Finds where the record ends, whatever a crash left behind.</summary>
internal static class AuditRecovery
{
    private const int Piece = 1024 * 1024;

    /// <summary>
    /// The head that the log supports. Rows that were written and not yet counted are counted; what a killed write left of a row is cut
    /// off and noted on the record itself, as is a log that is shorter than its head says.
    /// </summary>
    public static AuditHead Locate(string directory, WritableFile headFile, long now)
    {
        var stored = ReadHead(headFile);
        if (stored is not null)
        {
            using var segment = WritableFile.Open(AuditLog.SegmentPath(directory, stored.SegmentStart));
            var length = segment.Length;
            if (length == stored.SegmentLength) return stored;
            if (length > stored.SegmentLength) return Adopt(segment, stored, now);
        }
        return Rebuild(directory, stored, now);
    }

    private static AuditHead? ReadHead(WritableFile file)
    {
        var bytes = new byte[AuditHead.FileSize];
        var read = file.ReadAt(0, bytes);
        return read == 0 ? null : AuditHead.Read(bytes.AsMemory(0, read));
    }

    /// <summary>Counts the whole rows behind the head; cuts off and notes what is left of a torn one.</summary>
    private static AuditHead Adopt(WritableFile segment, AuditHead head, long now)
    {
        var end = Walk(segment, head.SegmentLength, head.Tree);
        var torn = segment.Length - end;
        head = new AuditHead { Tree = head.Tree, SegmentStart = head.SegmentStart, SegmentLength = end };
        if (torn == 0) return head;
        segment.SetLength(end);
        return AuditLog.Write(segment, head, Note($"a row of which {torn} bytes were written was cut off: the process that wrote it was killed", now));
    }

    /// <summary>Reads the whole log anew. Only where there is no head, or one that says more than the log holds.</summary>
    private static AuditHead Rebuild(string directory, AuditHead? stored, long now)
    {
        var segments = AuditLog.Segments(directory);
        if (segments.Count == 0 && stored is null) return AuditHead.Empty;

        var tree = new MerkleFrontier();
        var head = AuditHead.Empty;
        for (var i = 0; i < segments.Count; i++)
        {
            using var segment = WritableFile.Open(segments[i].Path);
            var start = tree.Size;
            var end = Walk(segment, 0, tree);
            head = new AuditHead { Tree = tree, SegmentStart = segments[i].Start, SegmentLength = end };
            if (segments[i].Start != start) throw new StateException($"{segments[i].Path} does not follow the segment before it. Run: sallyport audit verify");
            if (i == segments.Count - 1 && segment.Length > end) segment.SetLength(end);
        }
        using var last = WritableFile.Open(AuditLog.SegmentPath(directory, head.SegmentStart));
        var what = stored is null
            ? "the head was missing or damaged, and was made again from the log"
            : $"the log was shorter than its head: {stored.Tree.Size} rows with root {Convert.ToHexStringLower(stored.Tree.Root())} were noted, {tree.Size} are there";
        return AuditLog.Write(last, head, Note(what, now));
    }

    /// <summary>Adds every whole row from a place on to the tree; returns where the last one ends.</summary>
    internal static long Walk(WritableFile segment, long from, MerkleFrontier tree)
    {
        var buffer = new byte[Piece];
        var held = 0;
        while (true)
        {
            if (held == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = segment.ReadAt(from + held, buffer.AsSpan(held));
            if (read == 0) return from;
            held += read;
            var rows = buffer.AsSpan(0, held);
            while (rows.IndexOf((byte)'\n') is >= 0 and var end)
            {
                tree.Append(rows[..end]);
                from += end + 1;
                rows = rows[(end + 1)..];
            }
            rows.CopyTo(buffer);
            held = rows.Length;
        }
    }

    private static AuditRecord Note(string what, long now) => new() { Kind = "recovery", Time = now, Text = what };
}
