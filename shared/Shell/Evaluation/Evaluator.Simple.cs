using Sallyport.Shell.Commands.Carried;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>A simple command with everything expanded.</summary>
    private sealed record Expanded(
        List<Field> Fields, List<Assignment> Assignments, List<Assignment> Declared, Opened Opened,
        string? Directory, List<KeyValuePair<string, Input>> Feeds, List<ProcessPart> Consumers);

    /// <summary>The status of the last command substitution in the command expanded now; what an assignment alone returns.</summary>
    private (bool Any, int? Status) _substituted;

    private readonly List<string> _activeAliases = [];

    /// <summary>True while the words of <c>declare -A</c> are expanded: the subscripts in them are plain text.</summary>
    private bool _declaringMap;

    private void RunSimple(SimpleNode node)
    {
        if (node.Words.Count > 0 && _state.Aliases.Count > 0 && node.Words[0].Bare is { } bare
            && _state.Aliases.TryGetValue(bare, out var alias) && !_activeAliases.Contains(bare) && Replace(alias, node) is { } replaced)
        {
            // Whether aliases act depends on the shell: both are walked.
            _activeAliases.Add(bare);
            Branch(2, way =>
            {
                if (way == 0) RunList(replaced);
                else RunExpanded(node);
            });
            _activeAliases.Remove(bare);
            return;
        }
        RunExpanded(node);
    }

    private ListNode? Replace(string alias, SimpleNode node)
    {
        var parsed = ShellParser.Parse(alias, _budget, -1);
        if (parsed.Error is not null || parsed.List.Items is not [.., { } last] || _budget.Exhausted) return null;
        var pipeline = last.Rest.Count > 0 ? last.Rest[^1].Pipeline : last.First;
        if (pipeline.Commands[^1] is not SimpleNode tail) return parsed.List;
        var joined = new SimpleNode([.. node.Assignments, .. tail.Assignments], [.. tail.Words, .. node.Words.Skip(1)], node.Start, node.End)
        {
            Redirections = [.. tail.Redirections, .. node.Redirections],
        };
        var replaced = new PipelineNode([.. pipeline.Commands.SkipLast(1), joined], pipeline.Negated);
        var item = last.Rest.Count > 0
            ? new ListItem(last.First, [.. last.Rest.SkipLast(1), last.Rest[^1] with { Pipeline = replaced }], last.Background)
            : new ListItem(replaced, [], last.Background);
        return new ListNode([.. parsed.List.Items.SkipLast(1), item]);
    }

    private void RunExpanded(SimpleNode node)
    {
        _substituted = default;
        if (node.Words.Count == 0) RunAssignments(node);
        if (node.Words.Count == 0 && node.Redirections.Count == 0) return;
        var variants = ForEachChoice(() => ExpandCommand(node));
        if (variants.Count > 1) Distinct(variants);
        Branch(variants.Count, way => Execute(node, variants[way]));
    }

    private static void Distinct(List<Expanded> variants)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        variants.RemoveAll(v => !seen.Add(v.Directory + "\0" + string.Join('\0', v.Fields.Select(f => (f.Word.IsKnown ? "=" : "~") + f.Word))
            + "\0" + string.Join('\0', v.Opened.List.Select(r => r.Target.ToString())) + "\0" + string.Join('\0', v.Assignments.Select(a => a.Value?.ToString()))));
    }

    private void RunAssignments(SimpleNode node)
    {
        var keeper = _keeper;
        _keeper = "=";
        foreach (var assignment in node.Assignments)
        {
            var values = ForEachChoice(() => Expand(assignment));
            Branch(values.Count, way => Apply(values[way]));
        }
        _keeper = keeper;
        _state.Status = _substituted.Any ? _substituted.Status : 0;
    }

    private Expanded ExpandCommand(SimpleNode node)
    {
        var (feeds, consumers) = (_feeds, _consumers);
        (_feeds, _consumers) = ([], []);
        var fields = new List<Field>(node.Words.Count);
        var declared = new List<Assignment>(0);
        var declares = node.Words.Count > 0 && node.Words[0].Bare is "export" or "declare" or "typeset" or "local" or "readonly";
        var maps = _declaringMap;
        var keeper = _keeper;
        _keeper = declares || node.Words is [{ Bare: "env" or "eval" }, ..] ? node.Words[0].Bare : null;
        _declaringMap = declares && node.Words.Any(w => w.Bare is ['-', ..] option && option.Contains('A'));
        foreach (var word in node.Words)
        {
            if (declares && word.Assignment is { } declaration && (declaration.Elements is not null || !HasBraces(word)))
            {
                var assignment = Expand(declaration);
                declared.Add(assignment);
                fields.Add(new Field(assignment.Value is { } value ? Join([Word.Of(assignment.Name + (assignment.Append ? "+=" : "=")), value]) : Word.Of(assignment.Name), false));
            }
            else ExpandWord(word, fields);
        }
        (_declaringMap, _keeper) = (maps, keeper);
        var assignments = new List<Assignment>(0);
        if (node.Words.Count > 0)
            foreach (var assignment in node.Assignments) assignments.Add(Expand(assignment));
        if (node.Words.Count > 0 && !(node.Words[0].Bare is { } called && (_state.Functions.ContainsKey(called) || Builtins.Find(called) != Builtin.None))) AddExported(assignments);
        var directory = Directory;
        var opened = Open(node.Redirections, directory);
        var expanded = new Expanded(fields, assignments, declared, opened, directory, _feeds, _consumers);
        (_feeds, _consumers) = (feeds, consumers);
        return expanded;
    }

    // Variables from which programs take orders, exported earlier in the text.
    private void AddExported(List<Assignment> assignments)
    {
        // A program that a variable names is given the same variables: it is not followed round and round.
        if (_state.Orders.Length == 0 || _wrappers.Any(ProgramVariables.Heeded)) return;
        foreach (var name in _state.Orders)
            if (_state.Variables.TryGetValue(name, out var variable) && variable.Exported && !assignments.Exists(a => a.Name == name) && Lookup(name, null, "$" + name).Text is { } value)
                assignments.Add(new Assignment(name, false, null, value, null));
    }

    private void Execute(SimpleNode node, Expanded command)
    {
        var fields = command.Fields;
        if (fields.Count > 1 && fields[0].CanVanish)
        {
            // `$SUDO rm …`: where the variable is empty, the next word is the program.
            Branch(2, way => Execute(node, way == 0 ? command : command with { Fields = fields.GetRange(1, fields.Count - 1) }, way == 0));
            return;
        }
        Execute(node, command, true);
    }

    private void Execute(SimpleNode node, Expanded command, bool settled)
    {
        if (!settled)
        {
            Execute(node, command);
            return;
        }
        if (command.Fields.Count == 0)
        {
            foreach (var assignment in command.Assignments) Apply(assignment);
            if (command.Opened.List.Count > 0) Print(Word.Of(""), StartPlain(MakeRun(node, command, [Word.Of(":")]), command.Opened.Effects), command.Opened);
            _state.Status = _substituted.Any ? _substituted.Status : 0;
            return;
        }
        var argv = new Word[command.Fields.Count];
        for (var i = 0; i < argv.Length; i++) argv[i] = command.Fields[i].Word;
        var run = MakeRun(node, command, argv);
        Dispatch(run, command);
        _state.LastWord = argv[^1];
        foreach (var consumer in command.Consumers)
        {
            // `exec {fd}> >(sh)`: whatever is written from here on arrives there.
            if (run.Argv is [{ Known: "exec" }]) _held.Add((consumer, _record.Count));
            else Consume(consumer, run);
        }
    }

    /// <summary>Braces in an argument of <c>export</c> and its like are expanded, and what comes of that are plain words.</summary>
    private bool HasBraces(WordNode word) => !_state.NoBraces && BraceExpansion.Expand(word, _budget) is var words && !(words.Count == 1 && ReferenceEquals(words[0], word.Parts));

    private static List<KeyValuePair<string, Word>> EnvironmentOf(Expanded command)
    {
        var environment = new List<KeyValuePair<string, Word>>();
        foreach (var assignment in command.Assignments)
            if (assignment.Value is { } value) environment.Add(new KeyValuePair<string, Word>(assignment.Name, value));
        return environment;
    }

    private CommandRun MakeRun(SimpleNode node, Expanded command, IReadOnlyList<Word> argv) => new()
    {
        Argv = argv,
        Environment = command.Assignments.Count == 0 ? [] : EnvironmentOf(command),
        Redirections = command.Opened.List,
        Input = command.Opened.Input ?? _state.Input.Input,
        Cwd = command.Directory,
        Wrappers = _wrappers,
        Start = node.Start,
        Length = node.Start < 0 ? 0 : Math.Max(0, node.End - node.Start),
        OutputCaptured = _captured && !command.Opened.OutputLeaves,
        KeptBy = _captured && !command.Opened.OutputLeaves ? _keeper : null,
        Elsewhere = _elsewhere,
        Perhaps = _uncertain > 0, Chain = _chain,
        Feeds = _state.Descriptors.Count == 0 ? command.Feeds : WithDescriptors(command.Feeds, argv),
    };

    private List<KeyValuePair<string, Input>> WithDescriptors(List<KeyValuePair<string, Input>> feeds, IReadOnlyList<Word> argv)
    {
        foreach (var word in argv)
        {
            var path = word.Known is { } known && (known.StartsWith("/dev/fd/", StringComparison.Ordinal) || known.StartsWith("/proc/self/fd/", StringComparison.Ordinal)) ? known : null;
            if (path is null || !int.TryParse(path.AsSpan(path.LastIndexOf('/') + 1), out var number) || !_state.Descriptors.TryGetValue(number, out var open)) continue;
            feeds = [.. feeds, new(path, open)];
        }
        return feeds;
    }

    /// <summary>Runs a function, a builtin or a program.</summary>
    private void Dispatch(CommandRun run, Expanded command)
    {
        var name = run.Argv[0].Known;
        if (name is null || !_state.Functions.TryGetValue(name, out var bodies))
        {
            DispatchBuiltin(name, run, command);
            return;
        }
        if (bodies.All(body => body != ShellState.Undefined))
        {
            CallFunction(name, bodies, run, command);
            return;
        }
        // Whether it was ever defined nobody knows.
        _uncertain++;
        Branch(2, way =>
        {
            if (way == 0) CallFunction(name, [.. bodies.Where(body => body != ShellState.Undefined)], run, command);
            else DispatchBuiltin(name, run, command);
        });
        _uncertain--;
    }

    private void DispatchBuiltin(string? name, CommandRun run, Expanded command)
    {
        var builtin = name is not null ? Builtins.Find(name) : Builtin.None;
        if (builtin == Builtin.None)
        {
            _state.Status = name is "/bin/true" or "/usr/bin/true" ? 0 : name is "/bin/false" or "/usr/bin/false" ? 1 : null;
            Print(Start(run, command.Opened.Effects), run, command.Opened);
            if (name is not ("echo" or "printf" or "/bin/true" or "/usr/bin/true" or "/bin/false" or "/usr/bin/false")) NotePause();
            CallHandler(run, command);
            return;
        }
        var saved = Shadow(command.Assignments);
        var output = RunBuiltin(builtin, run, command);
        Restore(saved);
        Print(output, run, command.Opened);
    }

    /// <summary>What the text itself defines to be called where a program is not found: whether it is found nobody knows.</summary>
    private void CallHandler(CommandRun run, Expanded command)
    {
        if (_state.Functions.Count == 0 || _calls.Exists(call => call.Name.StartsWith("command_not_found_handle", StringComparison.Ordinal))) return;
        foreach (var name in (ReadOnlySpan<string>)["command_not_found_handle", "command_not_found_handler"])
            if (_state.Functions.TryGetValue(name, out var bodies))
                Branch(2, way =>
                {
                    if (way == 0) CallFunction(name, bodies, run with { Argv = [Word.Of(name), .. run.Argv] }, command with { Opened = NothingOpened });
                });
    }

    private List<KeyValuePair<string, Variable?>>? Shadow(List<Assignment> assignments)
    {
        if (assignments.Count == 0) return null;
        var saved = new List<KeyValuePair<string, Variable?>>();
        foreach (var assignment in assignments)
        {
            saved.Add(new(assignment.Name, _state.Variables.GetValueOrDefault(assignment.Name)));
            Apply(assignment);
            if (_state.Variables.TryGetValue(assignment.Name, out var variable)) _state.Variables[assignment.Name] = variable with { Exported = true };
        }
        return saved;
    }

    private void Restore(List<KeyValuePair<string, Variable?>>? saved)
    {
        if (saved is null) return;
        for (var i = saved.Count - 1; i >= 0; i--)
        {
            if (saved[i].Value is { } variable) _state.Variables[saved[i].Key] = variable;
            else _state.Variables.Remove(saved[i].Key);
        }
    }
}
