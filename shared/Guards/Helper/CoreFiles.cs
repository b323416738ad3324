using System.Runtime.InteropServices;

namespace Sallyport.Guards.Helper;

/// <summary>A process that holds a credential leaves no image of its memory behind when it dies, and lets nobody else of its user look in.</summary>
internal static partial class CoreFiles
{
    /// <summary>From now on.</summary>
    public static void Suppress()
    {
        if (OperatingSystem.IsWindows()) return;
        const int coreSize = 4, dumpable = 4; // RLIMIT_CORE on Linux and macOS; PR_SET_DUMPABLE
        Span<nuint> none = [0, 0];
        _ = SetLimit(coreSize, ref MemoryMarshal.GetReference(none));
        if (OperatingSystem.IsLinux()) _ = ProcessControl(dumpable, 0, 0, 0, 0);
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int what, ref nuint limits);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);
}
