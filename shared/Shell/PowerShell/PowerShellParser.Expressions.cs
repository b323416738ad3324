using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

internal sealed partial class PowerShellParser
{
    private OpaqueNode Nothing() => new(at, "?");

    private string PeekOperator()
    {
        if (Now != '-' || !char.IsLetter(Next)) return "";
        var end = at + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text[at..end].ToLowerInvariant();
    }

    private (string Operator, int Level, int Length) Operator()
    {
        var c = Now;
        switch (c)
        {
            case '+' when Next != '=' && Next != '+': return ("+", 5, 1);
            case '*' or '/' or '%' when Next != '=' && Next != '>': return (c.ToString(), 6, 1);
            case '.' when Next == '.': return ("..", 8, 2);
            case ',': return (",", 9, 1);
            case '?' when Next == '?': return ("??", 2, 2);
            case '-' when !char.IsLetter(Next) && Next != '=' && Next != '-': return ("-", 5, 1);
            case '-':
                var word = PeekOperator();
                var plain = word.Length > 2 && word[1] is 'c' or 'i' && word[2..] is "eq" or "ne" or "replace" or "split" or "match" or "like" or "contains" or "in" or "notmatch" or "notlike"
                    ? "-" + word[2..] : word;
                return plain switch
                {
                    "-f" => (plain, 7, word.Length),
                    "-eq" or "-ne" or "-gt" or "-lt" or "-ge" or "-le" or "-like" or "-notlike" or "-match" or "-notmatch" or "-contains" or "-notcontains"
                        or "-in" or "-notin" or "-replace" or "-split" or "-join" or "-is" or "-isnot" or "-as" => (plain, 3, word.Length),
                    "-and" or "-or" or "-xor" => (plain, 1, word.Length),
                    "-band" or "-bor" or "-bxor" or "-shl" or "-shr" => (plain, 4, word.Length),
                    _ => ("", 0, 0),
                };
            default: return ("", 0, 0);
        }
    }

    /// <summary>An expression whose operators bind tighter than <paramref name="level"/>.</summary>
    private Node Expression(int level)
    {
        if (!work.Enter()) return Nothing();
        try
        {
            Space();
            var left = Unary();
            while (work.Step())
            {
                Space();
                var (op, tightness, length) = Operator();
                if (length == 0 || tightness <= level) break;
                var start = at;
                at += length;
                Space(lines: true);
                left = op == "," ? Listed(left) : Combined(start, op, left, Expression(tightness));
            }
            return left;
        }
        finally
        {
            work.Leave();
        }
    }

    private Node Listed(Node first)
    {
        var items = new List<ArgumentNode> { new(null, first) };
        do
        {
            Space(lines: true);
            items.Add(new ArgumentNode(null, Unary()));
            Space();
        }
        while (Accept(',') && work.Step());
        return new ListNode(first.Start, items);
    }

    private static Node Combined(int start, string op, Node left, Node right) => op switch
    {
        "-and" => new BinaryNode(start, "and", left, right),
        "-or" => new BinaryNode(start, "or", left, right),
        "-eq" => new BinaryNode(start, "==", left, right),
        "-ne" => new BinaryNode(start, "!=", left, right),
        "-bxor" => new BinaryNode(start, "^", left, right),
        "-bor" => new BinaryNode(start, "|", left, right),
        "-band" => new BinaryNode(start, "&", left, right),
        "+" or "-" or "*" or "/" or "%" or "??" => new BinaryNode(start, op, left, right),
        _ => new CallNode(start, new NameNode(start, op), [new(null, left), new(null, right)]),
    };

    private Node Unary()
    {
        var start = at;
        if (!work.Enter()) return Nothing();
        try
        {
            if (Now == '!' || PeekOperator() == "-not")
            {
                at += Now == '!' ? 1 : 4;
                Space();
                return new UnaryNode(start, "!", Unary());
            }
            var op = PeekOperator();
            if (op is "-join" or "-split")
            {
                at += op.Length;
                Space();
                return new CallNode(start, new NameNode(start, op), [new(null, Unary())]);
            }
            if (Now is '-' or '+' or ',')
            {
                var sign = text[at++].ToString();
                if (sign == text[start].ToString() && Now == text[start]) at++;
                Space();
                return sign == "," ? new ListNode(start, [new(null, Unary())]) : new UnaryNode(start, sign, Unary());
            }
            return Primary();
        }
        finally
        {
            work.Leave();
        }
    }

    private Node Primary()
    {
        var start = at;
        switch (Now)
        {
            case '$': return Trailers(Variable());
            case '\'' or '"' or '\u2018' or '\u201c': return Trailers(Quoted());
            case '@' when Next is '\'' or '"': return Trailers(HereString());
            case '@' when Next == '(':
                at += 2;
                return Trailers(new CallNode(start, new NameNode(start, "@"), [new(null, Statements(')'))]));
            case '@' when Next == '{':
                at += 2;
                return Trailers(Hash(start));
            case '(':
                at++;
                return Trailers(Statements(')'));
            case '{':
                at++;
                return ScriptBlock(start);
            case '[': return Type();
            case >= '0' and <= '9': return Trailers(Number());
            default: return Trailers(BareWord());
        }
    }

    private FunctionNode ScriptBlock(int start)
    {
        var back = at;
        Space(lines: true);
        List<Parameter> parameters = [new Parameter("$_", null)];
        if (PeekWord() == "param")
        {
            at += 5;
            Space(lines: true);
            if (Now == '(') parameters = Parameters();
        }
        else at = back;
        return new FunctionNode(start, null, parameters, Statements('}')) { ValueIsResult = true };
    }

    private LiteralNode Number()
    {
        var start = at;
        if (Now == '0' && Next is 'x' or 'X') at += 2;
        while (char.IsAsciiHexDigit(Now) || (Now == '.' && char.IsAsciiDigit(Next))) at++;
        var number = text[start..at];
        while (char.IsAsciiLetter(Now)) at++;
        return new LiteralNode(start, new NumberValue(Lexer.ValueOf(number)));
    }

    private string Identifier()
    {
        var start = at;
        while (char.IsLetterOrDigit(Now) || Now == '_') at++;
        return text[start..at].ToLowerInvariant();
    }

    private Node Variable()
    {
        var start = at++;
        if (Now == '(')
        {
            at++;
            return Statements(')');
        }
        if (Now == '{')
        {
            var close = text.IndexOf('}', at);
            if (close < 0) close = text.Length;
            var braced = text[(at + 1)..close].Replace("`", "", StringComparison.Ordinal).ToLowerInvariant();
            at = Math.Min(close + 1, text.Length);
            return Named(start, braced);
        }
        if (Now is '_' or '?' or '^' or '$' && !char.IsLetterOrDigit(Next))
        {
            return new NameNode(start, "$" + text[at++]);
        }
        var name = Identifier();
        if (Now == ':' && (char.IsLetter(Next) || Next == '_'))
        {
            at++;
            name += ":" + Identifier();
        }
        return Named(start, name);
    }

    private static Node Named(int start, string name)
    {
        foreach (var scope in (ReadOnlySpan<string>)["global:", "script:", "local:", "private:", "variable:", "using:"])
            if (name.StartsWith(scope, StringComparison.Ordinal)) name = name[scope.Length..];
        return name switch
        {
            "true" => new LiteralNode(start, ConstantValue.True),
            "false" => new LiteralNode(start, ConstantValue.False),
            "null" => new LiteralNode(start, ConstantValue.None),
            _ => new NameNode(start, "$" + name),
        };
    }
}
