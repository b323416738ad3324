using Sallyport.Shell.Code;
using Sallyport.Shell.Commands;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>Records a builtin whose meaning is known here.</summary>
    private CommandRun StartPlain(CommandRun run, IReadOnlyList<Effect> effects)
    {
        if (!_record.Add(run)) return run;
        foreach (var effect in effects) _record.Add(effect with { By = run });
        NoteUnknowns(run);
        return run;
    }

    /// <summary>Records a program, asks what it means and follows what it would run; returns what it prints, where that is known.</summary>
    private Word? Start(CommandRun run, IReadOnlyList<Effect> effects)
    {
        if (!_budget.Run()) return null;
        if (run.OutputCaptured && Network.Fetches(run)) _fetched = run.Input.From?.LastOrDefault(Network.Fetches) ?? run;
        var isNew = _record.Add(run);
        if (isNew)
        {
            foreach (var effect in effects) _record.Add(effect with { By = run });
            NoteUnknowns(run);
        }
        var meaning = CommandCatalog.Describe(run, _facts, _budget);
        if (isNew) Note(run, meaning);
        RunOwn(run, meaning.Understood, isNew);
        if (meaning.Runs.Count + meaning.Code.Count == 0) return meaning.Output;
        return Follow(run, meaning.Runs, meaning.Code, meaning.Output, [.. run.Wrappers, run.Program ?? run.Argv[0].ToString()]);
    }

    private void NoteUnknowns(CommandRun run)
    {
        for (var i = 0; i < run.Argv.Count; i++)
        {
            if (run.Argv[i].IsKnown) continue;
            foreach (var piece in run.Argv[i].Pieces)
                if (piece.Kind == PieceKind.Glob && piece.Text.Contains("(e", StringComparison.Ordinal)) RunQualifier(run.Argv[i].ToString(), run);
                else if (piece.Kind == PieceKind.Unknown) _record.AddUnknown((i == 0 ? "program from " : "argument from ") + Shorten(piece.Text), run.Start);
        }
        foreach (var redirection in run.Redirections)
            if (redirection.Kind is not (RedirectionKind.Text or RedirectionKind.Duplicate) && redirection.Target.HasUnknown)
                _record.AddUnknown("redirection to " + Shorten(redirection.Target.ToString()), run.Start);
    }

    private void Note(CommandRun run, CommandMeaning meaning)
    {
        // Before what was there is forgotten.
        var kept = run.Program is "tee" or "dd" or "cp" or "mv" or "ln" or "install" or "rsync" or "gcp" or "gmv" or "ginstall" ? Kept(run, meaning) : null;
        foreach (var effect in meaning.Effects)
        {
            if (effect.Detail == "make-folder" && effect.Target.Known) _folders.Add(effect.Target.Name);
            _record.Add(effect.By is null ? effect with { By = run } : effect);
            // What was read of a file before is stale once the command has changed it.
            if (effect.Kind is EffectKind.Write or EffectKind.Truncate && effect.Target is { Kind: TargetKind.Path, Known: true, Glob: false, Name: var name }) _made.Add(name);
            if (effect.Kind is EffectKind.Write or EffectKind.Delete or EffectKind.Move or EffectKind.Truncate && effect.Detail is not ("touch" or "make-folder")
                && effect.Target is { Kind: TargetKind.Path, Known: true } target && _facts.Files.TryGetValue(target.Name, out var fact) && fact.Content is not null) Written(target.Name, null);
        }
        if (kept is not null)
            foreach (var (path, content) in kept) Written(path, content);
        foreach (var wanted in meaning.Wanted) _record.Want(wanted);
        if (!meaning.Understood && run.Argv[0].IsKnown) _record.AddUnknown("program " + Shorten(run.Argv[0].ToString()), run.Start);
    }

    private Word? Follow(CommandRun run, IReadOnlyList<CommandRun> runs, IReadOnlyList<NestedCode> code, Word? output, IReadOnlyList<string> inside)
    {
        if (++_nesting > _budget.Limits.MaxNesting || !Enter())
        {
            _budget.Exhaust();
            _nesting--;
            return null;
        }
        Word? printed = null;
        foreach (var nested in runs)
        {
            var wrappers = nested.Wrappers.Count > run.Wrappers.Count ? nested.Wrappers : inside;
            printed = Start(nested with { Wrappers = wrappers, Elsewhere = nested.Elsewhere || run.Elsewhere }, []);
        }
        foreach (var nested in code) printed = RunCode(nested, run);
        Leave();
        _nesting--;
        return output ?? (runs.Count + code.Count == 1 ? printed : null);
    }

    private Word? RunCode(NestedCode code, CommandRun by)
    {
        var wrappers = new List<string>(by.Wrappers) { code.Wrapper.Length > 0 ? code.Wrapper : by.Program ?? by.Argv[0].ToString() };
        if (code.Language != CodeLanguage.Shell)
        {
            ReadForeign(code, by, wrappers);
            return null;
        }
        var outer = (_state, _wrappers, _elsewhere, _sink, _captured);
        var inside = (_loops, _functions, _sourcing);
        (_loops, _functions, _sourcing) = (0, 0, 0);
        var sink = new OutputSink();
        _state = ChildState(code, by);
        (_wrappers, _elsewhere, _sink) = (wrappers, _elsewhere || code.Elsewhere || by.Elsewhere, sink);
        _captured = by.OutputCaptured;
        var read = RunText(code.Text, by, code.Guessed);
        RunTraps();
        var status = _state.Status;
        (_state, _wrappers, _elsewhere, _sink, _captured) = outer;
        (_loops, _functions, _sourcing) = inside;
        _state.Status = status;
        return read ? sink.Text : null;
    }

    /// <summary>Reads text as shell code in the current state, naming what brought it here.</summary>
    private bool RunInside(string wrapper, Word text, CommandRun by)
    {
        if (++_nesting > _budget.Limits.MaxNesting)
        {
            _budget.Exhaust();
            _nesting--;
            return false;
        }
        var wrappers = _wrappers;
        _wrappers = [.. wrappers, wrapper];
        var read = RunText(text, by);
        _wrappers = wrappers;
        _nesting--;
        return read;
    }

    /// <summary>Reads text as shell code in the current state; false where that could not be done in full.</summary>
    private bool RunText(Word text, CommandRun by, bool guessed = false)
    {
        if (!text.IsKnown)
        {
            _record.AddUnknown("code from " + Shorten(text.Pieces.First(p => p.Kind != PieceKind.Literal).Text), by.Start);
            if (MayBeMany(text))
            {
                ExecuteUnknown(by, text);
                return false;
            }
        }
        var encoded = _marks.Encode(text);
        if (encoded.Length > _budget.Limits.MaxLength)
        {
            _budget.Exhaust();
            return false;
        }
        var parsed = ShellParser.Parse(encoded, _budget, -1);
        if (parsed.Error is { } error)
        {
            if (text.IsKnown && !guessed) _record.Fail(new ShellError($"in {string.Join(' ', _wrappers.TakeLast(1))}: {error.Message}", Math.Max(0, by.Start)));
            else ExecuteUnknown(by, text);
        }
        if (!_budget.Exhausted) RunList(parsed.List);
        return text.IsKnown && parsed.Error is null;
    }

    private void ExecuteUnknown(CommandRun by, Word text)
    {
        var target = new Target(TargetKind.Program, Shorten(text.ToString()), false);
        var unknown = text.Pieces.Where(piece => piece.Kind == PieceKind.Unknown).Select(piece => piece.Text).ToList();
        _record.Add(unknown.Exists(Shells.Downloads)
            ? new Effect(EffectKind.ExecuteDownloaded, target) { By = by, Detail = "substitution" }
            : new Effect(EffectKind.ExecuteUnknown, target) { By = by, Detail = unknown.Exists(Shells.Decodes) || Escaped(text) ? "encoded" : "unknown-code" });
    }

    // Letters spelt as numbers hide what they say.
    private static bool Escaped(Word text) => text.ToString() is var written
        && (written.Contains("\\x", StringComparison.Ordinal) || written.Contains("\\0", StringComparison.Ordinal)
        || written.Contains("\\1", StringComparison.Ordinal) || written.Contains("\\u", StringComparison.Ordinal));

    /// <summary>The state a child shell begins with: what is exported surely, the rest perhaps.</summary>
    private ShellState ChildState(NestedCode code, CommandRun by)
    {
        var state = new ShellState { Directories = [code.Cwd ?? by.Cwd], Input = new StandardInput(Left(code, by.Input)) };
        foreach (var (name, variable) in _state.Variables)
        {
            if (name == "IFS" || (variable.Values is [ArrayValue] && !variable.Exported)) continue;
            state.Variables[name] = variable.Exported || _facts.Environment.ContainsKey(name) || name is "HOME" or "PATH" or "USER" or "SHELL" or "TMPDIR" or "BASH_ENV"
                ? variable with { Exported = true }
                : Variable.Merge(variable, Variable.Of(ShellValue.Inherited));
        }
        _budget.Expand(_state.Variables.Count);
        foreach (var name in _state.ExportedFunctions)
            if (_state.Functions.TryGetValue(name, out var bodies)) state.Functions[name] = bodies;
        state.ExportedFunctions = _state.ExportedFunctions;
        foreach (var (name, value) in by.Environment)
        {
            state.Variables[name] = Variable.Of(ShellValue.Of(value)) with { Exported = true };
            // bash takes functions over from its environment.
            if (!name.StartsWith("BASH_FUNC_", StringComparison.Ordinal) || value.Known is not { } body || !body.StartsWith("()", StringComparison.Ordinal)
                || name.IndexOfAny(['%', '('], 10) is not (> 10 and var end)) continue;
            if (ShellParser.Parse(name[10..end] + body, _budget, -1) is { Error: null, List.Items: [{ First.Commands: [Syntax.FunctionNode function] }, ..] })
                state.Functions[function.Name] = [function];
        }
        if (code.Arguments.Count > 0)
        {
            state.Name = code.Arguments[0];
            state.Arguments = [.. code.Arguments.Skip(1)];
            state.ArgumentsComplete = !state.Arguments.Any(MayBeMany);
        }
        return state;
    }

    /// <summary>What standard input still holds for the commands of the code: of one line that was itself the code, nothing.</summary>
    private static Input Left(NestedCode code, Input input)
    {
        if (!ReferenceEquals(code.Text, input.Text)) return input;
        return input.Text is { Known: { } text } && !text.AsSpan().TrimEnd('\n').Contains('\n') ? new Input(InputKind.Text, Word.Of("")) : new Input(InputKind.Pipe, null, input.From);
    }

    private Dictionary<string, Word>? Exported()
    {
        Dictionary<string, Word>? exported = null;
        foreach (var (name, variable) in _state.Variables)
            if (variable is { Exported: true, Values: [ScalarValue { Text.IsKnown: true } value] }) (exported ??= new(StringComparer.Ordinal))[name] = value.Text;
        return exported;
    }

    private void ReadForeign(NestedCode code, CommandRun by, IReadOnlyList<string> wrappers)
    {
        if (!_budget.Run() || !_budget.Expand(code.Text.Pieces.Sum(p => p.Text.Length))) return;
        var reading = CodeReader.Read(code, by, _facts, Exported());
        // A loop may come by the same code thousands of times.
        if (reading.BudgetExhausted || !_budget.Expand(reading.Steps / 4)) _budget.Exhaust();
        foreach (var effect in reading.Effects) _record.Add(effect.By is null ? effect with { By = by } : effect);
        foreach (var unknown in reading.Unknowns) _record.AddUnknown(unknown.What, by.Start);
        foreach (var wanted in reading.Wanted) _record.Want(wanted);
        if (reading.Error is { } error)
        {
            _record.AddUnknown($"{code.Language} code could not be read: {error.Message}", by.Start);
            ExecuteUnknown(by, code.Text);
        }
        if (reading.Runs.Count + reading.Code.Count == 0) return;
        Follow(by with { Wrappers = wrappers, Elsewhere = by.Elsewhere || code.Elsewhere }, reading.Runs, reading.Code, null, wrappers);
    }

    private void RunTraps(int from = 0)
    {
        if (_state.Traps.Count <= from) return;
        var traps = _state.Traps.GetRange(from, _state.Traps.Count - from);
        _state.Traps.RemoveRange(from, _state.Traps.Count - from);
        foreach (var trap in traps)
        {
            if (_budget.Exhausted) return;
            var (flow, status) = (_state.Flow, _state.Status);
            _state.Flow = Flow.Normal;
            RunInside("trap", _marks.Decode(trap), new CommandRun { Argv = [Word.Of("trap")], Cwd = _state.Directories[0], Wrappers = _wrappers });
            (_state.Flow, _state.Status) = (flow, status);
        }
    }
}
