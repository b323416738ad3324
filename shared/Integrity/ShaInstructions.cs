using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Sallyport.Integrity;

/// <summary>
/// The processor's own instructions for SHA-256, which this .NET does not know: sha256-x64.c, linked into the programs for Linux on x64. Hashing the row of
/// 64 KiB of output without them is a tenth of what the hook costs.
/// </summary>
internal static partial class ShaInstructions
{
    /// <summary>Shorter data is hashed before the processor has told what it can do.</summary>
    public const int Shortest = 16 * 1024;

    /// <summary>Whether they were linked: the build says so, and leaves out the call where they were not.</summary>
    [FeatureSwitchDefinition("Sallyport.ShaInstructions")]
    private static bool AreLinked => AppContext.TryGetSwitch("Sallyport.ShaInstructions", out var linked) && linked;

    /// <summary>Takes whole blocks into a state; false where nothing was done.</summary>
    public static bool Compress(Span<uint> state, ReadOnlySpan<byte> blocks, int size, ReadOnlySpan<uint> constants) =>
        AreLinked && Blocks(ref MemoryMarshal.GetReference(state), in MemoryMarshal.GetReference(blocks), (nuint)(blocks.Length / size), in MemoryMarshal.GetReference(constants)) != 0;

    [LibraryImport("sallyport_sha256", EntryPoint = "sallyport_sha256_blocks")]
    private static partial int Blocks(ref uint state, in byte data, nuint blocks, in uint constants);
}
