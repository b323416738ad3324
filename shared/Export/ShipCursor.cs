using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Export;

/// <summary>How far the record was shipped to one collector. Written after each batch that was taken, so at worst that batch goes twice.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Offset">The byte in it where the next row begins.</param>
/// <param name="Sequence">That row's number.</param>
/// <param name="Origin">The record it is of; null for none yet.</param>
internal readonly record struct ShipCursor(int Segment, long Offset, long Sequence, string? Origin)
{
    private const int Longest = 4096;

    /// <summary>Reads it; the record's beginning where nothing was shipped yet.</summary>
    /// <exception cref="StateException">The file holds no cursor.</exception>
    public static ShipCursor Read(string path)
    {
        if (AtomicFile.Read(path, Longest) is not { } bytes) return default;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            return new ShipCursor(root.GetProperty("segment").GetInt32(), root.GetProperty("offset").GetInt64(), root.GetProperty("seq").GetInt64(),
                root.TryGetProperty("origin", out var origin) ? origin.GetString() : null);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StateException($"{path} holds no cursor. Remove it to ship the whole record again: receivers drop what comes twice by log.record.uid.", wrong);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string path)
    {
        var json = new CanonicalWriter(128);
        json.StartObject();
        json.Member("offset"u8, Offset);
        json.Member("origin"u8, Origin);
        json.Member("segment"u8, Segment);
        json.Member("seq"u8, Sequence);
        json.EndObject();
        AtomicFile.Write(path, json.Written, durable: true);
    }
}
