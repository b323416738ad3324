using Sallyport.Protocol;
using Sallyport.Streams;

namespace Sallyport.GuardProgram.Work;

/// <summary>Reads the request.</summary>
internal static class Requests
{
    /// <summary>Everything on stdin.</summary>
    /// <exception cref="MalformedInputException">It is larger than a request may be.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAll(Stream input, int longest)
    {
        using var kept = RecycledStream.Take();
        var buffer = new byte[64 * 1024];
        while (await input.ReadAsync(buffer) is > 0 and var got)
        {
            kept.Write(buffer, 0, got);
            if (kept.Length > longest) throw new MalformedInputException($"the request is larger than {longest} bytes");
        }
        return kept.ToArray();
    }
}
