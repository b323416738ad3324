namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Evaluates shell arithmetic as it reads it. An operand that is not known makes the result unknown, but reading goes on,
/// so that assignments in it are still seen.
/// </summary>
internal ref partial struct ArithmeticReader(ReadOnlySpan<char> text, IArithmeticVariables variables, WorkBudget budget, int depth)
{
    private const int MostDepth = 48;
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _depth = depth;
    private int _skipping;
    private bool _failed;

    /// <summary>The value of the whole text; null where it is not known or not valid.</summary>
    public long? Evaluate()
    {
        Blanks();
        if (_at == _text.Length) return 0;
        var value = Comma();
        return _failed || _at < _text.Length ? null : value;
    }

    private void Blanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r') _at++;
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private char After(int count) => _at + count < _text.Length ? _text[_at + count] : '\0';

    private bool Take(string op)
    {
        if (!_text[_at..].StartsWith(op)) return false;
        _at += op.Length;
        Blanks();
        return true;
    }

    private long? Comma()
    {
        var value = Ternary();
        while (!_failed && Take(",")) value = Ternary();
        return value;
    }

    private long? Ternary()
    {
        if (++_depth > MostDepth || !budget.Expand(1)) _failed = true;
        if (_failed) return null;
        var condition = Binary(0);
        if (!_failed && Peek == '?')
        {
            Take("?");
            if (condition == 0) _skipping++;
            var then = Comma();
            if (condition == 0) _skipping--;
            if (!Take(":")) _failed = true;
            if (condition is not (null or 0)) _skipping++;
            var otherwise = Ternary();
            if (condition is not (null or 0)) _skipping--;
            condition = condition is null ? then == otherwise ? then : null : condition != 0 ? then : otherwise;
        }
        _depth--;
        return condition;
    }

    /// <summary>The binary operator here and how tightly it binds; 0 where there is none.</summary>
    private (string Op, int Binds) Operator()
    {
        var (c, next, third) = (Peek, After(1), After(2));
        return c switch
        {
            '|' => next == '|' ? ("||", 1) : next == '=' ? default : ("|", 3),
            '&' => next == '&' ? ("&&", 2) : next == '=' ? default : ("&", 5),
            '^' => next == '=' ? default : ("^", 4),
            '=' => next == '=' ? ("==", 6) : default,
            '!' => next == '=' ? ("!=", 6) : default,
            '<' => next == '<' ? third == '=' ? default : ("<<", 8) : next == '=' ? ("<=", 7) : ("<", 7),
            '>' => next == '>' ? third == '=' ? default : (">>", 8) : next == '=' ? (">=", 7) : (">", 7),
            '+' => next == '=' ? default : ("+", 9),
            '-' => next == '=' ? default : ("-", 9),
            '*' => next == '*' ? ("**", 11) : next == '=' ? default : ("*", 10),
            '/' => next == '=' ? default : ("/", 10),
            '%' => next == '=' ? default : ("%", 10),
            _ => default,
        };
    }

    private long? Binary(int least)
    {
        var left = Unary();
        while (!_failed)
        {
            var (op, binds) = Operator();
            if (binds == 0 || binds <= least) return left;
            Take(op);
            var skip = (op == "&&" && left == 0) || (op == "||" && left is not (null or 0));
            if (skip) _skipping++;
            if (++_depth > MostDepth) _failed = true;
            var right = _failed ? null : Binary(op == "**" ? binds - 1 : binds);
            _depth--;
            if (skip) _skipping--;
            left = Apply(op, left, right);
        }
        return null;
    }

    private long? Apply(string op, long? left, long? right)
    {
        if (op == "&&") return left == 0 || right == 0 ? 0 : left is null || right is null ? null : 1;
        if (op == "||") return left is not (null or 0) || right is not (null or 0) ? 1 : left is null || right is null ? null : 0;
        if (left is not { } a || right is not { } b) return null;
        unchecked
        {
            switch (op)
            {
                case "|": return a | b;
                case "^": return a ^ b;
                case "&": return a & b;
                case "==": return a == b ? 1 : 0;
                case "!=": return a != b ? 1 : 0;
                case "<": return a < b ? 1 : 0;
                case ">": return a > b ? 1 : 0;
                case "<=": return a <= b ? 1 : 0;
                case ">=": return a >= b ? 1 : 0;
                case "<<": return a << (int)(b & 63);
                case ">>": return a >> (int)(b & 63);
                case "+": return a + b;
                case "-": return a - b;
                case "*": return a * b;
                case "**": return Power(a, b);
            }
            if (b == 0)
            {
                if (_skipping == 0) _failed = true;
                return null;
            }
            if (b == -1) return op == "/" ? -a : 0;
            return op == "/" ? a / b : a % b;
        }
    }

    private long? Power(long a, long b)
    {
        if (b < 0)
        {
            _failed = true;
            return null;
        }
        long result = 1;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) == 1) result = unchecked(result * a);
            a = unchecked(a * a);
        }
        return result;
    }

    private long? Unary()
    {
        if (++_depth > MostDepth) _failed = true;
        if (_failed) return null;
        long? value;
        if (Peek is '+' or '-' && After(1) == Peek)
        {
            var step = Peek == '+' ? 1 : -1;
            _at += 2;
            Blanks();
            if (IsName(Peek))
            {
                var (name, index) = Name();
                value = unchecked(Value(name, index) + step);
                Store(name, index, value);
            }
            else
            {
                var operand = Unary();
                value = step > 0 ? operand : operand;
            }
        }
        else if (Peek is '!' && After(1) != '=')
        {
            Take("!");
            value = Unary() is { } operand ? operand == 0 ? 1 : 0 : null;
        }
        else if (Peek is '~' or '+' or '-')
        {
            var op = Peek;
            _at++;
            Blanks();
            var operand = Unary();
            value = op == '~' ? ~operand : op == '-' ? unchecked(-operand) : operand;
        }
        else value = Primary();
        _depth--;
        return value;
    }
}
