namespace Sallyport.Shell.Code;

/// <summary>Perl's and Ruby's expressions, which share calls without brackets and conditions behind a statement.</summary>
internal sealed partial class ScriptParser(List<Token> tokens, Work work, bool ruby) : Parser(tokens, work)
{
    private readonly HashSet<string> locals = new(StringComparer.Ordinal);
    private bool plainCondition;

    public static Node Parse(string text, Work work, bool ruby) =>
        new ScriptParser(new ScriptLexer(text, work, ruby).Read(), work, ruby).Statements(() => false);

    private Node Nested(string code)
    {
        var inner = new ScriptParser(new ScriptLexer(code, Work, ruby).Read(), Work, ruby);
        inner.locals.UnionWith(locals);
        return inner.Statements(() => false) is { Statements: [var only] } ? only : new OpaqueNode(0, code);
    }

    protected override int Binding(Token token) => token.Kind switch
    {
        TokenKind.Symbol => token.Text switch
        {
            "=" or "+=" or "-=" or "*=" or "/=" or ".=" or "x=" or "||=" or "&&=" or "//=" or "|=" or "&=" or "^=" or "%=" or "**=" or "<<=" or ">>=" => -3,
            "?" => -4,
            ".." or "..." => 5,
            "||" or "//" => 6,
            "&&" => 7,
            "|" or "^" => 8,
            "&" => 8,
            "==" or "!=" or "=~" or "!~" or "===" or "<=>" => 9,
            "<" or ">" or "<=" or ">=" => 10,
            "<<" or ">>" => 11,
            "+" or "-" => 12,
            "." when !ruby => 12,
            "*" or "/" or "%" => 13,
            "**" => -15,
            _ => 0,
        },
        TokenKind.Name => token.Text switch
        {
            "or" or "xor" or "and" => 1,
            "x" when !ruby => 13,
            "eq" or "ne" or "cmp" when !ruby => 9,
            "lt" or "gt" or "le" or "ge" when !ruby => 10,
            _ => 0,
        },
        _ => 0,
    };

    protected override Node Infix(Node left, int binding, int tightness)
    {
        var op = Now;
        if (op.Is("?"))
        {
            Take();
            var then = Expression(4);
            Accept(":");
            return new ChoiceNode(op.Start, left, then, Expression(4));
        }
        if (binding == -3)
        {
            Take();
            Lines();
            left = Variable(left);
            Remember(left);
            var value = ruby && !(left is ListNode) ? Expression(3) : ListOf();
            return new AssignNode(op.Start, left, value, op.Text);
        }
        if (ruby) 
        {
            Take();
            Lines();
            return new BinaryNode(op.Start, op.Text, left, Expression(binding < 0 ? tightness : tightness + 1));
        }
        return base.Infix(left, binding, tightness);
    }

    /// <summary>One expression, or several with commas as a list.</summary>
    private Node ListOf()
    {
        var first = Expression(3);
        if (!Now.Is(",") || !ruby) return first;
        var items = new List<ArgumentNode> { new(null, first) };
        while (Accept(",") && Work.Step()) items.Add(new ArgumentNode(null, Expression(3)));
        return new ListNode(first.Start, items);
    }

    /// <summary>What was read as a call of its own name is a variable once something is assigned to it.</summary>
    private static Node Variable(Node target) => target switch
    {
        CallNode { Callee: NameNode name, Arguments.Count: 0 } => name,
        ListNode list => new ListNode(list.Start, [.. list.Items.Select(i => i with { Value = Variable(i.Value) })]),
        _ => target,
    };

    private void Remember(Node target)
    {
        if (target is NameNode name) locals.Add(name.Name);
        else if (target is ListNode list)
            foreach (var item in list.Items) Remember(item.Value);
    }

    private void Lines()
    {
        while (Now.Kind == TokenKind.NewLine) Take();
    }

    protected override Node Operand()
    {
        var token = Now;
        if (token.Kind == TokenKind.Symbol && token.Text is "!" or "-" or "+" or "~" or "\\" or "*" or "&" or "++" or "--" or "**")
        {
            Take();
            if (token.Text == "-" && Now.Kind == TokenKind.Name && Now.Text.Length == 1 && !ruby)
            {
                Take(); // -e $file and its like
                return new OpaqueNode(token.Start, "file test", Expression(14));
            }
            return new UnaryNode(token.Start, token.Text is "*" or "**" or "&" ? "+" : token.Text, Expression(14));
        }
        if (token.IsName("not") || token.IsName("defined") || token.IsName("defined?"))
        {
            Take();
            return new UnaryNode(token.Start, "not", Expression(token.Text == "not" ? 2 : 14));
        }
        return Trailers(Atom());
    }

    private Node Atom()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralNode(token.Start, new NumberValue(token.Text.Length > 1 && token.Text[0] == '0' && token.Text.All(char.IsAsciiDigit)
                    ? Lexer.ValueOf("0o" + token.Text) : Lexer.ValueOf(token.Text)));
            case TokenKind.Text or TokenKind.Command:
                return TextsNode(token, Nested, () => ruby && Now.Kind == TokenKind.Text && !Now.FirstOnLine);
            case TokenKind.Words:
                var words = token.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > ListValue.MaxItems) return new OpaqueNode(token.Start, "a long list of words");
                return new ListNode(token.Start, [.. words.Select(w => new ArgumentNode(null, new LiteralNode(token.Start, TextValue.Of(w))))]);
            case TokenKind.Regex:
                return token.Parts is [{ Code: { } code }] ? new OpaqueNode(token.Start, "substitution", Nested(code)) : new OpaqueNode(token.Start, "regular expression");
            case TokenKind.Variable:
                return new NameNode(token.Start, token.Text);
            case TokenKind.Name:
                return Named(token);
            case TokenKind.Symbol when token.Text == "(":
                return Bracket(token.Start, ")");
            case TokenKind.Symbol when token.Text == "[":
                return new ListNode(token.Start, Arguments("]", Argument));
            case TokenKind.Symbol when token.Text == "{":
                return Hash(token.Start);
            case TokenKind.Symbol when token.Text == "->" && ruby:
                return Lambda(token.Start);
            case TokenKind.Symbol when token.Text == "<" && !ruby:
                SkipTo(">");
                Accept(">");
                return new OpaqueNode(token.Start, "a line of input");
            case TokenKind.Symbol when token.Text == "::":
                return Now.Kind == TokenKind.Name ? Named(Take()) : Nothing();
            default:
                return new OpaqueNode(token.Start, token.Text);
        }
    }

    private Node Bracket(int start, string close)
    {
        Lines();
        if (Accept(close)) return new ListNode(start, []);
        if (ruby)
        {
            var inner = Statements(() => Now.Is(close));
            Accept(close);
            return inner.Statements.Count == 1 ? inner.Statements[0] : inner;
        }
        var items = Arguments(close, Argument);
        return items.Count == 1 && items[0].Name is null && !(Now.Is("=") || Now.Is("[")) ? items[0].Value : new ListNode(start, items);
    }

    private ArgumentNode Argument()
    {
        Lines();
        if (ruby && Now.Kind is TokenKind.Name or TokenKind.Text && Next.Is(":") && !Next.Spaced && !Peek(2).Is(":"))
        {
            var name = Take().Text;
            Take();
            return new ArgumentNode(name, Expression(3));
        }
        var spread = Now.Is("*") || Now.Is("**");
        if (ruby && Now.Is("&"))
        {
            Take();
            return new ArgumentNode(null, Expression(3));
        }
        var value = Expression(3);
        if (ruby && Accept("=>"))
        {
            Lines();
            var key = value is LiteralNode { Value.Known: { } k } ? k : value is CallNode { Callee: NameNode n, Arguments.Count: 0 } ? n.Name : value is NameNode v ? v.Name : "?";
            return new ArgumentNode(key, Expression(3));
        }
        Lines();
        return new ArgumentNode(null, value, spread && ruby);
    }

    private Node Hash(int start)
    {
        var pairs = new List<(Node? Key, Node Value)>();
        while (!AtEnd && !Now.Is("}") && Work.Step())
        {
            Lines();
            if (Accept(",") || Now.Is("}")) continue;
            var place = Place;
            Node key;
            if (Now.Kind == TokenKind.Name && (Next.Is("=>") || (Next.Is(":") && ruby)))
            {
                key = new LiteralNode(Now.Start, TextValue.Of(Take().Text));
            }
            else key = Expression(3);
            if (Accept("=>") || Accept(",") || Accept(":"))
            {
                Lines();
                pairs.Add((key, Expression(3)));
            }
            else pairs.Add((null, key));
            if (Place == place) Take();
        }
        Accept("}");
        return new DictNode(start, pairs);
    }
}
