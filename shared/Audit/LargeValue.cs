using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>A value too large for its row: cut into parts at the borders of characters.</summary>
internal sealed class LargeValue
{
    private readonly List<Range> _parts = [];

    public LargeValue(string name, ReadOnlyMemory<byte> bytes)
    {
        (Name, Bytes, Hash) = (name, bytes, Sha256.Hash(bytes.Span));
        var keep = bytes.Length <= RecordLine.MostInParts ? bytes.Length : RecordLine.PartSize;
        for (var start = 0; start < keep;)
        {
            var end = Math.Min(start + RecordLine.PartSize, keep);
            while (end < bytes.Length && end > start && (bytes.Span[end] & 0xC0) == 0x80) end--; // not inside a character
            _parts.Add(start..end);
            start = end;
            if (keep < bytes.Length) break;
        }
        Kept = _parts[^1].End.Value;
    }

    /// <summary>Which member it is.</summary>
    public string Name { get; }

    /// <summary>All of it, canonical.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Hash of all of it.</summary>
    public byte[] Hash { get; }

    /// <summary>How many of its bytes are in the parts: fewer than all where it was too large even for that.</summary>
    public int Kept { get; }

    /// <summary>How many parts there are.</summary>
    public int Parts => _parts.Count;

    /// <summary>Sequence number of the first part.</summary>
    public long FirstRow { get; set; }

    /// <summary>One part.</summary>
    public ReadOnlySpan<byte> Part(int index) => Bytes.Span[_parts[index]];
}
