namespace Sallyport.Shell.Code;

/// <summary>Python's expressions.</summary>
internal sealed partial class PythonParser(List<Token> tokens, Work work) : Parser(tokens, work)
{
    public static Node Parse(string text, Work work) =>
        new PythonParser(new PythonLexer(text, work).Read(), work).Statements(() => false);

    private Node Nested(string code) => new PythonParser(new PythonLexer(code.Trim(), Work).Read(), Work).ExpressionList();

    protected override int Binding(Token token) => token.Kind switch
    {
        TokenKind.Symbol => token.Text switch
        {
            ":=" => -1,
            "==" or "!=" or "<" or ">" or "<=" or ">=" => 6,
            "|" => 7,
            "^" => 8,
            "&" => 9,
            "<<" or ">>" => 10,
            "+" or "-" => 11,
            "*" or "/" or "//" or "%" or "@" => 12,
            "**" => -14,
            _ => 0,
        },
        TokenKind.Name => token.Text switch
        {
            "if" => 2,
            "or" => 3,
            "and" => 4,
            "in" or "is" => 6,
            "not" when Next.IsName("in") => 6,
            _ => 0,
        },
        _ => 0,
    };

    protected override Node Infix(Node left, int binding, int tightness)
    {
        if (Now.Is(":="))
        {
            var at = Take().Start;
            return new AssignNode(at, left, Expression(1));
        }
        if (Now.IsName("if"))
        {
            var at = Take().Start;
            var condition = Expression(3);
            return AcceptName("else") ? new ChoiceNode(at, condition, left, Expression(2)) : left;
        }
        if (Now.IsName("not")) Take();
        else if (Now.IsName("is") && Next.IsName("not")) Take();
        return base.Infix(left, binding, tightness);
    }

    /// <summary>One expression, or several with commas: a tuple.</summary>
    private Node ExpressionList()
    {
        var first = Element();
        if (!Now.Is(",")) return first.Spread ? new ListNode(first.Value.Start, [first]) : first.Value;
        var items = new List<ArgumentNode> { first };
        while (Accept(",") && !EndsExpression()) items.Add(Element());
        return new ListNode(first.Value.Start, items);
    }

    private bool EndsExpression() =>
        AtEnd || Now.Kind is TokenKind.NewLine or TokenKind.Dedent || Now.IsName("in") ||
        (Now.Kind == TokenKind.Symbol && Now.Text is ")" or "]" or "}" or "=" or ":" or ";");

    private ArgumentNode Element()
    {
        var spread = Now.Is("*") || Now.Is("**");
        if (spread) Take();
        return new ArgumentNode(null, Expression(), spread);
    }

    protected override Node Operand()
    {
        var token = Now;
        if (token.Kind == TokenKind.Symbol && token.Text is "-" or "+" or "~")
        {
            Take();
            return new UnaryNode(token.Start, token.Text, Expression(13));
        }
        if (token.IsName("not"))
        {
            Take();
            return new UnaryNode(token.Start, "not", Expression(5));
        }
        if (token.IsName("await") || token.IsName("yield"))
        {
            Take();
            AcceptName("from");
            return EndsExpression() ? Nothing() : new UnaryNode(token.Start, token.Text, Expression(token.Text == "await" ? 13 : 1));
        }
        if (token.IsName("lambda")) return Lambda();
        return Trailers(Atom());
    }

    private FunctionNode Lambda()
    {
        var start = Take().Start;
        var parameters = Parameters(":");
        return new FunctionNode(start, null, parameters, Expression(2)) { ValueIsResult = true };
    }

    private Node Atom()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralNode(token.Start, new NumberValue(Lexer.ValueOf(token.Text)));
            case TokenKind.Text:
                return TextsNode(token, Nested, () => Now.Kind == TokenKind.Text);
            case TokenKind.Name:
                return token.Text switch
                {
                    "True" => new LiteralNode(token.Start, ConstantValue.True),
                    "False" => new LiteralNode(token.Start, ConstantValue.False),
                    "None" => new LiteralNode(token.Start, ConstantValue.None),
                    _ => new NameNode(token.Start, token.Text),
                };
            case TokenKind.Symbol when token.Text == "(":
                return Parenthesised(token.Start);
            case TokenKind.Symbol when token.Text == "[":
                return Sequence(token.Start, "]");
            case TokenKind.Symbol when token.Text == "{":
                return Braces(token.Start);
            default:
                return new OpaqueNode(token.Start, token.Text);
        }
    }

    private Node Parenthesised(int start)
    {
        if (Accept(")")) return new ListNode(start, []);
        var first = Element();
        if (For()) return ComprehensionOf(first.Value, ")");
        if (!first.Spread && Accept(")")) return first.Value;
        var items = new List<ArgumentNode> { first };
        items.AddRange(Arguments(")", Element));
        return new ListNode(start, items);
    }

    private Node Sequence(int start, string close)
    {
        if (Accept(close)) return new ListNode(start, []);
        var first = Element();
        if (For()) return ComprehensionOf(first.Value, close);
        var items = new List<ArgumentNode> { first };
        items.AddRange(Arguments(close, Element));
        return new ListNode(start, items);
    }

    private Node Braces(int start)
    {
        if (Accept("}")) return new DictNode(start, []);
        var pairs = new List<(Node? Key, Node Value)>();
        while (!AtEnd && !Now.Is("}") && Work.Step())
        {
            if (Accept(",")) continue;
            if (Accept("**"))
            {
                pairs.Add((null, Expression()));
                continue;
            }
            var key = Element().Value;
            if (!Accept(":"))
            {
                if (For()) return ComprehensionOf(key, "}");
                var items = new List<ArgumentNode> { new(null, key) };
                items.AddRange(Arguments("}", Element));
                return new ListNode(start, items);
            }
            pairs.Add((key, Expression()));
            if (!For()) continue;
            var over = ComprehensionOf(new ListNode(start, [new(null, key), new(null, pairs[^1].Value)]), "}");
            return new OpaqueNode(start, "{…}", over);
        }
        Accept("}");
        return new DictNode(start, pairs);
    }

    private bool For() => Now.IsName("for") || (Now.IsName("async") && Next.IsName("for"));

    private ComprehensionNode ComprehensionOf(Node element, string close)
    {
        if (!Work.Enter()) return new ComprehensionNode(Now.Start, element, Nothing(), Nothing(), null);
        AcceptName("async");
        var start = Take().Start;
        var target = Targets();
        AcceptName("in");
        var over = Expression(3);
        Node? condition = null;
        while (AcceptName("if")) condition = Expression(3);
        ComprehensionNode result;
        if (For())
        {
            var inner = ComprehensionOf(element, close);
            result = new ComprehensionNode(start, inner, target, over, condition);
        }
        else
        {
            SkipTo(close);
            Accept(close);
            result = new ComprehensionNode(start, element, target, over, condition);
        }
        Work.Leave();
        return result;
    }

    /// <summary>What a loop binds: names, or tuples of them.</summary>
    private Node Targets()
    {
        var items = new List<ArgumentNode>();
        do
        {
            if (EndsExpression()) break;
            var spread = Accept("*");
            items.Add(new ArgumentNode(null, Trailers(Atom()), spread));
        }
        while (Accept(",") && Work.Step());
        return items.Count == 1 ? items[0].Value : new ListNode(Now.Start, items);
    }

    private Node Trailers(Node node)
    {
        while (Work.Step())
        {
            var token = Now;
            if (Accept("."))
            {
                node = Now.Kind == TokenKind.Name ? new MemberNode(token.Start, node, Take().Text) : node;
            }
            else if (Accept("(")) node = new CallNode(node.Start, node, Arguments(")", Argument));
            else if (token.Is("["))
            {
                Take();
                node = Subscript(node);
            }
            else break;
        }
        return node;
    }

    private ArgumentNode Argument()
    {
        if (Now.Kind == TokenKind.Name && Next.Is("="))
        {
            var name = Take().Text;
            Take();
            return new ArgumentNode(name, Expression());
        }
        var element = Element();
        return For() ? new ArgumentNode(null, Unclosed(element.Value)) : element;
    }

    /// <summary>A generator as the only argument: its closing bracket is the call's.</summary>
    private ComprehensionNode Unclosed(Node element)
    {
        var comprehension = ComprehensionOf(element, ")");
        GoTo(Place - 1);
        return comprehension;
    }

    private Node Subscript(Node target)
    {
        var start = Now.Start;
        Node? first = Now.Is(":") ? null : ExpressionList();
        if (!Now.Is(":"))
        {
            SkipTo("]");
            Accept("]");
            return new IndexNode(start, target, first);
        }
        Node? second = null, third = null;
        Take();
        if (!Now.Is(":") && !Now.Is("]")) second = Expression();
        if (Accept(":") && !Now.Is("]")) third = Expression();
        SkipTo("]");
        Accept("]");
        return new SliceNode(start, target, first, second, third);
    }
}
