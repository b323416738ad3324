using System.Globalization;

namespace Sallyport.Audit;

/// <summary>Lets the oldest segments go, by size and age, whenever a new one begins. What stays is proved as before.</summary>
internal static class Retention
{
    /// <summary>The kind of the row that tells it.</summary>
    public const string Kind = "retention";

    /// <summary>Chooses what goes, and puts on the record that it goes.</summary>
    public static void Apply(AuditFiles files, AuditOptions options, long time, AuditWriter writer)
    {
        if (options.KeepBytes is null && options.KeepAge is null) return;
        var old = Array.FindAll(files.Segments(), s => s < writer.Head.Segment);
        var total = old.Sum(s => new FileInfo(files.Segment(s)).Length);
        foreach (var segment in old)
        {
            var file = new FileInfo(files.Segment(segment));
            var tooMuch = options.KeepBytes is { } most && total > most;
            var tooOld = options.KeepAge is { } age && time - new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds() > age.TotalMilliseconds;
            if (!tooMuch && !tooOld) break;
            total -= file.Length;
            writer.Leaving.Add(segment);
        }
        if (writer.Leaving.Count == 0) return;
        var text = string.Create(CultureInfo.InvariantCulture, $"segments {writer.Leaving[0]} to {writer.Leaving[^1]} were removed");
        writer.Add(new RecordLine(new AuditRecord { Kind = Kind, Time = time, Text = text }));
    }

    /// <summary>Removes what the record now says is removed.</summary>
    public static void Finish(AuditWriter writer)
    {
        foreach (var segment in writer.Leaving) File.Delete(writer.Files.Segment(segment));
    }
}
