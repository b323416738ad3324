using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

internal sealed partial class PowerShellParser
{
    private Node Trailers(Node node)
    {
        while (work.Step())
        {
            var start = at;
            if (Now == '.' && (char.IsLetter(Next) || Next is '_' or '$' or '"' or '\'' or '(') || (Now == ':' && Next == ':') || (Now == '?' && Next == '.'))
            {
                at += Now == '.' ? 1 : 2;
                node = Member(node, start);
            }
            else if (Now == '[')
            {
                at++;
                var key = Statements(']');
                node = new IndexNode(start, node, key);
            }
            else if (Now == '(' && node is MemberNode or IndexNode { Key: not null } && text[at - 1] is not (' ' or ']'))
            {
                at++;
                node = new CallNode(start, node, Arguments());
            }
            else if ((Now == '+' && Next == '+') || (Now == '-' && Next == '-' && !char.IsLetter(Next))) at += 2;
            else break;
        }
        return node;
    }

    private Node Member(Node target, int start)
    {
        if (Now is '$' or '"' or '\'' or '(')
        {
            var key = Now == '$' ? Variable() : Now == '(' ? Parenthesised() : Quoted();
            return new IndexNode(start, target, key);
        }
        var name = Identifier();
        if (Now != '(' && name is "fullname" or "path" or "pspath" or "providerpath") return target;
        return new MemberNode(start, target, MethodName(name));
    }

    /// <summary>.NET's names for what the shared methods know under another.</summary>
    private static string MethodName(string name) => name switch
    {
        "tolower" or "tolowerinvariant" => "lower",
        "toupper" or "toupperinvariant" => "upper",
        "tostring" => "toString",
        "tochararray" => "chars",
        "invoke" or "invokereturnasis" => "call",
        "add" => "append",
        _ => name,
    };

    private List<ArgumentNode> Arguments()
    {
        var result = new List<ArgumentNode>();
        while (work.Step())
        {
            Space(lines: true);
            if (AtEnd || Accept(')')) break;
            if (Accept(',')) continue;
            var before = at;
            result.Add(new ArgumentNode(null, Expression(9)));
            if (at == before) at++;
        }
        return result;
    }

    private Node Type()
    {
        var start = at++;
        var name = new StringBuilder();
        var level = 1;
        while (!AtEnd && level > 0)
        {
            var c = text[at++];
            if (c == '[') level++;
            else if (c == ']') level--;
            if (level > 0 && !char.IsWhiteSpace(c)) name.Append(char.ToLowerInvariant(c));
        }
        var type = name.ToString();
        if (type.StartsWith("system.", StringComparison.Ordinal)) type = type[7..];
        if (Now == ':' && Next == ':') return Trailers(new NameNode(start, "[" + type));
        Space();
        // A type before an operand is a cast; by itself it is a type.
        if (AtEnd || Now is ')' or '}' or ']' or '\n' or ';' or '|' or ',' or '=') return new NameNode(start, "[" + type);
        var operand = Unary();
        return type is "string" or "object" or "void" or "int" or "int32" or "array" or "string[]" or "object[]" or "bool" or "switch" or "uri" or "long" or "ref"
            ? operand
            : new CallNode(start, new NameNode(start, "[" + type), [new(null, operand)]);
    }

    private DictNode Hash(int start)
    {
        var pairs = new List<(Node? Key, Node Value)>();
        while (work.Step())
        {
            Space(lines: true);
            if (AtEnd || Accept('}')) break;
            var before = at;
            Node key = Now is '"' or '\'' ? Quoted() : Now == '$' ? Variable() : new LiteralNode(at, TextValue.Of(Identifier()));
            if (key is LiteralNode { Value.Known: { } name }) key = new LiteralNode(key.Start, TextValue.Of(name.ToLowerInvariant()));
            Space();
            if (Accept('=')) pairs.Add((key, Statement() ?? Nothing()));
            if (at == before) at++;
        }
        return new DictNode(start, pairs);
    }
}
