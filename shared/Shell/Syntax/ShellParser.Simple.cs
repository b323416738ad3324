using System.Text;

namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    private CommandNode ParseSimple()
    {
        var start = Peek().Start;
        var assignments = new List<AssignmentNode>(0);
        var words = new List<WordNode>();
        var redirections = new List<RedirectionNode>(0);
        while (!Failed)
        {
            var token = Peek();
            if (token.Kind == TokenKind.Redirection) redirections.Add(ParseRedirection());
            else if (token.Kind == TokenKind.Word)
            {
                Next();
                if (words.Count == 0 && token.Word!.Assignment is { } assignment) assignments.Add(assignment);
                else words.Add(token.Word!);
            }
            else if (token.Kind == TokenKind.Open && words.Count == 1 && assignments.Count == 0 && redirections.Count == 0)
            {
                Next();
                if (!TryTake(TokenKind.Close))
                {
                    Unexpected();
                    break;
                }
                return ParseFunctionBody(FunctionName(words[0], start), start);
            }
            else break;
        }
        if (words.Count == 0 && assignments.Count == 0 && redirections.Count == 0 && !Failed) Unexpected();
        return new SimpleNode(assignments, words, Place(start), Place(_at)) { Redirections = redirections };
    }

    private string FunctionName(WordNode word, int start)
    {
        if (word.Bare is { } bare) return bare;
        // bash takes any word; what is not plain text can hardly be called.
        return _text[start..Math.Min(_at, _text.Length)].Trim();
    }

    private FunctionNode ParseFunctionBody(string name, int start)
    {
        SkipNewlines();
        _commandPosition = true;
        var body = ParseCommand();
        if (body is SimpleNode && !Failed) Fail("a function without a body", start);
        return new FunctionNode(name, body, Place(start), Place(_at));
    }

    /// <summary>The delimiter of a here-document: its word with the quotes taken off and nothing expanded.</summary>
    private string Unquote(int start, int end, out bool quoted)
    {
        var text = new StringBuilder();
        quoted = false;
        char quote = '\0';
        for (var at = start; at < end; at++)
        {
            var c = _text[at];
            if (quote == '\0' && c == '$' && at + 1 < end && _text[at + 1] is '\'' or '"') continue;
            if (c == quote) quote = '\0';
            else if (quote == '\0' && c is '\'' or '"') (quote, quoted) = (c, true);
            else if (c == '\\' && quote != '\'' && at + 1 < end)
            {
                at++;
                if (_text[at] == '\n') continue;
                quoted = true;
                if (quote == '"' && _text[at] is not ('"' or '\\' or '$' or '`')) text.Append('\\');
                text.Append(_text[at]);
            }
            else text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>Reads the here-documents that the line just ended has announced.</summary>
    private void ReadPendingDocuments()
    {
        if (_pendingDocuments.Count == 0) return;
        var pending = _pendingDocuments;
        _pendingDocuments = [];
        foreach (var document in pending)
        {
            if (Failed) return;
            ReadDocument(document);
        }
    }

    private void ReadDocument(RedirectionNode document)
    {
        var start = _at;
        var body = new StringBuilder();
        var straight = true;
        // A document without its delimiter ends with the text, as in bash.
        while (_at < _end)
        {
            var lineStart = _at;
            var length = _text.AsSpan(_at, _end - _at).IndexOf('\n');
            var lineEnd = length < 0 ? _end : _at + length;
            if (document.StripTabs)
                while (lineStart < lineEnd && _text[lineStart] == '\t') (lineStart, straight) = (lineStart + 1, false);
            // Where the text is expanded, a continued line is one line: its second half cannot be the delimiter.
            while (!document.DelimiterQuoted && lineEnd < _end && EndsInContinuation(lineStart, lineEnd))
            {
                length = _text.AsSpan(lineEnd + 1, _end - lineEnd - 1).IndexOf('\n');
                lineEnd = length < 0 ? _end : lineEnd + 1 + length;
            }
            _at = Math.Min(_end, lineEnd + 1);
            var line = _text.AsSpan(lineStart, lineEnd - lineStart);
            if (line.SequenceEqual(document.Delimiter)) break;
            // In a substitution the delimiter may be followed at once by the closing parenthesis.
            if (_closesSubstitution && line.Length > document.Delimiter.Length && line.StartsWith(document.Delimiter) && line[document.Delimiter.Length] == ')')
            {
                _at = lineStart + document.Delimiter.Length;
                break;
            }
            body.Append(line);
            if (lineEnd < _end) body.Append('\n');
        }
        var text = body.ToString();
        if (document.DelimiterQuoted)
        {
            document.Target = new WordNode([new TextPart(text, true)], Place(start), Place(_at));
            return;
        }
        var nested = Nested(text, straight ? Place(start) : -1);
        document.Target = new WordNode([new QuotedPart(nested.ReadDocumentParts())], Place(start), Place(_at));
        Adopt(nested);
    }

    private bool EndsInContinuation(int start, int end)
    {
        var slashes = 0;
        while (end - slashes > start && _text[end - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }
}
