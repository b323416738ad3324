using Microsoft.Win32.SafeHandles;

namespace Sallyport.State;

/// <summary>A file read in pieces, while others may append to it.</summary>
internal sealed class ReadableFile : IDisposable
{
    private readonly string _path;
    private readonly int _descriptor;
    private readonly SafeFileHandle? _handle;

    private ReadableFile(string path, int descriptor, SafeFileHandle? handle) => (_path, _descriptor, _handle) = (path, descriptor, handle);

    /// <summary>Opens a file; null where it is missing.</summary>
    public static ReadableFile? Open(string path)
    {
        if (OperatingSystem.IsWindows())
            return File.Exists(path) ? new ReadableFile(path, -1, File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete)) : null;
        var descriptor = Posix.Open(path, Posix.ReadOnly | Posix.NonBlocking);
        if (descriptor == -Posix.NoSuchFile) return null;
        return descriptor >= 0 ? new ReadableFile(path, descriptor, null) : throw Posix.Failed(path, "be read", -descriptor);
    }

    /// <summary>Its length now.</summary>
    public long Length => _handle is null ? Posix.Length(_descriptor, _path) : RandomAccess.GetLength(_handle);

    /// <summary>Reads what is there, up to the buffer's length; 0 at the end.</summary>
    public int ReadSome(long offset, Span<byte> into) => _handle is null ? Posix.ReadAt(_descriptor, into, offset, _path) : RandomAccess.Read(_handle, into, offset);

    /// <summary>Fills the buffer from a place; false where the file ends before that.</summary>
    public bool ReadExactly(long offset, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var got = ReadSome(offset, into);
            if (got == 0) return false;
            into = into[got..];
            offset += got;
        }
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_handle is null) Posix.Close(_descriptor);
        else _handle.Dispose();
    }
}
