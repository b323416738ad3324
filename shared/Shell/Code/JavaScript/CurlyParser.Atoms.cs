namespace Sallyport.Shell.Code;

internal abstract partial class CurlyParser
{
    protected virtual Node Atom()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralNode(token.Start, new NumberValue(Lexer.ValueOf(token.Text)));
            case TokenKind.Text or TokenKind.Command:
                return TextNode(token, Nested);
            case TokenKind.Regex:
                return new OpaqueNode(token.Start, "regular expression");
            case TokenKind.Variable:
                return new NameNode(token.Start, token.Text);
            case TokenKind.Name:
                return token.Text.ToLowerInvariant() switch
                {
                    "true" => new LiteralNode(token.Start, ConstantValue.True),
                    "false" => new LiteralNode(token.Start, ConstantValue.False),
                    "null" or "undefined" => new LiteralNode(token.Start, ConstantValue.None),
                    _ => new NameNode(token.Start, token.Text),
                };
            case TokenKind.Symbol when token.Text == "(":
                if (Accept(")")) return Nothing();
                var inner = CommaList();
                SkipTo(")");
                Accept(")");
                return inner;
            case TokenKind.Symbol when token.Text == "[":
                return Sequence(token.Start, "]");
            case TokenKind.Symbol when token.Text == "{":
                return Object(token.Start);
            default:
                return new OpaqueNode(token.Start, token.Text);
        }
    }

    protected virtual Node Sequence(int start, string close) => new ListNode(start, Arguments(close, Element));

    private DictNode Object(int start)
    {
        var pairs = new List<(Node? Key, Node Value)>();
        while (!AtEnd && !Now.Is("}") && Work.Step())
        {
            if (Accept(",")) continue;
            if (Accept("..."))
            {
                pairs.Add((null, Expression()));
                continue;
            }
            while (Now.Kind == TokenKind.Name && Now.Text is "async" or "get" or "set" && (Next.Kind is TokenKind.Name or TokenKind.Text || Next.Is("["))) Take();
            Accept("*");
            var name = Take();
            Node key = name.Is("[") ? Computed() : new LiteralNode(name.Start, TextValue.Of(name.Text));
            if (Accept(":")) pairs.Add((key, Expression()));
            else if (Now.Is("("))
            {
                Take();
                var parameters = Parameters();
                pairs.Add((key, new FunctionNode(name.Start, null, parameters, Braces())));
            }
            else if (Accept("="))
            {
                Expression();
                pairs.Add((key, new NameNode(name.Start, name.Text)));
            }
            else if (name.Kind == TokenKind.Name) pairs.Add((key, new NameNode(name.Start, name.Text)));
            else if (name.Kind == TokenKind.Symbol) SkipTo(",", "}");
        }
        Accept("}");
        return new DictNode(start, pairs);
    }

    private Node Computed()
    {
        var key = Expression();
        SkipTo("]");
        Accept("]");
        return key;
    }

    protected Node Trailers(Node node)
    {
        while (Work.Step())
        {
            var token = Now;
            if (token.Kind == TokenKind.Text && !token.FirstOnLine && token.Parts is null == false && node is NameNode or MemberNode or CallNode) node = Tagged(node, Take());
            else if (token.Kind == TokenKind.Text && !token.Spaced && node is NameNode or MemberNode) node = Tagged(node, Take());
            else if (token.Is("?.") && (Next.Is("(") || Next.Is("["))) Take();
            else if (token.Is(".") && MemberDot || token.Is("?.") || token.Is("->") || token.Is("?->") || token.Is("::"))
            {
                Take();
                node = MemberOf(node, token.Start);
            }
            else if (Accept("(")) node = new CallNode(node.Start, node, Arguments(")", Element));
            else if (token.Is("[") || (token.Is("{") && false))
            {
                Take();
                if (Accept("]"))
                {
                    node = new IndexNode(token.Start, node, null);
                    continue;
                }
                node = new IndexNode(token.Start, node, Computed());
            }
            else if ((token.Is("++") || token.Is("--")) && !token.FirstOnLine)
            {
                Take();
                node = new AssignNode(token.Start, node, new OpaqueNode(token.Start, "++"));
            }
            else if (token.Is("!") && (Next.Is(".") || Next.Is("["))) Take();
            else break;
        }
        return node;
    }

    /// <summary>True where a dot reaches a member rather than joining texts.</summary>
    protected virtual bool MemberDot => true;

    private Node MemberOf(Node node, int start)
    {
        if (Now.Kind == TokenKind.Name) return new MemberNode(start, node, Take().Text);
        if (Now.Kind == TokenKind.Variable) return new IndexNode(start, node, new NameNode(start, Take().Text));
        if (!Accept("{")) return node;
        var key = Expression();
        Accept("}");
        return new IndexNode(start, node, key);
    }

    /// <summary>A tagged template: a call with the text.</summary>
    private CallNode Tagged(Node tag, Token text) => new(tag.Start, tag, [new ArgumentNode(null, TextNode(text, Nested))]);
}
