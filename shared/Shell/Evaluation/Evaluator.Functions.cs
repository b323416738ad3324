using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    private sealed record Call(string Name, IReadOnlyList<Word> Arguments, int Uncertain, int Spawned);

    private readonly List<Call> _calls = [];
    private readonly Stack<List<KeyValuePair<string, Variable?>>> _locals = new();

    private void CallFunction(string name, IReadOnlyList<FunctionNode> bodies, CommandRun run, Expanded command)
    {
        var arguments = new ArraySegment<Word>([.. run.Argv], 1, run.Argv.Count - 1);
        if (IsEndless(name, arguments, run)) return;
        if (_nesting >= _budget.Limits.MaxNesting || !Enter())
        {
            _budget.Exhaust();
            return;
        }
        _nesting++;
        _record.Repeating++;
        _calls.Add(new Call(name, arguments, _uncertain, _spawned));
        foreach (var effect in command.Opened.Effects) _record.Add(effect with { By = effect.By ?? run });
        var (input, sink, captured) = (_state.Input, _sink, _captured);
        if (command.Opened.Input is { } given) _state.Input = new StandardInput(given);
        if (command.Opened.OutputLeaves) (_sink, _captured) = (null, false);
        var (outerArguments, complete) = (_state.Arguments, _state.ArgumentsComplete);
        (_state.Arguments, _state.ArgumentsComplete) = (arguments, !arguments.Any(MayBeMany));
        var saved = Shadow(command.Assignments);
        var locals = new List<KeyValuePair<string, Variable?>>();
        _locals.Push(locals);
        var mark = _left.Count;
        var loops = _loops;
        (_loops, _functions) = (0, _functions + 1);
        var filled = command.Opened.OutputPath is null ? null : _sink = new OutputSink();
        Branch(bodies.Count, way =>
        {
            var function = bodies[way];
            RunCommand(function.Body);
            if (_state.Flow == Flow.Return) _state.Flow = Flow.Normal;
        });
        Rejoin(mark, Flow.Return, Flow.Return);
        (_loops, _functions) = (loops, _functions - 1);
        if (filled is not null) Fill(command.Opened, filled, run);
        _locals.Pop();
        Restore(locals);
        Restore(saved);
        (_state.Arguments, _state.ArgumentsComplete) = (outerArguments, complete);
        (_state.Input, _sink, _captured) = (input, sink, captured);
        _calls.RemoveAt(_calls.Count - 1);
        _record.Repeating--;
        _nesting--;
        Leave();
    }

    /// <summary>Words of which nobody knows whether they are one.</summary>
    private static bool MayBeMany(Word word) => word.Pieces.Count > 0 && (!word.Pieces.Any(p => p.Kind == PieceKind.Literal) || word.Pieces.Any(p => p.Kind == PieceKind.Glob));

    /// <summary>A function that calls itself: walked while that can change anything. One that does so in two processes at a time is a bomb.</summary>
    private bool IsEndless(string name, IReadOnlyList<Word> arguments, CommandRun run)
    {
        var (calls, same) = (0, false);
        Call? first = null;
        foreach (var call in _calls)
        {
            if (call.Name != name) continue;
            first ??= call;
            calls++;
            same |= call.Arguments.SequenceEqual(arguments);
        }
        if (first is null) return false;
        var surely = _uncertain == first.Uncertain;
        if (surely && same && _spawned > first.Spawned)
        {
            _record.Add(new Effect(EffectKind.Exhaust, new Target(TargetKind.Program, name)) { Detail = "fork-bomb", By = run });
            _record.AddUnknown($"{name} calls itself without end", run.Start);
            _state.Status = null;
            return true;
        }
        // walk "$1"/*: whether there is anything further down nobody knows, and one level is like another.
        if (!same && (calls < 4 || (surely && arguments.All(word => word.IsKnown)))) return false;
        _record.AddUnknown($"{name} calls itself", run.Start);
        _state.Status = null;
        return true;
    }
}
