namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    private Token Peek()
    {
        if (!_hasToken)
        {
            _token = ReadToken();
            _hasToken = true;
        }
        return _token;
    }

    private Token Next()
    {
        var token = Peek();
        _hasToken = false;
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (Peek().Kind != kind) return false;
        Next();
        return true;
    }

    private bool PeekWord(string reserved) => Peek() is { Kind: TokenKind.Word } token && token.Bare == reserved;

    private bool TryTakeWord(string reserved)
    {
        if (!PeekWord(reserved)) return false;
        Next();
        return true;
    }

    private void Expect(string reserved)
    {
        if (!TryTakeWord(reserved) && !Failed)
        {
            var token = Peek();
            Fail(token.Kind == TokenKind.End ? $"unexpected end, {reserved} is missing" : $"{reserved} is missing", token.Start);
        }
    }

    private void SkipNewlines()
    {
        while (!Failed && Peek().Kind == TokenKind.Newline) Next();
    }

    /// <summary>The next character with line continuations taken out, and where it stands; NUL at the end.</summary>
    private char Ahead(int at, out int place)
    {
        while (at + 1 < _end && _text[at] == '\\' && _text[at + 1] == '\n') at += 2;
        place = at;
        return at < _end ? _text[at] : '\0';
    }

    private void SkipBlanks()
    {
        while (_at < _end)
        {
            var c = _text[_at];
            if (c is ' ' or '\t') _at++;
            else if (c == '\\' && _at + 1 < _end && _text[_at + 1] == '\n') _at += 2;
            else if (c == '#')
            {
                var line = _text.AsSpan(_at, _end - _at).IndexOf('\n');
                _at = line < 0 ? _end : _at + line;
            }
            else return;
        }
    }

    private Token ReadToken()
    {
        if (_error is not null || !_budget.Token()) return new Token(TokenKind.End, _end, _end);
        SkipBlanks();
        var start = _at;
        if (_at >= _end) return new Token(TokenKind.End, _end, _end);
        var kind = ReadOperator();
        if (kind != TokenKind.Word)
        {
            _commandPosition = true;
            if (kind == TokenKind.Newline) ReadPendingDocuments();
            return new Token(kind, start, _at);
        }
        if (ReadRedirectionOperator() is { } redirection) return new Token(TokenKind.Redirection, start, _at) { Redirection = redirection };

        var word = ReadWord();
        if (_at == start && !Failed) Fail($"unexpected {_text[start]}", start);
        _commandPosition = _commandPosition && OpensCommand(word.Bare);
        return new Token(TokenKind.Word, start, _at) { Word = word };
    }

    private static bool OpensCommand(string? bare) => bare is "!" or "{" or "if" or "then" or "elif" or "else" or "while" or "until" or "do" or "time" or "coproc";

    /// <summary>Reads a control operator; <see cref="TokenKind.Word"/> where there is none.</summary>
    private TokenKind ReadOperator()
    {
        var next = Ahead(_at + 1, out var place);
        switch (_text[_at])
        {
            case '\n': _at++; return TokenKind.Newline;
            case '(': _at++; return TokenKind.Open;
            case ')': _at++; return TokenKind.Close;
            case ';':
                if (next == '&') return Take(place, TokenKind.CaseFallThrough);
                if (next != ';') return Take(_at, TokenKind.Semicolon);
                return Ahead(place + 1, out var third) == '&' ? Take(third, TokenKind.CaseTryNext) : Take(place, TokenKind.CaseLeave);
            case '|':
                return next switch
                {
                    '|' => Take(place, TokenKind.OrIf),
                    '&' => Take(place, TokenKind.PipeBoth),
                    _ => Take(_at, TokenKind.Pipe),
                };
            case '&':
                return next switch
                {
                    '&' => Take(place, TokenKind.AndIf),
                    '>' => TokenKind.Word,
                    _ => Take(_at, TokenKind.Ampersand),
                };
            default: return TokenKind.Word;
        }
    }

    private TokenKind Take(int last, TokenKind kind)
    {
        _at = last + 1;
        return kind;
    }

    /// <summary>Reads a redirection operator with the descriptor before it; the target is left for the caller.</summary>
    private RedirectionNode? ReadRedirectionOperator()
    {
        var at = _at;
        var descriptor = -1;
        string? variable = null;
        if (_text[at] is >= '0' and <= '9')
        {
            long number = 0;
            while (at < _end && _text[at] is >= '0' and <= '9') number = Math.Min(number * 10 + (_text[at++] - '0'), int.MaxValue);
            descriptor = (int)number;
        }
        else if (_text[at] == '{')
        {
            var name = NameLength(at + 1);
            var close = at + 1 + name;
            if (name == 0 || close + 1 >= _end || _text[close] != '}' || _text[close + 1] is not ('<' or '>')) return null;
            variable = _text.Substring(at + 1, name);
            descriptor = -2;
            at = close + 1;
        }
        var hasDescriptor = at > _at;
        if (at >= _end) return null;
        if (_text[at] == '&' && !hasDescriptor && Ahead(at + 1, out var great) == '>')
        {
            var both = Ahead(great + 1, out var second) == '>';
            _at = (both ? second : great) + 1;
            return new RedirectionNode(both ? RedirectionOperator.AppendBoth : RedirectionOperator.WriteBoth, -1, null);
        }
        if (_text[at] is not ('<' or '>')) return null;
        var next = Ahead(at + 1, out var place);
        // <(…) and >(…) begin words, but only where no descriptor stands before them.
        if (next == '(' && place == at + 1 && !hasDescriptor) return null;

        RedirectionOperator op;
        var strip = false;
        if (_text[at] == '<')
        {
            if (next == '<')
            {
                var third = Ahead(place + 1, out var thirdPlace);
                strip = third == '-';
                op = third == '<' ? RedirectionOperator.HereString : RedirectionOperator.HereDocument;
                _at = (third is '<' or '-' ? thirdPlace : place) + 1;
            }
            else (op, _at) = next switch
            {
                '&' => (RedirectionOperator.DuplicateInput, place + 1),
                '>' => (RedirectionOperator.ReadWrite, place + 1),
                _ => (RedirectionOperator.Read, at + 1),
            };
            if (!hasDescriptor) descriptor = 0;
        }
        else
        {
            (op, _at) = next switch
            {
                '>' => (RedirectionOperator.Append, place + 1),
                '&' => (RedirectionOperator.DuplicateOutput, place + 1),
                '|' => (RedirectionOperator.Write, place + 1),
                _ => (RedirectionOperator.Write, at + 1),
            };
            if (!hasDescriptor) descriptor = 1;
        }
        return new RedirectionNode(op, descriptor, variable) { StripTabs = strip };
    }

    private int NameLength(int at)
    {
        if (at >= _end || !(char.IsAsciiLetter(_text[at]) || _text[at] == '_')) return 0;
        var length = 1;
        while (at + length < _end && (char.IsAsciiLetterOrDigit(_text[at + length]) || _text[at + length] == '_')) length++;
        return length;
    }
}
