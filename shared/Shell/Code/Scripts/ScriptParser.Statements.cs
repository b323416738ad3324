namespace Sallyport.Shell.Code;

internal sealed partial class ScriptParser
{
    protected override Node? Statement()
    {
        if (!Work.Enter()) return null;
        try
        {
            if (Now.Kind == TokenKind.NewLine || Now.Is(";"))
            {
                Take();
                return null;
            }
            if (Now.Is("{") && !ruby) return Braces();
            var node = Keyword(Now) ?? Expression();
            if (!ruby && Now.Is(","))
            {
                var all = new List<Node> { node };
                while (Accept(",") && Work.Step()) all.Add(Expression());
                node = new BlockNode(node.Start, all);
            }
            return Modified(node);
        }
        finally
        {
            Work.Leave();
        }
    }

    /// <summary>A statement with a condition or a loop behind it.</summary>
    private Node Modified(Node node)
    {
        while (Now.Kind == TokenKind.Name && Work.Step())
        {
            var word = Now.Text;
            if (word is "if" or "unless" or "rescue")
            {
                Take();
                var condition = Expression();
                node = new BranchNode(node.Start, word == "if" ? condition : null, word == "unless" ? new BlockNode(node.Start, [condition, node])
                    : word == "rescue" ? new BlockNode(node.Start, [node, condition]) : node, null);
            }
            else if (word is "while" or "until")
            {
                Take();
                node = new LoopNode(node.Start, null, null, new OpaqueNode(Now.Start, "condition", Expression()), node);
            }
            else if (word is "for" or "foreach" && !ruby)
            {
                Take();
                var over = Expression();
                node = new LoopNode(node.Start, new NameNode(node.Start, "$_"), over, null, node);
            }
            else break;
        }
        return node;
    }

    private BlockNode Braces()
    {
        if (!Accept("{")) return new BlockNode(Now.Start, []);
        var saved = plainCondition;
        plainCondition = false;
        var block = Statements(() => Now.Is("}"));
        plainCondition = saved;
        Accept("}");
        return block;
    }

    private Node? Keyword(Token token)
    {
        if (token.Kind != TokenKind.Name || Next.Is("=>") || Next.Is(",")) return null;
        return ruby ? RubyKeyword(token) : PerlKeyword(token);
    }

    private Node? PerlKeyword(Token token)
    {
        switch (token.Text)
        {
            case "use" or "no" or "package":
                while (!AtEnd && !Now.Is(";") && !Now.Is("{")) Take();
                return Now.Is("{") ? Braces() : new BlockNode(token.Start, []);
            case "sub" when Next.Kind == TokenKind.Name:
                Take();
                var name = Take().Text;
                while (!AtEnd && !Now.Is("{")) Take();
                return new FunctionNode(token.Start, name, [], Braces()) { ValueIsResult = true };
            case "if" or "unless":
                Take();
                return PerlIf(token);
            case "while" or "until":
                Take();
                var condition = Now.Is("(") ? Atom() : Nothing();
                return new LoopNode(token.Start, null, null, new OpaqueNode(token.Start, "condition", condition), Braces());
            case "for" or "foreach":
                Take();
                return PerlFor(token.Start);
            case "return":
                Take();
                return new ReturnNode(token.Start, Now.Is(";") || Now.Is("}") || Now.IsName("if") || Now.IsName("unless") || AtEnd ? null : Expression());
            case "BEGIN" or "END" or "INIT" or "CHECK" or "UNITCHECK" when Next.Is("{"):
                Take();
                return Braces();
            default:
                return null;
        }
    }

    private BlockNode PerlIf(Token token)
    {
        var all = new List<Node>();
        var first = true;
        while (first || Now.IsName("elsif") || Now.IsName("else"))
        {
            if (!Work.Step()) break;
            if (!first && Take().Text == "else")
            {
                all.Add(new BranchNode(token.Start, null, Braces(), null));
                break;
            }
            first = false;
            if (Now.Is("(")) all.Add(Atom());
            all.Add(new BranchNode(token.Start, null, Braces(), null));
        }
        return new BlockNode(token.Start, all);
    }

    private LoopNode PerlFor(int start)
    {
        while (Now.IsName("my") || Now.IsName("our")) Take();
        var target = Now.Kind == TokenKind.Variable ? new NameNode(Now.Start, Take().Text) : new NameNode(start, "$_");
        var place = Place;
        var over = Now.Is("(") ? Atom() : Nothing();
        if (!Now.Is("{"))
        {
            GoTo(place);
            Accept("(");
            var head = Statements(() => Now.Is(")"));
            Accept(")");
            return new LoopNode(start, null, null, new OpaqueNode(start, "condition", head), Braces());
        }
        return new LoopNode(start, target, over is ListNode ? over : new ListNode(start, [new ArgumentNode(null, over, true)]), null, Braces());
    }

    private BlockNode Until(params string[] ends) => Statements(() => Now.Kind == TokenKind.Name && Array.IndexOf(ends, Now.Text) >= 0);

    private Node Condition()
    {
        var saved = plainCondition;
        plainCondition = true;
        var condition = Expression();
        plainCondition = saved;
        AcceptName("then");
        AcceptName("do");
        return condition;
    }

    private Node? RubyKeyword(Token token)
    {
        switch (token.Text)
        {
            case "require" or "require_relative" or "load" when Next.Kind == TokenKind.Text || Next.Is("("):
                return null;
            case "def":
                Take();
                return RubyMethod(token.Start);
            case "class" or "module" when Next.Kind == TokenKind.Name || Next.Is("<<"):
                Take();
                var name = Take().Text;
                if (Accept("<") && !AtEnd) Expression();
                var body = Until("end");
                Take();
                return new ClassNode(token.Start, name, [], body);
            case "if" or "unless" or "case":
                Take();
                return RubyBranches(token);
            case "while" or "until":
                Take();
                var loop = new LoopNode(token.Start, null, null, new OpaqueNode(token.Start, "condition", Condition()), Until("end"));
                Take();
                return loop;
            case "for":
                Take();
                locals.Add(Now.Text);
                var target = new NameNode(Now.Start, Take().Text);
                AcceptName("in");
                var each = new LoopNode(token.Start, target, Condition(), null, Until("end"));
                Take();
                return each;
            case "begin":
                Take();
                return RubyBegin(token.Start);
            case "return" or "next" or "break":
                Take();
                var value = Now.Kind == TokenKind.NewLine || Now.Is(";") || Now.Is("}") || Now.IsName("if") || Now.IsName("unless") || Now.IsName("end") || AtEnd ? null : Expression();
                return token.Text == "return" ? new ReturnNode(token.Start, value) : value ?? new BlockNode(token.Start, []);
            case "BEGIN" or "END" when Next.Is("{"):
                Take();
                return Braces();
            default:
                return null;
        }
    }

    private FunctionNode RubyMethod(int start)
    {
        var name = Take().Text;
        if (Accept(".")) name = Take().Text;
        var parameters = new List<Parameter>();
        var bracket = Accept("(");
        while (!AtEnd && !(bracket ? Now.Is(")") : Now.Kind == TokenKind.NewLine || Now.Is(";") || Now.Is("=")) && Work.Step())
        {
            var rest = Accept("*") || Accept("**") || Accept("&");
            if (Now.Kind == TokenKind.Name)
            {
                var parameter = Take().Text;
                locals.Add(parameter);
                parameters.Add(new Parameter(parameter, Accept("=") || (Now.Is(":") && Accept(":") && !Now.Is(",") && !Now.Is(")")) ? Expression(3) : null, rest));
            }
            else Take();
        }
        if (bracket) Accept(")");
        if (Accept("=")) return new FunctionNode(start, name, parameters, Expression()) { ValueIsResult = true };
        var body = RubyBegin(start);
        return new FunctionNode(start, name, parameters, body) { ValueIsResult = true };
    }

    private BlockNode RubyBranches(Token token)
    {
        var all = new List<Node>();
        if (Now.Kind != TokenKind.NewLine) all.Add(Condition());
        if (token.Text == "case") Until("when", "in", "else", "end");
        else all.Add(new BranchNode(token.Start, null, Until("elsif", "else", "end"), null));
        while (!AtEnd && !Now.IsName("end") && Work.Step())
        {
            var word = Take().Text;
            if (word is "elsif" or "when" or "in")
            {
                all.Add(Condition());
                while (Accept(",") && Work.Step()) all.Add(Condition());
                AcceptName("then");
            }
            all.Add(new BranchNode(token.Start, null, Until("elsif", "when", "in", "else", "end"), null));
        }
        Take();
        return new BlockNode(token.Start, all);
    }

    private BlockNode RubyBegin(int start)
    {
        var all = new List<Node> { Until("rescue", "ensure", "else", "end") };
        while (!AtEnd && !Now.IsName("end") && Work.Step())
        {
            var word = Take().Text;
            while (word == "rescue" && !AtEnd && Now.Kind != TokenKind.NewLine && !Now.Is(";") && !Now.IsName("then")) Take();
            var body = Until("rescue", "ensure", "else", "end");
            all.Add(word == "ensure" ? body : new BranchNode(start, null, body, null));
        }
        Take();
        return new BlockNode(start, all);
    }
}
