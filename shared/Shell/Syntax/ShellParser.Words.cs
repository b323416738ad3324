using System.Buffers;
using System.Text;

namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    private static readonly SearchValues<char> WordBreaks = SearchValues.Create(" \t\n;&|<>()'\"\\$`");

    /// <summary>Reads a word from here up to the first character that cannot be part of one.</summary>
    private WordNode ReadWord()
    {
        var start = _at;
        if (ReadAssignment(start) is { } assigned) return assigned;
        return ReadPlainWord(start);
    }

    private WordNode ReadPlainWord(int start)
    {
        var parts = new List<WordPart>(1);
        while (_at < _end && !Failed)
        {
            var length = _text.AsSpan(_at, _end - _at).IndexOfAny(WordBreaks);
            if (length < 0) length = _end - _at;
            if (length > 0)
            {
                var next = _at + length < _end ? _text[_at + length] : '\0';
                if (next == '(' && OpensExtendedGlob(_at + length - 1, start))
                {
                    AddText(parts, _at, _at + length - 1, false);
                    _at += length - 1;
                    ReadExtendedGlob(parts);
                    continue;
                }
                AddText(parts, _at, _at + length, false);
                _at += length;
                continue;
            }
            if (!ReadSpecial(parts)) break;
        }
        return new WordNode(parts, Place(start), Place(_at));
    }

    /// <summary>Reads what begins with a special character; false where the word ends here.</summary>
    private bool ReadSpecial(List<WordPart> parts)
    {
        switch (_text[_at])
        {
            case '\\': ReadEscape(parts); return true;
            case '\'': ReadSingleQuoted(parts); return true;
            case '"': ReadDoubleQuoted(parts); return true;
            case '$': ReadDollar(parts, quoted: false); return true;
            case '`': ReadBackquoted(parts, quoted: false); return true;
            case '<' or '>' when _at + 1 < _end && _text[_at + 1] == '(': ReadProcess(parts); return true;
            default: return false;
        }
    }

    private void AddText(List<WordPart> parts, int start, int end, bool quoted)
    {
        if (end > start) AddText(parts, _text[start..end], quoted);
    }

    private void AddText(List<WordPart> parts, string text, bool quoted)
    {
        // Joined when small, so that a word with a continuation in it is still one bare word, in linear time.
        if (parts.Count > 0 && parts[^1] is TextPart last && last.Quoted == quoted && last.Text.Length + text.Length <= 256)
            parts[^1] = new TextPart(last.Text + text, quoted);
        else
        {
            _budget.Token();
            parts.Add(new TextPart(text, quoted));
        }
    }

    private void ReadEscape(List<WordPart> parts)
    {
        if (_at + 1 >= _end)
        {
            AddText(parts, "\\", true);
            _at = _end;
            return;
        }
        if (_text[_at + 1] != '\n') AddText(parts, _text.Substring(_at + 1, 1), true);
        _at += 2;
    }

    private void ReadSingleQuoted(List<WordPart> parts)
    {
        var close = _text.AsSpan(_at + 1, _end - _at - 1).IndexOf('\'');
        if (close < 0)
        {
            Fail("a quote is not closed", _at);
            return;
        }
        AddText(parts, _text.Substring(_at + 1, close), true);
        _at += close + 2;
    }

    private void ReadDoubleQuoted(List<WordPart> parts)
    {
        var open = _at++;
        if (!Enter())
        {
            Leave();
            return;
        }
        var inner = ReadQuotedParts('"');
        Leave();
        if (_at >= _end || _text[_at] != '"')
        {
            if (!Failed) Fail("a double quote is not closed", open);
            return;
        }
        _at++;
        parts.Add(new QuotedPart(inner));
    }

    private static readonly SearchValues<char> QuotedBreaks = SearchValues.Create("\"\\$`");

    /// <summary>Reads double-quoted text up to <paramref name="close"/>, or to the end where that is NUL (a here-document, where quotes are plain).</summary>
    private List<WordPart> ReadQuotedParts(char close)
    {
        var parts = new List<WordPart>(1);
        while (_at < _end && !Failed)
        {
            var length = _text.AsSpan(_at, _end - _at).IndexOfAny(QuotedBreaks);
            if (length < 0) length = _end - _at;
            AddText(parts, _at, _at + length, true);
            _at += length;
            if (_at >= _end) break;
            switch (_text[_at])
            {
                case '"' when close == '"': return parts;
                case '"': AddText(parts, "\"", true); _at++; break;
                case '\\': ReadQuotedEscape(parts, close); break;
                case '$': ReadDollar(parts, quoted: true); break;
                default: ReadBackquoted(parts, quoted: close == '"'); break;
            }
        }
        return parts;
    }

    private void ReadQuotedEscape(List<WordPart> parts, char close)
    {
        var next = _at + 1 < _end ? _text[_at + 1] : '\0';
        if (next == '\n') { }
        else if (next is '$' or '`' or '\\' || (next == '"' && close == '"')) AddText(parts, next.ToString(), true);
        else
        {
            AddText(parts, "\\", true);
            _at++;
            return;
        }
        _at += 2;
    }

    private List<WordPart> ReadDocumentParts() => ReadQuotedParts('\0');

    private bool OpensExtendedGlob(int at, int wordStart)
    {
        if (_text[at] is not ('?' or '*' or '+' or '@' or '!')) return false;
        // `!(…)` where a command may begin is a negated subshell, `name@()` a function.
        if (_text[at] == '!' && at == wordStart && _commandPosition) return false;
        return !(at + 2 < _end && _text[at + 2] == ')');
    }

    private void ReadExtendedGlob(List<WordPart> parts)
    {
        var start = _at;
        var depth = 0;
        for (_at++; _at < _end; _at++)
        {
            var c = _text[_at];
            if (c == '(') depth++;
            else if (c == ')' && --depth == 0)
            {
                _at++;
                parts.Add(new ExtendedGlobPart(_text[start.._at]));
                return;
            }
            else if (c == '\\') _at++;
            else if (c is '\'' or '"')
            {
                var close = _text.AsSpan(_at + 1, _end - _at - 1).IndexOf(c);
                if (close < 0) break;
                _at += close + 1;
            }
        }
        Fail("a pattern is not closed", start);
    }

    /// <summary>Reads everything up to <paramref name="close"/> as one word, blanks and operators being plain text, and stops there.</summary>
    private WordNode ReadRange(int close)
    {
        var end = _end;
        var start = _at;
        _end = close;
        var parts = new List<WordPart>(1);
        if (Enter()) ReadLoose(parts, [], quoted: false);
        Leave();
        if (!Failed)
        {
            _end = end;
            _at = close;
        }
        return new WordNode(parts, Place(start), Place(close));
    }
}
