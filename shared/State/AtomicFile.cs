namespace Sallyport.State;

/// <summary>Files that are whole or not there: a reader never sees half of one, a crash never leaves half of one.</summary>
internal static class AtomicFile
{
    private const string TemporaryMark = ".tmp-";
    private static readonly TimeSpan Orphaned = TimeSpan.FromHours(1);
    private static int _count;

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Most bytes it may have.</param>
    /// <returns>Its bytes; null where it is missing.</returns>
    /// <exception cref="StateException">It is a link, too large, or cannot be read.</exception>
    public static ReadOnlyMemory<byte>? Read(string path, int limit)
    {
        if (OperatingSystem.IsWindows()) return ReadWindows(path, limit);
        // Non-blocking: a pipe that somebody put in its place must not make a hook wait.
        var descriptor = Posix.Open(path, Posix.ReadOnly | Posix.NonBlocking);
        if (descriptor == -Posix.NoSuchFile) return null;
        if (descriptor < 0) throw Posix.Failed(path, "be read", -descriptor);
        try
        {
            var buffer = new byte[8192]; // a session of fifty steps, in one read
            var length = 0;
            while (true)
            {
                var got = Posix.ReadAt(descriptor, buffer.AsSpan(length), length, path);
                if (got == 0) return buffer.AsMemory(0, length);
                length += got;
                if (length > limit) throw new StateException($"{path} is larger than {limit} bytes. Move it away.");
                if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 4L, limit + 1L));
            }
        }
        finally
        {
            Posix.Close(descriptor);
        }
    }

    /// <summary>Replaces a file, or makes it, readable by its owner only unless it is said otherwise.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of it.</param>
    /// <param name="durable">True where it must survive a power cut once this returns.</param>
    /// <param name="mode">Who may do what with it, from the moment it has its name; Windows inherits it from the folder.</param>
    /// <exception cref="StateException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable, UnixFileMode? mode = null)
    {
        var temporary = $"{path}{TemporaryMark}{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";
        if (OperatingSystem.IsWindows())
        {
            WriteWindows(path, temporary, content, durable, runs: mode is { } given && (given & UnixFileMode.UserExecute) != 0);
            return;
        }
        var descriptor = Posix.Open(temporary, Posix.WriteOnly | Posix.Create | Posix.Exclusive);
        if (descriptor == -17) // EEXIST: left by a dead process of the same number
        {
            File.Delete(temporary);
            descriptor = Posix.Open(temporary, Posix.WriteOnly | Posix.Create | Posix.Exclusive);
        }
        if (descriptor < 0) throw Posix.Failed(path, "be written", -descriptor);
        try
        {
            try
            {
                Posix.WriteAll(descriptor, content, path);
                // Before the rename: a program that could not be started for a moment would be a hook that did not answer.
                if (mode is { } given) File.SetUnixFileMode(temporary, given);
                if (durable) Posix.Sync(descriptor, path);
            }
            finally
            {
                Posix.Close(descriptor);
            }
            Posix.Rename(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        if (durable) SyncDirectory(Path.GetDirectoryName(path)!);
    }

    /// <summary>Removes what processes that died left behind in a folder.</summary>
    public static void SweepOrphans(string directory)
    {
        if (!Directory.Exists(directory)) return;
        foreach (var path in Directory.EnumerateFiles(directory, "*" + TemporaryMark + "*"))
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > Orphaned) File.Delete(path);
    }

    private static void SyncDirectory(string directory)
    {
        var descriptor = Posix.OpenFolder(directory);
        if (descriptor < 0) throw Posix.Failed(directory, "be opened", -descriptor);
        try
        {
            Posix.Sync(descriptor, directory);
        }
        finally
        {
            Posix.Close(descriptor);
        }
    }

    private static ReadOnlyMemory<byte>? ReadWindows(string path, int limit)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > limit) throw new StateException($"{path} is larger than {limit} bytes. Move it away.");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"{path} cannot be read: {wrong.GetType().Name}.", wrong);
        }
    }

    private static void WriteWindows(string path, string temporary, ReadOnlySpan<byte> content, bool durable, bool runs)
    {
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
                file.Flush(durable);
            }
            // A program that runs can be neither written over nor removed on Windows, but it can be renamed in the same step.
            if (runs && File.Exists(path)) ReplaceProgram(temporary, path);
            else File.Move(temporary, path, overwrite: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new StateException($"{path} cannot be written: {wrong.GetType().Name}.", wrong);
        }
    }

    private static void ReplaceProgram(string temporary, string path)
    {
        var old = $"{path}{TemporaryMark}old-{Environment.TickCount64}";
        File.Replace(temporary, path, old, ignoreMetadataErrors: true);
        try
        {
            File.Delete(old);
        }
        catch (Exception running) when (running is IOException or UnauthorizedAccessException)
        {
            // It still runs: the next install sweeps it away.
        }
    }
}
