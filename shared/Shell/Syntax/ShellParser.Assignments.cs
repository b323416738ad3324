namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    /// <summary>Reads a word of the form <c>name=…</c>; null (and the cursor unmoved) where there is none.</summary>
    private WordNode? ReadAssignment(int start)
    {
        var length = NameLength(start);
        if (length == 0) return null;
        var at = start + length;
        if (at >= _end) return null;
        if (_text[at] is not ('=' or '+' or '[')) return null;
        WordNode? subscript = null;
        if (_text[at] == '[')
        {
            var close = FindSubscriptEnd(at);
            if (close < 0 || close + 1 >= _end || !(_text[close + 1] == '=' || (_text[close + 1] == '+' && close + 2 < _end && _text[close + 2] == '='))) return null;
            _at = at + 1;
            subscript = ReadRange(close);
            at = close + 1;
        }
        var append = _text[at] == '+';
        if (append && (at + 1 >= _end || _text[at + 1] != '='))
        {
            _at = start;
            return null;
        }
        at += append ? 2 : 1;
        var name = _text.Substring(start, length);
        _at = at;
        if (at < _end && _text[at] == '(' && subscript is null)
        {
            var elements = ReadElements();
            _at = Math.Min(_at, _end); // a list that the text does not close ends with it
            return new WordNode([new TextPart(_text[start.._at], true)], Place(start), Place(_at))
            {
                Assignment = new AssignmentNode(name, append, null, null, elements),
            };
        }
        var value = ReadPlainWord(at);
        var parts = new List<WordPart>(value.Parts.Count + 1);
        AddText(parts, start, at, false);
        foreach (var part in value.Parts) parts.Add(part);
        return new WordNode(parts, Place(start), Place(_at)) { Assignment = new AssignmentNode(name, append, subscript, value, null) };
    }

    /// <summary>Finds the bracket that closes a subscript on the same line; -1 where there is none.</summary>
    private int FindSubscriptEnd(int open)
    {
        var depth = 0;
        for (var at = open; at < _end && at - open < 4096; at++)
        {
            var c = _text[at];
            if (c == '[') depth++;
            else if (c == ']' && --depth == 0) return at;
            else if (c == '\\') at++;
            else if (c is '\'' or '"')
            {
                var close = _text.AsSpan(at + 1, _end - at - 1).IndexOf(c);
                if (close < 0) return -1;
                at += close + 1;
            }
            else if (c is '\n' or ';' or '|' && depth == 0) return -1;
        }
        return -1;
    }

    /// <summary>Reads the elements of <c>name=( … )</c>.</summary>
    private List<WordNode> ReadElements()
    {
        var open = _at++;
        var elements = new List<WordNode>();
        if (!Enter())
        {
            Leave();
            return elements;
        }
        var position = _commandPosition;
        while (!Failed)
        {
            SkipBlanks();
            if (_at >= _end)
            {
                Fail("an array is not closed", open);
                break;
            }
            if (_text[_at] == '\n')
            {
                _at++;
                continue;
            }
            if (_text[_at] == ')')
            {
                _at++;
                break;
            }
            var start = _at;
            _commandPosition = false;
            elements.Add(ReadElement());
            _budget.Token();
            if (_at == start) Fail($"unexpected {_text[start]}", start);
        }
        _commandPosition = position;
        Leave();
        return elements;
    }

    private WordNode ReadElement()
    {
        var start = _at;
        if (_text[_at] == '[' && FindSubscriptEnd(_at) is var close and > 0 && close + 1 < _end && _text[close + 1] is '=' or '+')
        {
            var append = _text[close + 1] == '+';
            if (!append || (close + 2 < _end && _text[close + 2] == '='))
            {
                _at++;
                var subscript = ReadRange(close);
                _at = close + (append ? 3 : 2);
                var value = ReadPlainWord(_at);
                return new WordNode(value.Parts, Place(start), Place(_at)) { Assignment = new AssignmentNode("", append, subscript, value, null) };
            }
        }
        return ReadPlainWord(start);
    }
}
