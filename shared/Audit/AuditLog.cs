using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>The record: rows are added to its end and never changed.</summary>
internal static class AuditLog
{
    /// <summary>
    /// Puts a record at the end. Once this returns, the row outlives the process (with <see cref="AuditOptions.Fsync"/>, a power cut too).
    /// </summary>
    /// <param name="data">The data directory.</param>
    /// <param name="record">What happened.</param>
    /// <param name="options">How.</param>
    /// <exception cref="StateException">
    /// It could not be recorded: disk full, read-only, no permission. What was written of it was taken back; on a disk that refuses
    /// even that, the row may stand, so that whoever was refused puts an error row behind it.
    /// </exception>
    public static AppendReceipt Append(DataDirectory data, AuditRecord record, AuditOptions options)
    {
        var line = new RecordLine(record); // what takes long comes before the lock
        var files = new AuditFiles(data);
        using var locked = FileLock.Acquire(files.Lock);
        using var writer = AuditWriter.Open(files, options, record.Time);
        return writer.Append(line, record.Time);
    }

    /// <summary>Signs the record as it is now: at a session's end, or to keep a copy elsewhere.</summary>
    /// <exception cref="StateException">It could not be signed or kept.</exception>
    public static SignedNote Checkpoint(DataDirectory data, long time)
    {
        var files = new AuditFiles(data);
        using var locked = FileLock.Acquire(files.Lock);
        using var writer = AuditWriter.Open(files, new AuditOptions(), time);
        return writer.Sign(time);
    }
}
