namespace Sallyport.Shell.Code;

/// <summary>
/// A piece of a program. One small tree serves Python, JavaScript, Perl, Ruby, PHP and Lua: what matters here is which values
/// reach which calls, and in that they differ little.
/// </summary>
internal abstract class Node(int start)
{
    /// <summary>Where it stands in its text.</summary>
    public int Start => start;
}

/// <summary>A value written out: text, number, true, nothing.</summary>
internal sealed class LiteralNode(int start, Value value) : Node(start)
{
    public Value Value => value;
}

/// <summary>A variable, function, module or constant by its name.</summary>
internal sealed class NameNode(int start, string name) : Node(start)
{
    public string Name => name;
}

/// <summary><c>target.name</c></summary>
internal sealed class MemberNode(int start, Node target, string name) : Node(start)
{
    public Node Target => target;
    public string Name => name;
}

/// <summary><c>target[key]</c>; no key for a slice, whose value is not followed.</summary>
internal sealed class IndexNode(int start, Node target, Node? key) : Node(start)
{
    public Node Target => target;
    public Node? Key => key;
}

/// <summary><c>target[from:to:step]</c></summary>
internal sealed class SliceNode(int start, Node target, Node? from, Node? to, Node? step) : Node(start)
{
    public Node Target => target;
    public Node? From => from;
    public Node? To => to;
    public Node? Step => step;
}

/// <summary>One argument of a call, or one element of a list.</summary>
internal readonly record struct ArgumentNode(string? Name, Node Value, bool Spread = false);

/// <summary><c>callee(arguments)</c></summary>
internal sealed class CallNode(int start, Node callee, IReadOnlyList<ArgumentNode> arguments, bool construct = false) : Node(start)
{
    public Node Callee => callee;
    public IReadOnlyList<ArgumentNode> Arguments => arguments;

    /// <summary>True for <c>new X(…)</c>.</summary>
    public bool Construct => construct;
}

/// <summary>Two operands and an operator, as the language writes it.</summary>
internal sealed class BinaryNode(int start, string op, Node left, Node right) : Node(start)
{
    public string Operator => op;
    public Node Left => left;
    public Node Right => right;
}

/// <summary>One operand and an operator before it.</summary>
internal sealed class UnaryNode(int start, string op, Node operand) : Node(start)
{
    public string Operator => op;
    public Node Operand => operand;
}

/// <summary>Text with expressions in it; <see cref="Shell"/> where it is a command to be run (backticks).</summary>
internal sealed class TemplateNode(int start, IReadOnlyList<Node> parts, bool shell = false) : Node(start)
{
    public IReadOnlyList<Node> Parts => parts;
    public bool Shell => shell;
}

/// <summary>A list, tuple or array.</summary>
internal sealed class ListNode(int start, IReadOnlyList<ArgumentNode> items) : Node(start)
{
    public IReadOnlyList<ArgumentNode> Items => items;
}

/// <summary>A dictionary, hash or object. A pair without a key is spread.</summary>
internal sealed class DictNode(int start, IReadOnlyList<(Node? Key, Node Value)> pairs) : Node(start)
{
    public IReadOnlyList<(Node? Key, Node Value)> Pairs => pairs;
}

/// <summary><c>[element for target in over]</c></summary>
internal sealed class ComprehensionNode(int start, Node element, Node target, Node over, Node? condition) : Node(start)
{
    public Node Element => element;
    public Node Target => target;
    public Node Over => over;
    public Node? Condition => condition;
}

/// <summary>One of two values.</summary>
internal sealed class ChoiceNode(int start, Node condition, Node then, Node otherwise) : Node(start)
{
    public Node Condition => condition;
    public Node Then => then;
    public Node Otherwise => otherwise;
}

/// <summary>Something the grammar allows and this reader does not follow. Its parts are still evaluated.</summary>
internal sealed class OpaqueNode(int start, string what, params IReadOnlyList<Node> parts) : Node(start)
{
    public string What => what;
    public IReadOnlyList<Node> Parts => parts;
}
