using System.Globalization;

namespace Sallyport.Shell.Evaluation;

internal ref partial struct ArithmeticReader
{
    private static bool IsName(char c) => char.IsAsciiLetter(c) || c == '_';

    private long? Primary()
    {
        if (Take("("))
        {
            var value = Comma();
            if (!Take(")")) _failed = true;
            return value;
        }
        if (char.IsAsciiDigit(Peek)) return Literal();
        if (!IsName(Peek))
        {
            _failed = true;
            return null;
        }
        var (name, index) = Name();
        return Assigned(name, index);
    }

    private long? Assigned(string name, (bool Given, long? At) index)
    {
        if (Peek == '=' && After(1) != '=')
        {
            Take("=");
            var value = Ternary();
            Store(name, index, value);
            return value;
        }
        foreach (var op in (ReadOnlySpan<string>)["<<", ">>", "+", "-", "*", "/", "%", "&", "|", "^"])
        {
            if (!_text[_at..].StartsWith(op) || After(op.Length) != '=') continue;
            _at += op.Length;
            Take("=");
            var value = Apply(op, Value(name, index), Ternary());
            Store(name, index, value);
            return value;
        }
        var current = Value(name, index);
        if ((Peek is '+' or '-') && After(1) == Peek)
        {
            var step = Peek == '+' ? 1 : -1;
            _at += 2;
            Blanks();
            Store(name, index, unchecked(current + step));
        }
        return current;
    }

    private (string Name, (bool Given, long? At) Index) Name()
    {
        var start = _at;
        while (_at < _text.Length && (IsName(_text[_at]) || char.IsAsciiDigit(_text[_at]))) _at++;
        var name = _text[start.._at].ToString();
        (bool, long?) index = (false, null);
        if (Peek == '[')
        {
            _at++;
            Blanks();
            index = (true, Comma());
            if (!Take("]")) _failed = true;
        }
        Blanks();
        return (name, index);
    }

    private readonly void Store(string name, (bool Given, long? At) index, long? value)
    {
        if (_skipping > 0) return;
        // An element at an unknown index: the whole array is no longer known.
        if (index is { Given: true, At: null }) variables.Write(name, null, null);
        else variables.Write(name, index.At, value);
    }

    private long? Value(string name, (bool Given, long? At) index)
    {
        if (_skipping > 0) return 0;
        if (index is { Given: true, At: null } || variables.Read(name, index.At) is not { } value) return null;
        // The value of a variable is an expression in turn.
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !(value.AsSpan().TrimStart('-') is ['0', _, ..])) return number;
        if (_depth + 4 > MostDepth)
        {
            _failed = true;
            return null;
        }
        var nested = new ArithmeticReader(value, variables, budget, _depth + 4);
        return nested.Evaluate();
    }

    private long? Literal()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '#' or '@' or '_')) _at++;
        var digits = _text[start.._at];
        Blanks();
        var hash = digits.IndexOf('#');
        var radix = 10;
        if (hash > 0)
        {
            if (!int.TryParse(digits[..hash], NumberStyles.None, CultureInfo.InvariantCulture, out radix) || radix is < 2 or > 64) return Invalid();
            digits = digits[(hash + 1)..];
        }
        else if (digits is ['0', ..])
        {
            radix = digits is [_, 'x' or 'X', ..] ? 16 : 8;
            digits = digits[(radix == 16 ? 2 : digits.Length > 1 ? 1 : 0)..];
        }
        long value = 0;
        foreach (var c in digits)
        {
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'z' => c - 'a' + 10,
                >= 'A' and <= 'Z' => radix <= 36 ? c - 'A' + 10 : c - 'A' + 36,
                '@' => 62,
                _ => 63,
            };
            if (digit >= radix) return Invalid();
            value = unchecked(value * radix + digit);
        }
        return value;
    }

    private long? Invalid()
    {
        _failed = true;
        return null;
    }
}
