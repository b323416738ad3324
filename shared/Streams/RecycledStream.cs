#if RECYCLABLE_STREAMS
using Microsoft.IO;
#endif

namespace Sallyport.Streams;

/// <summary>
/// Memory to write to in the programs that live longer than a hook: batches, the app server's questions, answers of guards. Its blocks are lent again and again,
/// and zeroed when they come back, since what passes through them may hold a secret.
/// </summary>
internal static class RecycledStream
{
#if RECYCLABLE_STREAMS
    private static readonly RecyclableMemoryStreamManager Pool = new(new RecyclableMemoryStreamManager.Options { BlockSize = 16 * 1024, ZeroOutBuffer = true });

    public static MemoryStream Take() => Pool.GetStream();
#else
    public static MemoryStream Take() => new();
#endif
}
