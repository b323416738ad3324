namespace Sallyport.Shell.Code;

internal sealed partial class Evaluator
{
    private Value Binary(BinaryNode node)
    {
        // Long chains lean to the left: walk down them instead of recursing.
        var chain = new Stack<BinaryNode>();
        Node at = node;
        while (at is BinaryNode next && work.Step())
        {
            chain.Push(next);
            at = next.Left;
        }
        if (at is BinaryNode) return UnknownValue.Nothing;
        var value = Evaluate(at);
        while (chain.TryPop(out var step)) value = Apply(step.Operator, value, step.Right);
        return value;
    }

    private Value Apply(string op, Value left, Node right)
    {
        switch (op)
        {
            case "or" or "||" or "??" or "//" when op != "//" || dialect.Language == CodeLanguage.Perl:
                var kept = Truth(left);
                if (kept is true) return left;
                var other = Evaluate(right);
                return kept is false ? other : ChoiceValue.Of(left, other);
            case "and" or "&&":
                var passed = Truth(left);
                if (passed is false) return left;
                other = Evaluate(right);
                return passed is true ? other : new UnknownValue("and") { Origin = left.Origin | other.Origin };
            case "," or ";":
                return Evaluate(right);
            case "|>":
                return Invoke(Evaluate(right), Arguments.Of(left), right.Start);
        }
        return Operators.Apply(op, left, Evaluate(right));
    }

    private Value Unary(UnaryNode node)
    {
        var value = Evaluate(node.Operand);
        return node.Operator switch
        {
            "not" or "!" => Truth(value) is { } truth ? (truth ? ConstantValue.False : ConstantValue.True) : new UnknownValue("not"),
            "-" when value is NumberValue number => new NumberValue(-number.Number),
            "+" or "await" or "yield" or "\\" or "&" or "*" or "@" or "throw" or "print" => value,
            "void" => ConstantValue.None,
            "~" when value is NumberValue number => new NumberValue(~(long)number.Number),
            _ => new UnknownValue(node.Operator) { Origin = value.Origin },
        };
    }
}
