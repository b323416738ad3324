namespace Sallyport.Shell.Code;

/// <summary><c>target = value</c>, and with an operator <c>target op= value</c>.</summary>
internal sealed class AssignNode(int start, Node target, Node value, string op = "=") : Node(start)
{
    public Node Target => target;
    public Node Value => value;
    public string Operator => op;
}

/// <summary>Statements one after another. <see cref="Scope"/> where names inside are not seen outside.</summary>
internal sealed class BlockNode(int start, IReadOnlyList<Node> statements) : Node(start)
{
    public IReadOnlyList<Node> Statements => statements;
}

/// <summary>Runs one of two blocks, or perhaps none: <c>if</c>, <c>case</c>, <c>except</c>.</summary>
internal sealed class BranchNode(int start, Node? condition, Node then, Node? otherwise) : Node(start)
{
    public Node? Condition => condition;
    public Node Then => then;
    public Node? Otherwise => otherwise;
}

/// <summary>A loop over something, or while something holds.</summary>
internal sealed class LoopNode(int start, Node? target, Node? over, Node? condition, Node body) : Node(start)
{
    public Node? Target => target;
    public Node? Over => over;
    public Node? Condition => condition;
    public Node Body => body;

    /// <summary>True where the target takes the keys rather than the values.</summary>
    public bool Keys { get; init; }
}

/// <summary>A parameter of a function.</summary>
internal readonly record struct Parameter(string Name, Node? Default, bool Rest = false);

/// <summary>A function, method, lambda or block.</summary>
internal sealed class FunctionNode(int start, string? name, IReadOnlyList<Parameter> parameters, Node body) : Node(start)
{
    public string? Name => name;
    public IReadOnlyList<Parameter> Parameters => parameters;
    public Node Body => body;

    /// <summary>Applied to the function where it is defined (<c>@task</c>): whatever they are, they may call it.</summary>
    public IReadOnlyList<Node> Decorators { get; init; } = [];

    /// <summary>True where the value of the body, without a return, is what a call gives.</summary>
    public bool ValueIsResult { get; init; }

    /// <summary>True for <c>*</c>-functions and <c>async</c> ones: called, they may not run at once.</summary>
    public bool OwnScope { get; init; } = true;
}

/// <summary>A class with its methods.</summary>
internal sealed class ClassNode(int start, string name, IReadOnlyList<Node> bases, Node body) : Node(start)
{
    public string Name => name;
    public IReadOnlyList<Node> Bases => bases;
    public Node Body => body;
}

/// <summary><c>return value</c></summary>
internal sealed class ReturnNode(int start, Node? value) : Node(start)
{
    public Node? Value => value;
}

/// <summary>One name brought in by an import.</summary>
/// <param name="Path">What it stands for: <c>os.path</c>, <c>fs.rmSync</c>.</param>
/// <param name="Name">The name it gets here; <c>*</c> for every public name of it.</param>
internal readonly record struct Imported(string Path, string Name);

/// <summary>An import.</summary>
internal sealed class ImportNode(int start, IReadOnlyList<Imported> names) : Node(start)
{
    public IReadOnlyList<Imported> Names => names;
}
