using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>
/// Code of which a part is not known (<c>python -c "os.remove('$F')"</c>) is read with a mark in place of that part, so that a text
/// that holds it is partly unknown and a name made of it is no name.
/// </summary>
internal static class Marked
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';
    public const string CloseText = "\uE001";

    /// <summary>The code with its unknown parts marked.</summary>
    public static string Of(Word word)
    {
        if (!word.HasUnknown) return word.ToString();
        var text = new StringBuilder();
        foreach (var piece in word.Pieces)
        {
            if (piece.Kind != PieceKind.Unknown) text.Append(piece.Text);
            else text.Append(Open).Append(piece.Text.Replace(Close, ' ').Replace('\n', ' ')).Append(Close);
        }
        return text.ToString();
    }

    /// <summary>A text of the code as a word, its marks made unknown pieces again.</summary>
    public static Word Word(string text)
    {
        if (!text.Contains(Open)) return Shell.Word.Of(text);
        var pieces = new List<Piece>();
        var plain = 0;
        for (var open = text.IndexOf(Open); open >= 0; open = text.IndexOf(Open, plain))
        {
            pieces.Add(new Piece(PieceKind.Literal, text[plain..open]));
            var close = text.IndexOf(Close, open);
            if (close < 0) close = text.Length;
            pieces.Add(new Piece(PieceKind.Unknown, text[(open + 1)..close]));
            plain = Math.Min(close + 1, text.Length);
        }
        pieces.Add(new Piece(PieceKind.Literal, text[plain..]));
        return new Word(pieces);
    }
}
