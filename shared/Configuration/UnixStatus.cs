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

    /// <summary>What tells a file from every other and from itself after a change: its number, size, and times of change in nanoseconds.</summary>
    public static (long Inode, long Size, long Changed, long Modified)? Identity(string path)
    {
        Span<byte> buffer = stackalloc byte[256];
        buffer.Clear();
        ref var start = ref MemoryMarshal.GetReference(buffer);
        if (OperatingSystem.IsMacOS())
        {
            // struct stat with 64-bit inodes: inode at 8, modified at 48, changed at 64, size at 96
            if (MacStatus(path, ref start) != 0) return null;
            return (Long(buffer, 8), Long(buffer, 96), (Long(buffer, 64) * 1_000_000_000) + Long(buffer, 72), (Long(buffer, 48) * 1_000_000_000) + Long(buffer, 56));
        }
        // struct statx: inode at 32, size at 40, changed at 96, modified at 112
        const int currentDirectory = -100, noFollow = 0x100;
        if (LinuxStatus(currentDirectory, path, noFollow, 0x7ff, ref start) != 0) return null;
        return (Long(buffer, 32), Long(buffer, 40), (Long(buffer, 96) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(buffer[104..]),
            (Long(buffer, 112) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(buffer[120..]));

        static long Long(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt64LittleEndian(from[at..]);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinuxStatus(int directory, string path, int flags, uint mask, ref byte status);

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacStatus(string path, ref byte status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacTargetStatus(string path, ref byte status);
}
