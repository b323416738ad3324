using System.Buffers.Binary;
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
    public ReadOnlySpan<byte> ToFile()
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
        Span<byte> sum = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(sum, Sum(writer.Written[start..]));
        writer.Name("sum"u8);
        writer.Hash(sum);
        writer.EndObject();

        writer.EndBlock(FileSize);
        return writer.Written;
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

    private static byte[] Hash(ref Utf8JsonReader reader, int size)
    {
        var hash = new byte[size];
        var digits = reader.ValueSpan;
        if (digits.Length != size * 2) throw new FormatException("a hash of another length");
        for (var i = 0; i < size; i++) hash[i] = (byte)((Digit(digits[2 * i]) << 4) | Digit(digits[2 * i + 1]));
        return hash;
    }

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => throw new FormatException("no hexadecimal digit"),
    };

    // Tells a head that was half written when the power went from a whole one. It is no defence: whoever can change the head can sum it.
    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xcbf29ce484222325ul ^ (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) sum = Mix(sum ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes) sum = Mix(sum ^ b);
        return sum;

        static ulong Mix(ulong value) => (value ^ (value >> 32)) * 0x9e3779b97f4a7c15ul;
    }

    private static AuditHead? Read(ReadOnlySpan<byte> file)
    {
        var reader = new Utf8JsonReader(file);
        string? origin = null;
        ulong? sum = null;
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
            else if (name.SequenceEqual("last"u8)) last = Hash(ref reader, Sha256.Size);
            else if (name.SequenceEqual("offset"u8)) offset = reader.GetInt64();
            else if (name.SequenceEqual("origin"u8)) origin = reader.GetString();
            else if (name.SequenceEqual("segment"u8)) segment = reader.GetInt64();
            else if (name.SequenceEqual("size"u8)) size = reader.GetInt64();
            else if (name.SequenceEqual("v"u8)) version = reader.GetInt64();
            else if (name.SequenceEqual("sum"u8)) sum = BinaryPrimitives.ReadUInt64BigEndian(Hash(ref reader, sizeof(ulong)));
            else if (name.SequenceEqual("roots"u8))
                while (reader.Read() && reader.TokenType == JsonTokenType.String) roots.Add(Hash(ref reader, Sha256.Size));
        }
        if (start < 0 || end < start || sum is null || sum != Sum(file[start..end])) return null;
        if (origin is null || last is null || offset < 0 || checkpoint < 0 || segment is < 1 or > int.MaxValue || version != AuditRecord.Version) return null;
        return new AuditHead
        {
            Origin = origin, Tree = new MerkleFrontier(size, roots), Last = last, Segment = (int)segment, Offset = offset, Checkpoint = checkpoint,
        };
    }
}
