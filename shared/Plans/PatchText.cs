namespace Sallyport.Plans;

/// <summary>What a patch in Codex's format touches, by its headers.</summary>
internal static class PatchText
{
    /// <summary>True where the text is a patch rather than a word about one.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.TrimStart().StartsWith("*** Begin Patch", StringComparison.Ordinal);

    /// <summary>Every path a header names, as written.</summary>
    public static List<string> Touched(string patch) => [.. Headers(patch).Select(header => header.Path)];

    /// <summary>Every path a header names, and whether the file goes away.</summary>
    public static List<(string Path, bool Deleted)> Headers(string patch)
    {
        var headers = new List<(string, bool)>();
        foreach (var range in patch.AsSpan().Split('\n'))
        {
            var line = patch.AsSpan(range).Trim();
            foreach (var verb in (ReadOnlySpan<string>)["*** Add File:", "*** Update File:", "*** Delete File:", "*** Move to:"])
                if (line.StartsWith(verb, StringComparison.Ordinal)) headers.Add((line[verb.Length..].Trim().ToString(), verb == "*** Delete File:"));
        }
        return headers;
    }
}
