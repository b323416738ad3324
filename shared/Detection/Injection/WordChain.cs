namespace Sallyport.Detection.Injection;

/// <summary>A word in a table of chains: where its text stands, what it means, and the next one that begins like it.</summary>
/// <param name="number">All of it in one number, see <see cref="Entry"/>.</param>
internal readonly struct WordChain(ulong number)
{
    public const int Buckets = 1024;

    public static ulong Entry(int start, int length, bool stem, int sense, int next) =>
        checked((ushort)next) | (ulong)checked((ushort)sense) << 16 | (ulong)checked((ushort)start) << 32 | (ulong)checked((byte)length) << 48 | (stem ? 1UL << 56 : 0);

    /// <summary>0 for none.</summary>
    public int Next => (ushort)number;

    public int Sense => (ushort)(number >> 16);

    public int Start => (ushort)(number >> 32);

    public int Length => (byte)(number >> 48);

    /// <summary>Anything may follow it.</summary>
    public bool Stem => number >> 56 != 0;
}
