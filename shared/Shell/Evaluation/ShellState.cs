using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

/// <summary>Where control goes after a command.</summary>
internal enum Flow : byte { Normal, Exit, Return, Break, Continue }

/// <summary>All a shell remembers between two commands.</summary>
internal sealed class ShellState
{
    public Dictionary<string, Variable> Variables { get; private init; } = new(StringComparer.Ordinal);
    public Dictionary<string, IReadOnlyList<FunctionNode>> Functions { get; private init; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Aliases { get; private init; } = new(StringComparer.Ordinal);
    public Dictionary<int, Input> Descriptors { get; private init; } = [];

    /// <summary>The directories it may be in; a null is an unknown one.</summary>
    public IReadOnlyList<string?> Directories { get; set; } = [null];

    /// <summary>The directories it is in if the <c>cd</c> just made has failed.</summary>
    public IReadOnlyList<string?>? DirectoriesOnFailure { get; set; }
    public List<string?> DirectoryStack { get; private init; } = [];

    /// <summary>Variables set here that programs take orders from, where they are exported.</summary>
    public string[] Orders { get; set; } = [];

    /// <summary>The last word of the command before this one: <c>$_</c>.</summary>
    public Word? LastWord { get; set; }

    /// <summary>Functions that child shells are given (<c>export -f</c>).</summary>
    public string[] ExportedFunctions { get; set; } = [];

    /// <summary>True where every variable that is set is exported (<c>set -a</c>).</summary>
    public bool ExportsAll { get; set; }

    /// <summary>The file <c>exec</c> has sent the output to, where it is known.</summary>
    public string? OutputFile { get; set; }

    /// <summary>Positional parameters from <c>$1</c>.</summary>
    public IReadOnlyList<Word> Arguments { get; set; } = [];

    /// <summary>False where more may follow than <see cref="Arguments"/> holds.</summary>
    public bool ArgumentsComplete { get; set; } = true;
    public Word Name { get; set; } = Word.Unknown("$0");

    /// <summary>The last exit status; null where unknown.</summary>
    public int? Status { get; set; }
    public Flow Flow { get; set; }
    public int FlowLevels { get; set; }
    public List<string> Traps { get; private init; } = [];
    public bool NoGlob { get; set; }
    public bool NoBraces { get; set; }

    /// <summary>True once <c>exec</c> has sent the output elsewhere: no substitution captures it.</summary>
    public bool OutputRedirected { get; set; }
    public StandardInput Input { get; set; } = new(Shell.Input.Inherited);

    /// <summary>A copy for a subshell or a branch.</summary>
    public ShellState Fork(WorkBudget budget)
    {
        budget.Expand(Variables.Count + Functions.Count + Aliases.Count + DirectoryStack.Count + Traps.Count + Descriptors.Count + 8);
        return new ShellState
        {
            Variables = new(Variables, StringComparer.Ordinal),
            Functions = Functions.Count == 0 ? new(StringComparer.Ordinal) : new(Functions, StringComparer.Ordinal),
            Aliases = Aliases.Count == 0 ? new(StringComparer.Ordinal) : new(Aliases, StringComparer.Ordinal),
            Descriptors = Descriptors.Count == 0 ? [] : new(Descriptors),
            Directories = Directories,
            DirectoriesOnFailure = DirectoriesOnFailure,
            DirectoryStack = [.. DirectoryStack],
            Arguments = Arguments,
            ArgumentsComplete = ArgumentsComplete,
            Name = Name,
            Status = Status,
            Flow = Flow,
            FlowLevels = FlowLevels,
            Traps = [.. Traps],
            NoGlob = NoGlob,
            Orders = Orders,
            ExportedFunctions = ExportedFunctions,
            LastWord = LastWord,
            ExportsAll = ExportsAll,
            OutputFile = OutputFile,
            NoBraces = NoBraces,
            OutputRedirected = OutputRedirected,
            Input = Input,
        };
    }

    /// <summary>What may be after either of two branches that both go on.</summary>
    public static ShellState Merge(ShellState a, ShellState b, WorkBudget budget)
    {
        if (ReferenceEquals(a, b)) return a;
        budget.Expand(a.Variables.Count + b.Variables.Count);
        foreach (var (name, variable) in b.Variables)
            a.Variables[name] = a.Variables.TryGetValue(name, out var mine) ? Variable.Merge(mine, variable) : Variable.Merge(Variable.Of(ShellValue.Inherited), variable);
        foreach (var name in a.Variables.Keys.ToArray())
            if (!b.Variables.ContainsKey(name)) a.Variables[name] = Variable.Merge(a.Variables[name], Variable.Of(ShellValue.Inherited));
        foreach (var (name, bodies) in b.Functions)
            if (!a.Functions.TryGetValue(name, out var mine)) a.Functions[name] = Either(NotDefined, bodies, budget);
            else if (!ReferenceEquals(mine, bodies)) a.Functions[name] = Either(mine, bodies, budget);
        if (a.Functions.Count > b.Functions.Count)
            foreach (var (name, bodies) in a.Functions.ToArray())
                if (!b.Functions.ContainsKey(name)) a.Functions[name] = Either(bodies, NotDefined, budget);
        foreach (var (name, text) in b.Aliases) a.Aliases.TryAdd(name, text);
        foreach (var trap in b.Traps)
            if (!a.Traps.Contains(trap)) a.Traps.Add(trap);
        if (!ReferenceEquals(a.Directories, b.Directories))
        {
            var union = a.Directories.Union(b.Directories).ToArray();
            a.Directories = union.Length > Variable.MostValues ? [null] : union;
        }
        if (a.Status != b.Status) a.Status = null;
        if (!a.Arguments.SequenceEqual(b.Arguments)) (a.Arguments, a.ArgumentsComplete) = ([], false);
        a.ArgumentsComplete &= b.ArgumentsComplete;
        a.OutputRedirected |= b.OutputRedirected;
        a.NoGlob &= b.NoGlob;
        a.ExportsAll |= b.ExportsAll;
        if (a.LastWord is null || !a.LastWord.Equals(b.LastWord)) a.LastWord = null;
        if (a.OutputFile != b.OutputFile) a.OutputFile = null;
        if (!ReferenceEquals(a.ExportedFunctions, b.ExportedFunctions)) a.ExportedFunctions = [.. a.ExportedFunctions.Union(b.ExportedFunctions)];
        if (!ReferenceEquals(a.Orders, b.Orders)) a.Orders = [.. a.Orders.Union(b.Orders)];
        return a;
    }

    /// <summary>Stands among the bodies of a function that may not be one at all.</summary>
    public static readonly FunctionNode Undefined = new("", new GroupNode(new ListNode([]), false, -1, -1), -1, -1);

    private static readonly IReadOnlyList<FunctionNode> NotDefined = [Undefined];

    private static IReadOnlyList<FunctionNode> Either(IReadOnlyList<FunctionNode> a, IReadOnlyList<FunctionNode> b, WorkBudget budget)
    {
        List<FunctionNode> either = [.. a.Union(b)];
        // A function that may be anyone of many is called as each of them: that has an end.
        if (either.Count > Variable.MostValues) budget.Exhaust();
        return either;
    }

    /// <summary>True where nothing that a loop could depend on differs.</summary>
    public bool Same(ShellState other, WorkBudget budget)
    {
        budget.Expand(Variables.Count + 1);
        if (Variables.Count != other.Variables.Count || !Directories.SequenceEqual(other.Directories) || !Arguments.SequenceEqual(other.Arguments)) return false;
        foreach (var (name, variable) in Variables)
        {
            if (!other.Variables.TryGetValue(name, out var theirs)) return false;
            if (!ReferenceEquals(variable, theirs) && !Same(variable.Values, theirs.Values)) return false;
        }
        return true;
    }

    /// <summary>Forgets what differs from <paramref name="earlier"/>: it may be anything after more turns of a loop.</summary>
    public void Widen(ShellState earlier)
    {
        foreach (var (name, variable) in Variables.ToArray())
            if (!earlier.Variables.TryGetValue(name, out var before) || !Same(variable.Values, before.Values))
                Variables[name] = variable with { Values = [Told(variable) ?? ShellValue.Inherited] };
        if (!Directories.SequenceEqual(earlier.Directories)) Directories = [null];
        if (!Arguments.SequenceEqual(earlier.Arguments)) (Arguments, ArgumentsComplete) = ([], false);
    }

    // What was put together in a loop from what was fetched is that still.
    private static ShellValue? Told(Variable variable)
    {
        foreach (var value in variable.Values)
            if (value is ScalarValue { Text.IsKnown: false } scalar && Origin.Telling(scalar.Text) is { } piece) return ShellValue.Of(Word.Unknown(piece));
        return null;
    }

    private static bool Same(IReadOnlyList<ShellValue> a, IReadOnlyList<ShellValue> b)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            if (!a[i].Same(b[i])) return false;
        return true;
    }
}
