namespace Sallyport.Shell.Commands;

/// <summary>Cutting and joining words without losing what is unknown in them.</summary>
internal static class WordText
{
    /// <summary>The word without its first <paramref name="count"/> characters, which must be known.</summary>
    public static Word Skip(Word word, int count)
    {
        if (count == 0) return word;
        var first = word.Pieces[0];
        return new Word([first with { Text = first.Text[count..] }, .. word.Pieces.Skip(1)]);
    }

    /// <summary>Two words as one.</summary>
    public static Word Join(Word first, Word second) => new([.. first.Pieces, .. second.Pieces]);

    /// <summary>Words with a blank between, as <c>ssh</c>, <c>eval</c> and <c>watch</c> join their arguments.</summary>
    public static Word JoinAll(IEnumerable<Word> words)
    {
        var pieces = new List<Piece>();
        var first = true;
        foreach (var word in words)
        {
            if (!first) pieces.Add(new Piece(PieceKind.Literal, " "));
            first = false;
            pieces.AddRange(word.Pieces);
        }
        return new Word(pieces);
    }

    // What would be longer is unknown: no program could be given it.
    private const int MostMade = 256 * 1024;

    /// <summary><paramref name="word"/> with every <paramref name="mark"/> replaced.</summary>
    public static Word Replace(Word word, string mark, Word by)
    {
        if (!word.ToString().Contains(mark, StringComparison.Ordinal)) return word;
        var made = 0L;
        var pieces = new List<Piece>();
        foreach (var piece in word.Pieces)
        {
            if (piece.Kind != PieceKind.Literal)
            {
                pieces.Add(piece);
                continue;
            }
            var from = 0;
            for (var at = piece.Text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = piece.Text.IndexOf(mark, from, StringComparison.Ordinal))
            {
                pieces.Add(piece with { Text = piece.Text[from..at] });
                pieces.AddRange(by.Pieces);
                from = at + mark.Length;
                if ((made += by.ToString().Length + by.Pieces.Count) > MostMade) return Word.Unknown(mark);
            }
            pieces.Add(piece with { Text = piece.Text[from..] });
        }
        return new Word(pieces);
    }

    /// <summary>Splits known text at blanks, honouring quotes and backslashes as <c>xargs</c> and <c>env -S</c> do; null where a quote stays open.</summary>
    public static List<Word>? Split(string text)
    {
        var words = new List<Word>();
        var current = new System.Text.StringBuilder();
        var open = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                if (open) words.Add(Word.Of(current.ToString()));
                current.Clear();
                open = false;
                continue;
            }
            open = true;
            if (c == '\\' && i + 1 < text.Length) current.Append(text[++i]);
            else if (c is '\'' or '"')
            {
                var end = text.IndexOf(c, i + 1);
                if (end < 0) return null;
                current.Append(text, i + 1, end - i - 1);
                i = end;
            }
            else current.Append(c);
        }
        if (open) words.Add(Word.Of(current.ToString()));
        return words;
    }
}
