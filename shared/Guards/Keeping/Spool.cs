using System.Text;
using Sallyport.State;

namespace Sallyport.Guards.Keeping;

/// <summary>
/// Rows a service is still to be told: one JSON object a line, appended under a lock, taken away only once the service has them. What it
/// refuses for good goes to a file beside it, so that one bad row does not hold up the rest.
/// </summary>
internal sealed class Spool(string path)
{
    /// <summary>Most bytes that wait. Beyond it the newest are dropped: an outage of days must not fill the disk.</summary>
    private const long Limit = 8 * 1024 * 1024;

    private string LockFile => path + ".lock";

    /// <summary>Appends a row.</summary>
    /// <returns>False where the spool is full.</returns>
    public bool Add(ReadOnlySpan<byte> row)
    {
        using var _ = FileLock.Acquire(LockFile);
        return Append(path, row);
    }

    /// <summary>How many wait, and since when; zero for none.</summary>
    public (int Rows, DateTimeOffset Since) Waiting()
    {
        using var _ = FileLock.Acquire(LockFile);
        if (AtomicFile.Read(path, (int)Limit * 2) is not { Length: > 0 } bytes) return (0, default);
        return (bytes.Span.Count((byte)'\n'), File.GetCreationTimeUtc(path));
    }

    /// <summary>Hands the oldest rows to a sender and removes those it says are done. One sender at a time.</summary>
    /// <param name="most">How many at once.</param>
    /// <param name="send">Gets the rows, returns for each whether it is done, refused for good, or to be tried again.</param>
    /// <returns>True where more wait and the sender made progress.</returns>
    public bool Drain(int most, Func<IReadOnlyList<string>, SpoolFate> send)
    {
        using var sender = FileLock.Acquire(path + ".sender.lock");
        List<string> rows;
        using (FileLock.Acquire(LockFile)) rows = Read();
        var batch = rows.Take(most).ToList();
        if (batch.Count == 0) return false;
        var fate = send(batch);
        if (fate == SpoolFate.Again) return false;
        using var _ = FileLock.Acquire(LockFile);
        if (fate == SpoolFate.Refused)
            foreach (var row in batch) Append(path + ".refused", Encoding.UTF8.GetBytes(row));
        var left = Read().Skip(batch.Count).ToList(); // rows are only ever appended meanwhile
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(left.Select(r => r + "\n"))), durable: false);
        return left.Count > 0;
    }

    private List<string> Read() =>
        AtomicFile.Read(path, (int)Limit * 2) is { } bytes ? [.. Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)] : [];

    private static bool Append(string file, ReadOnlySpan<byte> row)
    {
        if (File.Exists(file) && new FileInfo(file).Length + row.Length > Limit) return false;
        if (OperatingSystem.IsWindows())
        {
            File.AppendAllBytes(file, [.. row, (byte)'\n']);
            return true;
        }
        var descriptor = Posix.Open(file, Posix.WriteOnly | Posix.Create | Posix.Append);
        if (descriptor < 0) throw Posix.Failed(file, "be written", -descriptor);
        try
        {
            Posix.WriteAll(descriptor, [.. row, (byte)'\n'], file);
            return true;
        }
        finally
        {
            Posix.Close(descriptor);
        }
    }
}

/// <summary>What became of rows that were sent.</summary>
internal enum SpoolFate
{
    Done,
    Refused,
    Again,
}
