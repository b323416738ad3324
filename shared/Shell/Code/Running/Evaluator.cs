namespace Sallyport.Shell.Code;

/// <summary>
/// Follows a program without running it: constants through assignments, operators, calls and both sides of a branch, and what the
/// known library calls would do with them. Whatever it cannot follow is an unknown value, which stays unknown where it is used.
/// </summary>
internal sealed partial class Evaluator(Dialect dialect, EffectSink sink, Work work)
{
    private readonly Scope global = new(null);
    private Frame frame = new();
    private Scope scope = new(null);

    /// <summary>One call that is under way.</summary>
    private sealed class Frame
    {
        public Value? Returned { get; set; }
        public bool Stopped { get; set; }
    }

    public EffectSink Sink => sink;
    public Work Work => work;
    public Dialect Dialect => dialect;
    public Scope Global => global;

    /// <summary>Marks the program as one that has a connection open to somewhere: what it then hands to a shell comes from there.</summary>
    public Value? Peer { get; set; }

    /// <summary>True inside a loop of the function that is followed.</summary>
    public bool InLoop => loops > 0;

    /// <summary>True once something was called that could be any function of the program.</summary>
    public bool AnythingMayBeCalled { get; set; }

    /// <summary>Follows the whole program.</summary>
    public void Run(string text)
    {
        scope = global;
        Evaluate(dialect.Parse(text, work));
        if (AnythingMayBeCalled) CallTheUncalled();
    }

    /// <summary>Follows code that the program makes as text and runs itself.</summary>
    public Value RunText(Value? text, string how, int position)
    {
        if (text is ChoiceValue choice)
        {
            Value? result = null;
            foreach (var option in choice.Options)
            {
                var one = RunText(option, how, position);
                result = result is null ? one : ChoiceValue.Of(result, one);
            }
            return result ?? UnknownValue.Nothing;
        }
        if (text is ObjectValue { Type: "code", Subject: { } source }) text = source;
        if (text is FunctionValue function) return Invoke(function, Arguments.None, position);
        if (text is UnknownValue { File: { } file }) text = sink.Content(file) ?? text;
        if (text?.Known is not { } known)
        {
            sink.NotKnown(text, how);
            sink.Unknown($"code given to {how}", position);
            return UnknownValue.Nothing;
        }
        if (!work.Enter()) return UnknownValue.Nothing;
        try
        {
            return Evaluate(dialect.Parse(known, work));
        }
        finally
        {
            work.Leave();
        }
    }

    /// <summary>A function whose body is given as text.</summary>
    public Value FunctionOf(Value? text, string how, int position, IEnumerable<Value>? parameters = null)
    {
        var names = new List<Parameter>();
        foreach (var value in parameters ?? [])
            foreach (var name in (value.Known ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) names.Add(new Parameter(name, null, false));
        if (text?.Known is { } known) return new FunctionValue(new FunctionNode(position, null, names, dialect.Parse(known, work)) { ValueIsResult = true }, global);
        return RunText(text, how, position);
    }

    /// <summary>The value of a node, and its effects into the sink.</summary>
    public Value Evaluate(Node node)
    {
        if (!work.Enter()) return UnknownValue.Nothing;
        try
        {
            return node switch
            {
                LiteralNode literal => literal.Value,
                NameNode name => Name(name.Name),
                MemberNode member => Member(member),
                IndexNode index => Index(index),
                SliceNode slice => Slice(slice),
                CallNode call => Call(call),
                BinaryNode binary => Binary(binary),
                UnaryNode unary => Unary(unary),
                TemplateNode template => Template(template),
                ListNode list => List(list),
                DictNode dict => Dict(dict),
                ComprehensionNode comprehension => Comprehension(comprehension),
                ChoiceNode choice => Choice(choice),
                AssignNode assign => Assign(assign),
                BlockNode block => Block(block),
                BranchNode branch => Branch(branch),
                LoopNode loop => Loop(loop),
                FunctionNode function => Function(function),
                ClassNode type => Class(type),
                ReturnNode result => Return(result),
                ImportNode import => Import(import),
                OpaqueNode opaque => Opaque(opaque),
                _ => UnknownValue.Nothing,
            };
        }
        finally
        {
            work.Leave();
        }
    }

    private UnknownValue Opaque(OpaqueNode node)
    {
        var origin = Origin.None;
        foreach (var part in node.Parts)
        {
            if (node.What == "global" && part is LiteralNode { Value.Known: { } shared }) scope.Share(shared);
            else origin |= Evaluate(part).Origin;
        }
        return new UnknownValue(node.What) { Origin = origin };
    }

    private Value Choice(ChoiceNode node)
    {
        var condition = Evaluate(node.Condition);
        if (Truth(condition) is { } truth) return Evaluate(truth ? node.Then : node.Otherwise);
        return ChoiceValue.Of(Evaluate(node.Then), Evaluate(node.Otherwise));
    }

    /// <summary>Whether a value counts as true; null where that is not known.</summary>
    public static bool? Truth(Value value) => value switch
    {
        ConstantValue constant => constant.Truth,
        NumberValue number => number.Number != 0,
        ListValue { Open: false } list => list.Items.Count > 0,
        TextValue { Known: { } text } => text.Length > 0,
        FunctionValue or ClassValue => true,
        _ => null,
    };

    private Value Template(TemplateNode node)
    {
        var pieces = new List<Piece>();
        var origin = Origin.None;
        foreach (var part in node.Parts)
        {
            var value = Evaluate(part);
            if (value is ChoiceValue && node.Parts.Count == 1 && !node.Shell) return value;
            origin |= value.Origin;
            pieces.AddRange(value is ListValue list ? list.Join(" ").Pieces : value.Text.Pieces);
        }
        var text = Operators.Bound(new Word(pieces), origin);
        if (!node.Shell) return text;
        sink.Shell(text, "backticks");
        return new UnknownValue("output of a command") { Origin = Origin.Process };
    }
}
