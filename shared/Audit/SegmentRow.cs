using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>The first row of every segment: which record this is, and the tree over every row before it.</summary>
internal static class SegmentRow
{
    /// <summary>Its kind.</summary>
    public const string Kind = "segment";

    /// <summary>Writes it.</summary>
    public static void Write(CanonicalWriter to, AuditHead head, long time)
    {
        to.StartObject();
        to.Member("kind"u8, Kind);
        to.Member("origin"u8, head.Origin);
        to.Name("prev"u8);
        to.Hash(head.Last);
        to.Member("product"u8, ProductVersion.Text);
        to.Name("roots"u8);
        to.StartArray();
        foreach (var root in head.Tree.Subtrees) to.Hash(root);
        to.EndArray();
        to.Member("segment"u8, head.Segment);
        to.Member("seq"u8, head.Tree.Size);
        to.Member("time"u8, RecordLine.Timestamp(time));
        to.Member("v"u8, AuditRecord.Version);
        to.EndObject();
        to.EndLine();
    }

    /// <summary>The head as it was before the row; null where the line is no such row.</summary>
    public static AuditHead? Read(ReadOnlyMemory<byte> line)
    {
        if (!AuditRow.TryRead(line.Span, out var row) || row.Kind != Kind) return null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new AuditHead
            {
                Origin = root.GetProperty("origin").GetString()!,
                Tree = new MerkleFrontier(row.Sequence, root.GetProperty("roots").EnumerateArray().Select(r => Convert.FromHexString(r.GetString()!))),
                Last = row.Previous,
                Segment = root.GetProperty("segment").GetInt32(),
                Offset = 0,
                Checkpoint = 0,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
