using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>PHP's tokens; what stands outside <c>&lt;?php … ?&gt;</c> is text for the page, unless nothing is inside (<c>php -r</c>).</summary>
internal sealed class PhpLexer(string text, Work work) : Lexer(text, work)
{
    private static readonly string[] Symbols =
    [
        "===", "!==", "<=>", "**=", "...", "<<=", ">>=", "??=", "?->", "=>", "->", "::", "==", "!=", "<=", ">=", "&&", "||", "??", "++", "--",
        "+=", "-=", "*=", "/=", ".=", "%=", "|=", "&=", "^=", "<<", ">>", "**",
    ];

    private bool started;

    protected override void Step()
    {
        if (!started)
        {
            started = true;
            var open = Text.IndexOf("<?", StringComparison.Ordinal);
            if (open >= 0) Opened(open);
            if (AtEnd) return;
        }
        var c = Now;
        if (c == '\n' || char.IsWhiteSpace(c))
        {
            FirstOnLine |= c == '\n';
            Spaced = true;
            At++;
        }
        else if (c == '?' && Next == '>')
        {
            Add(TokenKind.Symbol, ";", At);
            var open = Text.IndexOf("<?", At, StringComparison.Ordinal);
            if (open < 0) At = Text.Length;
            else Opened(open);
        }
        else if ((c == '#' && Next != '[') || (c == '/' && Next == '/')) SkipLine();
        else if (c == '/' && Next == '*')
        {
            At += 2;
            SkipTo("*/");
        }
        else if (c == '$' && IsWordStart(Next))
        {
            var start = At++;
            Word();
            Add(TokenKind.Variable, Text[start..At], start);
        }
        else if (c == '\'') Plain();
        else if (c is '"' or '`') Expandable(c == '`' ? TokenKind.Command : TokenKind.Text, At, c, At + 1);
        else if (c == '<' && Looking("<<<")) HereDocument();
        else if (IsWordStart(c) || (c == '\\' && IsWordStart(Next)))
        {
            var start = At++;
            while (IsWord(Now) || (Now == '\\' && IsWordStart(Next))) At++;
            Add(TokenKind.Name, Text[start..At].TrimStart('\\'), start);
        }
        else if (char.IsAsciiDigit(c)) Number();
        else Symbol(Symbols);
    }

    private void Opened(int open)
    {
        At = open + 2;
        if (Looking("php")) At += 3;
        else if (Now == '=')
        {
            At++;
            Add(TokenKind.Name, "print", open);
        }
    }

    private void Plain()
    {
        var start = At++;
        var value = new StringBuilder();
        while (!AtEnd && Now != '\'')
        {
            if (Now == '\\' && Next is '\'' or '\\') At++;
            value.Append(Now);
            At++;
        }
        At++;
        Add(TokenKind.Text, value.ToString(), start);
    }

    private void Expandable(TokenKind kind, int start, char quote, int from, int end = int.MaxValue)
    {
        At = from;
        var parts = new List<TextPart>();
        var plain = new StringBuilder();
        while (!AtEnd && At < end && !(end == int.MaxValue && Now == quote))
        {
            if (Now == '\\')
            {
                if (Next == '$') { plain.Append('$'); At += 2; }
                else Escape(plain);
            }
            else if ((Now == '$' && IsWordStart(Next)) || (Now == '{' && Next == '$'))
            {
                parts.Add(new TextPart(plain.ToString(), null, At));
                plain.Clear();
                var at = At;
                parts.Add(new TextPart(null, Now == '{' ? Bracketed('{', '}') : Inserted(), at));
            }
            else plain.Append(Text[At++]);
        }
        if (end == int.MaxValue) At++;
        parts.Add(new TextPart(plain.ToString(), null, start));
        AddText(kind, parts, start);
    }

    private string Inserted()
    {
        var start = At++;
        Word();
        if (Now == '[')
        {
            var name = Text[start..At];
            var key = Bracketed('[', ']');
            return key.Length > 0 && IsWordStart(key[0]) ? $"{name}['{key}']" : $"{name}[{key}]";
        }
        if (Now == '-' && Next == '>' && IsWordStart(Peek(2)))
        {
            At += 2;
            Word();
        }
        return Text[start..At];
    }

    private void HereDocument()
    {
        var start = At;
        At += 3;
        while (Now is ' ' or '"' or '\'') At++;
        var raw = At > 0 && Text[At - 1] == '\'';
        var tag = Word();
        SkipLine();
        At++;
        var from = At;
        var end = Text.Length;
        for (var line = from; line < Text.Length && tag.Length > 0;)
        {
            var stop = Text.IndexOf('\n', line);
            if (stop < 0) stop = Text.Length;
            if (Text.AsSpan(line, stop - line).TrimStart().StartsWith(tag, StringComparison.Ordinal))
            {
                end = line;
                break;
            }
            line = stop + 1;
        }
        if (raw) Add(TokenKind.Text, Text[Math.Min(from, end)..end], start);
        else Expandable(TokenKind.Text, start, '\0', from, end);
        At = end;
        while (Now is ' ' or '\t') At++;
        At += tag.Length;
    }
}
