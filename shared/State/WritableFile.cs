using Microsoft.Win32.SafeHandles;

namespace Sallyport.State;

/// <summary>A file that is written at chosen places, by one process at a time (its caller holds a lock).</summary>
internal sealed class WritableFile : IDisposable
{
    private readonly string _path;
    private readonly int _descriptor;
    private readonly SafeFileHandle? _handle;

    private WritableFile(string path, int descriptor, SafeFileHandle? handle) => (_path, _descriptor, _handle) = (path, descriptor, handle);

    /// <summary>Opens a file; makes it, 0600, where it is missing.</summary>
    /// <exception cref="StateException">It cannot be opened.</exception>
    public static WritableFile Open(string path)
    {
        if (OperatingSystem.IsWindows())
            return new WritableFile(path, -1, File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
        var descriptor = Posix.Open(path, Posix.ReadWrite | Posix.Create);
        return descriptor >= 0 ? new WritableFile(path, descriptor, null) : throw Posix.Failed(path, "be opened", -descriptor);
    }

    /// <summary>Its length now.</summary>
    public long Length => _handle is null ? Posix.Length(_descriptor, _path) : RandomAccess.GetLength(_handle);

    /// <summary>Writes everything at a place.</summary>
    public void WriteAt(long offset, ReadOnlySpan<byte> bytes)
    {
        if (_handle is null) Posix.WriteAllAt(_descriptor, bytes, offset, _path);
        else RandomAccess.Write(_handle, bytes, offset);
    }

    /// <summary>Reads what is there, up to the buffer's length.</summary>
    public int ReadAt(long offset, Span<byte> into)
    {
        var read = 0;
        while (read < into.Length)
        {
            var got = _handle is null ? Posix.ReadAt(_descriptor, into[read..], offset + read, _path) : RandomAccess.Read(_handle, into[read..], offset + read);
            if (got == 0) break;
            read += got;
        }
        return read;
    }

    /// <summary>Forces it to the disk.</summary>
    public void Sync()
    {
        if (_handle is null) Posix.Sync(_descriptor, _path);
        else RandomAccess.FlushToDisk(_handle);
    }

    /// <summary>Cuts or pads it.</summary>
    public void SetLength(long length)
    {
        if (_handle is null) Posix.Truncate(_descriptor, length, _path);
        else RandomAccess.SetLength(_handle, length);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_handle is null) Posix.Close(_descriptor);
        else _handle.Dispose();
    }
}
