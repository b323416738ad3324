using System.Globalization;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>Finds the end of the record again where a writer died, or somebody touched it.</summary>
internal static class AuditRecovery
{
    private const int LongestAside = 64 * 1024 * 1024;

    /// <summary>
    /// Takes over whole rows behind the head; sets aside and cuts off what follows them.
    /// </summary>
    public static AuditHead TakeOver(AuditFiles files, WritableFile segment, AuditHead head, ref Mending mending)
    {
        head = Follow(segment, head);
        var rest = segment.Length - head.Offset;
        if (rest == 0) return head;

        var bytes = new byte[Math.Min(rest, LongestAside)];
        segment.ReadAt(head.Offset, bytes);
        var aside = files.Torn(head.Segment, head.Offset, Convert.ToHexStringLower(Sha256.Hash(bytes).AsSpan(0, 4)));
        AtomicFile.Write(aside, bytes, durable: true);
        segment.SetLength(head.Offset);
        (mending.TornFile, mending.TornBytes) = (Path.GetFileName(aside), rest);
        return head;
    }

    /// <summary>
    /// The head made again from the last segment that begins as one should: each holds the tree over all before it.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="known">The head as it was, where it is sound and the rows do not reach it.</param>
    /// <param name="mending">Gets what was lost.</param>
    public static AuditHead Rebuild(AuditFiles files, AuditHead? known, ref Mending mending)
    {
        var segments = files.Segments();
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            using var segment = WritableFile.Open(files.Segment(segments[i]));
            if (FirstRow(segment) is not { } start || start.Segment != segments[i]) continue;
            var head = Follow(segment, start);
            if (known is not null) Note(known, head, ref mending);
            return head with { Checkpoint = Math.Min(known?.Checkpoint ?? 0, head.Tree.Size) };
        }

        // Not one segment that begins as it should. What lies there is left alone, and the record begins again behind it.
        var fresh = new AuditHead
        {
            Origin = known?.Origin ?? NewOrigin(), Tree = new MerkleFrontier(), Last = AuditRow.NoRow,
            Segment = segments.Length == 0 ? 1 : segments[^1] + 1, Offset = 0, Checkpoint = 0,
        };
        if (known is not null) Note(known, fresh, ref mending);
        else if (segments.Length > 0) mending.HeadDamaged = true;
        return fresh;
    }

    /// <summary>Goes along whole rows that follow each other, from where a head ends.</summary>
    private static AuditHead Follow(WritableFile segment, AuditHead head)
    {
        var lines = new LineReader(segment.ReadAt, head.Offset, segment.Length);
        while (lines.Next(out var line) && AuditRow.TryRead(line, out var row) && row.Sequence == head.Tree.Size && row.Previous.AsSpan().SequenceEqual(head.Last))
        {
            var leaf = MerkleHash.Leaf(line);
            head.Tree.AppendHash(leaf);
            head = head with { Last = leaf, Offset = head.Offset + line.Length + 1 };
        }
        return head;
    }

    private static AuditHead? FirstRow(WritableFile segment)
    {
        var lines = new LineReader(segment.ReadAt, 0, segment.Length);
        return lines.Next(out var line) ? SegmentRow.Read(line.ToArray()) : null;
    }

    private static void Note(AuditHead known, AuditHead found, ref Mending mending)
    {
        mending.LostRows = Math.Max(0, known.Tree.Size - found.Tree.Size);
        mending.HeadBefore = string.Create(CultureInfo.InvariantCulture, $"{known.Tree.Size} {Convert.ToHexStringLower(known.Tree.Root())}");
        if (mending.LostRows == 0) mending.HeadDamaged = true;
    }

    private static string NewOrigin()
    {
        Span<byte> random = stackalloc byte[12];
        RandomBytes.Fill(random);
        return "sallyport/" + Convert.ToHexStringLower(random);
    }
}
