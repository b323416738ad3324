using System.Text;

namespace Sallyport.Shell;

/// <summary>What a piece of an expanded word is.</summary>
public enum PieceKind : byte
{
    /// <summary>Text that is known, quotes removed.</summary>
    Literal,

    /// <summary>An active (unquoted) glob: <c>*</c>, <c>?</c>, <c>[a-z]</c>, as written.</summary>
    Glob,

    /// <summary>A value that cannot be known from the text; <see cref="Piece.Text"/> says where it comes from, as written (<c>$FOO</c>, <c>$(date)</c>).</summary>
    Unknown,
}

/// <summary>A piece of an expanded word.</summary>
public readonly record struct Piece(PieceKind Kind, string Text);

/// <summary>
/// One word of a command after expansion: what the program would find in its argv, as far as it can be known.
/// </summary>
public sealed class Word : IEquatable<Word>
{
    /// <summary>The pieces in order; none for the empty string.</summary>
    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>Makes a word of pieces, joining neighbouring literals.</summary>
    public Word(IEnumerable<Piece> pieces)
    {
        var list = new List<Piece>();
        StringBuilder? joined = null;
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Literal && piece.Text.Length == 0) continue;
            if (piece.Kind == PieceKind.Literal && list.Count > 0 && list[^1].Kind == PieceKind.Literal)
            {
                (joined ??= new StringBuilder(list[^1].Text)).Append(piece.Text);
                continue;
            }
            Settle(list, ref joined);
            list.Add(piece);
        }
        Settle(list, ref joined);
        Pieces = list;
    }

    private static void Settle(List<Piece> list, ref StringBuilder? joined)
    {
        if (joined is null) return;
        list[^1] = new Piece(PieceKind.Literal, joined.ToString());
        joined = null;
    }

    private Word(Piece piece) => Pieces = piece.Text.Length == 0 && piece.Kind == PieceKind.Literal ? [] : [piece];

    /// <summary>A word that is wholly known.</summary>
    public static Word Of(string text) => new(new Piece(PieceKind.Literal, text));

    /// <summary>A word of which nothing is known but where it comes from.</summary>
    public static Word Unknown(string source) => new(new Piece(PieceKind.Unknown, source));

    /// <summary>True when every piece is literal: the program gets exactly <see cref="Known"/>.</summary>
    public bool IsKnown => Pieces.Count == 0 || (Pieces.Count == 1 && Pieces[0].Kind == PieceKind.Literal);

    /// <summary>The exact text, or null where a piece is a glob or unknown.</summary>
    public string? Known => Pieces.Count == 0 ? "" : IsKnown ? Pieces[0].Text : null;

    /// <summary>True when a piece is unknown.</summary>
    public bool HasUnknown => Pieces.Any(p => p.Kind == PieceKind.Unknown);

    /// <summary>True when a piece is an active glob.</summary>
    public bool HasGlob => Pieces.Any(p => p.Kind == PieceKind.Glob);

    /// <summary>The known text before the first glob or unknown piece.</summary>
    public string KnownPrefix => Pieces.Count > 0 && Pieces[0].Kind == PieceKind.Literal ? Pieces[0].Text : "";

    /// <summary>The word as a person would read it: literals and globs as they are, unknowns by their source.</summary>
    public override string ToString()
    {
        if (Pieces.Count == 1) return Pieces[0].Text;
        var text = new StringBuilder();
        foreach (var piece in Pieces) text.Append(piece.Text);
        return text.ToString();
    }

    /// <inheritdoc />
    public bool Equals(Word? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Word);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
