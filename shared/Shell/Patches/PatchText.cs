namespace Sallyport.Shell.Patches;

/// <summary>What a patch does to one file.</summary>
internal enum PatchAction : byte
{
    /// <summary>The file is created.</summary>
    Add,

    /// <summary>Parts of it are changed.</summary>
    Update,

    /// <summary>It is deleted.</summary>
    Delete,
}

/// <summary>One file of a patch.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Path">The path as written.</param>
/// <param name="MoveTo">Where an updated file goes; null where it stays.</param>
internal readonly record struct PatchFile(PatchAction Action, string Path, string? MoveTo);

/// <summary>Reads the patch format of Codex's <c>apply_patch</c>: which files it touches. Their lines are not judged here.</summary>
internal static class PatchText
{
    private const string Begin = "*** Begin Patch";
    private const string End = "*** End Patch";
    private const int MaxFiles = 4096;

    /// <summary>True where the text is a patch rather than a word about one.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.TrimStart().StartsWith(Begin, StringComparison.Ordinal);

    /// <summary>Every path that a patch names, as written; of a patch that cannot be read, those up to the fault.</summary>
    public static List<string> Touched(string patch) => [.. Headers(patch).Select(header => header.Path)];

    /// <summary>Every path that a patch names, and whether the file goes away.</summary>
    public static List<(string Path, bool Deleted)> Headers(string patch)
    {
        TryRead(patch, out var files, out _);
        var headers = new List<(string, bool)>(files.Count);
        foreach (var file in files)
        {
            headers.Add((file.Path, file.Action == PatchAction.Delete));
            if (file.MoveTo is not null) headers.Add((file.MoveTo, false));
        }
        return headers;
    }

    /// <summary>The files of a patch; false, with where and why, for a text that is none.</summary>
    public static bool TryRead(string text, out List<PatchFile> files, out ShellError error)
    {
        files = [];
        error = default;
        var begun = false;
        var position = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            position = range.Start.Value;
            var line = text.AsSpan()[range].TrimEnd('\r');
            var marker = line.Trim();
            if (!begun)
            {
                begun = marker.SequenceEqual(Begin);
                if (!begun && marker.Length > 0 && !Around(marker)) return Fail("a patch begins with '*** Begin Patch'", position, out error);
                continue;
            }
            if (marker.SequenceEqual(End)) return files.Count > 0 || Fail("the patch names no file", position, out error);
            // Lines of content start with a blank, '+', '-' or '@'; only a bare marker starts a file.
            if (Marked(line, "*** Add File: ", out var path)) files.Add(new PatchFile(PatchAction.Add, path, null));
            else if (Marked(line, "*** Update File: ", out path)) files.Add(new PatchFile(PatchAction.Update, path, null));
            else if (Marked(line, "*** Delete File: ", out path)) files.Add(new PatchFile(PatchAction.Delete, path, null));
            else if (Marked(line, "*** Move to: ", out path))
            {
                if (files.Count == 0 || files[^1].Action != PatchAction.Update) return Fail("a move without a file", position, out error);
                files[^1] = files[^1] with { MoveTo = path };
            }
            if (files.Count > MaxFiles) return Fail("the patch names too many files", position, out error);
        }
        return Fail(begun ? "the patch does not end" : "there is no patch", Math.Min(position, text.Length), out error);
    }

    // Models wrap a patch in a here-document or a code fence; Codex takes the inside.
    private static bool Around(ReadOnlySpan<char> line) =>
        line.StartsWith("<<") || line.StartsWith("```") || line.StartsWith("apply_patch") || line.StartsWith("cd ");

    private static bool Marked(ReadOnlySpan<char> line, string marker, out string path)
    {
        path = "";
        var trimmed = line.Trim();
        if (line.Length > 0 && line[0] is '+' or '-') return false;
        if (!trimmed.StartsWith(marker)) return false;
        path = trimmed[marker.Length..].Trim().ToString();
        return path.Length > 0;
    }

    private static bool Fail(string message, int position, out ShellError error)
    {
        error = new ShellError(message, position);
        return false;
    }
}
