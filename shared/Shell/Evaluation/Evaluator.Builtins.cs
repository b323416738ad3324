using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    private static readonly Word Nothing = Word.Of("");

    /// <summary>Runs a builtin; returns what it prints, null where nobody knows.</summary>
    private Word? RunBuiltin(Builtin builtin, CommandRun run, Expanded command)
    {
        switch (builtin)
        {
            case Builtin.Exec when run.Argv.Count > 1: return RunExec(run, command);
            case Builtin.Prefix: return RunPrefix(run, command);
            case Builtin.Print: return RunPrint(run, command);
            case Builtin.Source: return RunSource(run, command);
        }
        StartPlain(run, command.Opened.Effects);
        var argv = run.Argv;
        if (builtin == Builtin.Read || argv[0].Known == "wait") NotePause(ofChildren: argv[0].Known == "wait");
        if (builtin is Builtin.Let or Builtin.Test or Builtin.Unset or Builtin.Read or Builtin.Declare or Builtin.Local or Builtin.ReadOnly or Builtin.Export
            or Builtin.GetOptions or Builtin.MapFile or Builtin.Nothing) RunSubscripts(run);
        if (argv[0].Known == "hash") Hash(argv);
        switch (builtin)
        {
            case Builtin.True or Builtin.Nothing or Builtin.Alias or Builtin.Unalias or Builtin.Unset or Builtin.Shift or Builtin.Set or Builtin.Trap:
                _state.Status = 0;
                break;
            case Builtin.False: _state.Status = 1; break;
            default: _state.Status = null; break;
        }
        switch (builtin)
        {
            case Builtin.Test: RunTest(argv); break;
            case Builtin.Cd: ChangeDirectory(argv); break;
            case Builtin.PushDirectory: PushDirectory(argv); return null;
            case Builtin.PopDirectory:
                _state.Directories = [_state.DirectoryStack is [.., var top] ? top : null];
                if (_state.DirectoryStack.Count > 0) _state.DirectoryStack.RemoveAt(_state.DirectoryStack.Count - 1);
                return null;
            case Builtin.PrintDirectory:
                _state.Status = 0;
                return run.Cwd is { } directory ? Word.Of(directory + "\n") : null;
            case Builtin.Set: return RunSet(argv);
            case Builtin.Shift: RunShift(argv); break;
            case Builtin.Declare or Builtin.Export or Builtin.ReadOnly or Builtin.Local: RunDeclaration(builtin, argv, command.Declared); break;
            case Builtin.Unset: RunUnset(argv); break;
            case Builtin.Alias: RunAlias(argv, run); break;
            case Builtin.Unalias: RunUnalias(argv); break;
            case Builtin.Eval: return RunEval(run, command);
            case Builtin.Exec: ExecRedirections(command.Opened); break;
            case Builtin.Trap: RunTrap(argv); break;
            case Builtin.Read: RunRead(run, command); break;
            case Builtin.MapFile: RunMapFile(run, command); break;
            case Builtin.Let:
                long? last = null;
                foreach (var expression in argv.Skip(1)) last = ArithmeticText(expression);
                _state.Status = last is null ? null : last == 0 ? 1 : 0;
                break;
            case Builtin.GetOptions:
                if (argv.Count > 2 && argv[2].Known is { } option) Assign(option, Variable.Of(ShellValue.Inherited));
                Assign("OPTARG", Variable.Of(ShellValue.Inherited));
                Assign("OPTIND", Variable.Of(ShellValue.Inherited));
                break;
            case Builtin.Return or Builtin.Exit or Builtin.Break or Builtin.Continue: RunJump(builtin, argv); break;
        }
        return Shows(builtin, argv) ? null : Nothing;
    }

    // What they list nobody knows; the rest of them print nothing.
    private static bool Shows(Builtin builtin, IReadOnlyList<Word> argv) => builtin switch
    {
        Builtin.Nothing or Builtin.Alias or Builtin.Trap => true,
        Builtin.Declare or Builtin.Export or Builtin.ReadOnly or Builtin.Local => argv.Count == 1
            || (argv[1].KnownPrefix is ['-', ..] flags && (argv.Count == 2 || flags.AsSpan().ContainsAny('p', 'f', 'F'))),
        Builtin.Cd => argv.Count > 1 && argv[1].Known is "-",
        _ => false,
    };

    /// <summary><c>let 'a[$(x)]=1'</c>: a subscript that reaches a builtin in quotes is expanded by the builtin.</summary>
    private void RunSubscripts(CommandRun run)
    {
        for (var i = 1; i < run.Argv.Count && !_budget.Exhausted; i++) RunSubscript(run.Argv[i], run);
    }

    private void RunSubscript(Word word, CommandRun? by = null)
    {
        if (word.Known is not { } text || text.IndexOf('[') is var open && (open < 0 || (text.IndexOf("$(", open, StringComparison.Ordinal) < 0 && text.IndexOf('`', open) < 0))) return;
        by ??= new CommandRun { Argv = [Word.Of("[[")], Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere };
        RunInside("subscript", Word.Of(": \"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""), by);
    }

    /// <summary><c>hash -p path name</c>: the name is that program from here on.</summary>
    private void Hash(IReadOnlyList<Word> argv)
    {
        for (var i = 1; i + 2 < argv.Count; i++)
        {
            if (argv[i].Known != "-p" || argv[i + 2].Known is not { } name || !IsParameter(name)) continue;
            var path = argv[i + 1].IsKnown ? "'" + argv[i + 1].Known!.Replace("'", "'\\''", StringComparison.Ordinal) + "'" : "\"$" + "hashed\"";
            if (ShellParser.Parse(name + "() { " + path + " \"$@\"; }", _budget, -1) is { Error: null,
                List.Items: [{ First.Commands: [FunctionNode function] }, ..] }) _state.Functions[name] = [function];
        }
    }

    private void RunTest(IReadOnlyList<Word> argv)
    {
        var words = argv.Skip(1).ToList();
        if (argv[0].Known == "[")
        {
            if (words.Count == 0 || words[^1].Known != "]")
            {
                _state.Status = null;
                return;
            }
            words.RemoveAt(words.Count - 1);
        }
        // An unquoted unknown may be no word or several: then nothing is known.
        _state.Status = words.Exists(MayBeMany) && words.Count != 2 ? null : ToStatus(Test(words));
    }

    private void RunJump(Builtin builtin, IReadOnlyList<Word> argv)
    {
        var number = argv.Count > 1 ? Integer(argv[1]) : null;
        // Where there is nothing to leave, bash says so and goes on.
        if (builtin == Builtin.Return ? _functions + _sourcing == 0 : builtin is Builtin.Break or Builtin.Continue && _loops == 0)
        {
            _state.Status = null;
            return;
        }
        _state.Flow = builtin switch
        {
            Builtin.Return => Flow.Return,
            Builtin.Exit => Flow.Exit,
            Builtin.Break => Flow.Break,
            _ => Flow.Continue,
        };
        if (builtin is Builtin.Break or Builtin.Continue) _state.FlowLevels = (int)Math.Clamp(number ?? 1, 1, 1000);
        _state.Status = builtin is Builtin.Break or Builtin.Continue ? 0 : number is { } value ? (int)(value & 0xFF) : null;
    }

    private void ChangeDirectory(IReadOnlyList<Word> argv)
    {
        var at = 1;
        while (at < argv.Count && argv[at].Known is "-L" or "-P" or "-e" or "-@" or "--" or "-Pe") at++;
        Word? target = at < argv.Count ? argv[at] : Lookup("HOME", null, "~").Text;
        if (target?.Known == "-") target = Lookup("OLDPWD", null, "$OLDPWD").Text;
        MoveTo(target);
        // With CDPATH it goes to the first folder of that name that there is.
        if (_state.Variables.ContainsKey("CDPATH") && target?.KnownPrefix is { Length: > 0 } name && name[0] is not ('/' or '.') && _state.Directories.All(path => path is not null))
            _state.Directories = [.. _state.Directories, null];
    }

    private const int LongestPath = 4096;

    private void MoveTo(Word? target)
    {
        var before = _state.Directories;
        var places = new List<string?>(1);
        foreach (var directory in before)
        {
            var path = target is null || target.Known?.Length == 0 ? null : PathTarget.Of(target, directory) is { Known: true, Glob: false } found && found.Name.StartsWith('/') ? found.Name : null;
            if (target?.Known?.Length == 0) path = directory;
            // Where it lies is known of a folder that was made for the moment, though not its name.
            if (path is null && target?.Pieces is [{ Kind: PieceKind.Unknown } made, ..] && (made.Text.StartsWith("$(mktemp", StringComparison.Ordinal) || made.Text.StartsWith("`mktemp", StringComparison.Ordinal))
                && target.Pieces.Skip(1).All(piece => piece.Kind != PieceKind.Unknown && !piece.Text.Contains("..", StringComparison.Ordinal))) path = "/tmp/tmp.0";
            if (path is null && target?.Pieces is [{ Kind: PieceKind.Unknown } top, ..] && Commands.PathText.IsTopLevel(top.Text) && directory is not null
                && (directory == _facts.Workspace || Commands.PathText.IsBelow(directory, _facts.Workspace)) && Commands.PathText.Target(target, directory, _facts) is { Known: true, Glob: false } within) path = within.Name;
            // No system goes deeper, and every relative path from here on would carry it along.
            if (path is { Length: > LongestPath }) path = null;
            if (!places.Contains(path)) places.Add(path);
        }
        Assign("OLDPWD", Variable.Of(before is [{ } old] ? ShellValue.Of(old) : ShellValue.Inherited));
        _state.Variables.Remove("PWD");
        _state.Directories = places;
        _state.DirectoriesOnFailure = before;
        _state.Status = null;
    }

    private void PushDirectory(IReadOnlyList<Word> argv)
    {
        var target = argv.Skip(1).FirstOrDefault(a => a.Known is not ("-n" or "--"));
        _state.DirectoryStack.Add(_state.Directories is [var only] ? only : null);
        MoveTo(target?.Known is ['+' or '-', ..] ? null : target);
    }

    private Word? RunSet(IReadOnlyList<Word> argv)
    {
        if (argv.Count == 1) return null;
        var at = 1;
        for (; at < argv.Count; at++)
        {
            if (argv[at].Known is not ['-' or '+', _, ..] option) break;
            if (option == "--")
            {
                SetArguments(argv, at + 1);
                return Nothing;
            }
            if (option.Contains('f')) _state.NoGlob = option[0] == '-';
            if (option.Contains('a')) _state.ExportsAll = option[0] == '-';
            if (option.Contains('B')) _state.NoBraces = option[0] == '+';
            if (!option.Contains('o')) continue;
            if (++at < argv.Count && argv[at].Known is { } name)
            {
                if (name == "noglob") _state.NoGlob = option[0] == '-';
                if (name == "allexport") _state.ExportsAll = option[0] == '-';
                if (name == "braceexpand") _state.NoBraces = option[0] == '+';
            }
        }
        if (at < argv.Count) SetArguments(argv, argv[at].Known is "-" ? at + 1 : at);
        return Nothing;
    }

    private void SetArguments(IReadOnlyList<Word> argv, int from)
    {
        _budget.Expand(argv.Count);
        _state.Arguments = [.. argv.Skip(from)];
        _state.ArgumentsComplete = !_state.Arguments.Any(MayBeMany);
    }

    private void RunShift(IReadOnlyList<Word> argv)
    {
        var count = argv.Count > 1 ? Integer(argv[1]) : 1;
        if (count is null || !_state.ArgumentsComplete) (_state.Arguments, _state.ArgumentsComplete, _state.Status) = ([], false, null);
        else if (count <= _state.Arguments.Count && count >= 0)
        {
            _budget.Expand(_state.Arguments.Count);
            _state.Arguments = [.. _state.Arguments.Skip((int)count)];
        }
        else _state.Status = 1;
    }

    private void RunAlias(IReadOnlyList<Word> argv, CommandRun by)
    {
        foreach (var word in argv.Skip(1))
            if (word.Known is { } known && known.IndexOf('=') is var at and > 0) _state.Aliases[known[..at]] = known[(at + 1)..];
            else if (word is { IsKnown: false } && word.KnownPrefix.EndsWith('=')) ExecuteUnknown(by, word);
    }

    private void RunUnalias(IReadOnlyList<Word> argv)
    {
        foreach (var word in argv.Skip(1))
        {
            if (word.Known == "-a") _state.Aliases.Clear();
            else if (word.Known is { } known) _state.Aliases.Remove(known);
        }
    }

    /// <summary><c>printf -v name</c> sets a variable instead of printing.</summary>
    private Word? RunPrint(CommandRun run, Expanded command)
    {
        _state.Status = null;
        if (run.Argv.Count < 4 || run.Argv[1].Known != "-v") return Start(run, command.Opened.Effects);
        RunSubscripts(run);
        var printed = Start(run with { Argv = [run.Argv[0], .. run.Argv.Skip(3)] }, command.Opened.Effects);
        if (run.Argv[2].Known is { } name) Assign(name, Variable.Of(ShellValue.Of(printed ?? Word.Unknown("$" + name))));
        return Nothing;
    }

    private void RunTrap(IReadOnlyList<Word> argv)
    {
        var at = 1;
        if (at < argv.Count && argv[at].Known == "--") at++;
        if (at >= argv.Count || argv[at].Known is "-" or "-p" or "-l" or "" || argv.Count == at + 1) return;
        var text = _marks.Encode(argv[at]);
        if (!_state.Traps.Contains(text)) _state.Traps.Add(text);
    }
}
