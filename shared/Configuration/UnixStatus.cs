using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Sallyport.Configuration;

/// <summary>Owner and mode of a path.</summary>
/// <param name="Owner">The user id.</param>
/// <param name="Mode">Type and permission bits, as in <c>st_mode</c>.</param>
internal readonly partial record struct UnixStatus(uint Owner, uint Mode)
{
    private const uint TypeMask = 0xF000;
    private const uint TypeLink = 0xA000;
    private const uint TypeRegular = 0x8000;

    /// <summary>True where the path is a symbolic link.</summary>
    public bool IsLink => (Mode & TypeMask) == TypeLink;

    /// <summary>True where it is a regular file: not a folder, device, pipe or socket.</summary>
    public bool IsRegular => (Mode & TypeMask) == TypeRegular;

    /// <summary>Looks at a path; null where that fails.</summary>
    /// <param name="path">What to look at.</param>
    /// <param name="follow">True to look at what a link points at.</param>
    public static UnixStatus? Of(string path, bool follow = false)
    {
        Span<byte> buffer = stackalloc byte[256];
        buffer.Clear();
        ref var start = ref MemoryMarshal.GetReference(buffer);
        if (OperatingSystem.IsMacOS())
        {
            // struct stat with 64-bit inodes: mode at 4 (16 bits), uid at 16
            if ((follow ? MacTargetStatus(path, ref start) : MacStatus(path, ref start)) != 0) return null;
            return new UnixStatus(BinaryPrimitives.ReadUInt32LittleEndian(buffer[16..]), BinaryPrimitives.ReadUInt16LittleEndian(buffer[4..]));
        }
        // struct statx is the same on every architecture: uid at 20, mode at 28 (16 bits)
        const int currentDirectory = -100, noFollow = 0x100;
        const uint basicStats = 0x7ff;
        if (LinuxStatus(currentDirectory, path, follow ? 0 : noFollow, basicStats, ref start) != 0) return null;
        return new UnixStatus(BinaryPrimitives.ReadUInt32LittleEndian(buffer[20..]), BinaryPrimitives.ReadUInt16LittleEndian(buffer[28..]));
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinuxStatus(int directory, string path, int flags, uint mask, ref byte status);

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacStatus(string path, ref byte status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacTargetStatus(string path, ref byte status);
}
