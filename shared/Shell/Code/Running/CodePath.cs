using Sallyport.Shell.Commands;

namespace Sallyport.Shell.Code;

/// <summary>Paths as a program writes them, made absolute and lexically normal where that can be known.</summary>
internal static class CodePath
{
    /// <summary>Joins as <c>os.path.join</c> does: an absolute second part wins.</summary>
    public static Word Join(Word first, Word second)
    {
        var prefix = second.KnownPrefix;
        if (prefix.StartsWith('/') || first.Pieces.Count == 0) return second;
        if (second.Pieces.Count == 0) return first;
        return first.ToString().EndsWith('/') ? Concat(first, second) : Concat(first, Word.Of("/"), second);
    }

    public static Word Concat(params ReadOnlySpan<Word> words)
    {
        var pieces = new List<Piece>();
        foreach (var word in words) pieces.AddRange(word.Pieces);
        return new Word(pieces);
    }

    /// <summary>A path with forward slashes, unless it is plainly one of Windows.</summary>
    public static Word Slashed(Word path) =>
        LooksWindows(path.KnownPrefix) || !path.Pieces.Any(p => p.Text.Contains('\\'))
            ? path
            : new Word(path.Pieces.Select(p => p with { Text = p.Text.Replace('\\', '/') }));

    /// <summary>The target an effect on <paramref name="path"/> has when the program stands in <paramref name="cwd"/>.</summary>
    public static Target Resolve(Word path, string? cwd, bool windows)
    {
        var text = path.ToString();
        var known = !path.HasUnknown;
        var glob = path.HasGlob;
        if (path.KnownPrefix.Length == 0 && path.Pieces.Count > 0 && path.Pieces[0].Kind == PieceKind.Unknown)
            return new Target(TargetKind.Path, text, false, glob) { Bounded = PathOutline.Bounds(path) };
        if (windows || LooksWindows(text) || (cwd is not null && LooksWindows(cwd) && !text.StartsWith('/'))) return new Target(TargetKind.Path, ResolveWindows(text, cwd), known, glob);
        if (!text.StartsWith('/'))
        {
            if (cwd is null) return new Target(TargetKind.Path, text, false, glob) { Bounded = PathOutline.Bounds(path) };
            text = cwd.TrimEnd('/') + "/" + text;
        }
        return new Target(TargetKind.Path, PathText.Normalize(text), known, glob);
    }

    public static bool LooksWindows(string text) =>
        (text.Length >= 2 && text[1] == ':' && char.IsAsciiLetter(text[0])) || text.StartsWith(@"\\", StringComparison.Ordinal) || text.StartsWith("//?/", StringComparison.Ordinal);

    // Windows parts folders with either slash; names have the forward one, as those of the shell's own commands do.
    private static string ResolveWindows(string text, string? cwd)
    {
        text = text.Replace('\\', '/');
        if (!LooksWindows(text) && !text.StartsWith('/') && cwd is not null) text = cwd.Replace('\\', '/').TrimEnd('/') + "/" + text;
        return text.StartsWith("//", StringComparison.Ordinal) ? "/" + PathText.Normalize(text[1..]) : PathText.Normalize(text);
    }
}
