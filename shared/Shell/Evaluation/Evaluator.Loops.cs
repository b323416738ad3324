using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>Turns of a loop whose end is known that are walked one by one.</summary>
    private const int MostTurns = 256;

    /// <summary>Turns that are walked one by one of a loop that may have been left before: whether they are ever taken is not known.</summary>
    private const int MostGuesses = 8;

    /// <summary>Numbers in a list of a loop that are walked one by one: the rest are as good as any number.</summary>
    private const int MostNumbers = 64;

    /// <summary>Set when <c>read</c> took a line of known text: such a loop is walked to its end.</summary>
    private bool _readKnown;

    private int _backgrounds;
    private int _pauses;
    private int _loopLevel = -1;
    private int _subshells;
    private int _loopShells;

    /// <summary>Takes note of something in the foreground that a loop waits for.</summary>
    private void NotePause(bool ofChildren = false)
    {
        // A shell waits for its own children only: (wait) in a loop waits for nothing.
        if (_spawned <= _loopLevel && !(ofChildren && _subshells > _loopShells)) _pauses++;
    }

    /// <summary>A loop without end that starts processes in the background and waits for nothing fills the machine with them.</summary>
    private void NoteBomb(CommandNode loop, int backgrounds, int pauses)
    {
        if (_backgrounds == backgrounds || _pauses != pauses) return;
        var run = new CommandRun { Argv = [Word.Of("while")], Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere, Start = loop.Start, Length = loop.Start < 0 ? 0 : loop.End - loop.Start };
        _record.Add(new Effect(EffectKind.Exhaust, new Target(TargetKind.Program, "loop")) { Detail = "fork-loop", By = run });
    }

    private void RunWhile(WhileNode loop)
    {
        var mark = _left.Count;
        var (level, shells, backgrounds, pauses) = (_loopLevel, _loopShells, _backgrounds, _pauses);
        (_loopLevel, _loopShells) = (_spawned, _subshells);
        _record.Repeating++;
        var (infinite, ended) = (false, false);
        _loops++;
        for (var turn = 0; !ended && !_budget.Exhausted; turn++)
        {
            _readKnown = false;
            RunList(loop.Condition);
            if (!Going) break;
            bool? goesOn = _state.Status is { } status ? status == 0 != loop.Until : null;
            if (goesOn == false) break;
            var known = goesOn == true && (turn < (_left.Count > mark ? MostGuesses : MostTurns) || _readKnown);
            var before = _state.Fork(_budget);
            if (!known) _uncertain++;
            RunList(loop.Body);
            if (!known) _uncertain--;
            if (LeavesLoop()) break;
            infinite = goesOn == true && !_readKnown && _state.Same(before, _budget);
            if (infinite) break;
            if (known) continue;
            // The end is not known: once with what was before, once with what may be then, at last with what changes forgotten.
            var same = _state.Same(before, _budget);
            _state = Merge(_state, before);
            if (turn > 0 || goesOn == true) _state.Widen(before);
            ended = same || turn >= (goesOn == true ? MostTurns + 1 : 2);
            infinite = goesOn == true && ended;
        }
        _loops--;
        _record.Repeating--;
        if (infinite) NoteBomb(loop, backgrounds, pauses);
        (_loopLevel, _loopShells) = (level, shells);
        EndLoop(mark);
    }

    /// <summary>Takes note of <c>break</c> and <c>continue</c>; true where the loop is left.</summary>
    private bool LeavesLoop()
    {
        switch (_state.Flow)
        {
            case Flow.Normal: return false;
            case Flow.Continue or Flow.Break when _state.FlowLevels > 1:
                _state.FlowLevels--;
                return true;
            case Flow.Continue:
                _state.Flow = Flow.Normal;
                return false;
            case Flow.Break:
                _state.Flow = Flow.Normal;
                return true;
            default: return true;
        }
    }

    private void EndLoop(int mark) => Rejoin(mark, Flow.Break, Flow.Continue);

    private void RunFor(ForNode loop)
    {
        var items = loop.Words is null ? ArgumentWords() : ForItems(loop.Words);
        var mark = _left.Count;
        _state.Status = 0;
        if (loop.Select)
        {
            if (items.Count > 0) Assign(loop.Name, items.Count > Variable.MostValues ? Variable.Of(ShellValue.Inherited) : new Variable([.. items.Select(ShellValue.Of)]));
            Assign("REPLY", Variable.Of(ShellValue.Inherited));
            _loops++;
            RunList(loop.Body);
            _loops--;
            LeavesLoop();
            EndLoop(mark);
            return;
        }
        _record.Repeating++;
        _loops++;
        var numbers = 0;
        foreach (var item in items)
        {
            var value = item;
            if (item.Known is { Length: > 0 } known && !known.AsSpan().ContainsAnyExceptInRange('0', '9') && ++numbers > MostNumbers)
            {
                if (numbers > MostNumbers + 1) continue;
                value = Word.Unknown("$" + loop.Name);
            }
            Assign(loop.Name, Variable.Of(ShellValue.Of(value)));
            var before = _left.Count;
            RunList(loop.Body);
            if (LeavesLoop() || _budget.Exhausted) break;
            Rejoin(before, Flow.Continue, Flow.Continue);
        }
        _loops--;
        _record.Repeating--;
        EndLoop(mark);
    }

    private List<Word> ForItems(IReadOnlyList<WordNode> words)
    {
        var all = ForEachChoice(() => ExpandWords(words));
        var items = new List<Word>(all[0].Count);
        foreach (var field in all[0]) items.Add(field.Word);
        if (all.Count == 1) return items;
        var seen = new HashSet<Word>(items);
        foreach (var pass in all.Skip(1))
            foreach (var field in pass)
                if (seen.Add(field.Word)) items.Add(field.Word);
        return items;
    }

    private List<Word> ArgumentWords()
    {
        var items = new List<Word>(_state.Arguments);
        if (!_state.ArgumentsComplete) items.Add(Word.Unknown("$@"));
        return items;
    }

    private void RunArithmeticFor(ArithmeticForNode loop)
    {
        var mark = _left.Count;
        var (level, shells, backgrounds, pauses, infinite) = (_loopLevel, _loopShells, _backgrounds, _pauses, false);
        (_loopLevel, _loopShells) = (_spawned, _subshells);
        Arithmetic(loop.First);
        _record.Repeating++;
        _loops++;
        for (var turn = 0; !_budget.Exhausted; turn++)
        {
            var endless = loop.Condition.Parts is [QuotedPart { Parts.Count: 0 }];
            long? condition = endless ? 1 : Arithmetic(loop.Condition);
            if (condition == 0) break;
            var before = _state.Fork(_budget);
            if (condition is null) _uncertain++;
            RunList(loop.Body);
            if (condition is null) _uncertain--;
            if (LeavesLoop()) break;
            infinite |= endless;
            Arithmetic(loop.Next);
            if (condition is not null && turn < MostNumbers && !_state.Same(before, _budget)) continue;
            if (turn > MostNumbers || _state.Same(before, _budget)) break;
            _state.Widen(before);
            turn = Math.Max(turn, MostNumbers);
        }
        _loops--;
        _record.Repeating--;
        if (infinite) NoteBomb(loop, backgrounds, pauses);
        (_loopLevel, _loopShells) = (level, shells);
        EndLoop(mark);
        _state.Status = null;
    }
}
