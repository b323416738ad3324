namespace Sallyport.Matching;

/// <summary>Paths as text: nothing here looks at a disk.</summary>
internal static class Paths
{
    /// <summary>
    /// An absolute path with <c>~</c>, <c>$HOME</c>, <c>.</c>, <c>..</c> and doubled slashes resolved by text alone, and forward slashes.
    /// </summary>
    public static string Absolute(string path, string folder, string? home, bool windows)
    {
        var text = windows ? path.Replace('\\', '/') : path;
        var rest = AfterHome(text);
        if (rest >= 0 && home is not null) text = home + "/" + text[rest..];
        else if (!IsRooted(text, windows)) text = folder + "/" + text;
        if (windows) text = text.Replace('\\', '/');
        return Normal(text);
    }

    /// <summary>True where <paramref name="path"/> is <paramref name="folder"/> or below it; both absolute and normalised.</summary>
    public static bool IsWithin(ReadOnlySpan<char> path, ReadOnlySpan<char> folder, bool ignoreCase = false)
    {
        if (folder is "/") return path.StartsWith("/", StringComparison.Ordinal);
        return path.StartsWith(folder, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            && (path.Length == folder.Length || path[folder.Length] == '/');
    }

    /// <summary>Resolves <c>.</c>, <c>..</c> and doubled slashes; <c>..</c> above the root stays at the root.</summary>
    public static string Normal(string path)
    {
        if (IsNormal(path)) return path;
        var drive = path is [_, ':', ..] ? path[..2] : "";
        var kept = new List<string>();
        foreach (var segment in path[drive.Length..].Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment != "..") kept.Add(segment);
            else if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
        }
        return drive + "/" + string.Join('/', kept);
    }

    private static bool IsNormal(string path) =>
        path.Length > 1 && path[0] == '/' && path[^1] != '/' && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);

    private static bool IsRooted(string path, bool windows) => path.StartsWith('/') || (windows && path is [_, ':', '/', ..]);

    // Where the path goes on after a name of the home directory; -1 where it does not begin with one.
    private static int AfterHome(string path)
    {
        foreach (var name in (ReadOnlySpan<string>)["~", "$HOME", "${HOME}"])
        {
            if (!path.StartsWith(name, StringComparison.Ordinal)) continue;
            if (path.Length == name.Length) return name.Length;
            if (path[name.Length] == '/') return name.Length + 1;
        }
        return -1;
    }
}
