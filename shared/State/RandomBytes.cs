using System.Runtime.InteropServices;

namespace Sallyport.State;

/// <summary>Randomness from the kernel, without OpenSSL.</summary>
internal static partial class RandomBytes
{
    /// <summary>Fills <paramref name="into"/> (at most 256 bytes).</summary>
    /// <exception cref="GuardException">The kernel gives none.</exception>
    public static void Fill(Span<byte> into)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(into.Length, 256); // getentropy's limit
        ref var start = ref MemoryMarshal.GetReference(into);
        var given = OperatingSystem.IsWindows()
            ? RtlGenRandom(ref start, (uint)into.Length)
            : GetEntropy(ref start, (nuint)into.Length) == 0;
        if (!given) throw new GuardException("The kernel gives no random bytes.");
    }

    [LibraryImport("libc", EntryPoint = "getentropy")]
    private static partial int GetEntropy(ref byte buffer, nuint length);

    // The name it is exported by is the one that is documented for it; the library is in every Windows process already, and in wine.
    [LibraryImport("advapi32", EntryPoint = "SystemFunction036")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool RtlGenRandom(ref byte buffer, uint length);
}
