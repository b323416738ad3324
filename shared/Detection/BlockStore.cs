namespace Sallyport.Detection;

/// <summary>Room for the blocks of a text, kept for the next text of the thread.</summary>
internal static class BlockStore
{
    /// <summary>Blocks of a text of a million characters; more is given back at once.</summary>
    private const int MostKept = 1 << 14;

    [ThreadStatic]
    private static CharBlock[]? t_kept;

    public static CharBlock[] Take(int characters)
    {
        var size = (characters + CharBlock.Size - 1) / CharBlock.Size;
        var kept = t_kept;
        if (kept is null || kept.Length < size) return GC.AllocateUninitializedArray<CharBlock>(size);
        // A text is read within another's scan, too.
        t_kept = null;
        return kept;
    }

    public static void Give(CharBlock[] room)
    {
        if (room.Length <= MostKept && (t_kept is not { } kept || kept.Length < room.Length)) t_kept = room;
    }
}
