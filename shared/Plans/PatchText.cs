namespace Sallyport.Plans;

/// <summary>What a patch in Codex's format touches, by its headers.</summary>
internal static class PatchText
{
    /// <summary>True where the text is a patch rather than a word about one.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.TrimStart().StartsWith("*** Begin Patch", StringComparison.Ordinal);

    /// <summary>Every path a header names, as written.</summary>
    public static List<string> Touched(string patch)
    {
        var touched = new List<string>();
        foreach (var range in patch.AsSpan().Split('\n'))
        {
            var header = patch.AsSpan(range).Trim();
            foreach (var verb in (ReadOnlySpan<string>)["*** Add File:", "*** Update File:", "*** Delete File:", "*** Move to:"])
                if (header.StartsWith(verb, StringComparison.Ordinal)) touched.Add(header[verb.Length..].Trim().ToString());
        }
        return touched;
    }
}
