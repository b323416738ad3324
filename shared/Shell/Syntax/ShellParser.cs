namespace Sallyport.Shell.Syntax;

/// <summary>What came of reading a text.</summary>
/// <param name="List">The commands; where there is an error, those before it.</param>
/// <param name="Error">Where the text is not valid.</param>
internal readonly record struct ParsedShell(ListNode List, ShellError? Error);

/// <summary>
/// Reads POSIX sh and bash. The language cannot be cut into tokens without knowing where one is, so tokens are read on demand;
/// what stands in <c>$(…)</c> is read in the same pass, hence every character once.
/// An error moves the cursor to the end, so that everything winds up at once.
/// </summary>
internal sealed partial class ShellParser
{
    private readonly string _text;
    private readonly WorkBudget _budget;
    private readonly int _origin;
    private int _at;
    private int _end;
    private int _depth;
    private ShellError? _error;
    private Token _token;
    private bool _hasToken;
    private bool _commandPosition = true;
    private List<RedirectionNode> _pendingDocuments = [];

    private ShellParser(string text, WorkBudget budget, int origin, int depth)
    {
        _text = text;
        _end = text.Length;
        _budget = budget;
        _origin = origin;
        _depth = depth;
    }

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="origin">Where the text begins in the outermost one; -1 where it is not part of it.</param>
    public static ParsedShell Parse(string text, WorkBudget budget, int origin = 0)
    {
        var parser = new ShellParser(text, budget, origin, 0);
        var list = parser.ParseWhole();
        return new ParsedShell(list, parser._error);
    }

    private ListNode ParseWhole()
    {
        var list = ParseList();
        if (_error is null && Peek().Kind != TokenKind.End) Unexpected();
        ReadPendingDocuments();
        return list;
    }

    private bool Failed => _error is not null || _budget.Exhausted;

    private int Place(int at) => _origin < 0 ? -1 : _origin + at;

    private void Fail(string message, int at)
    {
        // Where the budget ran out, the text only seems to end.
        if (!_budget.Exhausted) _error ??= new ShellError(message, Math.Max(0, Place(at)));
        _at = _end = Math.Min(_at, _text.Length);
        _hasToken = false;
    }

    private void Unexpected()
    {
        var token = Peek();
        var start = Math.Min(token.Start, _end); // a token that a cut text ends in may begin behind its end
        var length = Math.Clamp(token.End - start, 0, _end - start);
        Fail(token.Kind switch
        {
            TokenKind.End => "unexpected end",
            TokenKind.Newline => "unexpected end of line",
            _ => $"unexpected {Shorten(_text.AsSpan(start, length))}",
        }, start);
    }

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 24 ? text.ToString() : text[..24].ToString() + "…";

    private bool Enter()
    {
        if (++_depth <= _budget.Limits.MaxDepth && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()) return !Failed;
        _budget.Exhaust();
        _at = _end;
        _hasToken = false;
        return false;
    }

    private void Leave() => _depth--;

    /// <summary>Reads text that was unescaped or cut out of this one: its places are only those of the whole piece.</summary>
    private ShellParser Nested(string text, int origin) => new(text, _budget, origin, _depth);

    private void Adopt(ShellParser nested)
    {
        if (nested._error is { } error && _error is null)
        {
            _error = error;
            _end = _at = Math.Min(_at, _text.Length);
        }
    }
}
