namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    /// <summary>Reads <c>${…}</c> from behind its brace.</summary>
    private void ReadBraced(List<WordPart> parts, int start, bool quoted)
    {
        if (_at < _end && _text[_at] is ' ' or '\t' or '\n' or '|')
        {
            ReadFunctionSubstitution(parts, start);
            return;
        }
        if (!Enter())
        {
            Leave();
            return;
        }
        var part = ReadParameter(start, quoted);
        Leave();
        if (!Failed) parts.Add(part);
    }

    /// <summary><c>${ command; }</c>: like <c>$(…)</c>, but in this very shell.</summary>
    private void ReadFunctionSubstitution(List<WordPart> parts, int start)
    {
        var (token, hasToken, position, pending) = (_token, _hasToken, _commandPosition, _pendingDocuments);
        (_hasToken, _commandPosition, _pendingDocuments) = (false, true, []);
        if (_text[_at] == '|') _at++;
        if (Enter())
        {
            var body = ParseList();
            if (!PeekWord("}")) Fail("a substitution is not closed", start);
            else
            {
                Next();
                parts.Add(new CommandPart(body, Source(start)));
            }
        }
        Leave();
        (_token, _hasToken, _commandPosition, _pendingDocuments) = (token, hasToken, position, pending);
    }

    private ParameterPart ReadParameter(int start, bool quoted)
    {
        var prefix = ParameterOperator.None;
        var c = Ahead(_at, out _at);
        var after = _at + 1 < _end ? _text[_at + 1] : '\0';
        // `${#}`, `${#-…}` and `${#:-…}` are about $#; `${#x}` is a length. `${!}` likewise is $!.
        if (c == '#' && after is not ('}' or ':' or '=' or '%' or '+' or '/') && !(after is '-' or '?' or '#' && _at + 2 < _end && _text[_at + 2] != '}'))
            prefix = ParameterOperator.Length;
        else if (c == '!' && after is not ('}' or ':' or '-' or '=' or '?' or '+' or '%' or '/')) prefix = ParameterOperator.Indirect;
        if (prefix != ParameterOperator.None) _at++;

        var name = ReadParameterName();
        if (name.Length == 0) return ReadBadParameter(start, quoted);
        WordNode? subscript = null;
        if (_at < _end && _text[_at] == '[' && char.IsAsciiLetter(name[0]) | name[0] == '_')
        {
            var close = FindSubscriptEnd(_at);
            if (close < 0) return ReadBadParameter(start, quoted);
            _at++;
            subscript = ReadRange(close);
            if (Failed) return Bad(start);
            _at = close + 1;
        }
        var next = Ahead(_at, out _at);
        if (next == '}')
        {
            _at++;
            var op = prefix;
            if (prefix == ParameterOperator.Indirect && subscript?.Bare is "@" or "*") op = ParameterOperator.Keys;
            return new ParameterPart(name, Source(start)) { Operator = op, Subscript = subscript };
        }
        if (prefix == ParameterOperator.Length) return ReadBadParameter(start, quoted);
        if (prefix == ParameterOperator.Indirect && next is '*' or '@' && _at + 1 < _end && _text[_at + 1] == '}')
        {
            _at += 2;
            return new ParameterPart(name, Source(start)) { Operator = ParameterOperator.NamesWithPrefix };
        }
        return ReadParameterOperator(start, quoted, name, subscript, prefix == ParameterOperator.Indirect, next);
    }

    private string ReadParameterName()
    {
        var length = NameLength(_at);
        if (length == 0 && _at < _end)
        {
            if (char.IsAsciiDigit(_text[_at])) while (_at + length < _end && char.IsAsciiDigit(_text[_at + length])) length++;
            else if (_text[_at] is '@' or '*' or '#' or '?' or '-' or '$' or '!') length = 1;
        }
        var name = _text.Substring(_at, length);
        _at += length;
        return name;
    }

    private ParameterPart ReadParameterOperator(int start, bool quoted, string name, WordNode? subscript, bool indirect, char next)
    {
        var second = _at + 1 < _end ? _text[_at + 1] : '\0';
        var colon = next == ':' && second is '-' or '=' or '?' or '+';
        var op = (colon ? second : next) switch
        {
            '-' => ParameterOperator.Default,
            '=' => ParameterOperator.Assign,
            '?' => ParameterOperator.Error,
            '+' => ParameterOperator.Alternative,
            '#' => second == '#' ? ParameterOperator.RemoveLongestPrefix : ParameterOperator.RemovePrefix,
            '%' => second == '%' ? ParameterOperator.RemoveLongestSuffix : ParameterOperator.RemoveSuffix,
            '/' => second switch
            {
                '/' => ParameterOperator.ReplaceAll,
                '#' => ParameterOperator.ReplacePrefix,
                '%' => ParameterOperator.ReplaceSuffix,
                _ => ParameterOperator.Replace,
            },
            '^' => second == '^' ? ParameterOperator.UpperAll : ParameterOperator.UpperFirst,
            ',' => second == ',' ? ParameterOperator.LowerAll : ParameterOperator.LowerFirst,
            '@' => ParameterOperator.Transform,
            ':' => ParameterOperator.Substring,
            _ => ParameterOperator.Bad,
        };
        if (op == ParameterOperator.Bad) return ReadBadParameter(start, quoted);
        _at += colon || op is ParameterOperator.RemoveLongestPrefix or ParameterOperator.RemoveLongestSuffix or ParameterOperator.ReplaceAll
            or ParameterOperator.ReplacePrefix or ParameterOperator.ReplaceSuffix or ParameterOperator.UpperAll or ParameterOperator.LowerAll ? 2 : 1;

        var pattern = op >= ParameterOperator.RemovePrefix && op <= ParameterOperator.LowerAll;
        var stop = op switch
        {
            ParameterOperator.Substring => ':',
            >= ParameterOperator.Replace and <= ParameterOperator.ReplaceSuffix => '/',
            _ => '}',
        };
        // In double quotes a single quote is plain, except in patterns.
        var argument = ReadArgument(stop, quoted && !pattern);
        WordNode? replacement = null;
        if (stop != '}' && _at < _end && _text[_at] == stop)
        {
            _at++;
            replacement = ReadArgument('}', quoted && op == ParameterOperator.Substring);
        }
        if (_at >= _end || _text[_at] != '}')
        {
            if (!Failed) Fail("${ is not closed", start);
            return Bad(start);
        }
        _at++;
        return new ParameterPart(name, Source(start))
        {
            Operator = op, Colon = colon, Indirect = indirect, Subscript = subscript, Argument = argument, Second = replacement,
        };
    }

    private WordNode ReadArgument(char stop, bool quoted)
    {
        var from = _at;
        var parts = new List<WordPart>(1);
        ReadLoose(parts, stop == '}' ? "}" : [stop, '}'], quoted);
        return new WordNode(parts, Place(from), Place(_at));
    }

    /// <summary>Reads on to the closing brace of what bash would refuse only when it runs it.</summary>
    private ParameterPart ReadBadParameter(int start, bool quoted)
    {
        ReadLoose([], "}", quoted);
        // Once something inside has failed, the text ends here and there is no brace to step over.
        if (Failed) return Bad(start);
        if (_at >= _end) Fail("${ is not closed", start);
        else _at++;
        return Bad(start);
    }

    private ParameterPart Bad(int start) => new("", Source(start)) { Operator = ParameterOperator.Bad };
}
