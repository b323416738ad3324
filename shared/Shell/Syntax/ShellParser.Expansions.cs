using System.Buffers;
using System.Text;

namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    /// <summary>True while a substitution's body is read: its here-documents may end at the closing parenthesis.</summary>
    private bool _closesSubstitution;

    private void ReadDollar(List<WordPart> parts, bool quoted)
    {
        var start = _at;
        var c = Ahead(_at + 1, out var place);
        switch (c)
        {
            case '(':
                if (Ahead(place + 1, out var second) == '(' && FindArithmeticEnd(second + 1) is var close and >= 0)
                {
                    var expression = ReadArithmetic(second + 1, close);
                    parts.Add(new ArithmeticPart(expression, Source(start)));
                    return;
                }
                _at = place + 1;
                ReadSubstitution(parts, start);
                return;
            case '[':
                if (FindSubscriptEnd(place) is var bracket and > 0)
                {
                    _at = place + 1;
                    var expression = ReadRange(bracket);
                    if (!Failed) _at = bracket + 1;
                    parts.Add(new ArithmeticPart(expression, Source(start)));
                    return;
                }
                break;
            case '{':
                _at = place + 1;
                ReadBraced(parts, start, quoted);
                return;
            case '\'' when !quoted && place == _at + 1:
                ReadAnsiQuoted(parts);
                return;
            case '"' when !quoted && place == _at + 1:
                _at++;
                ReadDoubleQuoted(parts);
                return;
        }
        var length = NameLength(place);
        if (length == 0 && c is (>= '0' and <= '9') or '@' or '*' or '#' or '?' or '-' or '$' or '!') length = 1;
        if (length == 0)
        {
            AddText(parts, "$", true);
            _at++;
            return;
        }
        _at = place + length;
        parts.Add(new ParameterPart(_text.Substring(place, length), Source(start)));
    }

    private string Source(int start) => _text[Math.Min(start, _at)..Math.Min(_at, _text.Length)];

    private void ReadSubstitution(List<WordPart> parts, int start)
    {
        var body = ReadParenthesised(start);
        if (body is not null) parts.Add(new CommandPart(body, Source(start)));
    }

    private void ReadProcess(List<WordPart> parts)
    {
        var start = _at;
        var reads = _text[_at] == '<';
        _at += 2;
        var body = ReadParenthesised(start);
        if (body is not null) parts.Add(new ProcessPart(reads, body, Source(start)));
    }

    /// <summary>Reads a list up to its closing parenthesis, while an outer token is being read.</summary>
    private ListNode? ReadParenthesised(int start)
    {
        var (token, hasToken, position, pending, closes) = (_token, _hasToken, _commandPosition, _pendingDocuments, _closesSubstitution);
        (_hasToken, _commandPosition, _pendingDocuments, _closesSubstitution) = (false, true, [], true);
        ListNode? body = null;
        if (Enter())
        {
            body = ParseList();
            if (!Failed && Peek().Kind != TokenKind.Close)
            {
                if (Peek().Kind == TokenKind.End) Fail("a substitution is not closed", start);
                else Unexpected();
            }
        }
        Leave();
        // A document announced inside whose line has not ended yet follows the line outside.
        if (_pendingDocuments.Count > 0) pending.AddRange(_pendingDocuments);
        (_token, _hasToken, _commandPosition, _pendingDocuments, _closesSubstitution) = (token, hasToken, position, pending, closes);
        return Failed ? null : body;
    }

    private void ReadBackquoted(List<WordPart> parts, bool quoted)
    {
        var start = _at;
        var text = new StringBuilder();
        var straight = true;
        for (_at++; _at < _end && _text[_at] != '`'; _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _end && (_text[_at + 1] is '`' or '\\' or '$' || (quoted && _text[_at + 1] == '"')))
            {
                straight = false;
                _at++;
            }
            text.Append(_text[_at]);
        }
        if (_at >= _end)
        {
            Fail("a backquote is not closed", start);
            return;
        }
        _at++;
        var nested = Nested(text.ToString(), straight ? Place(start + 1) : -1);
        if (Enter())
        {
            nested._depth = _depth;
            var body = nested.ParseWhole();
            Adopt(nested);
            if (!Failed) parts.Add(new CommandPart(body, Source(start)));
        }
        Leave();
    }

    private void ReadAnsiQuoted(List<WordPart> parts)
    {
        var open = _at;
        _at += 2;
        var start = _at;
        while (_at < _end && _text[_at] != '\'') _at += _text[_at] == '\\' ? 2 : 1;
        if (_at >= _end)
        {
            Fail("a quote is not closed", open);
            return;
        }
        AddText(parts, AnsiQuoting.Decode(_text.AsSpan(start, _at - start)), true);
        _at++;
    }

    /// <summary>
    /// Where the <c>))</c> stands that closes arithmetic begun at <paramref name="start"/>; -1 where the parentheses close apart,
    /// so that this is a subshell in a subshell.
    /// </summary>
    private int FindArithmeticEnd(int start)
    {
        var depth = 2;
        for (var at = start; at < _end; at++)
        {
            switch (_text[at])
            {
                case '(': depth++; break;
                case ')':
                    if (--depth == 1) return at + 1 < _end && _text[at + 1] == ')' ? at : -1;
                    break;
                case '\\': at++; break;
                case '\'' or '"':
                    var close = _text.AsSpan(at + 1, _end - at - 1).IndexOf(_text[at]);
                    if (close < 0) return -1;
                    at += close + 1;
                    break;
            }
            if ((at & 0xFF) == 0 && !_budget.Expand(16)) return -1;
        }
        return -1;
    }

    private WordNode ReadArithmetic(int start, int close)
    {
        var word = ReadArithmeticText(start, close);
        if (!Failed) _at = close + 2;
        return word;
    }

    private WordNode ReadArithmeticText(int start, int close)
    {
        _at = start;
        var end = _end;
        _end = close;
        var parts = new List<WordPart>(1);
        if (Enter()) ReadLoose(parts, [], quoted: true);
        Leave();
        if (!Failed) _end = end;
        return new WordNode([new QuotedPart(parts)], Place(start), Place(close));
    }

    private static readonly SearchValues<char> LooseBreaks = SearchValues.Create("'\"\\$`}/:]");

    /// <summary>
    /// Reads text in which blanks and operators are plain, up to one of <paramref name="stops"/> or the end.
    /// With <paramref name="quoted"/> it stands in double quotes: single quotes are plain.
    /// </summary>
    private void ReadLoose(List<WordPart> parts, ReadOnlySpan<char> stops, bool quoted)
    {
        while (_at < _end && !Failed)
        {
            var length = _text.AsSpan(_at, _end - _at).IndexOfAny(LooseBreaks);
            if (length < 0) length = _end - _at;
            AddText(parts, _at, _at + length, quoted);
            _at += length;
            if (_at >= _end) return;
            var c = _text[_at];
            if (stops.Contains(c)) return;
            switch (c)
            {
                case '\'' when !quoted: ReadSingleQuoted(parts); break;
                case '"': ReadDoubleQuoted(parts); break;
                case '\\' when quoted && _at + 1 < _end && _text[_at + 1] is not ('$' or '`' or '"' or '\\' or '\n' or '}'):
                    AddText(parts, "\\", true);
                    _at++;
                    break;
                case '\\': ReadEscape(parts); break;
                case '$': ReadDollar(parts, quoted); break;
                case '`': ReadBackquoted(parts, quoted); break;
                default:
                    AddText(parts, _at, _at + 1, quoted);
                    _at++;
                    break;
            }
        }
    }
}
