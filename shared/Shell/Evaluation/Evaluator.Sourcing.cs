using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    private Word? RunEval(CommandRun run, Expanded command)
    {
        var words = run.Argv.Skip(1).ToList();
        if (words.Count > 0 && words[0].Known == "--") words.RemoveAt(0);
        _state.Status = 0;
        var (input, sink, captured) = (_state.Input, _sink, _captured);
        if (command.Opened.Input is { } given) _state.Input = new StandardInput(given);
        var own = _sink = new OutputSink();
        _captured = run.OutputCaptured;
        var read = RunInside("eval", Join(words, " "), run);
        (_state.Input, _sink, _captured) = (input, sink, captured);
        return read ? own.Text : null;
    }

    private int _sourcing;

    /// <summary>How many functions and loops the shell walked now is in: what <c>return</c> and <c>break</c> can leave.</summary>
    private int _functions;
    private int _loops;

    private Word? RunSource(CommandRun run, Expanded command)
    {
        var at = run.Argv.Count > 1 && run.Argv[1].Known == "--" ? 2 : 1;
        StartPlain(run, command.Opened.Effects);
        _state.Status = null;
        if (at >= run.Argv.Count) return null;
        if (SourceText(run, run.Argv[at]) is not { } text) return null;
        var (arguments, complete) = (_state.Arguments, _state.ArgumentsComplete);
        if (run.Argv.Count > at + 1) SetArguments(run.Argv, at + 1);
        _sourcing++;
        var mark = _left.Count;
        RunInside("source", text, run);
        if (_state.Flow == Flow.Return) _state.Flow = Flow.Normal;
        Rejoin(mark, Flow.Return, Flow.Return);
        _sourcing--;
        if (run.Argv.Count > at + 1) (_state.Arguments, _state.ArgumentsComplete) = (arguments, complete);
        return null;
    }

    private Word? SourceText(CommandRun run, Word file)
    {
        Input? input;
        var path = PathTarget.Of(file, run.Cwd);
        input = run.Feed(file);
        if (path.Name is "/dev/stdin" or "/dev/fd/0") input = run.Input;
        if (input is { Kind: InputKind.File, Text: { } redirected }) (input, path) = (null, PathTarget.Of(redirected, run.Cwd));
        if (input is not null)
        {
            if (input.Text is { } given) return given;
            var downloaded = input.From?.Any(Commands.Network.Fetches) == true;
            _record.Add(new Effect(downloaded ? EffectKind.ExecuteDownloaded : EffectKind.ExecuteUnknown, new Target(TargetKind.Program, file.ToString(), false)) { By = run, Detail = "source" });
            return null;
        }
        _record.Add(new Effect(EffectKind.Read, path) { By = run });
        if (path.Known && _facts.Files.TryGetValue(path.Name, out var fact))
        {
            if (fact.Content is { } content) return Word.Of(content);
            if (fact.Kind == FileKind.Missing) return null;
        }
        if (path.Known && path.Name.StartsWith('/')) _record.Want(new FactRequest(path.Name, true));
        _record.AddUnknown($"script {Shorten(path.Name)} was not read", run.Start);
        _record.Add(new Effect(EffectKind.ExecuteUnknown, path) { By = run, Detail = "source" });
        return null;
    }

    /// <summary><c>command</c> and <c>builtin</c>: functions are passed over, builtins still act on this shell.</summary>
    private Word? RunPrefix(CommandRun run, Expanded command)
    {
        var at = 1;
        while (at < run.Argv.Count && run.Argv[at].Known is "-p" or "--") at++;
        if (at >= run.Argv.Count || run.Argv[at].Known is not { } name || Builtins.Find(name) is Builtin.None)
        {
            _state.Status = null;
            return Start(run, command.Opened.Effects);
        }
        StartPlain(run, command.Opened.Effects);
        var wrappers = _wrappers;
        _wrappers = [.. wrappers, run.Argv[0].ToString()];
        var inner = run with { Argv = [.. run.Argv.Skip(at)], Wrappers = _wrappers };
        var output = Enter() ? RunBuiltin(Builtins.Find(name), inner, command with { Opened = command.Opened with { Effects = [] } }) : null;
        Leave();
        _wrappers = wrappers;
        return output;
    }

    private Word? RunExec(CommandRun run, Expanded command)
    {
        _state.Status = null;
        var output = Start(run, command.Opened.Effects);
        if (!MayBeMany(run.Argv[1])) _state.Flow = Flow.Exit;
        return output;
    }

    private void ExecRedirections(Opened opened)
    {
        _state.Status = 0;
        if (opened.Input is { } input) _state.Input = new StandardInput(input);
        if (!opened.OutputLeaves) return;
        _state.OutputRedirected = true;
        _state.OutputFile = opened.OutputPath;
    }
}
