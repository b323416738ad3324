using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

internal sealed partial class PowerShellParser
{
    private BlockNode For(int start)
    {
        Space(lines: true);
        Accept('(');
        // Its three parts, taken as one block: what they assign and call is what counts.
        var head = Statements(')');
        return new BlockNode(start, [head, new LoopNode(start, null, null, null, Block())]);
    }

    private LoopNode ForEach(int start)
    {
        Accept('(');
        Space(lines: true);
        var target = Primary();
        Space(lines: true);
        if (PeekWord() == "in") at += 2;
        // One value is gone through as a list of one is: a text is no row of letters here.
        var over = new CallNode(start, new NameNode(start, "@"), [new(null, Statements(')'))]);
        return new LoopNode(start, target, over, null, Block());
    }

    private BlockNode Try(int start)
    {
        var all = new List<Node> { Block() };
        while (work.Step())
        {
            var back = at;
            Space(lines: true);
            var word = PeekWord();
            if (word is not ("catch" or "finally"))
            {
                at = back;
                break;
            }
            at += word.Length;
            while (!AtEnd && Now != '{') at++;
            var body = Block();
            all.Add(word == "finally" ? body : new BranchNode(at, null, body, null));
        }
        return new BlockNode(start, all);
    }

    private Node SwitchSubject()
    {
        Space();
        while (Now == '-' && work.Step())
        {
            while (!AtEnd && !char.IsWhiteSpace(Now)) at++;
            Space();
        }
        return Parenthesised();
    }

    private BlockNode SwitchBody()
    {
        var start = at;
        var all = new List<Node>();
        Space(lines: true);
        Accept('{');
        while (!AtEnd && work.Step())
        {
            Space(lines: true);
            if (Accept('}')) break;
            if (Now == '{') all.Add(new BranchNode(at, null, Block(), null));
            else if (Argument() is { } label) all.Add(label);
            else at++;
        }
        return new BlockNode(start, all);
    }

    private FunctionNode Function(int start)
    {
        Space();
        var name = new StringBuilder();
        while (!AtEnd && !char.IsWhiteSpace(Now) && Now is not ('(' or '{')) name.Append(text[at++]);
        Space(lines: true);
        var parameters = new List<Parameter>();
        if (Now == '(') parameters = Parameters();
        Space(lines: true);
        if (Accept('{'))
        {
            Space(lines: true);
            if (PeekWord() == "param")
            {
                at += 5;
                Space(lines: true);
                if (Now == '(') parameters = Parameters();
            }
            var key = name.ToString().ToLowerInvariant();
            if (key.LastIndexOf(':') is >= 0 and var colon) key = key[(colon + 1)..];
            return new FunctionNode(start, "function:" + key, parameters, Statements('}')) { ValueIsResult = true };
        }
        return new FunctionNode(start, "function:" + name, parameters, new BlockNode(start, []));
    }

    /// <summary>The variables of a parameter list; their types, attributes and defaults are passed over.</summary>
    private List<Parameter> Parameters()
    {
        var from = at;
        Skip('(', ')');
        var end = at;
        var result = new List<Parameter>();
        at = from + 1;
        while (at < end - 1 && work.Step())
        {
            if (Now == '[') Skip('[', ']');
            else if (Now == '$')
            {
                var name = Variable();
                Space(lines: true);
                Node? otherwise = Accept('=') ? Expression(0) : null;
                if (name is NameNode variable) result.Add(new Parameter(variable.Name, otherwise));
            }
            else at++;
        }
        at = end;
        return result;
    }
}
