namespace Sallyport.Shell.Code;

/// <summary>What the parsers of all languages do alike. They never fail: what does not fit is passed over.</summary>
internal abstract class Parser(List<Token> tokens, Work work)
{
    private int at;

    protected Work Work => work;
    protected Token Now => tokens[at];
    protected Token Next => tokens[Math.Min(at + 1, tokens.Count - 1)];
    protected bool AtEnd => Now.Kind == TokenKind.End;
    protected int Place => at;

    protected Token Peek(int ahead) => tokens[Math.Min(at + ahead, tokens.Count - 1)];

    protected Token Take()
    {
        var token = tokens[at];
        if (at < tokens.Count - 1) at++;
        return token;
    }

    protected void GoTo(int place) => at = Math.Clamp(place, 0, tokens.Count - 1);

    protected bool Accept(string symbol)
    {
        if (!Now.Is(symbol)) return false;
        Take();
        return true;
    }

    protected bool AcceptName(string name)
    {
        if (!Now.IsName(name)) return false;
        Take();
        return true;
    }

    /// <summary>Statements until nothing is left or <paramref name="ends"/> says so; always moves on.</summary>
    protected BlockNode Statements(Func<bool> ends)
    {
        var start = Now.Start;
        var statements = new List<Node>();
        while (!AtEnd && !ends() && work.Step())
        {
            var before = at;
            if (Statement() is { } statement) statements.Add(statement);
            if (at == before) Take();
        }
        return new BlockNode(start, statements);
    }

    protected abstract Node? Statement();

    /// <summary>How tightly an operator binds; 0 where it is none. Right-associative ones are negative.</summary>
    protected abstract int Binding(Token token);

    protected abstract Node Operand();

    /// <summary>An expression whose operators bind at least as tightly as <paramref name="least"/>.</summary>
    protected virtual Node Expression(int least = 1)
    {
        if (!work.Enter()) return Nothing();
        try
        {
            var left = Operand();
            while (work.Step())
            {
                var binding = Binding(Now);
                var tightness = Math.Abs(binding);
                if (tightness < least || binding == 0) break;
                left = Infix(left, binding, tightness);
            }
            return left;
        }
        finally
        {
            work.Leave();
        }
    }

    /// <summary>What stands behind an operator that was seen to bind.</summary>
    protected virtual Node Infix(Node left, int binding, int tightness)
    {
        var op = Take();
        var right = Expression(binding < 0 ? tightness : tightness + 1);
        return new BinaryNode(op.Start, op.Text, left, right);
    }

    protected Node Nothing() => new OpaqueNode(Now.Start, "?");

    /// <summary>Expressions with commas between, up to a closing symbol, which is taken.</summary>
    protected List<ArgumentNode> Arguments(string close, Func<ArgumentNode> one)
    {
        var result = new List<ArgumentNode>();
        while (!AtEnd && !Now.Is(close) && work.Step())
        {
            var before = at;
            if (Accept(",") || Accept("=>")) continue;
            result.Add(one());
            if (at == before) Take();
        }
        Accept(close);
        return result;
    }

    /// <summary>Passes over tokens up to a symbol, brackets in pairs; the symbol is left.</summary>
    protected void SkipTo(params ReadOnlySpan<string> symbols)
    {
        var level = 0;
        while (!AtEnd)
        {
            if (level == 0 && Now.Kind == TokenKind.Symbol && symbols.Contains(Now.Text)) return;
            if (Now.Kind == TokenKind.Symbol)
            {
                if (Now.Text is "(" or "[" or "{") level++;
                if (Now.Text is ")" or "]" or "}" && --level < 0) return;
            }
            Take();
        }
    }

    /// <summary>The node of a text token and of the texts after it, which the language joins; one node, so that a thousand of them are not joined a thousand times.</summary>
    protected Node TextsNode(Token token, Func<string, Node> read, Func<bool> follows)
    {
        var text = TextNode(token, read);
        if (!follows()) return text;
        var texts = new List<Node> { text };
        while (follows() && work.Step()) texts.Add(TextNode(Take(), read));
        return new TemplateNode(token.Start, texts);
    }

    /// <summary>The node of a text token, its expressions read by <paramref name="read"/>.</summary>
    protected Node TextNode(Token token, Func<string, Node> read)
    {
        var shell = token.Kind == TokenKind.Command;
        if (token.Parts is null)
        {
            var literal = new LiteralNode(token.Start, new TextValue(Marked.Word(token.Text)));
            return shell ? new TemplateNode(token.Start, [literal], true) : literal;
        }
        var parts = new List<Node>();
        foreach (var part in token.Parts)
        {
            if (part.Text is not null) parts.Add(new LiteralNode(part.Start, new TextValue(Marked.Word(part.Text))));
            if (part.Code is null) continue;
            if (!work.Enter()) continue;
            parts.Add(read(part.Code));
            work.Leave();
        }
        return new TemplateNode(token.Start, parts, shell);
    }
}
