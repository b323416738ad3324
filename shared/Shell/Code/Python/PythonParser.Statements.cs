namespace Sallyport.Shell.Code;

internal sealed partial class PythonParser
{
    protected override Node? Statement()
    {
        if (!Work.Enter()) return null;
        try
        {
            return One();
        }
        finally
        {
            Work.Leave();
        }
    }

    private Node? One()
    {
        var token = Now;
        switch (token.Kind)
        {
            case TokenKind.NewLine or TokenKind.Indent or TokenKind.Dedent:
            case TokenKind.Symbol when token.Text == ";":
                Take();
                return null;
            case TokenKind.Symbol when token.Text == "@":
                return Decorated();
            case TokenKind.Name:
                return Keyword(token) ?? Simple();
            default:
                return Simple();
        }
    }

    private Node? Keyword(Token token)
    {
        switch (token.Text)
        {
            case "import": return Import();
            case "from" when !Next.Is("="): return From();
            case "def": return Function([]);
            case "async" when Next.Kind == TokenKind.Name:
                Take();
                return One();
            case "class" when Next.Kind == TokenKind.Name: return Class();
            case "if": return If();
            case "while":
                Take();
                var condition = Expression();
                var loop = new LoopNode(token.Start, null, null, condition, Suite());
                return Else(loop);
            case "for": return Loop();
            case "with": return With();
            case "try": return Try();
            case "match" when Next.Kind is TokenKind.Name or TokenKind.Text or TokenKind.Number || Next.Is("("): return Match();
            case "return":
                Take();
                return new ReturnNode(token.Start, EndsExpression() ? null : ExpressionList());
            case "global" or "nonlocal":
                Take();
                return Shared(token.Start);
            case "del" or "assert" or "raise" or "print" when !Next.Is("(") && !Next.Is("=") && !Next.Is("."):
                Take();
                if (EndsExpression()) return null;
                var value = ExpressionList();
                if (AcceptName("from")) Expression();
                return value;
            case "exec" when Next.Kind is TokenKind.Text or TokenKind.Name:
                Take();
                return new CallNode(token.Start, new NameNode(token.Start, "exec"), [new(null, ExpressionList())]);
            case "pass" or "break" or "continue":
                Take();
                return null;
            default:
                return null;
        }
    }

    private Node Simple()
    {
        var value = ExpressionList();
        if (Now.Is(":") && value is NameNode or MemberNode or IndexNode)
        {
            Take();
            Expression();
        }
        if (Now.Is("="))
        {
            var targets = new List<Node> { value };
            while (Accept("=") && Work.Step()) targets.Add(ExpressionList());
            Node result = targets[^1];
            for (var i = targets.Count - 2; i >= 0; i--)
                result = new AssignNode(value.Start, targets[i], i == targets.Count - 2 ? result : targets[^1]);
            return targets.Count == 2
                ? result
                : new BlockNode(value.Start, [.. targets.Take(targets.Count - 1).Select(t => new AssignNode(value.Start, t, targets[^1]))]);
        }
        if (Now.Kind == TokenKind.Symbol && Now.Text.Length > 1 && Now.Text[^1] == '=' && Now.Text is not ("==" or "!=" or "<=" or ">="))
        {
            var op = Take();
            return new AssignNode(op.Start, value, ExpressionList(), op.Text);
        }
        return value;
    }

    private BlockNode Suite()
    {
        SkipTo(":");
        Accept(":");
        if (Now.Kind != TokenKind.NewLine)
        {
            var statements = Statements(() => Now.Kind == TokenKind.NewLine);
            Take();
            return statements;
        }
        while (Now.Kind == TokenKind.NewLine) Take();
        if (Now.Kind != TokenKind.Indent) return new BlockNode(Now.Start, []);
        Take();
        var block = Statements(() => Now.Kind == TokenKind.Dedent);
        Take();
        return block;
    }

    private Node? Else(Node before)
    {
        SkipNewLines("else");
        return AcceptName("else") ? new BlockNode(before.Start, [before, Suite()]) : before;
    }

    /// <summary>Passes over line ends where the next line goes on with one of these.</summary>
    private void SkipNewLines(params ReadOnlySpan<string> names)
    {
        var ahead = 0;
        while (Peek(ahead).Kind == TokenKind.NewLine) ahead++;
        if (Peek(ahead).Kind == TokenKind.Name && names.Contains(Peek(ahead).Text)) GoTo(Place + ahead);
    }

    private Node If()
    {
        // Built from the last arm back, so that a hundred arms are not a hundred levels.
        var arms = new List<(int Start, Node Condition, Node Body)>();
        Node? otherwise = null;
        do
        {
            var start = Take().Start;
            arms.Add((start, Expression(), Suite()));
            SkipNewLines("elif", "else");
        }
        while (Now.IsName("elif") && Work.Step());
        if (AcceptName("else")) otherwise = Suite();
        return Arms(arms, otherwise);
    }

    private static Node Arms(List<(int Start, Node Condition, Node Body)> arms, Node? otherwise)
    {
        var chunks = new List<Node>();
        for (var i = arms.Count - 1; i >= 0; i--)
        {
            var (start, condition, body) = arms[i];
            otherwise = new BranchNode(start, condition, body, otherwise);
            if (i % 32 != 0) continue;
            chunks.Insert(0, otherwise);
            otherwise = null;
        }
        return chunks.Count == 1 ? chunks[0] : new BlockNode(arms[0].Start, chunks);
    }

    private Node? Loop()
    {
        var start = Take().Start;
        var target = Targets();
        AcceptName("in");
        var over = ExpressionList();
        return Else(new LoopNode(start, target, over, null, Suite()));
    }

    private BlockNode With()
    {
        var start = Take().Start;
        var statements = new List<Node>();
        var bracket = Now.Is("(") && Accept("(");
        do
        {
            if (Now.Is(":") || Now.Is(")")) break;
            var value = Expression();
            statements.Add(AcceptName("as") ? new AssignNode(start, Trailers(Atom()), value) : value);
        }
        while (Accept(",") && Work.Step());
        if (bracket) Accept(")");
        statements.Add(Suite());
        return new BlockNode(start, statements);
    }

    private BlockNode Try()
    {
        var start = Take().Start;
        var statements = new List<Node> { Suite() };
        SkipNewLines("except", "else", "finally");
        while (Now.IsName("except") || Now.IsName("else") || Now.IsName("finally"))
        {
            if (!Work.Step()) break;
            var kind = Take().Text;
            Accept("*");
            Node? name = null;
            if (!Now.Is(":")) ExpressionList();
            if (AcceptName("as")) name = Atom();
            var body = Suite();
            Node whole = name is null ? body : new BlockNode(start, [new AssignNode(start, name, new OpaqueNode(start, "exception")), body]);
            statements.Add(kind == "except" ? new BranchNode(start, null, whole, null) : whole);
            SkipNewLines("except", "else", "finally");
        }
        return new BlockNode(start, statements);
    }

    private Node? Match()
    {
        var start = Take().Start;
        var statements = new List<Node> { ExpressionList() };
        Accept(":");
        while (Now.Kind == TokenKind.NewLine) Take();
        if (Now.Kind != TokenKind.Indent) return statements[0];
        Take();
        while (!AtEnd && Now.Kind != TokenKind.Dedent && Work.Step())
        {
            if (AcceptName("case")) statements.Add(new BranchNode(start, null, Suite(), null));
            else Take();
        }
        Take();
        return new BlockNode(start, statements);
    }

    private OpaqueNode Shared(int start)
    {
        var names = new List<Node>();
        while (Now.Kind == TokenKind.Name)
        {
            names.Add(new LiteralNode(Now.Start, TextValue.Of(Take().Text)));
            Accept(",");
        }
        return new OpaqueNode(start, "global", names);
    }
}
