using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>Python's tokens, with its lines and indentation.</summary>
internal sealed class PythonLexer(string text, Work work) : Lexer(text, work)
{
    private static readonly string[] Symbols =
    [
        "**=", "//=", ">>=", "<<=", "...", "!=", "==", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
        "**", "//", "<<", ">>",
    ];

    private readonly Stack<int> indents = new([0]);
    private int brackets;
    private bool lineStart = true;

    protected override void Step()
    {
        if (lineStart && brackets == 0)
        {
            Indentation();
            if (lineStart || AtEnd) return;
        }
        var c = Now;
        if (c == '\n')
        {
            At++;
            if (brackets == 0)
            {
                Add(TokenKind.NewLine, "\n", At - 1);
                lineStart = true;
            }
            return;
        }
        if (c is ' ' or '\t' or '\r' or '\f')
        {
            At++;
            Spaced = true;
        }
        else if (c == '\\' && Next is '\n' or '\r') At += Next == '\r' ? 3 : 2;
        else if (c == '#') SkipLine();
        else if (IsWordStart(c)) NameOrText();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Next))) Number();
        else if (c is '"' or '\'') Literal("", At);
        else
        {
            if (c is '(' or '[' or '{') brackets++;
            if (c is ')' or ']' or '}' && brackets > 0) brackets--;
            Symbol(Symbols);
        }
    }

    private void Indentation()
    {
        var width = 0;
        while (Now is ' ' or '\t' or '\f')
        {
            width = Now == '\t' ? (width / 8 * 8) + 8 : width + 1;
            At++;
        }
        if (Now == '#')
        {
            SkipLine();
            if (!AtEnd) At++;
            return;
        }
        if (Now is '\n' or '\r')
        {
            At++;
            return;
        }
        lineStart = false;
        if (AtEnd) return;
        if (width > indents.Peek())
        {
            // The first line of a program may be indented when it stands inside something else's quotes.
            if (Tokens.Count > 0) Add(TokenKind.Indent, "", At);
            else indents.Pop();
            indents.Push(width);
        }
        while (width < indents.Peek() && indents.Count > 1)
        {
            indents.Pop();
            Add(TokenKind.Dedent, "", At);
        }
    }

    protected override void Finish()
    {
        Add(TokenKind.NewLine, "\n", At);
        while (indents.Count > 1)
        {
            indents.Pop();
            Add(TokenKind.Dedent, "", At);
        }
    }

    private void NameOrText()
    {
        var start = At;
        var word = Word();
        if (Now is '"' or '\'' && word.Length <= 2 && word.All(c => "rRbBuUfFtT".Contains(c))) Literal(word.ToLowerInvariant(), start);
        else Add(TokenKind.Name, word, start);
    }

    private void Literal(string prefix, int start)
    {
        var quote = Now;
        var triple = Next == quote && Peek(2) == quote;
        At += triple ? 3 : 1;
        var raw = prefix.Contains('r');
        var formatted = prefix.Contains('f') || prefix.Contains('t');
        var parts = new List<TextPart>();
        var plain = new StringBuilder();
        while (!AtEnd)
        {
            var c = Now;
            if (c == quote && (!triple || (Next == quote && Peek(2) == quote)))
            {
                At += triple ? 3 : 1;
                break;
            }
            if (c == '\n' && !triple) break;
            if (c == '\\')
            {
                if (raw)
                {
                    plain.Append(c).Append(Next);
                    At += 2;
                }
                else if (Next is '"' or '\'' or '\\' or '\n' or 'n' or 't' or 'r' or 'a' or 'b' or 'f' or 'v' or 'x' or 'u' or 'U' or (>= '0' and <= '7')) Escape(plain);
                else
                {
                    plain.Append(c);
                    At++;
                }
            }
            else if (formatted && c == '{' && Next != '{')
            {
                parts.Add(new TextPart(plain.ToString(), null, At));
                plain.Clear();
                var at = At;
                parts.Add(new TextPart(null, Field(Bracketed('{', '}')), at));
            }
            else
            {
                if (formatted && c is '{' or '}' && Next == c && formatted) At++;
                plain.Append(c);
                At++;
            }
        }
        parts.Add(new TextPart(plain.ToString(), null, start));
        AddText(TokenKind.Text, parts, start);
    }

    /// <summary>The expression of a replacement field, without its conversion and format.</summary>
    private static string Field(string inside)
    {
        var level = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            var c = inside[i];
            if (c is '(' or '[' or '{') level++;
            else if (c is ')' or ']' or '}') level--;
            else if (c is '"' or '\'')
            {
                var close = inside.IndexOf(c, i + 1);
                if (close > 0) i = close;
            }
            else if (level == 0 && (c == ':' || (c == '!' && i + 1 < inside.Length && inside[i + 1] != '='))) return inside[..i];
        }
        return inside.TrimEnd('=', ' ');
    }
}
