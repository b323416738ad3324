namespace Sallyport.Detection.Patterns;

/// <summary>Reads the pattern language of <see cref="LinearPattern"/>; whatever lies outside it is an error with its place.</summary>
internal ref struct PatternParser
{
    private const int MaxDepth = 64;
    private const int MaxRepeat = 1_000;

    private readonly ReadOnlySpan<char> _text;
    private PatternFlags _flags;
    private int _at;
    private int _depth;

    private PatternParser(string pattern, bool ignoreCase)
    {
        _text = pattern;
        _flags = new PatternFlags(ignoreCase, false, false);
    }

    public static (PatternNode Root, PatternFlags Flags) Parse(string pattern, bool ignoreCase)
    {
        if (pattern.Length > LinearPattern.MaxLength)
            throw new PatternException($"a pattern may be {LinearPattern.MaxLength} characters long", LinearPattern.MaxLength);
        var parser = new PatternParser(pattern, ignoreCase);
        parser.ReadFlags();
        var root = parser.ReadEither();
        if (parser._at < pattern.Length) throw new PatternException("')' without '('", parser._at);
        return (root, parser._flags);
    }

    private readonly char Peek => _at < _text.Length ? _text[_at] : '\0';

    private readonly bool AtEnd => _at >= _text.Length;

    private void ReadFlags()
    {
        var end = _text.IndexOf(')');
        if (!_text.StartsWith("(?") || end < 3) return;
        var (ignoreCase, lines, dotAll) = (_flags.IgnoreCase, false, false);
        foreach (var flag in _text[2..end])
        {
            if (flag is not ('i' or 'm' or 's')) return; // some other group; the group reader judges it
            ignoreCase |= flag == 'i';
            lines |= flag == 'm';
            dotAll |= flag == 's';
        }
        _flags = new PatternFlags(ignoreCase, lines, dotAll);
        _at = end + 1;
    }

    private PatternNode ReadEither()
    {
        var choices = new List<PatternNode> { ReadSequence() };
        while (Peek == '|' && !AtEnd)
        {
            _at++;
            choices.Add(ReadSequence());
        }
        return choices.Count == 1 ? choices[0] : new PatternNode.Either(choices);
    }

    private PatternNode ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && Peek is not ('|' or ')')) parts.Add(ReadRepeat(ReadAtom()));
        return parts.Count switch { 0 => new PatternNode.Empty(), 1 => parts[0], _ => new PatternNode.Sequence(parts) };
    }

    private PatternNode ReadRepeat(PatternNode part)
    {
        while (!AtEnd)
        {
            int least, most;
            var from = _at;
            switch (Peek)
            {
                case '*': (least, most) = (0, -1); _at++; break;
                case '+': (least, most) = (1, -1); _at++; break;
                case '?': (least, most) = (0, 1); _at++; break;
                case '{' when ReadBounds(out least, out most): break;
                default: return part;
            }
            if (part is PatternNode.Place or PatternNode.Empty or PatternNode.Repeat { Least: 0, Most: -1 } && from > 0 && _text[from - 1] is '*')
                throw new PatternException("nothing to repeat", from);
            var lazy = Peek == '?' && !AtEnd;
            if (lazy) _at++;
            if (Peek == '+' && !AtEnd) throw new PatternException("possessive repetition is not supported", _at);
            part = new PatternNode.Repeat(part, least, most, lazy);
        }
        return part;
    }

    /// <summary>Reads <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>; any other brace stands for itself.</summary>
    private bool ReadBounds(out int least, out int most)
    {
        (least, most) = (0, 0);
        var close = _text[_at..].IndexOf('}');
        if (close < 2) return false;
        var inside = _text[(_at + 1)..(_at + close)];
        var comma = inside.IndexOf(',');
        if (!TryNumber(comma < 0 ? inside : inside[..comma], out least)) return false;
        if (comma < 0) most = least;
        else if (comma == inside.Length - 1) most = -1;
        else if (!TryNumber(inside[(comma + 1)..], out most)) return false;
        if (least > MaxRepeat || most > MaxRepeat) throw new PatternException($"a repetition may count to {MaxRepeat}", _at);
        if (most >= 0 && most < least) throw new PatternException("a repetition's bounds are the wrong way round", _at);
        _at += close + 1;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        if (digits.IsEmpty || digits.Length > 6) return false;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    private PatternNode ReadAtom()
    {
        var c = _text[_at];
        switch (c)
        {
            case '(':
                return ReadGroup();
            case '[':
                return new PatternNode.One(ReadClass());
            case '.':
                _at++;
                return new PatternNode.One(CharSet.Dot(_flags.DotAll));
            case '^':
                _at++;
                return new PatternNode.Place(Anchor.Start);
            case '$':
                _at++;
                return new PatternNode.Place(Anchor.End);
            case '*' or '+' or '?':
                throw new PatternException("nothing to repeat", _at);
            case '\\':
                return ReadEscape();
            default:
                _at++;
                return new PatternNode.One(CharSet.Of(c, _flags.IgnoreCase));
        }
    }

    private PatternNode ReadGroup()
    {
        var open = _at++;
        if (++_depth > MaxDepth) throw new PatternException($"groups may nest {MaxDepth} deep", open);
        if (Peek == '?' && !AtEnd)
        {
            if (!_text[_at..].StartsWith("?:")) throw new PatternException("of the groups with '(?' only '(?:' is supported, and flags at the front", open);
            _at += 2;
        }
        var inside = ReadEither();
        if (AtEnd) throw new PatternException("'(' without ')'", open);
        _at++;
        _depth--;
        return inside;
    }

    private PatternNode ReadEscape()
    {
        if (_at + 1 >= _text.Length) throw new PatternException("'\\' at the end", _at);
        switch (_text[_at + 1])
        {
            case 'b': _at += 2; return new PatternNode.Place(Anchor.WordBoundary);
            case 'B': _at += 2; return new PatternNode.Place(Anchor.NoWordBoundary);
        }
        if (CharSet.Named(_text[_at + 1]) is { } named)
        {
            _at += 2;
            return new PatternNode.One(named);
        }
        return new PatternNode.One(CharSet.Of(ReadEscapedChar(), _flags.IgnoreCase));
    }

    private char ReadEscapedChar()
    {
        var from = _at;
        var c = _text[_at + 1];
        _at += 2;
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'r': return '\r';
            case 'f': return '\f';
            case 'v': return '\v';
            case '0': return '\0';
            case 'x': return ReadHex(2, from);
            case 'u': return ReadHex(4, from);
        }
        if (char.IsAsciiLetterOrDigit(c)) throw new PatternException($"'\\{c}' is not supported", from);
        return c;
    }

    private char ReadHex(int digits, int from)
    {
        if (_at + digits > _text.Length) throw new PatternException("hexadecimal digits are missing", from);
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(_text[_at])) throw new PatternException("hexadecimal digits are missing", from);
            value = value * 16 + Convert.ToInt32(_text[_at++].ToString(), 16);
        }
        return (char)value;
    }

    private CharSet ReadClass()
    {
        var open = _at++;
        var negated = Peek == '^' && !AtEnd;
        if (negated) _at++;
        var set = new CharSet();
        for (var first = true; ; first = false)
        {
            if (AtEnd) throw new PatternException("'[' without ']'", open);
            if (Peek == ']' && !first) break;
            if (Peek == '[' && _at + 1 < _text.Length && _text[_at + 1] is ':' or '.' or '=' && _text[_at..].Contains(":]", StringComparison.Ordinal))
                throw new PatternException("named classes are not supported: use \\d, \\w, \\s or ranges", _at);
            if (Peek == '\\' && _at + 1 < _text.Length && CharSet.Named(_text[_at + 1]) is { } named)
            {
                set.Add(named);
                _at += 2;
                continue;
            }
            var low = ReadClassChar();
            var high = low;
            if (Peek == '-' && _at + 1 < _text.Length && _text[_at + 1] != ']')
            {
                var dash = _at++;
                high = ReadClassChar();
                if (high < low) throw new PatternException("a range is the wrong way round", dash);
            }
            set.Add(low, high);
        }
        _at++;
        if (_flags.IgnoreCase) set.FoldCase();
        if (negated) set.Negate();
        return set;
    }

    private char ReadClassChar()
    {
        if (Peek != '\\') return _text[_at++];
        if (_at + 1 >= _text.Length) throw new PatternException("'\\' at the end", _at);
        if (CharSet.Named(_text[_at + 1]) is not null) throw new PatternException("a class such as \\d cannot end a range", _at);
        if (_text[_at + 1] != 'b') return ReadEscapedChar();
        _at += 2;
        return '\b';
    }
}
