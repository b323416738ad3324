namespace Sallyport.Shell.Code;

/// <summary>Lua's tokens.</summary>
internal sealed class LuaLexer(string text, Work work) : Lexer(text, work)
{
    private static readonly string[] Symbols = ["...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"];

    protected override void Step()
    {
        var c = Now;
        if (char.IsWhiteSpace(c) || (c == '#' && At == 0 && Next == '!')) Blank(c);
        else if (c == '-' && Next == '-')
        {
            At += 2;
            if (Now == '[' && Level() is { } level) Long(level, null);
            else SkipLine();
        }
        else if (c is '"' or '\'') Quoted(c);
        else if (c == '[' && Level() is { } deep) Long(deep, At);
        else if (IsWordStart(c))
        {
            var start = At;
            Add(TokenKind.Name, Word(), start);
        }
        else if (char.IsAsciiDigit(c)) Number();
        else Symbol(Symbols);
    }

    private void Blank(char c)
    {
        if (c == '#') SkipLine();
        else
        {
            FirstOnLine |= c == '\n';
            At++;
        }
    }

    /// <summary>How many signs stand between the two brackets that open a long text; null where none opens.</summary>
    private int? Level()
    {
        var at = 1;
        while (Peek(at) == '=') at++;
        return Peek(at) == '[' ? at - 1 : null;
    }

    private void Long(int level, int? start)
    {
        At += level + 2;
        var from = At;
        SkipTo("]" + new string('=', level) + "]");
        var end = Math.Max(from, AtEnd && !Text.EndsWith(']') ? Text.Length : At - level - 2);
        if (start is { } at) Add(TokenKind.Text, Text[from..end].TrimStart('\n'), at);
    }

    private void Quoted(char quote)
    {
        var start = At++;
        var value = new System.Text.StringBuilder();
        while (!AtEnd && Now != quote && Now != '\n')
        {
            if (Now == '\\' && char.IsAsciiDigit(Next))
            {
                At++;
                var code = 0;
                for (var i = 0; i < 3 && char.IsAsciiDigit(Now); i++) code = (code * 10) + (Text[At++] - '0');
                value.Append(Format.Character(code));
            }
            else if (Now == '\\') Escape(value);
            else value.Append(Text[At++]);
        }
        At++;
        Add(TokenKind.Text, value.ToString(), start);
    }
}
