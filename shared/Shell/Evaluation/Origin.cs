using Sallyport.Shell.Commands;

namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Where an unknown comes from. What is made of something that was fetched or decoded is named by that, whatever it was put through,
/// so that it is known again where it is run.
/// </summary>
internal static class Origin
{
    /// <summary>The source of the piece that was fetched or decoded; null where there is none.</summary>
    public static string? Telling(Word word)
    {
        foreach (var piece in word.Pieces)
            if (piece.Kind == PieceKind.Unknown && (Shells.Downloads(piece.Text) || Shells.Decodes(piece.Text))) return piece.Text;
        return null;
    }

    /// <summary>The same of several words.</summary>
    public static string? Telling(IEnumerable<Word> words)
    {
        foreach (var word in words)
            if (!word.IsKnown && Telling(word) is { } source) return source;
        return null;
    }

    /// <summary>True where a piece was fetched.</summary>
    public static bool Fetched(Word word)
    {
        foreach (var piece in word.Pieces)
            if (piece.Kind == PieceKind.Unknown && Shells.Downloads(piece.Text)) return true;
        return false;
    }
}
