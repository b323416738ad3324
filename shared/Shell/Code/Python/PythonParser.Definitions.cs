namespace Sallyport.Shell.Code;

internal sealed partial class PythonParser
{
    private Node? Decorated()
    {
        var decorators = new List<Node>();
        while (Accept("@") && Work.Step())
        {
            decorators.Add(Expression());
            while (Now.Kind == TokenKind.NewLine) Take();
        }
        AcceptName("async");
        return Now.IsName("def") ? Function(decorators) : new BlockNode(Now.Start, [.. decorators, .. One() is { } node ? (Node[])[node] : []]);
    }

    private FunctionNode Function(List<Node> decorators)
    {
        var start = Take().Start;
        var name = Now.Kind == TokenKind.Name ? Take().Text : "?";
        Accept("(");
        var parameters = Parameters(")");
        return new FunctionNode(start, name, parameters, Suite()) { Decorators = decorators };
    }

    private List<Parameter> Parameters(string close)
    {
        var result = new List<Parameter>();
        while (!AtEnd && !Now.Is(close) && Work.Step())
        {
            if (Accept(",") || Accept("/")) continue;
            var rest = Accept("*") || Accept("**");
            if (Now.Kind != TokenKind.Name)
            {
                if (!rest) Take();
                continue;
            }
            var name = Take().Text;
            if (close == ")" && Accept(":")) Expression(2);
            result.Add(new Parameter(name, Accept("=") ? Expression(2) : null, rest));
        }
        Accept(close);
        return result;
    }

    private ClassNode Class()
    {
        var start = Take().Start;
        var name = Take().Text;
        var bases = Accept("(") ? Arguments(")", Argument) : [];
        return new ClassNode(start, name, [.. bases.Select(b => b.Value)], Suite());
    }

    private ImportNode Import()
    {
        var start = Take().Start;
        var names = new List<Imported>();
        do
        {
            var path = Dotted();
            var first = path.Split('.')[0];
            names.Add(AcceptName("as") ? new Imported(path, Take().Text) : new Imported(first, first));
        }
        while (Accept(",") && Work.Step());
        return new ImportNode(start, names);
    }

    private string Dotted()
    {
        var path = "";
        while ((Now.Is(".") || Now.Is("...") || Now.Kind == TokenKind.Name) && !Now.IsName("import") && !Now.IsName("as"))
        {
            if (Now.Kind == TokenKind.Name && path.Length > 0 && path[^1] != '.') break;
            path += Take().Text;
            if (path.Length > 200) break;
        }
        return path;
    }

    private ImportNode From()
    {
        var start = Take().Start;
        var module = Dotted();
        AcceptName("import");
        Accept("(");
        var names = new List<Imported>();
        while (Now.Kind == TokenKind.Name || Now.Is("*") || Now.Is(","))
        {
            if (Accept(",")) continue;
            var name = Take().Text;
            names.Add(new Imported(name == "*" ? module : module + "." + name, AcceptName("as") ? Take().Text : name));
        }
        Accept(")");
        return new ImportNode(start, names);
    }
}
