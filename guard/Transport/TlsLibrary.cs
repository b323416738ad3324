using System.Runtime.InteropServices;

namespace Sallyport.GuardProgram.Transport;

/// <summary>
/// On Linux TLS is the system's OpenSSL. The runtime ends the process where there is none, so it is looked for first: then the answer is
/// a fault with a cure, and the fail mode decides as for any other.
/// </summary>
internal static class TlsLibrary
{
    /// <summary>Why TLS cannot be spoken here; null where it can.</summary>
    public static string? Fault()
    {
        if (!OperatingSystem.IsLinux()) return null;
        foreach (var name in (ReadOnlySpan<string>)["libssl.so.3", "libssl.so.1.1", "libssl.so.1.0.2", "libssl.so.1.0.0", "libssl.so.10"])
            if (NativeLibrary.TryLoad(name, out _)) return null;
        return "this machine has no OpenSSL (libssl.so.3), without which no TLS can be spoken. Install it, for example: apt-get install libssl3";
    }
}
