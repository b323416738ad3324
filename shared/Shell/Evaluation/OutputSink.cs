namespace Sallyport.Shell.Evaluation;

/// <summary>Collects what captured commands print.</summary>
internal sealed class OutputSink
{
    private readonly List<Piece> _pieces = [];

    /// <summary>Adds what one command prints; null where that is not known.</summary>
    public void Add(Word? output, string source)
    {
        if (output is null) _pieces.Add(new Piece(PieceKind.Unknown, source));
        else _pieces.AddRange(output.Pieces);
    }

    /// <summary>All of it; what is printed holds no globs.</summary>
    public Word Text => new(_pieces);
}
