using Sallyport.Shell.Commands;

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
        return new Target(TargetKind.Path, known ? PathText.Normalize(name) : name, known, word.HasGlob);
    }
}
