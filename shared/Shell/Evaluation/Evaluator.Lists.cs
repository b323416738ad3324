using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>How many conditions of unknown outcome stand around the command walked now.</summary>
    private int _uncertain;

    /// <summary>How many pipelines and background lists stand around it.</summary>
    private int _spawned;

    private void RunList(ListNode list)
    {
        foreach (var item in list.Items)
        {
            if (!Going) return;
            if (!item.Background) RunChain(item);
            else RunInBackground(item);
        }
    }

    private void RunInBackground(ListItem item)
    {
        var outer = _state;
        _state = outer.Fork(_budget);
        _spawned++;
        _backgrounds++;
        RunChain(item);
        RunTraps(outer.Traps.Count);
        _spawned--;
        _state = outer;
        _state.Status = 0;
    }

    /// <summary>The list of single commands with nothing but <c>&amp;&amp;</c> between them that is walked now, and how many lists there were.</summary>
    private int _chain, _chains;

    private void RunChain(ListItem item)
    {
        var outer = _chain;
        _chain = item.Background || !IsPlain(item.First) ? 0 : ++_chains;
        for (var i = 0; i < item.Rest.Count; i++)
            if (!item.Rest[i].IfSucceeded || !IsPlain(item.Rest[i].Pipeline)) _chain = 0;
        RunLinks(item);
        _chain = outer;
    }

    // What is turned round, or a pipeline, succeeds for other reasons than what it starts.
    private static bool IsPlain(PipelineNode pipeline) => !pipeline.Negated && pipeline.Commands.Count == 1;

    private void RunLinks(ListItem item)
    {
        RunPipeline(item.First);
        // How things stand where what was just walked did not run; that way has a status of its own, and so knows which words it passes over next.
        ShellState? aside = null;
        foreach (var (ifSucceeded, pipeline) in item.Rest)
        {
            if (!Going && aside is not null) (_state, aside) = (Merge(_state, aside), null);
            if (!Going) return;
            (var runs, aside) = Part(_state, aside, ifSucceeded);
            if (runs is null) continue;
            _state = runs;
            if (aside is not null) _uncertain++;
            RunPipeline(pipeline);
            if (aside is not null) _uncertain--;
        }
        if (aside is not null && !ReferenceEquals(aside, _state)) _state = Merge(_state, aside);
    }

    /// <summary>Parts the ways that come to <c>&amp;&amp;</c> or <c>||</c> into those that go on with what follows it and those that pass over it.</summary>
    private (ShellState? Runs, ShellState? Passes) Part(ShellState here, ShellState? aside, bool ifSucceeded)
    {
        ShellState? runs = null, passes = null;
        if (here.Status is { } status)
        {
            if (status == 0 == ifSucceeded) runs = here;
            else passes = here;
        }
        else
        {
            (runs, passes) = (here, here.Fork(_budget));
            passes.Status = ifSucceeded ? 1 : 0;
            runs.Status = ifSucceeded ? 0 : 1;
            if (!ifSucceeded && runs.DirectoriesOnFailure is { } before) runs.Directories = before;
        }
        if (aside is not null && !ReferenceEquals(aside, here))
        {
            if (aside.Status == 0 == ifSucceeded) runs = runs is null ? aside : Merge(runs, aside);
            else passes = passes is null ? aside : Merge(passes, aside);
        }
        return (runs, passes);
    }

    private void RunPipeline(PipelineNode pipeline)
    {
        if (pipeline.Commands.Count == 1) RunCommand(pipeline.Commands[0]);
        else RunPipes(pipeline.Commands);
        if (pipeline.Negated && _state.Status is { } status) _state.Status = status == 0 ? 1 : 0;
        if (pipeline.Negated) _state.DirectoriesOnFailure = null;
    }

    private void RunPipes(IReadOnlyList<CommandNode> commands)
    {
        var (outer, outerSink, captured) = (_state, _sink, _captured);
        var first = _record.Count;
        var input = outer.Input;
        int? status = null;
        _spawned++;
        for (var i = 0; i < commands.Count && !_budget.Exhausted; i++)
        {
            var last = i == commands.Count - 1;
            _state = outer.Fork(_budget);
            _state.Input = input;
            var sink = _sink = last ? outerSink : new OutputSink();
            _captured = !last || captured;
            RunCommand(commands[i]);
            RunTraps(outer.Traps.Count);
            status = _state.Status;
            if (last) continue;
            // Every command before may have written what arrives here: a long pipeline names them all again at each stage.
            _budget.Expand(4 * (_record.Count - first));
            input = new StandardInput(PipeFrom(sink!.Text, _record.RunsFrom(first)));
        }
        _spawned--;
        var end = _state;
        (_state, _sink, _captured) = (outer, outerSink, captured);
        // zsh, and bash where lastpipe is on, run the last command of a pipeline themselves.
        foreach (var (name, variable) in end.Variables)
            if (!outer.Variables.TryGetValue(name, out var before)) outer.Variables[name] = Variable.Merge(Variable.Of(ShellValue.Inherited), variable);
            else if (!ReferenceEquals(before, variable)) outer.Variables[name] = Variable.Merge(before, variable);
        _state.Status = status;
        _state.DirectoriesOnFailure = null;
    }

    private static Input PipeFrom(Word text, IReadOnlyList<CommandRun> from) =>
        text.IsKnown ? new Input(InputKind.Text, text, from)
        : new Input(InputKind.Pipe, text.Pieces.Any(p => p.Kind == PieceKind.Literal) ? text : null, from);

    private void RunCommand(CommandNode command)
    {
        if (!Enter() || !_budget.Run())
        {
            Leave();
            return;
        }
        _state.DirectoriesOnFailure = null;
        switch (command)
        {
            case SimpleNode simple: RunSimple(simple); break;
            case FunctionNode function:
                _state.Functions[function.Name] = [function];
                _state.Status = 0;
                break;
            default: RunCompound(command); break;
        }
        Leave();
    }

    private void RunCompound(CommandNode command)
    {
        if (command.Redirections.Count == 0)
        {
            RunCompoundBody(command);
            return;
        }
        var (input, sink, captured, redirected) = (_state.Input, _sink, _captured, _state.OutputRedirected);
        var opened = OpenRedirections(command);
        if (opened.Input is { } given) _state.Input = new StandardInput(given);
        var filled = opened.OutputPath is null ? null : new OutputSink();
        if (opened.OutputLeaves)
        {
            (_sink, _captured) = (filled, false);
            _state.OutputRedirected = false;
        }
        RunCompoundBody(command);
        if (filled is not null) Fill(opened, filled, Opening(command, opened));
        (_state.Input, _sink, _captured) = (input, sink, captured);
        if (opened.OutputLeaves) _state.OutputRedirected = redirected;
    }

    private void RunCompoundBody(CommandNode command)
    {
        switch (command)
        {
            case GroupNode { Subshell: false } group: RunList(group.Body); break;
            case GroupNode group: RunSubshell(() => RunList(group.Body)); break;
            case IfNode branching: RunIf(branching, 0); break;
            case WhileNode loop: RunWhile(loop); break;
            case ForNode loop: RunFor(loop); break;
            case ArithmeticForNode loop: RunArithmeticFor(loop); break;
            case CaseNode choice: RunCase(choice); break;
            case ConditionNode condition: _state.Status = ToStatus(Test(condition.Expression)); break;
            case ArithmeticNode arithmetic: _state.Status = ToStatus(Arithmetic(arithmetic.Expression) is { } value ? value != 0 : null); break;
            case CoprocessNode coprocess:
                RunCoprocess(coprocess);
                break;
        }
    }

    /// <summary>It runs beside what comes next, as after <c>&amp;</c>; what it prints can be read from a descriptor.</summary>
    private void RunCoprocess(CoprocessNode coprocess)
    {
        var (sink, captured, first) = (_sink, _captured, _record.Count);
        var own = new OutputSink();
        (_sink, _captured) = (own, true);
        _spawned++;
        RunSubshell(() => RunCommand(coprocess.Body));
        _spawned--;
        (_sink, _captured) = (sink, captured);
        _state.Descriptors[CoprocessOutput] = PipeFrom(own.Text, _record.RunsFrom(first));
        // Which numbers they are nobody knows; that they name these descriptors is known, and that is what matters.
        _state.Variables[coprocess.Name] = Variable.Of(new ArrayValue([new("0", Word.Of(CoprocessOutput.ToString(CultureInfo.InvariantCulture))), new("1", Word.Of("60"))], false, true));
        _state.Status = 0;
    }

    private const int CoprocessOutput = 63;

    private static int? ToStatus(bool? truth) => truth switch { true => 0, false => 1, null => null };

    private void RunSubshell(Action body)
    {
        var outer = _state;
        _state = outer.Fork(_budget);
        _subshells++;
        body();
        _subshells--;
        RunTraps(outer.Traps.Count);
        var status = _state.Status;
        _state = outer;
        _state.Status = status;
    }

    private void RunIf(IfNode node, int index)
    {
        if (index == node.Branches.Count)
        {
            _state.Status = 0;
            if (node.Otherwise is not null) RunList(node.Otherwise);
            return;
        }
        RunList(node.Branches[index].Condition);
        if (!Going) return;
        if (_state.Status is { } status)
        {
            if (status == 0) RunList(node.Branches[index].Body);
            else RunIf(node, index + 1);
            return;
        }
        var failed = _state.DirectoriesOnFailure;
        _uncertain++;
        Branch(2, way =>
        {
            if (way == 0) RunList(node.Branches[index].Body);
            else
            {
                if (failed is not null) _state.Directories = failed;
                RunIf(node, index + 1);
            }
        });
        _uncertain--;
    }
}
