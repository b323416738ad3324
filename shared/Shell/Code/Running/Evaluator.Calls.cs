namespace Sallyport.Shell.Code;

internal sealed partial class Evaluator
{
    private const int MaxCallDepth = 16;
    private const int MaxUnknownCalls = 12;

    private readonly List<FunctionValue> defined = [];
    private readonly Dictionary<FunctionNode, int> calls = [];
    private readonly List<FunctionNode> active = [];

    private Value Call(CallNode node)
    {
        var callee = node.Callee is MemberNode member ? Member(Evaluate(member.Target), member.Name) : Evaluate(node.Callee);
        return Invoke(callee, Evaluate(node.Arguments), node.Start);
    }

    private Arguments Evaluate(IReadOnlyList<ArgumentNode> nodes)
    {
        var result = new Arguments();
        foreach (var node in nodes)
        {
            var value = Evaluate(node.Value);
            if (node.Name is not null) result.Named[node.Name] = value;
            else if (!node.Spread) result.Positional.Add(value);
            else if (value is ListValue { Open: false } list) result.Positional.AddRange(list.Items);
            else if (value is DictValue { Open: false } dict)
                foreach (var (name, one) in dict.Items) result.Named[name] = one;
            else result.Open = true;
        }
        return result;
    }

    /// <summary>Calls whatever a value stands for.</summary>
    public Value Invoke(Value callee, Arguments arguments, int position)
    {
        if (!work.Enter()) return UnknownValue.Nothing;
        try
        {
            return callee switch
            {
                FunctionValue function => Invoke(function, arguments, position),
                SymbolValue symbol => Invoke(symbol, arguments, position),
                ClassValue type => Construct(type, arguments, position),
                BoundValue bound => Invoke(bound, arguments, position),
                ChoiceValue choice => Invoke(choice, arguments, position),
                TextValue { Known: { } name } when dialect.TextsCall && name.Length > 0 => Invoke(scope.Find(name) ?? dialect.Unbound(name, this), arguments, position),
                _ => NotKnown(callee, arguments, position),
            };
        }
        finally
        {
            work.Leave();
        }
    }

    private Value Invoke(ChoiceValue choice, Arguments arguments, int position)
    {
        Value? result = null;
        foreach (var option in choice.Options)
        {
            var one = Invoke(option, arguments, position);
            result = result is null ? one : ChoiceValue.Of(result, one);
        }
        return result ?? UnknownValue.Nothing;
    }

    private Value Invoke(SymbolValue symbol, Arguments arguments, int position)
    {
        if (symbol.Path.EndsWith(".?", StringComparison.Ordinal))
        {
            var module = symbol.Path[..^2];
            if (dialect.Dangerous(module)) sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, symbol.Path, false), "dynamic-call");
            sink.Unknown($"function of {module} picked at run time", position);
            AnythingMayBeCalled |= module is "globals" or "locals";
            return NotKnown(symbol, arguments, position);
        }
        return dialect.Call(symbol.Path, arguments, this, position) ?? NotKnown(symbol, arguments, position);
    }

    private Value Invoke(BoundValue bound, Arguments arguments, int position)
    {
        if (bound.Target is ObjectValue made)
        {
            if (dialect.Call(made, bound.Name, arguments, this, position) is { } result) return result;
            if (made.Class is not null) CallMethods(made, position);
        }
        if (bound.Target is TextValue or ListValue && dialect.CallOn(bound.Target, bound.Name, arguments, this, position) is { } done) return done;
        // Every function's own constructor makes functions of text.
        if (bound.Name == "constructor" && dialect.Language == CodeLanguage.JavaScript && arguments.Count > 0 && arguments.Positional[^1] is TextValue code) return FunctionOf(code, "constructor", position);
        if (bound.Target is ClassValue type)
        {
            if (bound.Name is "new") return Construct(type, arguments, position);
            CallMethods(new ObjectValue(type.Node.Name, type), position);
        }
        if (bound.Target is not ObjectValue { Class: null }) UnknownMethods.Query(bound.Name, arguments[0], this);
        if (bound.Target is not ObjectValue { Class: not null }) UnknownMethods.Drops(bound.Name, arguments[0], this);
        if (Methods.Call(bound.Target, bound.Name, arguments, this, position) is { } value) return value;
        if (bound.Target is UnknownValue) CallByName(bound.Name, arguments, position);
        return NotKnown(bound, arguments, position);
    }

    /// <summary>A call into what is not known: whatever functions it was given, it may call.</summary>
    public Value NotKnown(Value callee, Arguments arguments, int position)
    {
        for (var i = 0; i < arguments.Positional.Count; i++) HandOver(arguments.Positional[i], Handed(arguments, i + 1), position);
        foreach (var value in arguments.Named.Values) HandOver(value, Handed(arguments, 0), position);
        if (arguments.Named.ContainsKey("shell") && arguments.Flag("shell") && arguments[0] is TextValue) sink.Shell(arguments[0], "shell=True");
        return new UnknownValue(callee.Text + "()") { Origin = callee.Origin | arguments.Origin };
    }

    /// <summary>
    /// A function that was handed to something with what it is to be given: <c>Thread(target=f, args=(x,))</c>, <c>submit(f, x)</c>.
    /// One of the language's own is called only so: what it does without arguments is nothing.
    /// </summary>
    public void HandOver(Value value, Arguments given, int position)
    {
        if (value is FunctionValue function && given.Count > 0) Invoke(function, given, position);
        else if (value is FunctionValue) CallBack(value, position);
        else if (value is SymbolValue symbol && given.Count > 0 && work.Enter())
        {
            dialect.Call(symbol.Path, given, this, position);
            work.Leave();
        }
    }

    private static Arguments Handed(Arguments arguments, int from)
    {
        var given = new Arguments { Open = arguments.Open };
        if (arguments.Named.GetValueOrDefault("args") is { } named) Add(given, named);
        else
            foreach (var value in arguments.Positional.Skip(from)) Add(given, value);
        return given;

        static void Add(Arguments given, Value value)
        {
            if (value is ListValue list) given.Positional.AddRange(list.Items);
            else given.Positional.Add(value);
        }
    }

    /// <summary>Calls a function that was handed to something, with what nobody knows.</summary>
    public Value? CallBack(Value? value, int position, Value? with = null)
    {
        if (value is BoundValue or SymbolValue && with is not null) return Invoke(value, Arguments.Of(with), position);
        if (value is not FunctionValue function) return null;
        var arguments = with is null ? new Arguments { Open = true } : Arguments.Of(with);
        return Invoke(function, arguments, position);
    }

    private Value Invoke(FunctionValue function, Arguments arguments, int position)
    {
        var node = function.Node;
        calls.TryGetValue(node, out var count);
        calls[node] = count + 1;
        if (active.Count >= MaxCallDepth || active.Count(n => ReferenceEquals(n, node)) > 1) return new UnknownValue((node.Name ?? "function") + "()");
        if (count > MaxUnknownCalls && !arguments.Positional.Exists(a => a is TextValue or ListValue or NumberValue))
            return new UnknownValue((node.Name ?? "function") + "()") { Origin = arguments.Origin };

        var savedScope = scope;
        var savedFrame = frame;
        var savedLoops = loops;
        scope = new Scope(function.Scope);
        frame = new Frame();
        loops = 0;
        active.Add(node);
        try
        {
            BindParameters(function, arguments);
            var value = Evaluate(node.Body);
            var result = frame.Returned;
            if (result is null) return node.ValueIsResult ? value : ConstantValue.None;
            return node.ValueIsResult && !frame.Stopped ? ChoiceValue.Of(result, value) : result;
        }
        finally
        {
            active.RemoveAt(active.Count - 1);
            scope = savedScope;
            frame = savedFrame;
            loops = savedLoops;
        }
    }

    private void BindParameters(FunctionValue function, Arguments arguments)
    {
        var parameters = function.Node.Parameters;
        var next = 0;
        if (dialect.ArgumentList is { } all) scope.Declare(all, new ListValue([.. arguments.Positional], arguments.Open));
        if (function.Self is not null && dialect.SelfName is { } self) scope.Declare(self, function.Self);
        else if (function.Self is not null && parameters.Count > 0)
        {
            scope.Declare(parameters[0].Name, function.Self);
            next = 1;
        }
        for (var (i, given) = (next, 0); i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            if (parameter.Rest)
            {
                scope.Declare(parameter.Name, new ListValue([.. arguments.Positional.Skip(given)], arguments.Open));
                continue;
            }
            var value = arguments.Named.GetValueOrDefault(parameter.Name)
                ?? arguments[given]
                ?? (parameter.Default is null ? new UnknownValue(parameter.Name) : Evaluate(parameter.Default));
            given++;
            if (parameter.Default is ListNode or DictNode && parameter.Name.StartsWith('{')) Bind(parameter.Default, value);
            else scope.Declare(parameter.Name, value);
        }
    }

    private ObjectValue Construct(ClassValue type, Arguments arguments, int position)
    {
        var made = new ObjectValue(type.Node.Name, type);
        if (Method(type, dialect.Constructor, made, 0) is { } constructor) Invoke(constructor, arguments, position);
        foreach (var parent in type.Bases)
            if (parent is SymbolValue symbol) dialect.Inherited(made, symbol.Path, arguments, this, position);
        return made;
    }

    /// <summary>A method the class does not show is called: it may end in any that it does.</summary>
    private void CallMethods(ObjectValue made, int position)
    {
        foreach (var (name, member) in made.Class!.Members.Names.ToArray())
        {
            if (member is not FunctionValue function || calls.ContainsKey(function.Node) || name == dialect.Constructor) continue;
            Invoke(new FunctionValue(function.Node, function.Scope, made), new Arguments { Open = true }, position);
        }
    }

    /// <summary>A method of an unknown object: it may be any of the program's own of that name.</summary>
    private void CallByName(string name, Arguments arguments, int position)
    {
        for (var i = 0; i < defined.Count && work.Step(); i++)
        {
            if (defined[i].Node.Name != name || calls.GetValueOrDefault(defined[i].Node) > 2) continue;
            Invoke(new FunctionValue(defined[i].Node, defined[i].Scope, UnknownValue.Nothing), arguments, position);
        }
    }

    private void CallTheUncalled()
    {
        for (var i = 0; i < defined.Count && work.Step(); i++)
            if (!calls.ContainsKey(defined[i].Node)) Invoke(defined[i], new Arguments { Open = true }, defined[i].Node.Start);
    }
}
