namespace Sallyport.Shell.Code;

/// <summary>PHP, whose braces are JavaScript's and whose dot joins texts.</summary>
internal sealed class PhpParser(List<Token> tokens, Work work) : CurlyParser(tokens, work)
{
    public static Node Parse(string text, Work work) => new PhpParser(new PhpLexer(text, work).Read(), work).Statements(() => false);

    protected override bool MemberDot => false;

    protected override Node Nested(string code) => new PhpParser(new PhpLexer(code, Work).Read(), Work).CommaList();

    protected override bool ArrowAt(int ahead) => false;

    protected override int Binding(Token token) => token.Kind switch
    {
        TokenKind.Symbol => token.Text switch
        {
            "=" or "+=" or "-=" or "*=" or "/=" or ".=" or "%=" or "**=" or "<<=" or ">>=" or "&=" or "|=" or "^=" or "??=" => -2,
            "?" => -3,
            "??" => -4,
            "||" => 4,
            "&&" => 5,
            "|" => 6,
            "^" => 7,
            "&" => 8,
            "==" or "!=" or "===" or "!==" or "<=>" => 9,
            "<" or ">" or "<=" or ">=" => 10,
            "<<" or ">>" => 11,
            "+" or "-" or "." => 12,
            "*" or "/" or "%" => 13,
            "**" => -14,
            _ => 0,
        },
        TokenKind.Name => token.Text.ToLowerInvariant() switch
        {
            "or" or "and" or "xor" => 1,
            "instanceof" => 14,
            _ => 0,
        },
        _ => 0,
    };

    protected override Node Prefix(Token op, Node operand) =>
        op.Text.StartsWith("include", StringComparison.Ordinal) || op.Text.StartsWith("require", StringComparison.Ordinal)
            ? new CallNode(op.Start, new NameNode(op.Start, "include"), [new ArgumentNode(null, operand)])
            : base.Prefix(op, operand);

    protected override Node Sequence(int start, string close) => Pairs(start, close);

    protected override Node Atom()
    {
        if (Now.Kind == TokenKind.Name && Now.Text is "array" or "list" && Next.Is("("))
        {
            var start = Take().Start;
            Take();
            return Pairs(start, ")");
        }
        return base.Atom();
    }

    /// <summary>An array: a list, or a dictionary where its elements have keys.</summary>
    private Node Pairs(int start, string close)
    {
        var items = new List<ArgumentNode>();
        var pairs = new List<(Node? Key, Node Value)>();
        while (!AtEnd && !Now.Is(close) && Work.Step())
        {
            var place = Place;
            if (Accept(",")) continue;
            var spread = Accept("...");
            var value = Expression();
            if (Accept("=>")) pairs.Add((value, Expression()));
            else items.Add(new ArgumentNode(null, value, spread));
            if (Place == place) Take();
        }
        Accept(close);
        return pairs.Count > 0 ? new DictNode(start, pairs) : new ListNode(start, items);
    }

    protected override Node? Keyword(Token token)
    {
        if (token.Kind == TokenKind.Name && !Next.Is("(") | token.Text is "foreach" or "declare")
        {
            switch (token.Text.ToLowerInvariant())
            {
                case "echo" or "global" or "static" or "unset" when !Next.Is("::"):
                    Take();
                    return CommaList();
                case "namespace" or "use" or "declare" or "goto":
                    SkipTo(";", "{");
                    return null;
                case "foreach":
                    Take();
                    Accept("(");
                    var over = Expression();
                    AcceptName("as");
                    Node target = Expression();
                    if (Accept("=>")) target = Expression();
                    SkipTo(")");
                    Accept(")");
                    return new LoopNode(token.Start, target, over, null, Body());
            }
        }
        return base.Keyword(token);
    }
}
