namespace Sallyport.Shell.Code;

internal sealed partial class ScriptParser
{
    private Node Named(Token token)
    {
        var name = token.Text;
        if (!ruby && Now.Is("=>")) return new LiteralNode(token.Start, TextValue.Of(name));
        switch (name)
        {
            case "my" or "our" or "local" when !ruby:
                return Now.Is("(") ? Atom() : Operand();
            case "sub" when !ruby:
                return new FunctionNode(token.Start, null, [], Braces()) { ValueIsResult = true };
            case "do" when Now.Is("{"):
                return Braces();
            case "eval" when Now.Is("{"):
                return Braces();
            case "shift" or "pop" when !ruby && (Now.Is(";") || Now.Is("}") || Now.Is(")") || Now.Is("||") || Now.Is(",") || AtEnd):
                return new CallNode(token.Start, new MemberNode(token.Start, new NameNode(token.Start, "@_"), name), []);
            case "true" or "false" or "nil" or "undef":
                return new LiteralNode(token.Start, name == "true" ? ConstantValue.True : name == "false" ? ConstantValue.False : ConstantValue.None);
            case "lambda" or "proc" when ruby && (Now.Is("{") || Now.IsName("do")):
                return Block() ?? Nothing();
            case "begin" or "if" or "unless" or "case" or "while" or "until" or "for" or "def" or "class" or "module" when ruby:
                GoTo(Place - 1);
                return Keyword(Now) ?? Nothing();
            case "new" when !ruby && Now.Kind == TokenKind.Name:
                return new MemberNode(token.Start, new NameNode(token.Start, Take().Text), "new");
        }
        var node = new NameNode(token.Start, name);
        if (Now.Is("(") && (!Now.Spaced || !ruby))
        {
            Take();
            return WithBlock(new CallNode(token.Start, node, Arguments(")", Argument)));
        }
        if (locals.Contains(name)) return node;
        if (ruby && char.IsUpper(name[0]) && !StartsOperand()) return node;
        if (Now.Is("::") || Now.Is("->") || (ruby && Now.Is(".")) || Now.Is("&.")) return ruby && !char.IsUpper(name[0]) ? new CallNode(token.Start, node, []) : node;
        // map { … } @list, grep { … } @list, sort { … } @list
        if (!ruby && name is "map" or "grep" or "sort" or "first" or "any" && Now.Is("{"))
        {
            var body = new FunctionNode(Now.Start, null, [new Parameter("$_", null)], Braces()) { ValueIsResult = true };
            Accept(",");
            return new CallNode(token.Start, node, [new ArgumentNode(null, body), .. Bare()]);
        }
        if (!ruby && name is "print" or "printf" or "say" && (Now.Kind == TokenKind.Name && char.IsUpper(Now.Text[0]) || Now.Is("{")
            || (Now.Kind == TokenKind.Variable && Next.Kind is TokenKind.Text or TokenKind.Variable or TokenKind.Name && !Next.IsName("x")
            && !Next.IsName("if") && !Next.IsName("for") && !Next.IsName("foreach") && !Next.IsName("unless") && !Next.IsName("eq"))))
        {
            Node handle = Now.Is("{") ? Braces() : new NameNode(Now.Start, Take().Text);
            return new CallNode(token.Start, new NameNode(token.Start, "print to"), [new ArgumentNode(null, handle), .. Bare()]);
        }
        if (StartsOperand()) return WithBlock(new CallNode(token.Start, node, Bare()));
        if (ruby) return WithBlock(new CallNode(token.Start, node, []));
        return name is "system" or "exec" or "unlink" or "fork" or "die" or "exit" or "getppid" or "wantarray" or "chdir" or "rmdir" ? new CallNode(token.Start, node, []) : node;
    }

    /// <summary>True where the arguments of a call without brackets begin here.</summary>
    private bool StartsOperand() => Now.Kind switch
    {
        TokenKind.Text or TokenKind.Command or TokenKind.Words or TokenKind.Variable or TokenKind.Number or TokenKind.Regex => !Now.FirstOnLine || !ruby,
        TokenKind.Name => Now.Text is not ("if" or "unless" or "while" or "until" or "for" or "foreach" or "and" or "or" or "xor" or "x" or "eq" or "ne" or "lt" or "gt"
            or "le" or "ge" or "cmp" or "do" or "end" or "then" or "rescue" or "in" or "else" or "elsif" or "when"),
        TokenKind.Symbol => Now.Text switch
        {
            "(" => Now.Spaced,
            "[" => ruby ? Now.Spaced : Now.Spaced,
            "->" => ruby,
            "-" or "*" or "&" or "::" => Now.Spaced && !Next.Spaced,
            "\\" => !ruby,
            "<" => !ruby && Next.Kind == TokenKind.Name,
            _ => false,
        },
        _ => false,
    };

    private List<ArgumentNode> Bare()
    {
        var result = new List<ArgumentNode>();
        if (AtEnd || Now.Is(";") || Now.Is(")") || Now.Is("}")) return result;
        do
        {
            if (ruby) Lines();
            var place = Place;
            result.Add(Argument1());
            if (Place == place) break;
        }
        while ((Accept(",") || (!ruby && Accept("=>"))) && Work.Step() && !Now.Is(")") && !Now.Is(";"));
        return result;
    }

    /// <summary>An argument of a call without brackets: the end of the line is the end of the call.</summary>
    private ArgumentNode Argument1()
    {
        if (!ruby) return Argument();
        if (Now.Kind is TokenKind.Name or TokenKind.Text && Next.Is(":") && !Next.Spaced)
        {
            var name = Take().Text;
            Take();
            return new ArgumentNode(name, Expression(3));
        }
        var spread = Now.Is("*");
        if (Now.Is("&")) Take();
        var value = Expression(3);
        if (!Accept("=>")) return new ArgumentNode(null, value, spread);
        return new ArgumentNode(value is LiteralNode { Value.Known: { } key } ? key : "?", Expression(3));
    }

    /// <summary>A call with the block behind it as its last argument.</summary>
    private CallNode WithBlock(CallNode call)
    {
        if (!ruby || plainCondition && Now.IsName("do") || !(Now.Is("{") || Now.IsName("do"))) return call;
        return Block() is { } block ? new CallNode(call.Start, call.Callee, [.. call.Arguments, new ArgumentNode(null, block)]) : call;
    }

    private FunctionNode? Block()
    {
        var start = Now.Start;
        var braces = Now.Is("{");
        Take();
        Lines();
        var parameters = new List<Parameter>();
        if (Accept("|"))
        {
            while (!AtEnd && !Now.Is("|") && Work.Step())
            {
                var token = Take();
                if (token.Kind != TokenKind.Name) continue;
                parameters.Add(new Parameter(token.Text, null));
                locals.Add(token.Text);
            }
            Accept("|");
        }
        else if (Accept("||")) parameters.Clear();
        var saved = plainCondition;
        plainCondition = false;
        var body = Statements(() => braces ? Now.Is("}") : Now.IsName("end"));
        plainCondition = saved;
        Take();
        return new FunctionNode(start, null, parameters.Count == 0 ? [new Parameter("it", null)] : parameters, body) { ValueIsResult = true };
    }

    private Node Lambda(int start)
    {
        var parameters = new List<Parameter>();
        if (Accept("("))
        {
            while (!AtEnd && !Now.Is(")") && Work.Step())
                if (Take() is { Kind: TokenKind.Name } token)
                {
                    parameters.Add(new Parameter(token.Text, null));
                    locals.Add(token.Text);
                }
            Accept(")");
        }
        return Block() is { } block ? new FunctionNode(start, null, parameters.Count == 0 ? block.Parameters : parameters, block.Body) { ValueIsResult = true } : Nothing();
    }

    private Node Trailers(Node node)
    {
        while (Work.Step())
        {
            var token = Now;
            if (ruby && token.Kind == TokenKind.NewLine && Next.Is(".") && !Peek(2).Is(".")) Take();
            else if (token.Is("->") && !ruby)
            {
                Take();
                if (Now.Kind == TokenKind.Name) node = Method(node, Take());
                else if (Now.Kind == TokenKind.Variable) node = new CallNode(token.Start,
                    new IndexNode(token.Start, node, new NameNode(token.Start, Take().Text)), Accept("(") ? Arguments(")", Argument) : []);
                else if (Accept("(")) node = new CallNode(token.Start, node, Arguments(")", Argument));
            }
            else if (ruby && (token.Is(".") || token.Is("&.") || token.Is("::")))
            {
                Take();
                Lines();
                if (Now.Is("(")) node = new MemberNode(token.Start, node, "call");
                else if (Now.Kind is TokenKind.Name or TokenKind.Command) node = Method(node, Take());
                else break;
            }
            else if (token.Is("[") && (!token.Spaced || !ruby || node is IndexNode)) node = Indexed(node, "]");
            else if (!ruby && token.Is("{") && node is NameNode { Name: ['$' or '@', ..] } or IndexNode && !plainCondition | !token.Spaced && !token.Spaced) node = Indexed(node, "}");
            else if (token.Is("(") && !token.Spaced && node is not (LiteralNode or NameNode)) { Take(); node = WithBlock(new CallNode(token.Start, node, Arguments(")", Argument))); }
            else if (token.Is("++") || token.Is("--")) Take();
            else break;
        }
        return node;
    }

    private Node Indexed(Node node, string close)
    {
        var start = Take().Start;
        Lines();
        if (Now.Kind == TokenKind.Name && Next.Is(close) && !ruby)
        {
            var word = Take().Text;
            Take();
            return new IndexNode(start, node, new LiteralNode(start, TextValue.Of(word)));
        }
        var items = Arguments(close, Argument);
        return new IndexNode(start, node, items.Count == 1 ? items[0].Value : null);
    }

    private CallNode Method(Node target, Token name)
    {
        var member = new MemberNode(name.Start, target, name.Text);
        if (Now.Is("(") && !Now.Spaced)
        {
            Take();
            return WithBlock(new CallNode(name.Start, member, Arguments(")", Argument)));
        }
        if (ruby && StartsOperand() && !Now.Is("[")) return WithBlock(new CallNode(name.Start, member, Bare()));
        return WithBlock(new CallNode(name.Start, member, []));
    }
}
