using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>
/// Where the record ends, and all that its tree needs to go on. It is overwritten in place, always with as many bytes, in one write of
/// one page: a process killed in the middle leaves the old one or the new one.
/// </summary>
internal sealed record AuditHead
{
    /// <summary>Bytes of the file.</summary>
    public const int FileSize = 4096;

    /// <summary>The name of this record: random, so that no two machines share one.</summary>
    public required string Origin { get; init; }

    /// <summary>The tree over every row there ever was. Not shared: appending changes it.</summary>
    public required MerkleFrontier Tree { get; init; }

    /// <summary>Leaf hash of the last row; all zeros before the first.</summary>
    public required byte[] Last { get; init; }

    /// <summary>The segment that grows.</summary>
    public required int Segment { get; init; }

    /// <summary>Where in it the next row goes.</summary>
    public required long Offset { get; init; }

    /// <summary>Rows that the last checkpoint covers.</summary>
    public required long Checkpoint { get; init; }

    /// <summary>The file's bytes.</summary>
    public byte[] ToFile()
    {
        var writer = new CanonicalWriter(FileSize);
        writer.StartObject();
        writer.Name("head"u8);
        var start = writer.Length;
        writer.StartObject();
        writer.Member("checkpoint"u8, Checkpoint);
        writer.Name("last"u8);
        writer.Hash(Last);
        writer.Member("offset"u8, Offset);
        writer.Member("origin"u8, Origin);
        writer.Name("roots"u8);
        writer.StartArray();
        foreach (var root in Tree.Subtrees) writer.Hash(root);
        writer.EndArray();
        writer.Member("segment"u8, Segment);
        writer.Member("size"u8, Tree.Size);
        writer.Member("v"u8, AuditRecord.Version);
        writer.EndObject();
        var sum = Sha256.Hash(writer.Written[start..]);
        writer.Name("sum"u8);
        writer.Hash(sum);
        writer.EndObject();

        var file = new byte[FileSize];
        file.AsSpan().Fill((byte)' ');
        writer.Written.CopyTo(file);
        file[^1] = (byte)'\n';
        return file;
    }

    /// <summary>Reads the file; null where it is damaged.</summary>
    public static AuditHead? FromFile(ReadOnlySpan<byte> file)
    {
        try
        {
            return file.Length == FileSize ? Read(file) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static AuditHead? Read(ReadOnlySpan<byte> file)
    {
        var reader = new Utf8JsonReader(file);
        string? origin = null, sum = null;
        byte[]? last = null;
        List<byte[]> roots = [];
        long size = -1, offset = -1, checkpoint = -1, version = -1, segment = -1;
        int start = -1, end = -1;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 1) end = (int)reader.TokenStartIndex + 1;
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("head"u8)) start = (int)reader.TokenStartIndex;
            else if (name.SequenceEqual("checkpoint"u8)) checkpoint = reader.GetInt64();
            else if (name.SequenceEqual("last"u8)) last = Convert.FromHexString(reader.GetString()!);
            else if (name.SequenceEqual("offset"u8)) offset = reader.GetInt64();
            else if (name.SequenceEqual("origin"u8)) origin = reader.GetString();
            else if (name.SequenceEqual("segment"u8)) segment = reader.GetInt64();
            else if (name.SequenceEqual("size"u8)) size = reader.GetInt64();
            else if (name.SequenceEqual("v"u8)) version = reader.GetInt64();
            else if (name.SequenceEqual("sum"u8)) sum = reader.GetString();
            else if (name.SequenceEqual("roots"u8))
                while (reader.Read() && reader.TokenType == JsonTokenType.String) roots.Add(Convert.FromHexString(reader.GetString()!));
        }
        if (start < 0 || end < start || sum is null || !Convert.ToHexStringLower(Sha256.Hash(file[start..end])).Equals(sum, StringComparison.Ordinal)) return null;
        if (origin is null || last is not { Length: Sha256.Size } || offset < 0 || checkpoint < 0 || segment is < 1 or > int.MaxValue || version != AuditRecord.Version) return null;
        return new AuditHead
        {
            Origin = origin, Tree = new MerkleFrontier(size, roots), Last = last, Segment = (int)segment, Offset = offset, Checkpoint = checkpoint,
        };
    }
}
