namespace Sallyport.Shell.Code;

/// <summary>JavaScript and, its types passed over, TypeScript.</summary>
internal sealed class JavaScriptParser(List<Token> tokens, Work work) : CurlyParser(tokens, work)
{
    public static Node Parse(string text, Work work) =>
        new JavaScriptParser(new JavaScriptLexer(text, work).Read(), work).Statements(() => false);

    protected override Node Nested(string code) => new JavaScriptParser(new JavaScriptLexer(code, Work).Read(), Work).CommaList();

    protected override int Binding(Token token) => token.Kind switch
    {
        TokenKind.Symbol => token.Text switch
        {
            "=" or "+=" or "-=" or "*=" or "/=" or "%=" or "**=" or "<<=" or ">>=" or ">>>=" or "&=" or "|=" or "^=" or "&&=" or "||=" or "??=" => -2,
            "?" => -3,
            "||" or "??" => 4,
            "&&" => 5,
            "|" => 6,
            "^" => 7,
            "&" => 8,
            "==" or "!=" or "===" or "!==" => 9,
            "<" or ">" or "<=" or ">=" => 10,
            "<<" or ">>" or ">>>" => 11,
            "+" or "-" => 12,
            "*" or "/" or "%" => 13,
            "**" => -14,
            _ => 0,
        },
        TokenKind.Name => token.Text switch
        {
            "in" or "instanceof" => 10,
            "as" or "satisfies" when !token.FirstOnLine => 10,
            _ => 0,
        },
        _ => 0,
    };

    protected override Node? Import()
    {
        var start = Take().Start;
        var names = new List<(string? From, string Name)>();
        if (Now.Kind == TokenKind.Text) return Required(start, Take().Text, names);
        AcceptName("type");
        while (!AtEnd && !Now.IsName("from") && !Now.Is(";") && Work.Step())
        {
            var token = Take();
            if (token.Is("*") && AcceptName("as")) names.Add((null, Take().Text));
            else if (token.Kind == TokenKind.Name) names.Add((null, token.Text));
            else if (token.Is("{")) Named(names);
        }
        AcceptName("from");
        return Now.Kind == TokenKind.Text ? Required(start, Take().Text, names) : null;
    }

    private void Named(List<(string? From, string Name)> names)
    {
        while (!AtEnd && !Now.Is("}") && Work.Step())
        {
            var token = Take();
            if (token.Kind is not (TokenKind.Name or TokenKind.Text)) continue;
            names.Add(AcceptName("as") ? (token.Text, Take().Text) : (token.Text, token.Text));
        }
        Accept("}");
    }

    private static ImportNode Required(int start, string module, List<(string? From, string Name)> names)
    {
        var path = JavaScriptDialect.Module(module);
        return new ImportNode(start, [.. names.Select(n => new Imported(n.From is null or "default" ? path : path + "." + n.From, n.Name))]);
    }
}
