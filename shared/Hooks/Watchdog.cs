using System.Runtime.InteropServices;

namespace Sallyport.Hooks;

/// <summary>
/// Ends a hook that hangs. Codex lets the call run when a hook times out, but not when the registered command exits with 2,
/// and the registration's tail turns a killed hook into exactly that. The kernel keeps the clock, so a hook that spins,
/// deadlocks or is out of memory is ended all the same.
/// </summary>
internal static partial class Watchdog
{
    /// <summary>How long a hook may take. Real work takes milliseconds; this is for a machine that is swapping, or a network share.</summary>
    public const int Seconds = 30;

    private const int SigAlrm = 14, SigXfsz = 25, Ignore = 1;
    private const int SigUnblock = 1; // SIG_UNBLOCK on Linux; on macOS it is 2

    private static Thread? _thread;

    /// <summary>Starts the clock.</summary>
    /// <param name="onWindows">Run there when the time is up, before the process ends: exit codes are lost on Windows, so the answer must be given.</param>
    public static void Start(Action onWindows)
    {
        if (OperatingSystem.IsWindows())
        {
            _thread = new Thread(() =>
            {
                Thread.Sleep(Seconds * 1000);
                onWindows();
                Environment.Exit(2);
            }) { IsBackground = true };
            _thread.Start();
            return;
        }

        // Both survive exec: a parent that ignores or blocks SIGALRM would otherwise switch the watchdog off.
        Signal(SigAlrm, 0);
        Span<byte> set = stackalloc byte[128];
        set.Clear();
        set[(SigAlrm - 1) / 8] = 1 << ((SigAlrm - 1) % 8);
        SetMask(OperatingSystem.IsMacOS() ? 2 : SigUnblock, ref MemoryMarshal.GetReference(set), 0);
        _ = Alarm(Seconds);
        // A limit on the size of files is an error of the write then, like a full disk, and not the end of the hook.
        Signal(SigXfsz, Ignore);
    }

    [LibraryImport("libc", EntryPoint = "alarm")]
    private static partial uint Alarm(uint seconds);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "sigprocmask")]
    private static partial int SetMask(int how, ref byte set, nint old);
}
