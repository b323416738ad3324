using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sallyport.State;

/// <summary>
/// A lock between processes that waits its turn. The kernel drops it when its holder dies. What waits for ever is ended by the
/// hook's watchdog, which refuses.
/// </summary>
internal sealed partial class FileLock : IDisposable
{
    private readonly int _descriptor;
    private readonly SafeFileHandle? _handle;

    private FileLock(int descriptor, SafeFileHandle? handle) => (_descriptor, _handle) = (descriptor, handle);

    /// <summary>Waits for the lock; the file is made where it is missing and never removed.</summary>
    /// <exception cref="StateException">The file cannot be opened or locked.</exception>
    public static FileLock Acquire(string path) => Take(path, wait: true)!;

    /// <summary>Takes the lock where nobody has it; null where somebody does.</summary>
    /// <exception cref="StateException">The file cannot be opened or locked.</exception>
    public static FileLock? TryAcquire(string path) => Take(path, wait: false);

    private static FileLock? Take(string path, bool wait)
    {
        if (OperatingSystem.IsWindows()) return TakeWindows(path, wait);
        var descriptor = Posix.Open(path, Posix.ReadWrite | Posix.Create);
        if (descriptor < 0) throw Posix.Failed(path, "be opened", -descriptor);
        try
        {
            if (wait) Posix.Lock(descriptor, path);
            else if (!Posix.TryLock(descriptor, path))
            {
                Posix.Close(descriptor);
                return null;
            }
        }
        catch
        {
            Posix.Close(descriptor);
            throw;
        }
        return new FileLock(descriptor, null);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_handle is null) Posix.Close(_descriptor);
        else _handle.Dispose();
    }

    private static FileLock? TakeWindows(string path, bool wait)
    {
        try
        {
            var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var overlapped = default(NativeOverlapped);
            const uint exclusive = 2, failAtOnce = 1; // LOCKFILE_EXCLUSIVE_LOCK, LOCKFILE_FAIL_IMMEDIATELY
            const int lockViolation = 33;
            if (LockFileEx(handle, wait ? exclusive : exclusive | failAtOnce, 0, 1, 0, ref overlapped)) return new FileLock(-1, handle);
            var error = Marshal.GetLastPInvokeError();
            handle.Dispose();
            if (!wait && error == lockViolation) return null;
            throw new StateException($"{path} cannot be locked: Windows error {error}.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"{path} cannot be opened: {wrong.GetType().Name}.", wrong);
        }
    }

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool LockFileEx(SafeFileHandle file, uint flags, uint reserved, uint low, uint high, ref NativeOverlapped overlapped);
}
