using System.Text;

namespace Sallyport.Shell.Evaluation;

/// <summary>A word after expansion.</summary>
/// <param name="Word">What the program gets.</param>
/// <param name="CanVanish">True where it is an unquoted unknown that may be no word at all.</param>
internal readonly record struct Field(Word Word, bool CanVanish);

/// <summary>Builds the fields that one written word becomes: quoting, field splitting and globs as bash does them.</summary>
internal sealed class FieldBuilder(string? separators, bool globs, Marks marks, WorkBudget budget)
{
    /// <summary>What a word costs besides its text: objects are made for it, and a list of a million empty words is no less work than a long one.</summary>
    public const int WordCost = 16;
    private const int PieceCost = 8;

    private readonly List<Field> _fields = [];
    private readonly StringBuilder _literal = new();
    private readonly StringBuilder _active = new();
    private List<Piece> _pieces = [];
    private bool _exists;
    private bool _solid;
    private bool _afterBlank;

    /// <summary>The fields so far; ends the one being built.</summary>
    public List<Field> Finish()
    {
        EndField();
        return _fields;
    }

    /// <summary>Text in quotes: a field, even when empty.</summary>
    public void AddQuoted(string text)
    {
        Exist();
        _solid = true;
        AddMarked(text, quoted: true);
    }

    /// <summary>Unquoted text as written: globs act, but nothing is split.</summary>
    public void AddPlain(string text)
    {
        if (text.Length == 0) return;
        Exist();
        AddMarked(text, quoted: false);
    }

    /// <summary>The value of a quoted expansion.</summary>
    public void AddQuoted(Word value)
    {
        Exist();
        _solid = true;
        foreach (var piece in value.Pieces)
        {
            if (!budget.Expand(piece.Text.Length)) return;
            if (piece.Kind != PieceKind.Literal) AddPiece(piece);
            else Literal(piece.Text);
        }
    }

    /// <summary>The value of an unquoted expansion: it is split, and globs in it act.</summary>
    public void AddSplit(Word value)
    {
        foreach (var piece in value.Pieces)
        {
            if (!budget.Expand(piece.Text.Length)) return;
            if (piece.Kind != PieceKind.Literal || separators is null)
            {
                Exist();
                AddPiece(piece.Kind == PieceKind.Literal ? new Piece(PieceKind.Unknown, piece.Text) : piece);
                continue;
            }
            foreach (var c in piece.Text) AddSplit(c);
        }
    }

    /// <summary>An unknown that may be any number of words.</summary>
    public void AddUnknown(string source, bool quoted)
    {
        Exist();
        _solid |= quoted;
        AddPiece(new Piece(PieceKind.Unknown, source));
    }

    /// <summary>A pattern that always acts.</summary>
    public void AddPattern(string source)
    {
        Exist();
        _solid = true;
        AddPiece(new Piece(globs ? PieceKind.Glob : PieceKind.Literal, source));
    }

    /// <summary>Ends a field where one element of <c>"$@"</c> ends.</summary>
    public void EndField()
    {
        if (!_exists) return;
        FlushActive();
        FlushLiteral();
        var vanishes = !_solid && _pieces.Count > 0 && _pieces.TrueForAll(p => p.Kind == PieceKind.Unknown);
        _fields.Add(new Field(new Word(_pieces), vanishes));
        budget.Expand(WordCost);
        (_pieces, _exists, _solid) = ([], false, false);
    }

    private void Exist()
    {
        _exists = true;
        _afterBlank = false;
    }

    private void AddSplit(char c)
    {
        if (!separators!.Contains(c))
        {
            Exist();
            _active.Append(c);
            if (_active.Length == 1 && _literal.Length > 0) FlushLiteral();
            return;
        }
        if (c is ' ' or '\t' or '\n')
        {
            if (!_exists) return;
            EndField();
            _afterBlank = true;
        }
        else if (_exists) EndField();
        else if (_afterBlank) _afterBlank = false;
        else
        {
            _exists = _solid = true;
            EndField();
        }
    }

    private void AddMarked(string text, bool quoted)
    {
        budget.Expand(text.Length);
        var from = 0;
        for (var at = text.IndexOf(Marks.Sign); at >= 0; at = text.IndexOf(Marks.Sign, from))
        {
            Add(text.AsSpan(from, at - from), quoted);
            AddPiece(new Piece(PieceKind.Unknown, marks.Source(text, at)));
            from = Math.Min(at + 2, text.Length);
        }
        Add(text.AsSpan(from), quoted);
    }

    private void Add(ReadOnlySpan<char> text, bool quoted)
    {
        if (quoted) Literal(text);
        else
        {
            FlushLiteral();
            _active.Append(text);
        }
    }

    private void Literal(ReadOnlySpan<char> text)
    {
        FlushActive();
        _literal.Append(text);
    }

    private void AddPiece(Piece piece)
    {
        budget.Expand(PieceCost);
        FlushActive();
        FlushLiteral();
        _pieces.Add(piece);
    }

    private void FlushLiteral()
    {
        if (_literal.Length == 0) return;
        _pieces.Add(new Piece(PieceKind.Literal, _literal.ToString()));
        _solid = true;
        _literal.Clear();
    }

    /// <summary>Cuts unquoted text into literals and globs.</summary>
    private void FlushActive()
    {
        if (_active.Length == 0) return;
        var text = _active.ToString();
        _active.Clear();
        _solid = true;
        var from = 0;
        if (globs)
            for (var at = text.AsSpan().IndexOfAny('*', '?', '['); at >= 0 && at < text.Length;)
            {
                var length = GlobLength(text, at);
                if (length > 0)
                {
                    _pieces.Add(new Piece(PieceKind.Literal, text[from..at]));
                    _pieces.Add(new Piece(PieceKind.Glob, text.Substring(at, length)));
                    from = at + length;
                }
                var next = text.AsSpan(at + Math.Max(1, length)).IndexOfAny('*', '?', '[');
                at = next < 0 ? -1 : at + Math.Max(1, length) + next;
            }
        _pieces.Add(new Piece(PieceKind.Literal, text[from..]));
    }

    /// <summary>The length of the glob at a place: a bracket is one only where it is closed.</summary>
    private static int GlobLength(string text, int at)
    {
        if (text[at] != '[')
        {
            var end = at + 1;
            while (end < text.Length && text[end] is '*' or '?') end++;
            return end - at;
        }
        var close = at + 1;
        if (close < text.Length && text[close] is '!' or '^') close++;
        if (close < text.Length && text[close] == ']') close++;
        while (close < text.Length && text[close] != ']' && close - at < 256) close++;
        return close < text.Length && text[close] == ']' ? close - at + 1 : 0;
    }
}
