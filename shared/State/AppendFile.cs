namespace Sallyport.State;

/// <summary>Files that only grow, by whole rows, from any number of processes at once.</summary>
internal static class AppendFile
{
    /// <summary>Appends in one write to a file opened for appending; makes it, 0600, where it is missing.</summary>
    /// <exception cref="StateException">It cannot be written.</exception>
    public static void Append(string path, ReadOnlySpan<byte> row)
    {
        if (OperatingSystem.IsWindows())
        {
            using var locked = FileLock.Acquire(path + ".lock"); // Windows has no atomic append: a lock makes it one
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(row);
            return;
        }
        var descriptor = Posix.Open(path, Posix.WriteOnly | Posix.Create | Posix.Append);
        if (descriptor < 0) throw Posix.Failed(path, "be opened", -descriptor);
        try
        {
            Posix.WriteAll(descriptor, row, path);
        }
        finally
        {
            Posix.Close(descriptor);
        }
    }
}
