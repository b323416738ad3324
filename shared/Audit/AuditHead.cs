using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Protocol;

namespace Sallyport.Audit;

/// <summary>
/// Where the record ends: its size, the segment it ends in, and the right edge of its Merkle tree. Kept in <c>audit/head.json</c>,
/// which has a fixed size and is overwritten in place. It is derived from the log and only spares reading it: where it is missing,
/// damaged or behind, the log is read instead.
/// </summary>
internal sealed class AuditHead
{
    /// <summary>Bytes of the file: room for a tree of 2^62 rows.</summary>
    public const int FileSize = 6144;

    /// <summary>The tree so far.</summary>
    public required MerkleFrontier Tree { get; init; }

    /// <summary>Index of the first row of the segment that is written to; names its file.</summary>
    public required long SegmentStart { get; init; }

    /// <summary>Bytes of that segment that belong to the record.</summary>
    public required long SegmentLength { get; init; }

    /// <summary>An empty record.</summary>
    public static AuditHead Empty => new() { Tree = new MerkleFrontier(), SegmentStart = 0, SegmentLength = 0 };

    /// <summary>The file's bytes, padded to <see cref="FileSize"/>.</summary>
    public byte[] Write()
    {
        var json = new CanonicalWriter(2048);
        json.StartObject();
        json.Name("frontier");
        json.StartArray();
        foreach (var hash in Tree.Subtrees) json.String(Convert.ToHexStringLower(hash));
        json.EndArray();
        json.Name("segmentLength");
        json.Integer(SegmentLength);
        json.Name("segmentStart");
        json.Integer(SegmentStart);
        json.Name("size");
        json.Integer(Tree.Size);
        json.EndObject();

        var file = new byte[FileSize];
        file.AsSpan().Fill((byte)' ');
        json.Written.CopyTo(file);
        // The sum tells a head that was half overwritten when the power went from a whole one.
        file[json.Written.Length] = (byte)'\n';
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sha256.Hash(json.Written)), file.AsSpan(json.Written.Length + 1));
        file[^1] = (byte)'\n';
        return file;
    }

    /// <summary>Reads the file; null where it is not whole.</summary>
    public static AuditHead? Read(ReadOnlyMemory<byte> file)
    {
        var end = file.Span.IndexOf((byte)'\n');
        if (end < 0 || file.Length < end + 1 + Sha256.Size * 2) return null;
        var sum = Encoding.ASCII.GetString(file.Span.Slice(end + 1, Sha256.Size * 2));
        if (sum != Convert.ToHexStringLower(Sha256.Hash(file.Span[..end]))) return null;
        try
        {
            using var document = StrictJson.Parse(file[..end]);
            var root = document.RootElement;
            var hashes = root.GetProperty("frontier").EnumerateArray().Select(h => Convert.FromHexString(h.GetString()!));
            return new AuditHead
            {
                Tree = new MerkleFrontier(root.GetProperty("size").GetInt64(), hashes),
                SegmentStart = root.GetProperty("segmentStart").GetInt64(),
                SegmentLength = root.GetProperty("segmentLength").GetInt64(),
            };
        }
        catch (Exception wrong) when (wrong is MalformedInputException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
