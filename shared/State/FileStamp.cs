using System.Buffers.Binary;
using Sallyport.Configuration;

namespace Sallyport.State;

/// <summary>
/// What a file looks like from outside: its number, size and times. The kernel sets the time of the last change, so that nobody puts
/// another content in its place without a trace; only within one tick of the clock could two writes look alike.
/// </summary>
internal static class FileStamp
{
    /// <summary>Bytes of a stamp.</summary>
    public const int Size = 32;

    private const long Settled = 2_000_000_000; // nanoseconds

    /// <summary>The stamp; null where the file cannot be looked at, or the platform keeps no such time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="settled">False where it changed so lately that another write could still leave the same stamp.</param>
    public static byte[]? Of(string path, long now, out bool settled)
    {
        settled = false;
        if (OperatingSystem.IsWindows() || UnixStatus.Identity(path) is not var (inode, size, changed, modified)) return null;
        var stamp = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(stamp, inode);
        BinaryPrimitives.WriteInt64LittleEndian(stamp.AsSpan(8), size);
        BinaryPrimitives.WriteInt64LittleEndian(stamp.AsSpan(16), changed);
        BinaryPrimitives.WriteInt64LittleEndian(stamp.AsSpan(24), modified);
        settled = (now * 1_000_000) - changed > Settled;
        return stamp;
    }
}
