namespace Sallyport.Detection.Injection;

/// <summary>Cuts what the lexicon and the forms are written in: short pieces, for which the runtime's search takes longer than a look at each letter.</summary>
internal static class Parts
{
    /// <summary>Takes the piece up to a mark, or all there is, off the front; false where nothing is left.</summary>
    public static bool Cut(ref ReadOnlySpan<char> rest, char mark, out ReadOnlySpan<char> part)
    {
        var end = 0;
        while ((uint)end < (uint)rest.Length && rest[end] != mark) end++;
        part = rest[..end];
        var found = !rest.IsEmpty;
        rest = end < rest.Length ? rest[(end + 1)..] : default;
        return found;
    }
}
