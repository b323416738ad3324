using Sallyport.Configuration;

namespace Sallyport.Audit;

/// <summary>How a record is appended.</summary>
internal sealed record AuditOptions
{
    /// <summary>True where the row must survive a power cut once it is appended.</summary>
    public bool Fsync { get; init; }

    /// <summary>A segment that has grown to this many bytes is closed and the next begun.</summary>
    public long SegmentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Oldest segments go while all together are larger; null keeps all.</summary>
    public long? KeepBytes { get; init; }

    /// <summary>Segments whose last row is older go; null keeps all.</summary>
    public TimeSpan? KeepAge { get; init; }

    /// <summary>A checkpoint is signed whenever this many rows were added since the last; 0 for never.</summary>
    public int CheckpointEvery { get; init; } = 4096;

    /// <summary>How the settings in force ask for it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="denied">True where the row says that something was refused.</param>
    public static AuditOptions Of(Settings settings, bool denied) => new()
    {
        Fsync = settings[Setting.AuditFsync].Value switch { "always" => true, "off" => false, _ => denied },
        SegmentBytes = settings.Number(Setting.AuditSegmentMegabytes) * (1024L * 1024),
        KeepBytes = settings.Number(Setting.AuditKeepMegabytes) is > 0 and var megabytes ? megabytes * (1024L * 1024) : null,
        KeepAge = settings.Number(Setting.AuditKeepDays) is > 0 and var days ? TimeSpan.FromDays(days) : null,
        CheckpointEvery = settings.Number(Setting.AuditCheckpointEvery),
    };
}

/// <summary>Where a record went.</summary>
/// <param name="Sequence">Its place in the record, from 0.</param>
/// <param name="LeafHash">Its RFC 6962 leaf hash.</param>
/// <param name="TreeSize">How many rows there are now.</param>
internal readonly record struct AppendReceipt(long Sequence, byte[] LeafHash, long TreeSize);
