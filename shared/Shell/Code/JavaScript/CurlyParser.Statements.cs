namespace Sallyport.Shell.Code;

internal abstract partial class CurlyParser
{
    protected override Node? Statement()
    {
        if (!Work.Enter()) return null;
        try
        {
            return Accept(";") ? null : Now.Is("{") ? Braces() : Keyword(Now) ?? Simple();
        }
        finally
        {
            Work.Leave();
        }
    }

    protected virtual Node? Simple()
    {
        var value = CommaList();
        Accept(";");
        return value;
    }

    /// <summary>A block in braces, or one statement.</summary>
    protected BlockNode Body()
    {
        if (Now.Is("{")) return Braces();
        if (Accept(":")) return Statements(() => Now.Kind == TokenKind.Name && Now.Text.StartsWith("end", StringComparison.Ordinal) || Now.IsName("else") || Now.IsName("elseif"));
        var start = Now.Start;
        return new BlockNode(start, Statement() is { } one ? [one] : []);
    }

    protected BlockNode Braces()
    {
        if (!Accept("{")) return new BlockNode(Now.Start, []);
        var block = Statements(() => Now.Is("}"));
        Accept("}");
        return block;
    }

    protected virtual Node? Keyword(Token token)
    {
        if (token.Kind != TokenKind.Name || Next.Is("=") || Next.Is(".")) return null;
        switch (token.Text)
        {
            case "var" or "let" or "const" when Next.Kind is TokenKind.Name or TokenKind.Variable || Next.Is("{") || Next.Is("["):
                Take();
                return Declarations(token.Start);
            case "function" when Next.Kind == TokenKind.Name || Next.Is("*"):
                return Function();
            case "async" when Next.IsName("function"):
                Take();
                return Function();
            case "class" or "trait" when Next.Kind == TokenKind.Name:
                return Class();
            case "if": return If();
            case "for": return For();
            case "while":
                Take();
                var condition = Bracketed();
                return new LoopNode(token.Start, null, null, condition, Body());
            case "do":
                Take();
                var body = Body();
                if (AcceptName("while")) Bracketed();
                return new LoopNode(token.Start, null, null, null, body);
            case "switch": return Switch();
            case "try": return Try();
            case "return":
                Take();
                return new ReturnNode(token.Start, EndsExpression() ? null : CommaList());
            case "throw":
                Take();
                return Expression();
            case "break" or "continue":
                Take();
                if (Now.Kind == TokenKind.Name && !Now.FirstOnLine) Take();
                return new BlockNode(token.Start, []);
            case "export":
                Take();
                AcceptName("default");
                if (!Now.Is("{") && !Now.Is("*")) return Statement();
                SkipTo(";");
                return null;
            case "import" when !Next.Is("("): return Import();
            case "interface" or "declare" or "namespace" or "abstract" when Next.Kind == TokenKind.Name:
                return Declared(token.Text);
            case "type" when Next.Kind == TokenKind.Name && Peek(2).Is("="):
                SkipTo(";");
                return null;
            default:
                return null;
        }
    }

    private Node? Declared(string kind)
    {
        Take();
        if (kind is "abstract" or "declare") return Statement();
        while (!AtEnd && !Now.Is("{") && !Now.Is(";")) Take();
        if (kind == "interface")
        {
            if (Accept("{")) SkipTo("}");
            Accept("}");
            return null;
        }
        return Now.Is("{") ? Braces() : null;
    }

    private BlockNode Declarations(int start)
    {
        var all = new List<Node>();
        do
        {
            var target = Atom();
            Accept("!");
            if (Accept(":")) SkipType();
            if (Accept("=")) all.Add(new AssignNode(start, target, Expression(2), ":="));
            else all.Add(new AssignNode(start, target, new LiteralNode(start, ConstantValue.None), ":="));
        }
        while (Accept(",") && Work.Step());
        Accept(";");
        return new BlockNode(start, all);
    }

    private Node Bracketed()
    {
        Accept("(");
        var value = CommaList();
        SkipTo(")");
        Accept(")");
        return value;
    }

    private Node If()
    {
        var arms = new List<(int Start, Node Condition, Node Body)>();
        Node? otherwise = null;
        var again = true;
        while (again && Work.Step())
        {
            var start = Take().Start;
            arms.Add((start, Bracketed(), Body()));
            again = false;
            if (Now.IsName("elseif")) again = true;
            else if (AcceptName("else"))
            {
                if (Now.IsName("if")) again = true;
                else otherwise = Body();
            }
        }
        AcceptName("endif");
        var chunks = new List<Node>();
        for (var i = arms.Count - 1; i >= 0; i--)
        {
            otherwise = new BranchNode(arms[i].Start, arms[i].Condition, arms[i].Body, otherwise);
            if (i % 32 != 0) continue;
            chunks.Insert(0, otherwise);
            otherwise = null;
        }
        return chunks.Count == 1 ? chunks[0] : new BlockNode(arms[0].Start, chunks);
    }

    private Node For()
    {
        var start = Take().Start;
        AcceptName("await");
        Accept("(");
        if (Now.Kind == TokenKind.Name && Now.Text is "var" or "let" or "const") Take();
        Node? target = Now.Is(";") ? null : IsForEach() ? Atom() : CommaList();
        if (Now.IsName("of") || Now.IsName("in"))
        {
            var keys = Take().Text == "in";
            var over = Expression();
            SkipTo(")");
            Accept(")");
            return new LoopNode(start, target, over, null, Body()) { Keys = keys };
        }
        Accept(";");
        Node? condition = Now.Is(";") ? null : CommaList();
        Accept(";");
        Node? step = Now.Is(")") ? null : CommaList();
        SkipTo(")");
        Accept(")");
        var body = Body();
        var loop = new LoopNode(start, null, null, condition, step is null ? body : new BlockNode(start, [body, step]));
        return target is null ? loop : new BlockNode(start, [target, loop]);
    }

    private bool IsForEach()
    {
        if (Next.IsName("of") || Next.IsName("in")) return true;
        if (!Now.Is("{") && !Now.Is("[")) return false;
        for (var i = 1; i < 60; i++)
        {
            if (Peek(i).Is(";")) return false;
            if (Peek(i).IsName("of")) return true;
        }
        return false;
    }

    private BlockNode Switch()
    {
        var start = Take().Start;
        var all = new List<Node> { Bracketed() };
        Accept("{");
        while (!AtEnd && !Now.Is("}") && Work.Step())
        {
            if (AcceptName("case")) all.Add(Expression());
            else if (!AcceptName("default")) Take();
            if (!Accept(":") && !Accept(";")) continue;
            all.Add(new BranchNode(start, null, Statements(() => Now.IsName("case") || Now.IsName("default") || Now.Is("}")), null));
        }
        Accept("}");
        return new BlockNode(start, all);
    }

    private BlockNode Try()
    {
        var start = Take().Start;
        var all = new List<Node> { Braces() };
        while (Now.IsName("catch") && Work.Step())
        {
            Take();
            if (Accept("("))
            {
                SkipTo(")");
                Accept(")");
            }
            all.Add(new BranchNode(start, null, Braces(), null));
        }
        if (AcceptName("finally")) all.Add(Braces());
        return new BlockNode(start, all);
    }

    protected Node Class()
    {
        var start = Take().Start;
        var name = Now.Kind == TokenKind.Name && !Now.IsName("extends") ? Take().Text : "";
        var bases = new List<Node>();
        SkipGenerics();
        if (Now.Is("(")) Arguments(")", Element);
        if (AcceptName("extends")) bases.Add(Trailers(Atom()));
        while (!AtEnd && !Now.Is("{")) Take();
        Accept("{");
        var members = Statements(() => Now.Is("}"), Member);
        Accept("}");
        return new ClassNode(start, name, bases, members);
    }

    private BlockNode Statements(Func<bool> ends, Func<Node?> one)
    {
        var start = Now.Start;
        var all = new List<Node>();
        while (!AtEnd && !ends() && Work.Step())
        {
            var before = Place;
            if (one() is { } node) all.Add(node);
            if (Place == before) Take();
        }
        return new BlockNode(start, all);
    }

    private Node? Member()
    {
        while (Now.Kind == TokenKind.Name && Now.Text is "static" or "async" or "get" or "set" or "public" or "private" or "protected" or "readonly"
            or "override" or "abstract" or "final" or "function" or "var" or "const"
            && !Next.Is("(") && !Next.Is("=")) Take();
        Accept("*");
        Accept("&");
        if (Accept(";")) return null;
        if (Now.Is("{")) return Braces();
        while (Now.Kind == TokenKind.Name && Next.Kind == TokenKind.Variable) Take();
        var name = Take();
        SkipGenerics();
        if (Accept("("))
        {
            var parameters = Parameters();
            if (Accept(":")) SkipType();
            return new FunctionNode(name.Start, name.Text, parameters, Braces());
        }
        Accept("?");
        if (Accept(":")) SkipType();
        Node? value = Accept("=") ? Expression() : null;
        Accept(";");
        return value is null ? null : new AssignNode(name.Start, new NameNode(name.Start, name.Text.TrimStart('$')), value, ":=");
    }

    protected virtual Node? Import() => null;
}
