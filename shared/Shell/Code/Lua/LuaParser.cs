namespace Sallyport.Shell.Code;

/// <summary>Lua.</summary>
internal sealed class LuaParser(List<Token> tokens, Work work) : Parser(tokens, work)
{
    public static Node Parse(string text, Work work) => new LuaParser(new LuaLexer(text, work).Read(), work).Statements(() => false);

    protected override int Binding(Token token) => token.Text switch
    {
        "or" when token.Kind == TokenKind.Name => 1,
        "and" when token.Kind == TokenKind.Name => 2,
        "<" or ">" or "<=" or ">=" or "~=" or "==" when token.Kind == TokenKind.Symbol => 3,
        ".." when token.Kind == TokenKind.Symbol => -5,
        "+" or "-" when token.Kind == TokenKind.Symbol => 6,
        "*" or "/" or "//" or "%" when token.Kind == TokenKind.Symbol => 7,
        "^" when token.Kind == TokenKind.Symbol => -9,
        _ => 0,
    };

    private bool Ends(params ReadOnlySpan<string> words) => AtEnd || (Now.Kind == TokenKind.Name && words.Contains(Now.Text));

    private BlockNode Block(params string[] words)
    {
        var block = Statements(() => Ends(words));
        return block;
    }

    protected override Node? Statement()
    {
        if (!Work.Enter()) return null;
        try
        {
            return One(Now);
        }
        finally
        {
            Work.Leave();
        }
    }

    private Node? One(Token token)
    {
        if (Accept(";")) return null;
        switch (token.Kind == TokenKind.Name ? token.Text : "")
        {
            case "local":
                Take();
                if (Now.IsName("function")) return One(Now);
                return Assignment(Targets(), ":=");
            case "function":
                Take();
                var name = Take().Text;
                while ((Now.Is(".") || Now.Is(":")) && Work.Step())
                {
                    Take();
                    name += "." + Take().Text;
                }
                return Function(token.Start, name);
            case "if" or "elseif":
                Take();
                var condition = Expression();
                AcceptName("then");
                var then = Block("elseif", "else", "end");
                Node? otherwise = Now.IsName("elseif") ? One(Now) : AcceptName("else") ? Block("end") : null;
                if (token.Text == "if") AcceptName("end");
                return new BranchNode(token.Start, condition, then, otherwise);
            case "while":
                Take();
                var test = Expression();
                AcceptName("do");
                return new LoopNode(token.Start, null, null, test, Closed());
            case "repeat":
                Take();
                var body = Block("until");
                AcceptName("until");
                return new BlockNode(token.Start, [new LoopNode(token.Start, null, null, null, body), Expression()]);
            case "for":
                Take();
                return For(token.Start);
            case "do":
                Take();
                return Closed();
            case "return":
                Take();
                return new ReturnNode(token.Start, Ends("end", "else", "elseif", "until") || Now.Is(";") ? null : Expression());
            case "break" or "goto":
                Take();
                return null;
            default:
                return Assignment([Operand(), .. More()], "=");
        }
    }

    private BlockNode Closed()
    {
        var block = Block("end");
        AcceptName("end");
        return block;
    }

    private List<Node> Targets()
    {
        var result = new List<Node>();
        do result.Add(new NameNode(Now.Start, Take().Text));
        while (Accept(",") && Work.Step());
        return result;
    }

    private List<Node> More()
    {
        var result = new List<Node>();
        while (Accept(",") && Work.Step()) result.Add(Operand());
        return result;
    }

    private Node Assignment(List<Node> targets, string op)
    {
        if (!Accept("=")) return targets.Count == 1 ? targets[0] : new BlockNode(Now.Start, targets);
        var all = new List<Node>();
        for (var i = 0; i == 0 || Accept(","); i++)
        {
            if (!Work.Step()) break;
            var value = Expression();
            all.Add(i < targets.Count ? new AssignNode(value.Start, targets[i], value, op) : value);
        }
        return all.Count == 1 ? all[0] : new BlockNode(Now.Start, all);
    }

    private LoopNode For(int start)
    {
        var targets = Targets();
        Node? over = null;
        if (Accept("="))
        {
            Expression();
            while (Accept(",") && Work.Step()) Expression();
        }
        else if (AcceptName("in")) over = Expression();
        AcceptName("do");
        return new LoopNode(start, targets[^1], over, null, Closed());
    }

    private FunctionNode Function(int start, string? name)
    {
        var parameters = new List<Parameter>();
        Accept("(");
        while (!AtEnd && !Now.Is(")") && Work.Step())
        {
            var token = Take();
            if (token.Kind == TokenKind.Name) parameters.Add(new Parameter(token.Text, null));
        }
        Accept(")");
        return new FunctionNode(start, name, parameters, Closed());
    }

    protected override Node Operand()
    {
        var token = Take();
        Node node;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralNode(token.Start, new NumberValue(Lexer.ValueOf(token.Text)));
            case TokenKind.Text:
                node = TextNode(token, _ => Nothing());
                break;
            case TokenKind.Name when token.Text == "function":
                node = Function(token.Start, null);
                break;
            case TokenKind.Name when token.Text == "not":
                return new UnaryNode(token.Start, "not", Expression(8));
            case TokenKind.Name:
                node = token.Text switch
                {
                    "nil" => new LiteralNode(token.Start, ConstantValue.None),
                    "true" => new LiteralNode(token.Start, ConstantValue.True),
                    "false" => new LiteralNode(token.Start, ConstantValue.False),
                    _ => new NameNode(token.Start, token.Text),
                };
                break;
            case TokenKind.Symbol when token.Text is "-" or "#" or "~":
                return new UnaryNode(token.Start, token.Text, Expression(8));
            case TokenKind.Symbol when token.Text == "(":
                node = Expression();
                SkipTo(")");
                Accept(")");
                break;
            case TokenKind.Symbol when token.Text == "{":
                node = Table(token.Start);
                break;
            default:
                return new OpaqueNode(token.Start, token.Text);
        }
        return Trailers(node);
    }

    private Node Trailers(Node node)
    {
        while (Work.Step())
        {
            var token = Now;
            if (Accept(".") || Accept(":")) node = new MemberNode(token.Start, node, Take().Text);
            else if (Accept("(")) node = new CallNode(node.Start, node, Arguments(")", () => new ArgumentNode(null, Expression())));
            else if (token.Kind == TokenKind.Text) node = new CallNode(node.Start, node, [new ArgumentNode(null, TextNode(Take(), _ => Nothing()))]);
            else if (token.Is("{")) node = new CallNode(node.Start, node, [new ArgumentNode(null, Table(Take().Start))]);
            else if (Accept("["))
            {
                var key = Expression();
                SkipTo("]");
                Accept("]");
                node = new IndexNode(token.Start, node, key);
            }
            else break;
        }
        return node;
    }

    private Node Table(int start)
    {
        var items = new List<ArgumentNode>();
        var pairs = new List<(Node? Key, Node Value)>();
        while (!AtEnd && !Now.Is("}") && Work.Step())
        {
            var place = Place;
            if (Accept(",") || Accept(";")) continue;
            if (Now.Kind == TokenKind.Name && Next.Is("="))
            {
                var key = new LiteralNode(Now.Start, TextValue.Of(Take().Text));
                Take();
                pairs.Add((key, Expression()));
            }
            else if (Accept("["))
            {
                var key = Expression();
                Accept("]");
                Accept("=");
                pairs.Add((key, Expression()));
            }
            else items.Add(new ArgumentNode(null, Expression()));
            if (Place == place) Take();
        }
        Accept("}");
        return pairs.Count > 0 ? new DictNode(start, pairs) : new ListNode(start, items);
    }
}
