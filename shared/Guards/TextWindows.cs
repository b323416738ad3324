namespace Sallyport.Guards;

/// <summary>Cuts a long text into windows that overlap, so that what stands on a border is seen whole in one of them.</summary>
internal static class TextWindows
{
    /// <summary>Most windows of one text: beyond it the text is too long to be asked about, and the fail mode decides.</summary>
    public const int Most = 32;

    /// <summary>The windows; null where there would be too many.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">UTF-16 units of a window.</param>
    public static IReadOnlyList<string>? Of(string text, int size)
    {
        if (text.Length <= size) return [text];
        var overlap = Math.Min(1000, size / 4);
        var windows = new List<string>();
        for (var start = 0; ; start += size - overlap)
        {
            if (windows.Count == Most) return null;
            var from = start > 0 && char.IsLowSurrogate(text[start]) ? start - 1 : start;
            var to = Math.Min(text.Length, start + size);
            if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
            windows.Add(text[from..to]);
            if (to == text.Length) return windows;
        }
    }
}
