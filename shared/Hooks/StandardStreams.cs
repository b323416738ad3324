using System.Runtime.InteropServices;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>
/// stdin, stdout and stderr as bare descriptors: System.Console costs a tenth of a millisecond, a thread, and may write a byte-order mark.
/// </summary>
internal static partial class StandardStreams
{
    private const int Interrupted = 4; // EINTR, the same number on Linux and macOS

    /// <summary>Reads stdin to its end.</summary>
    /// <exception cref="MalformedInputException">It is longer than <paramref name="limit"/> bytes, or cannot be read.</exception>
    public static ReadOnlyMemory<byte> ReadInput(int limit)
    {
        // What was not written to is not touched either, so that a large step costs what is read and no more.
        var buffer = GC.AllocateUninitializedArray<byte>(8 * 1024);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length > limit) throw new InputTooLargeException(limit);
                var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min((long)buffer.Length * 16, limit + 1L));
                buffer.CopyTo(larger, 0);
                buffer = larger;
            }
            var got = Read(buffer.AsSpan(length));
            if (got == 0) break;
            length += got;
        }
        if (length > limit) throw new InputTooLargeException(limit);
        return buffer.AsMemory(0, length);
    }

    /// <summary>Writes the whole answer to stdout; false where that is impossible (closed, broken pipe).</summary>
    public static bool WriteOutput(ReadOnlySpan<byte> bytes) => Write(1, bytes);

    /// <summary>Writes to stderr; false where that is impossible.</summary>
    public static bool WriteError(ReadOnlySpan<byte> bytes) => Write(2, bytes);

    private static int Read(Span<byte> into)
    {
        while (true)
        {
            int got;
            if (OperatingSystem.IsWindows())
            {
                got = WindowsRead(into);
            }
            else
            {
                got = (int)ReadDescriptor(0, ref MemoryMarshal.GetReference(into), (nuint)into.Length);
                if (got < 0 && Marshal.GetLastPInvokeError() == Interrupted) continue;
            }
            return got >= 0 ? got : throw new MalformedInputException("stdin cannot be read");
        }
    }

    private static bool Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int put;
            if (OperatingSystem.IsWindows())
            {
                put = WindowsWrite(descriptor, bytes);
            }
            else
            {
                put = (int)WriteDescriptor(descriptor, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
                if (put < 0 && Marshal.GetLastPInvokeError() == Interrupted) continue;
            }
            if (put <= 0) return false;
            bytes = bytes[put..];
        }
        return true;
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadDescriptor(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteDescriptor(int descriptor, ref byte buffer, nuint count);

    private static int WindowsRead(Span<byte> into)
    {
        const int brokenPipe = 109; // ERROR_BROKEN_PIPE: the writer closed its end, which is how a pipe ends
        if (ReadFile(GetStdHandle(-10), ref MemoryMarshal.GetReference(into), (uint)into.Length, out var got, 0)) return (int)got;
        return Marshal.GetLastPInvokeError() == brokenPipe ? 0 : -1;
    }

    private static int WindowsWrite(int descriptor, ReadOnlySpan<byte> bytes) =>
        WriteFile(GetStdHandle(descriptor == 1 ? -11 : -12), ref MemoryMarshal.GetReference(bytes), (uint)bytes.Length, out var put, 0) ? (int)put : -1;

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool ReadFile(nint handle, ref byte buffer, uint count, out uint got, nint overlapped);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool WriteFile(nint handle, ref byte buffer, uint count, out uint put, nint overlapped);
}

/// <summary>The event is larger than this hook reads.</summary>
internal sealed class InputTooLargeException(int limit) : Exception($"the input is larger than {limit / (1024 * 1024)} MiB");
