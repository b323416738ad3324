namespace Sallyport.Shell.Syntax;

/// <summary>Commands one after the other.</summary>
internal sealed class ListNode(IReadOnlyList<ListItem> items)
{
    public IReadOnlyList<ListItem> Items { get; } = items;
}

/// <summary>One member of a list: pipelines joined by <c>&amp;&amp;</c> and <c>||</c>, perhaps in the background.</summary>
internal sealed class ListItem(PipelineNode first, IReadOnlyList<ChainedPipeline> rest, bool background)
{
    public PipelineNode First { get; } = first;
    public IReadOnlyList<ChainedPipeline> Rest { get; } = rest;
    public bool Background { get; } = background;
}

/// <summary><c>&amp;&amp; pipeline</c> or <c>|| pipeline</c>.</summary>
internal readonly record struct ChainedPipeline(bool IfSucceeded, PipelineNode Pipeline);

/// <summary>Commands joined by <c>|</c>; one alone where there is no pipe.</summary>
internal sealed class PipelineNode(IReadOnlyList<CommandNode> commands, bool negated)
{
    public IReadOnlyList<CommandNode> Commands { get; } = commands;
    public bool Negated { get; } = negated;
}

/// <summary>A command of any kind.</summary>
internal abstract class CommandNode(int start, int end)
{
    public int Start { get; } = start;
    public int End { get; set; } = end;

    /// <summary>Redirections, in the order written.</summary>
    public IReadOnlyList<RedirectionNode> Redirections { get; set; } = [];
}

/// <summary>Assignments, a program and its arguments.</summary>
internal sealed class SimpleNode(IReadOnlyList<AssignmentNode> assignments, IReadOnlyList<WordNode> words, int start, int end) : CommandNode(start, end)
{
    public IReadOnlyList<AssignmentNode> Assignments { get; } = assignments;
    public IReadOnlyList<WordNode> Words { get; } = words;
}

/// <summary><c>{ …; }</c> or <c>( … )</c>.</summary>
internal sealed class GroupNode(ListNode body, bool subshell, int start, int end) : CommandNode(start, end)
{
    public ListNode Body { get; } = body;
    public bool Subshell { get; } = subshell;
}

/// <summary><c>if</c> with its <c>elif</c> branches.</summary>
internal sealed class IfNode(IReadOnlyList<IfBranch> branches, ListNode? otherwise, int start, int end) : CommandNode(start, end)
{
    public IReadOnlyList<IfBranch> Branches { get; } = branches;
    public ListNode? Otherwise { get; } = otherwise;
}

internal readonly record struct IfBranch(ListNode Condition, ListNode Body);

/// <summary><c>while</c> and <c>until</c>.</summary>
internal sealed class WhileNode(ListNode condition, ListNode body, bool until, int start, int end) : CommandNode(start, end)
{
    public ListNode Condition { get; } = condition;
    public ListNode Body { get; } = body;
    public bool Until { get; } = until;
}

/// <summary><c>for name in words</c> and <c>select</c>.</summary>
internal sealed class ForNode(string name, IReadOnlyList<WordNode>? words, ListNode body, bool select, int start, int end) : CommandNode(start, end)
{
    public string Name { get; } = name;

    /// <summary>The words; null where the loop is over the positional parameters.</summary>
    public IReadOnlyList<WordNode>? Words { get; } = words;
    public ListNode Body { get; } = body;
    public bool Select { get; } = select;
}

/// <summary><c>for ((a; b; c))</c></summary>
internal sealed class ArithmeticForNode(WordNode first, WordNode condition, WordNode next, ListNode body, int start, int end) : CommandNode(start, end)
{
    public WordNode First { get; } = first;
    public WordNode Condition { get; } = condition;
    public WordNode Next { get; } = next;
    public ListNode Body { get; } = body;
}

/// <summary><c>case word in …</c></summary>
internal sealed class CaseNode(WordNode subject, IReadOnlyList<CaseBranch> branches, int start, int end) : CommandNode(start, end)
{
    public WordNode Subject { get; } = subject;
    public IReadOnlyList<CaseBranch> Branches { get; } = branches;
}

/// <summary>How a branch of <c>case</c> ends.</summary>
internal enum CaseEnd : byte
{
    /// <summary><c>;;</c></summary>
    Leave,
    /// <summary><c>;&amp;</c>: the next body runs too.</summary>
    FallThrough,
    /// <summary><c>;;&amp;</c>: the next patterns are tried too.</summary>
    TryNext,
}

internal readonly record struct CaseBranch(IReadOnlyList<WordNode> Patterns, ListNode Body, CaseEnd End);

/// <summary>A function's definition.</summary>
internal sealed class FunctionNode(string name, CommandNode body, int start, int end) : CommandNode(start, end)
{
    public string Name { get; } = name;
    public CommandNode Body { get; } = body;
}

/// <summary><c>[[ … ]]</c></summary>
internal sealed class ConditionNode(ConditionExpression expression, int start, int end) : CommandNode(start, end)
{
    public ConditionExpression Expression { get; } = expression;
}

/// <summary><c>(( … ))</c></summary>
internal sealed class ArithmeticNode(WordNode expression, int start, int end) : CommandNode(start, end)
{
    public WordNode Expression { get; } = expression;
}

/// <summary><c>coproc [name] command</c></summary>
internal sealed class CoprocessNode(string name, CommandNode body, int start, int end) : CommandNode(start, end)
{
    public string Name { get; } = name;
    public CommandNode Body { get; } = body;
}

/// <summary>An expression inside <c>[[ ]]</c>. <see cref="Operator"/> is <c>!</c>, <c>&amp;&amp;</c>, <c>||</c>, a test's own, or empty for a lone word.</summary>
internal sealed class ConditionExpression(string op, WordNode? left, WordNode? right, ConditionExpression? first, ConditionExpression? second)
{
    public string Operator { get; } = op;
    public WordNode? Left { get; } = left;
    public WordNode? Right { get; } = right;
    public ConditionExpression? First { get; } = first;
    public ConditionExpression? Second { get; } = second;
}

/// <summary>How a redirection is written.</summary>
internal enum RedirectionOperator : byte
{
    Read, Write, Append, ReadWrite, DuplicateInput, DuplicateOutput, WriteBoth, AppendBoth, HereDocument, HereString,
}

/// <summary>A redirection as written.</summary>
internal sealed class RedirectionNode(RedirectionOperator op, int descriptor, string? variable)
{
    public RedirectionOperator Operator { get; } = op;

    /// <summary>The descriptor written before the operator, or the operator's own.</summary>
    public int Descriptor { get; } = descriptor;

    /// <summary>The variable of <c>{name}&gt;</c>, which gets the descriptor.</summary>
    public string? Variable { get; } = variable;

    /// <summary>The target; for a here-document its text, known once its line has ended.</summary>
    public WordNode Target { get; set; } = new([], -1, -1);

    /// <summary>The delimiter of a here-document.</summary>
    public string Delimiter { get; set; } = "";
    public bool DelimiterQuoted { get; set; }
    public bool StripTabs { get; set; }
}
