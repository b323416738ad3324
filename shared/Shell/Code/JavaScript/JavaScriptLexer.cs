using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>JavaScript's tokens.</summary>
internal sealed class JavaScriptLexer(string text, Work work) : Lexer(text, work)
{
    private static readonly string[] Symbols =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.",
        "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
    ];

    protected override void Step()
    {
        var c = Now;
        if (c == '\n')
        {
            FirstOnLine = true;
            At++;
        }
        else if (char.IsWhiteSpace(c) || c == '\uFEFF')
        {
            Spaced = true;
            At++;
        }
        else if (c == '/' && Next == '/') SkipLine();
        else if (c == '#' && Next == '!' && At == 0) SkipLine();
        else if (c == '/' && Next == '*')
        {
            At += 2;
            SkipTo("*/");
        }
        else if (IsWordStart(c) || c is '$' or '#' or '\\') Identifier();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Next))) Number();
        else if (c is '"' or '\'') Quoted(c);
        else if (c == '`') Template();
        else if (c == '/' && RegexMayStand()) Regex();
        else Symbol(Symbols);
    }

    private void Identifier()
    {
        var start = At;
        var name = new StringBuilder();
        while (!AtEnd)
        {
            if (Now == '\\' && Next == 'u') Escape(name);
            else if (Now == Marked.Open) name.Append(Word());
            else if (IsWord(Now) || Now is '$' or '#') name.Append(Text[At++]);
            else break;
        }
        if (At == start) At++;
        else Add(TokenKind.Name, name.ToString(), start);
    }

    private void Quoted(char quote)
    {
        var start = At++;
        var value = new StringBuilder();
        while (!AtEnd && Now != quote && Now != '\n')
        {
            if (Now == '\\') Escape(value);
            else value.Append(Text[At++]);
        }
        At++;
        Add(TokenKind.Text, value.ToString(), start);
    }

    private void Template()
    {
        var start = At++;
        var parts = new List<TextPart>();
        var plain = new StringBuilder();
        while (!AtEnd && Now != '`')
        {
            if (Now == '\\') Escape(plain);
            else if (Now == '$' && Next == '{')
            {
                parts.Add(new TextPart(plain.ToString(), null, At));
                plain.Clear();
                At++;
                var at = At;
                parts.Add(new TextPart(null, Bracketed('{', '}'), at));
            }
            else plain.Append(Text[At++]);
        }
        At++;
        parts.Add(new TextPart(plain.ToString(), null, start));
        AddText(TokenKind.Text, parts, start);
    }

    private bool RegexMayStand() => Last is not { } last || last.Kind switch
    {
        TokenKind.Name => last.Text is "return" or "typeof" or "case" or "in" or "of" or "delete" or "void" or "throw" or "new" or "do" or "else" or "yield" or "await",
        TokenKind.Symbol => last.Text is not (")" or "]" or "}" or "++" or "--"),
        _ => false,
    };

    private void Regex()
    {
        var start = At++;
        var inClass = false;
        while (!AtEnd && Now != '\n' && (Now != '/' || inClass))
        {
            if (Now == '\\') At++;
            else if (Now == '[') inClass = true;
            else if (Now == ']') inClass = false;
            At++;
        }
        At++;
        while (char.IsAsciiLetter(Now)) At++;
        Add(TokenKind.Regex, Text[start..Math.Min(At, Text.Length)], start);
    }
}
