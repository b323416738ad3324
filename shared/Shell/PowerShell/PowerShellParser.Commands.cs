using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

internal sealed partial class PowerShellParser
{
    /// <summary>Pipelines joined by <c>&amp;&amp;</c> and <c>||</c>, which may or may not run.</summary>
    private Node Chain()
    {
        var node = Pipeline();
        while (work.Step())
        {
            Space();
            if (!(Now == '&' && Next == '&') && !(Now == '|' && Next == '|')) break;
            at += 2;
            Space(lines: true);
            node = new BlockNode(node.Start, [node, Pipeline()]);
        }
        if (Now == '&' && Next != '&') at++; // in the background
        return node;
    }

    private Node Pipeline()
    {
        if (!work.Enter()) return Nothing();
        try
        {
            var node = First();
            while (work.Step())
            {
                Space();
                // A pipe at the start of the next line goes on with this one.
                var ahead = at;
                while (ahead < text.Length && char.IsWhiteSpace(text[ahead])) ahead++;
                if (ahead < text.Length && text[ahead] == '|' && (ahead + 1 >= text.Length || text[ahead + 1] != '|')) at = ahead;
                else break;
                at++;
                Space(lines: true);
                node = CommandNode(node);
            }
            return node;
        }
        finally
        {
            work.Leave();
        }
    }

    private Node First()
    {
        Space(lines: true);
        if (!StartsExpression()) return CommandNode(null);
        var value = Expression(0);
        Space();
        if (Assignment() is { } op)
        {
            Space(lines: true);
            return new AssignNode(value.Start, value, Statement() ?? Nothing(), op);
        }
        return Redirected(value);
    }

    private string? Assignment()
    {
        foreach (var op in (ReadOnlySpan<string>)["??=", "+=", "-=", "*=", "/=", "%=", "="])
        {
            if (string.CompareOrdinal(text, at, op, 0, op.Length) != 0) continue;
            at += op.Length;
            return op;
        }
        return null;
    }

    private bool StartsExpression() =>
        Now is '$' or '"' or '\'' or '(' or '{' or '!' or ',' or '+' or '\u2018' or '\u201c'
        || (Now == '@' && Next is '(' or '{' or '\'' or '"')
        || (Now == '[' && (char.IsLetter(Next) || Next == '('))
        || (Now == '-' && !char.IsLetter(Next))
        || (Now == '-' && PeekOperator() is "-not" or "-join" or "-split" or "-bnot")
        || (char.IsAsciiDigit(Now) && IsNumber());

    private bool IsNumber()
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '.')) end++;
        return end >= text.Length || text[end] is ' ' or '\t' or '\n' or '\r' or ';' or ')' or '}' or '|' or '+' or '-' or '*' or '/' or '%' or ',' or ']' or '.';
    }

    /// <summary>A command: its name, then its arguments until the pipeline or the statement ends.</summary>
    private Node CommandNode(Node? input)
    {
        var start = at;
        var arguments = new List<ArgumentNode> { new(null, input ?? new LiteralNode(start, ConstantValue.None)) };
        var called = Now is '&' or '.' && Next is not ('\\' or '/' or '.');
        if (called)
        {
            at++;
            Space();
            arguments.Add(new ArgumentNode(null, StartsExpression() && !(Now == '$' && VariableInWord()) ? Primary() : BareWord()));
        }
        else if (StartsExpression()) arguments.Add(new ArgumentNode(null, Primary()));
        else arguments.Add(new ArgumentNode(null, BareWord()));

        if (arguments[1].Value is LiteralNode { Value.Known: "--%" }) return Nothing();
        var redirections = new List<(Node File, bool Appends)>();
        while (work.Step())
        {
            Space();
            if (EndsCommand()) break;
            var before = at;
            if (Redirection() is { } target)
            {
                if (target is not OpaqueNode) redirections.Add((target, appends));
            }
            else if (Parameter() is { } parameter) arguments.Add(new ArgumentNode(null, parameter));
            else if (Now == '@' && char.IsLetter(Next))
            {
                at++;
                arguments.Add(new ArgumentNode(null, new NameNode(at, "$" + Identifier()), true));
            }
            else if (Argument() is { } argument) arguments.Add(new ArgumentNode(null, argument));
            if (at == before) at++;
        }
        Node node = new CallNode(start, new NameNode(start, Command), arguments);
        foreach (var (file, adds) in redirections) node = ToFile(node, file, adds);
        return node;
    }

    /// <summary>True when the redirection just read adds to its file.</summary>
    private bool appends;

    private bool EndsCommand() => AtEnd || Now is '\n' or ';' or '|' or ')' or '}' || (Now == '&' && (Next == '&' || Next is ' ' or '\n' or '\0' or ';'));

    /// <summary>A redirection's file; an opaque node where it has none; null where this is no redirection.</summary>
    private Node? Redirection()
    {
        var look = at;
        if (look < text.Length && (text[look] == '*' || char.IsAsciiDigit(text[look]))) look++;
        if (look >= text.Length || text[look] != '>' || (look > at && text[at] != '*' && text[at] is < '1' or > '6')) return null;
        at = look + 1;
        appends = Accept('>');
        if (Accept('&'))
        {
            at++;
            return Nothing();
        }
        Space();
        return Argument() ?? Nothing();
    }

    private Node Redirected(Node node)
    {
        Space();
        return Now == '>' && Redirection() is { } file and not OpaqueNode
            ? ToFile(node, file, appends)
            : node;
    }

    private static CallNode ToFile(Node node, Node file, bool adds) =>
        new(node.Start, new NameNode(node.Start, Redirect), [new(null, node), new(null, file), new(null, new LiteralNode(node.Start, adds ? ConstantValue.True : ConstantValue.None))]);

    /// <summary><c>-Name</c> or <c>-Name:</c>, as a command is given it.</summary>
    private Node? Parameter()
    {
        if (Now is not ('-' or '\u2013' or '\u2014') || !(char.IsLetter(Next) || Next == '?')) return null;
        var start = at++;
        while (!AtEnd && (char.IsLetterOrDigit(Now) || Now is '_' or '?' or '-' || (Now == '`' && char.IsLetter(Next)))) at++;
        var name = text[(start + 1)..at].Replace("`", "", StringComparison.Ordinal);
        var attached = Now == ':' && Next is not ('\\' or '/');
        if (attached) at++;
        else if (!AtEnd && !char.IsWhiteSpace(Now) && !EndsCommand() && Now != ',')
        {
            at = start; // -x=y and the like are words
            return null;
        }
        return new LiteralNode(start, new ParameterValue(name, attached));
    }

    /// <summary>One argument, or several with commas: a list.</summary>
    private Node? Argument()
    {
        var first = OneArgument();
        Space();
        if (first is null || Now != ',') return first;
        var items = new List<ArgumentNode> { new(null, first) };
        while (Accept(',') && work.Step())
        {
            Space(lines: true);
            if (OneArgument() is { } next) items.Add(new ArgumentNode(null, next));
            Space();
        }
        return new ListNode(first.Start, items);
    }

    private Node? OneArgument()
    {
        if (EndsCommand()) return null;
        if (Now is '"' or '\'' or '(' or '{' or '\u2018' or '\u201c' || (Now == '@' && Next is '(' or '{' or '\'' or '"')
            || (Now == '$' && (Next is '(' or '{' or '_' || char.IsLetter(Next)) && !VariableInWord()))
        {
            var value = Primary();
            // "a"b and $(x)\y go on as one word.
            return AtEnd || char.IsWhiteSpace(Now) || EndsCommand() || Now is ',' ? value : new TemplateNode(value.Start, [value, BareWord()]);
        }
        return BareWord();
    }

    private bool VariableInWord()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or ':' or '{' or '}')) end++;
        return end < text.Length && text[end] is '\\' or '/' or '-' or '*';
    }
}
