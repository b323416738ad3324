using System.Text.Json;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>Reads rows for people. What it shows is not verified: that is what <c>verify</c> is for.</summary>
internal static class RecordReader
{
    /// <summary>Told of a row that matches; false to stop.</summary>
    public delegate bool SeeRow(JsonElement row, ReadOnlySpan<byte> line);

    /// <summary>Goes along the rows that match, the oldest first.</summary>
    public static void Read(AuditFiles files, RecordFilter filter, SeeRow see)
    {
        var segments = files.Segments();
        for (var i = 0; i < segments.Length; i++)
        {
            // A segment whose successor began before the time that is looked for holds nothing of it.
            if (filter.Since is not null && i + 1 < segments.Length && FirstTime(files, segments[i + 1]) is { } next && string.CompareOrdinal(next, filter.Since) < 0) continue;
            if (!ReadSegment(files, segments[i], 0, filter, see, out _)) return;
        }
    }

    /// <summary>Goes along the rows of one segment that match.</summary>
    /// <param name="files">The record.</param>
    /// <param name="segment">Which segment.</param>
    /// <param name="from">The byte to begin at.</param>
    /// <param name="filter">Which rows.</param>
    /// <param name="see">Told of each.</param>
    /// <param name="end">One past the last whole row.</param>
    /// <returns>False where it was stopped.</returns>
    public static bool ReadSegment(AuditFiles files, int segment, long from, RecordFilter filter, SeeRow see, out long end)
    {
        end = from;
        using var file = ReadableFile.Open(files.Segment(segment));
        if (file is null) return true;
        var lines = new LineReader(file.ReadSome, from, file.Length);
        while (lines.Next(out var line))
        {
            end = lines.Offset + line.Length + 1;
            if (!filter.MayMatch(line)) continue;
            JsonDocument json;
            try
            {
                json = JsonDocument.Parse(line.ToArray());
            }
            catch (JsonException)
            {
                continue; // verify says that there is a line which is no row
            }
            using (json)
                if (json.RootElement.ValueKind == JsonValueKind.Object && filter.Matches(json.RootElement) && !see(json.RootElement, line)) return false;
        }
        return true;
    }

    private static string? FirstTime(AuditFiles files, int segment)
    {
        string? time = null;
        ReadSegment(files, segment, 0, new RecordFilter(), (row, _) =>
        {
            time = row.TryGetProperty("time", out var at) ? at.GetString() : null;
            return false;
        }, out _);
        return time;
    }
}
