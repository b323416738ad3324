using System.Text;

namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Lets text with unknown pieces be parsed: each stands in it as two characters, the first of which is no character of any language.
/// </summary>
internal sealed class Marks
{
    public const char Sign = '\uFDD0';
    private const char First = '\uE000';
    private const int Most = 6000;
    private readonly List<string> _sources = [];

    /// <summary>Takes the sign out of text that is not ours; every place in it stays the same.</summary>
    public static string Clean(string text) => text.Contains(Sign) ? text.Replace(Sign, '\uFFFD') : text;

    /// <summary>The word as text to parse.</summary>
    public string Encode(Word word)
    {
        if (word.Known is { } known) return Clean(known);
        var text = new StringBuilder();
        foreach (var piece in word.Pieces)
        {
            if (piece.Kind == PieceKind.Unknown) text.Append(Sign).Append((char)(First + Index(piece.Text)));
            else text.Append(Clean(piece.Text));
        }
        return text.ToString();
    }

    /// <summary>The source of the unknown piece whose sign stands at <paramref name="at"/>.</summary>
    public string Source(string text, int at)
    {
        var index = at + 1 < text.Length ? text[at + 1] - First : -1;
        return index >= 0 && index < _sources.Count ? _sources[index] : "?";
    }

    /// <summary>The word that was encoded.</summary>
    public Word Decode(string text)
    {
        if (!text.Contains(Sign)) return Word.Of(text);
        var pieces = new List<Piece>();
        var from = 0;
        for (var at = text.IndexOf(Sign); at >= 0; at = from <= text.Length ? text.IndexOf(Sign, from) : -1)
        {
            pieces.Add(new Piece(PieceKind.Literal, text[from..at]));
            pieces.Add(new Piece(PieceKind.Unknown, Source(text, at)));
            from = Math.Min(at + 2, text.Length);
        }
        pieces.Add(new Piece(PieceKind.Literal, text[from..]));
        return new Word(pieces);
    }

    private int Index(string source)
    {
        var recent = _sources.LastIndexOf(source, _sources.Count - 1, Math.Min(_sources.Count, 64));
        if (recent >= 0) return recent;
        if (_sources.Count >= Most) return 0;
        _sources.Add(source);
        return _sources.Count - 1;
    }
}
