namespace Sallyport.Shell.Code;

internal sealed partial class Evaluator
{
    private const int MaxLoopTurns = 256;
    private int loops;

    private int blocks;

    private Value Block(BlockNode node)
    {
        Value last = ConstantValue.None;
        blocks++;
        foreach (var statement in node.Statements)
        {
            // Functions first: what is defined further down can be called further up.
            if (statement is FunctionNode { Name: not null } function && dialect.Hoists) Function(function);
        }
        foreach (var statement in node.Statements)
        {
            if (frame.Stopped || !work.Step()) break;
            last = Evaluate(statement);
            if (blocks == 1) dialect.Left(statement, last, this);
        }
        blocks--;
        return last;
    }

    private Value Branch(BranchNode node)
    {
        if (node.Condition is not null && Truth(Evaluate(node.Condition)) is { } truth)
            return truth ? Evaluate(node.Then) : node.Otherwise is null ? ConstantValue.None : Evaluate(node.Otherwise);

        var before = Snapshot();
        var stopped = frame.Stopped;
        var result = Evaluate(node.Then);
        var thenStopped = frame.Stopped;
        var after = Snapshot();
        scope.Restore(before);
        frame.Stopped = stopped;
        var otherwise = node.Otherwise is null ? ConstantValue.None : Evaluate(node.Otherwise);
        var otherStopped = frame.Stopped;
        frame.Stopped = thenStopped && otherStopped;
        if (otherStopped && !thenStopped) scope.Restore(after);
        else if (!thenStopped) scope.Merge(after);
        return ChoiceValue.Of(result, otherwise);
    }

    private Dictionary<string, Value> Snapshot()
    {
        var snapshot = scope.Snapshot();
        for (var i = 0; i < snapshot.Count; i += 16) work.Step();
        return snapshot;
    }

    private ConstantValue Loop(LoopNode node)
    {
        var over = node.Over is null ? null : Evaluate(node.Over);
        var stopped = frame.Stopped;
        loops++;
        if (over is ListValue { Open: false } list && list.Items.Count <= MaxLoopTurns && !node.Keys)
        {
            foreach (var item in list.Items.ToArray())
            {
                if (!work.Step()) break;
                if (node.Target is not null) Bind(node.Target, item);
                Evaluate(node.Body);
                frame.Stopped = stopped;
            }
        }
        else
        {
            var before = Snapshot();
            // Twice, so that what the first turn leaves behind is seen by the second.
            for (var turn = 0; turn < (loops <= 3 ? 2 : 1); turn++)
            {
                if (node.Condition is not null && Truth(Evaluate(node.Condition)) is false) break;
                if (node.Target is not null) Bind(node.Target, Element(over, node.Keys));
                Evaluate(node.Body);
                frame.Stopped = stopped;
                scope.Merge(before);
            }
        }
        loops--;
        return ConstantValue.None;
    }

    /// <summary>Some element of what a loop goes over.</summary>
    public static Value Element(Value? over, bool keys = false) => over switch
    {
        null => UnknownValue.Nothing,
        ListValue list when !keys => Any(list),
        DictValue { Open: true, Origin: not Origin.None } dict => new UnknownValue("element of " + dict.Text) { Origin = dict.Origin },
        DictValue dict => Any(new ListValue([.. dict.Items.Keys.Take(MaxLoopTurns).Select(TextValue.Of)], dict.Open || dict.Items.Count > MaxLoopTurns)),
        ObjectValue { Type: "entries", Subject: { } subject } => subject,
        _ => new UnknownValue("element of " + over.Text) { Origin = over.Origin },
    };

    private Value Comprehension(ComprehensionNode node)
    {
        var over = Evaluate(node.Over);
        var saved = scope;
        scope = new Scope(saved);
        try
        {
            if (over is ListValue { Open: false } list && list.Items.Count <= ListValue.MaxItems)
            {
                var result = new ListValue([]);
                foreach (var item in list.Items.ToArray())
                {
                    if (!work.Step()) break;
                    Bind(node.Target, item);
                    var keep = node.Condition is null ? true : Truth(Evaluate(node.Condition));
                    if (keep is false) continue;
                    result.Add(Evaluate(node.Element));
                }
                return result;
            }
            Bind(node.Target, Element(over));
            if (node.Condition is not null) Evaluate(node.Condition);
            return new ListValue([Evaluate(node.Element)], true);
        }
        finally
        {
            scope = saved;
        }
    }

    private Value Return(ReturnNode node)
    {
        var value = node.Value is null ? ConstantValue.None : Evaluate(node.Value);
        frame.Returned = frame.Returned is null ? value : ChoiceValue.Of(frame.Returned, value);
        frame.Stopped = true;
        return value;
    }

    private ConstantValue Import(ImportNode node)
    {
        foreach (var name in node.Names)
        {
            dialect.Imported(name.Path, this);
            if (name.Name == "*") scope.AddWildcard(name.Path);
            else scope.Declare(name.Name, Symbol(name.Path));
        }
        return ConstantValue.None;
    }

    private Value Function(FunctionNode node)
    {
        Value value = new FunctionValue(node, scope);
        if (node.Name is not null && defined.Count < Work.MaxEffects) defined.Add((FunctionValue)value);
        if (node.Name is not null) scope.Declare(node.Name, value);
        foreach (var decorator in node.Decorators)
        {
            var by = Evaluate(decorator);
            if (by is not FunctionValue) CallBack((FunctionValue)value, node.Start);
            else value = Invoke((FunctionValue)by, Arguments.Of(value), node.Start);
        }
        return value;
    }

    private ClassValue Class(ClassNode node)
    {
        var bases = new List<Value>();
        foreach (var parent in node.Bases) bases.Add(Evaluate(parent));
        var saved = scope;
        var members = new Scope(saved);
        var type = new ClassValue(node, members, bases);
        if (node.Name.Length > 0) saved.Declare(node.Name, type);
        scope = members;
        Evaluate(node.Body);
        scope = saved;
        return type;
    }
}
