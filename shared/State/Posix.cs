using System.Runtime.InteropServices;

namespace Sallyport.State;

/// <summary>
/// The system calls that .NET's own file API does not make as a guard needs them: its append is not O_APPEND, its locks throw instead
/// of waiting, and an environment variable switches them off.
/// </summary>
internal static partial class Posix
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int ReadWrite = 2;
    public static readonly int Create = OperatingSystem.IsMacOS() ? 0x200 : 0x40;
    public static readonly int Exclusive = OperatingSystem.IsMacOS() ? 0x800 : 0x80;
    public static readonly int Append = OperatingSystem.IsMacOS() ? 0x8 : 0x400;
    public static readonly int NonBlocking = OperatingSystem.IsMacOS() ? 0x4 : 0x800;
    public static readonly int NoFollow = OperatingSystem.IsMacOS() ? 0x100 : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;
    public static readonly int CloseOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    public const int NoSuchFile = 2; // ENOENT
    public static readonly int LinkLoop = OperatingSystem.IsMacOS() ? 62 : 40; // ELOOP
    private const int Interrupted = 4; // EINTR
    private const int LockExclusive = 2;
    private const int DoNotWait = 4; // LOCK_NB
    private static readonly int WouldBlock = OperatingSystem.IsMacOS() ? 35 : 11; // EWOULDBLOCK
    private const uint OwnerOnly = 0x180; // 0600

    /// <summary>Asked before each call, in tests alone: an errno makes the call fail with it, 0 lets it be made.</summary>
    [ThreadStatic]
    internal static Func<string, int>? Fault;

    private static bool Fails(string call)
    {
        if (Fault is null || Fault(call) is not (not 0 and var error)) return false;
        Marshal.SetLastPInvokeError(error);
        return true;
    }

    /// <summary>Opens a file, links in the last place not followed, closed on exec; created as 0600.</summary>
    /// <returns>The descriptor, or the negated errno.</returns>
    public static int Open(string path, int flags) => OpenAs(path, flags | NoFollow);

    /// <summary>Opens a folder, which may be a link, to force its entries to the disk.</summary>
    /// <returns>The descriptor, or the negated errno.</returns>
    public static int OpenFolder(string path) => OpenAs(path, ReadOnly);

    private static int OpenAs(string path, int flags)
    {
        while (true)
        {
            // On Apple's arm64 the mode, a variadic argument, is passed on the stack: six fillers take the registers before it.
            var descriptor = Fails("open") ? -1 : OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? OpenStack(path, flags | CloseOnExec, 0, 0, 0, 0, 0, 0, OwnerOnly)
                : OpenPlain(path, flags | CloseOnExec, OwnerOnly);
            if (descriptor >= 0) return descriptor;
            if (Marshal.GetLastPInvokeError() is var error and not Interrupted) return -error;
        }
    }

    /// <summary>Waits for the exclusive lock on a descriptor.</summary>
    public static void Lock(int descriptor, string path)
    {
        while (Fails("flock") || FileLockCall(descriptor, LockExclusive) != 0)
            if (Marshal.GetLastPInvokeError() is var error and not Interrupted) throw Failed(path, "be locked", error);
    }

    /// <summary>Takes the exclusive lock on a descriptor where nobody has it; false where somebody does.</summary>
    public static bool TryLock(int descriptor, string path)
    {
        while (Fails("flock") || FileLockCall(descriptor, LockExclusive | DoNotWait) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock) return false;
            if (error != Interrupted) throw Failed(path, "be locked", error);
        }
        return true;
    }

    /// <summary>Writes everything, or throws.</summary>
    public static void WriteAll(int descriptor, ReadOnlySpan<byte> bytes, string path)
    {
        while (!bytes.IsEmpty)
        {
            var put = Fails("write") ? -1 : WriteCall(descriptor, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            if (put < 0)
            {
                if (Marshal.GetLastPInvokeError() is var error and not Interrupted) throw Failed(path, "be written", error);
                continue;
            }
            bytes = bytes[(int)put..];
        }
    }

    /// <summary>Writes everything at a place, or throws.</summary>
    public static void WriteAllAt(int descriptor, ReadOnlySpan<byte> bytes, long offset, string path)
    {
        while (!bytes.IsEmpty)
        {
            var put = Fails("pwrite") ? -1 : WriteAtCall(descriptor, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length, offset);
            if (put < 0)
            {
                if (Marshal.GetLastPInvokeError() is var error and not Interrupted) throw Failed(path, "be written", error);
                continue;
            }
            bytes = bytes[(int)put..];
            offset += put;
        }
    }

    /// <summary>Reads up to the length of the buffer at a place; 0 at the end.</summary>
    public static int ReadAt(int descriptor, Span<byte> into, long offset, string path)
    {
        while (true)
        {
            var got = Fails("pread") ? -1 : ReadAtCall(descriptor, ref MemoryMarshal.GetReference(into), (nuint)into.Length, offset);
            if (got >= 0) return (int)got;
            if (Marshal.GetLastPInvokeError() is var error and not Interrupted) throw Failed(path, "be read", error);
        }
    }

    /// <summary>The length of an open file.</summary>
    public static long Length(int descriptor, string path)
    {
        const int end = 2; // SEEK_END
        var length = Fails("lseek") ? -1 : Seek(descriptor, 0, end);
        return length >= 0 ? length : throw Failed(path, "be measured", Marshal.GetLastPInvokeError());
    }

    /// <summary>Forces what was written to the disk.</summary>
    public static void Sync(int descriptor, string path)
    {
        while (Fails("fsync") || SyncCall(descriptor) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error is 22 or 95) return; // EINVAL, EOPNOTSUPP: a file system that has no such thing
            if (error != Interrupted) throw Failed(path, "be forced to the disk", error);
        }
    }

    /// <summary>Cuts a file.</summary>
    public static void Truncate(int descriptor, long length, string path)
    {
        while (Fails("ftruncate") || TruncateCall(descriptor, length) != 0)
            if (Marshal.GetLastPInvokeError() is var error and not Interrupted) throw Failed(path, "be cut", error);
    }

    /// <summary>Renames over whatever is there.</summary>
    public static void Rename(string from, string to)
    {
        if (Fails("rename") || RenameCall(from, to) != 0) throw Failed(to, "be replaced", Marshal.GetLastPInvokeError());
    }

    /// <summary>Closes a descriptor.</summary>
    public static void Close(int descriptor) => _ = CloseCall(descriptor);

    /// <summary>The error for a call that failed: names the file, what could not be done and why.</summary>
    public static StateException Failed(string path, string what, int error) => new($"{path} cannot {what}: {Words(error)}");

    private static string Words(int error) => error switch
    {
        1 or 13 => "permission denied. The owner must be the one who runs Codex.",
        2 => "it is not there.",
        5 => "the disk reports an error.",
        20 => "a part of its path is not a directory.",
        21 => "it is a directory.",
        23 or 24 => "too many files are open.",
        27 => "it would be larger than a file may be (ulimit -f).",
        28 => "the disk is full. Make room.",
        29 => "it is no ordinary file. Replace it by one.",
        30 => "the file system is read-only.",
        122 or 69 => "the disk quota is used up. Make room.",
        _ when error == LinkLoop => "it is a link. Replace it by a file.",
        _ => $"error {error}.",
    };

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenPlain(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenStack(string path, int flags, nint a, nint b, nint c, nint d, nint e, nint f, uint mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int FileLockCall(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteCall(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
    private static partial nint WriteAtCall(int descriptor, ref byte buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    private static partial nint ReadAtCall(int descriptor, ref byte buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long Seek(int descriptor, long offset, int whence);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncCall(int descriptor);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    private static partial int TruncateCall(int descriptor, long length);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameCall(string from, string to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseCall(int descriptor);
}
