using System.Text;

namespace Sallyport.Shell.Evaluation;

/// <summary>Paths as the shell would find them, by their letters alone.</summary>
internal static class PathTarget
{
    /// <summary>The path a word names, seen from a directory (null where that is not known).</summary>
    public static Target Of(Word word, string? directory)
    {
        var name = word.ToString();
        var known = !word.HasUnknown;
        if (!name.StartsWith('/') || (word.Pieces.Count > 0 && word.Pieces[0].Kind == PieceKind.Unknown))
        {
            if (word.Pieces.Count > 0 && word.Pieces[0].Kind == PieceKind.Unknown) return new Target(TargetKind.Path, name, false, word.HasGlob);
            if (directory is null) return new Target(TargetKind.Path, name, false, word.HasGlob);
            name = directory + "/" + name;
        }
        return new Target(TargetKind.Path, known ? Normalise(name) : name, known, word.HasGlob);
    }

    /// <summary>An absolute path without <c>.</c>, <c>..</c> and doubled slashes.</summary>
    public static string Normalise(string path)
    {
        if (!path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal)) return path.Length > 1 && path[^1] == '/' ? path[..^1] : path;
        var text = new StringBuilder(path.Length);
        foreach (var range in path.AsSpan().Split('/'))
        {
            var part = path.AsSpan()[range];
            if (part.Length == 0 || part is ".") continue;
            if (part is "..")
            {
                var slash = text.Length;
                while (slash > 0 && text[slash - 1] != '/') slash--;
                text.Length = Math.Max(0, slash - 1);
                continue;
            }
            text.Append('/').Append(part);
        }
        return text.Length == 0 ? "/" : text.ToString();
    }
}
