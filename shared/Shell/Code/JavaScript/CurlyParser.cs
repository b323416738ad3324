namespace Sallyport.Shell.Code;

/// <summary>Expressions of the languages with braces: JavaScript, TypeScript and PHP.</summary>
internal abstract partial class CurlyParser(List<Token> tokens, Work work) : Parser(tokens, work)
{
    /// <summary>Reads the code inside a text.</summary>
    protected abstract Node Nested(string code);

    protected override Node Infix(Node left, int binding, int tightness)
    {
        var op = Now;
        if (op.Is("?"))
        {
            Take();
            if (Accept(":")) return new ChoiceNode(op.Start, left, left, Expression(tightness));
            var then = Expression(2);
            Accept(":");
            return new ChoiceNode(op.Start, left, then, Expression(2));
        }
        if (op.Kind == TokenKind.Symbol && op.Text[^1] == '=' && op.Text is not ("==" or "===" or "!=" or "!==" or "<=" or ">="))
        {
            Take();
            return new AssignNode(op.Start, left, Expression(2), op.Text);
        }
        if (op.IsName("as") || op.IsName("satisfies"))
        {
            Take();
            SkipType();
            return left;
        }
        return base.Infix(left, binding, tightness);
    }

    protected Node CommaList()
    {
        var first = Expression();
        if (!Now.Is(",")) return first;
        var all = new List<Node> { first };
        while (Accept(",") && Work.Step()) all.Add(Expression());
        return new BlockNode(first.Start, all);
    }

    protected ArgumentNode Element()
    {
        var spread = Accept("...");
        if (!spread && Now.Kind == TokenKind.Name && Next.Is(":") && !Peek(2).Is(":"))
        {
            var name = Take().Text;
            Take();
            return new ArgumentNode(name, Expression());
        }
        return new ArgumentNode(null, Expression(), spread);
    }

    protected override Node Operand()
    {
        var token = Now;
        if (token.Kind == TokenKind.Symbol && token.Text is "!" or "-" or "+" or "~" or "++" or "--" or "&" or "@")
        {
            Take();
            return new UnaryNode(token.Start, token.Text, Expression(16));
        }
        if (token.Kind == TokenKind.Name)
        {
            switch (token.Text)
            {
                case "typeof" or "void" or "delete" or "await" or "clone" or "print" or "throw" or "include" or "require_once" or "include_once"
                    when !Next.Is("(") && !Next.Is("=") && !Next.Is(".") && !Next.Is(")") && !Next.Is(","):
                    Take();
                    return Prefix(token, Expression(16));
                case "yield":
                    Take();
                    Accept("*");
                    return EndsExpression() ? Nothing() : Expression(2);
                case "new" when !Next.Is("."):
                    Take();
                    return Trailers(New(token.Start));
                case "async" when (Next.IsName("function") || Next.Is("(") || Next.Kind == TokenKind.Name) && !Next.FirstOnLine && ArrowAt(1):
                    Take();
                    return Operand();
                case "function" or "fn":
                    return Trailers(Function());
                case "class" when Next.Kind == TokenKind.Name || Next.Is("{"):
                    return Trailers(Class());
            }
        }
        if (ArrowAt(0)) return Arrow();
        return Trailers(Atom());
    }

    /// <summary>An operator that is a word.</summary>
    protected virtual Node Prefix(Token op, Node operand) => new UnaryNode(op.Start, op.Text, operand);

    private Node New(int start)
    {
        if (!Work.Enter()) return Nothing();
        var callee = Now.IsName("class") ? Class() : Now.Is("(") ? Atom() : Now.IsName("new") ? New(Take().Start) : Atom();
        while ((Now.Is(".") || Now.Is("\\") || Now.Is("::")) && Next.Kind == TokenKind.Name)
        {
            Take();
            callee = new MemberNode(start, callee, Take().Text);
        }
        var arguments = Accept("(") ? Arguments(")", Element) : [];
        Work.Leave();
        return new CallNode(start, callee, arguments, true);
    }

    private bool EndsExpression() => AtEnd || Now.FirstOnLine || (Now.Kind == TokenKind.Symbol && Now.Text is ")" or "]" or "}" or ";" or "," or ":");

    /// <summary>True where an arrow function begins here.</summary>
    protected virtual bool ArrowAt(int ahead)
    {
        var first = Peek(ahead);
        if (ahead == 1 && first.IsName("function")) return true;
        if (first.Kind == TokenKind.Name) return Peek(ahead + 1).Is("=>");
        if (!first.Is("(")) return false;
        var level = 0;
        for (var i = ahead; i < ahead + 400; i++)
        {
            var token = Peek(i);
            if (token.Kind == TokenKind.End) return false;
            if (token.Kind != TokenKind.Symbol) continue;
            if (token.Text is "(" or "[" or "{") level++;
            else if (token.Text is ")" or "]" or "}" && --level == 0)
                return Peek(i + 1).Is("=>") || (Peek(i + 1).Is(":") && Peek(i + 2).Kind == TokenKind.Name && Peek(i + 3).Is("=>"));
        }
        return false;
    }

    private FunctionNode Arrow()
    {
        var start = Now.Start;
        List<Parameter> parameters;
        if (Now.Kind == TokenKind.Name) parameters = [new Parameter(Take().Text, null)];
        else
        {
            Take();
            parameters = Parameters();
        }
        if (Accept(":")) Take();
        Accept("=>");
        if (Now.Is("{")) return new FunctionNode(start, null, parameters, Braces());
        return new FunctionNode(start, null, parameters, Expression(2)) { ValueIsResult = true };
    }

    protected Node Function()
    {
        var start = Take().Start;
        Accept("*");
        Accept("&");
        var name = Now.Kind == TokenKind.Name ? Take().Text : null;
        SkipGenerics();
        Accept("(");
        var parameters = Parameters();
        if (AcceptName("use") && Accept("(")) Arguments(")", Element);
        if (Accept(":")) SkipType();
        if (Accept("=>")) return new FunctionNode(start, name, parameters, Expression(2)) { ValueIsResult = true };
        return new FunctionNode(start, name, parameters, Braces());
    }

    /// <summary>Parameters up to the closing bracket.</summary>
    protected List<Parameter> Parameters()
    {
        var result = new List<Parameter>();
        while (!AtEnd && !Now.Is(")") && Work.Step())
        {
            if (Accept(",")) continue;
            var rest = Accept("...");
            Accept("&");
            if (Now.Is("{") || Now.Is("["))
            {
                var pattern = Atom();
                result.Add(new Parameter("{" + result.Count, pattern));
            }
            else if (Now.Kind is TokenKind.Name or TokenKind.Variable)
            {
                while (Now.Kind == TokenKind.Name && Next.Kind is TokenKind.Name or TokenKind.Variable) Take();
                var name = Take().Text;
                Accept("?");
                if (Accept(":")) SkipType();
                result.Add(new Parameter(name, Accept("=") ? Expression(2) : null, rest));
                continue;
            }
            else Take();
            if (Accept(":")) SkipType();
            if (Accept("=")) Expression(2);
        }
        Accept(")");
        return result;
    }

    protected void SkipType()
    {
        var level = 0;
        while (!AtEnd)
        {
            if (Now.Kind == TokenKind.Symbol)
            {
                if (Now.Text is "(" or "[" or "<") level++;
                else if (Now.Text is "{" && (level > 0 || Next.Kind != TokenKind.Name)) return;
                else if (Now.Text is ")" or "]" or ">" && level-- == 0) return;
                else if (level == 0 && Now.Text is "=" or "," or ";" or "{" or "}" or "=>") return;
            }
            else if (level == 0 && Now.FirstOnLine) return;
            Take();
        }
    }

    protected void SkipGenerics()
    {
        if (!Now.Is("<")) return;
        for (var i = 1; i < 20; i++)
        {
            if (Peek(i).Is("("))  return;
            if (!Peek(i).Is(">") || !Peek(i + 1).Is("(")) continue;
            GoTo(Place + i + 1);
            return;
        }
    }
}
