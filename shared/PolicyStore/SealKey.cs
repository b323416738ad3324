using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>The key that seals compiled policies of a data directory: whoever can write there and not read makes none that counts.</summary>
/// <param name="path">Its file.</param>
internal sealed class SealKey(string path)
{
    private const int Size = 32;

    /// <summary>The key; empty where there is none.</summary>
    /// <param name="make">True to make one where there is none. Two that make one at once differ, and what the loser sealed is made anew.</param>
    public byte[] Read(bool make)
    {
        if (AtomicFile.Read(path, Size + 1) is { Length: Size } held) return held.ToArray();
        if (!make) return [];
        var key = new byte[Size];
        RandomBytes.Fill(key);
        AtomicFile.Write(path, key, durable: false);
        return key;
    }
}
