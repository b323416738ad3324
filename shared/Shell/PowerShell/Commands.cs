using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>Runs one command of a pipeline: a function of the script, a cmdlet, or a program.</summary>
internal static class Commands
{
    /// <summary>Arguments: what comes out of the pipe, the command, and what it is given.</summary>
    public static Value Run(Arguments arguments, Evaluator run, int position)
    {
        var input = arguments[0] ?? ConstantValue.None;
        var what = arguments[1];
        var bound = new Bound([.. arguments.Positional.Skip(2)]);
        bound.Add(arguments.Named);
        switch (what)
        {
            case ChoiceValue choice:
                foreach (var option in choice.Options)
                    if (option is not ChoiceValue) Run(option, input, bound, run, position);
                return UnknownValue.Nothing;
            case null:
                return UnknownValue.Nothing;
            default:
                return Run(what, input, bound, run, position);
        }
    }

    private static Value Run(Value what, Value input, Bound bound, Evaluator run, int position)
    {
        if (what is FunctionValue block) return run.Invoke(block, Given(bound, block), position);
        if (what is ObjectValue { Type: "code", Subject: { } code }) return run.RunText(code, "scriptblock", position);
        if (what is ObjectValue { Type: "command", Subject: { } command }) what = command;
        if (what.Known is not { Length: > 0 } name)
        {
            if (what is not ConstantValue) run.Sink.NotKnown(what, "command");
            return UnknownValue.Nothing;
        }
        var lower = name.ToLowerInvariant();
        // curl.exe is no alias, and neither is an sc that is given one of the program's verbs; sc alone is Set-Content.
        var program = lower.EndsWith(".exe", StringComparison.Ordinal);
        if (program) lower = lower[..^4];
        program |= lower == "sc" && bound.Positional.Count > 1 && bound.Positional[0].Known is "stop" or "delete" or "config" or "create" or "failure" or "pause" or "query" or "start" or "qc";
        if (run.Global.Find("alias:" + lower)?.Known is { } alias) lower = alias.ToLowerInvariant();
        if (run.Global.Find("function:" + lower) is FunctionValue function) return run.Invoke(function, Given(bound, function), position);
        var module = lower.LastIndexOf('\\');
        if (module > 0 && lower.Contains('-') && !lower.Contains(':')) lower = lower[(module + 1)..];
        var cmdlet = program ? lower : Aliases.Resolve(lower);
        // rd /s /q is written for cmd.exe, which has other parameters under the same names.
        if (cmdlet != lower && run.Sink.Facts.Windows && bound.Positional.Exists(static p => p.Known is ['/', _]))
            Cmd.CmdFiles.Run(lower, [.. bound.Words.Select(static w => w.Text)], run.Sink);
        if (cmdlet != lower && Aliases.AlsoProgram(lower) && (bound.LooksNative() || !run.Sink.Facts.Windows))
        {
            Native(name, input, bound, run);
            if (bound.LooksNative()) return new UnknownValue("output of " + name) { Origin = Origin.Process };
        }
        if (bound.Has("whatif") && cmdlet.Contains('-')) return UnknownValue.Nothing;
        return FileCmdlets.Run(cmdlet, input, bound, run)
            ?? CodeCmdlets.Run(cmdlet, input, bound, run, position)
            ?? SystemCmdlets.Run(cmdlet, input, bound, run)
            ?? Other(name, cmdlet, input, bound, run, position);
    }

    private static Arguments Given(Bound bound, FunctionValue function)
    {
        var result = new Arguments();
        result.Positional.AddRange(function.Node.Parameters.Count == 0 ? bound.Given : bound.Positional);
        foreach (var parameter in function.Node.Parameters)
            if (bound.Named(parameter.Name.TrimStart('$')) is { } value) result.Named[parameter.Name] = value;
        return result;
    }

    private static Value Other(string name, string cmdlet, Value input, Bound bound, Evaluator run, int position)
    {
        if (bound.Positional.Find(p => p is FunctionValue) is FunctionValue block && IsCmdlet(cmdlet))
            return run.Invoke(block, Arguments.Of(input), position);
        if (cmdlet.EndsWith(".ps1", StringComparison.Ordinal)) return CodeCmdlets.Script(TextValue.Of(name), name, run, position);
        if ((name.StartsWith('.') || name.Contains('\\')) && name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)) run.Sink.Path(EffectKind.ExecuteUnknown, TextValue.Of(name), "script");
        if (IsCmdlet(cmdlet)) UnlistedCmdlets.Describe(cmdlet, name, input, bound, run);
        if (!IsCmdlet(cmdlet)) Native(name, input, bound, run);
        else if (!IsQuiet(cmdlet)) run.Sink.Unknown("cmdlet " + name, position);
        return IsCmdlet(cmdlet) ? input is ConstantValue ? new UnknownValue(name) : input : new UnknownValue("output of " + name) { Origin = Origin.Process | (Fetches(cmdlet) ? Origin.Network : Origin.None) };
    }

    private static bool Fetches(string program) => program is "curl" or "wget" or "aria2c";

    private static bool IsCmdlet(string name) => name.IndexOf('-') is > 0 and var dash && name[..dash].All(char.IsAsciiLetter) && Verb(name[..dash]);

    private static bool Verb(string verb) => verb is "get" or "set" or "new" or "remove" or "add" or "clear" or "start" or "stop" or "restart" or "suspend" or "resume"
        or "invoke" or "out" or "write" or "read" or "select" or "sort" or "where" or "foreach" or "format" or "measure" or "test" or "convertto" or "convertfrom"
        or "import" or "export" or "enable" or "disable" or "register" or "unregister" or "install" or "uninstall" or "update" or "copy" or "move" or "rename"
        or "join" or "split" or "resolve" or "compare" or "group" or "tee" or "wait" or "enter" or "exit" or "send" or "receive" or "convert" or "expand" or "compress"
        or "publish" or "save" or "find" or "push" or "pop" or "show" or "initialize" or "mount" or "dismount" or "use" or "debug" or "trace" or "protect"
        or "unprotect" or "grant" or "revoke" or "block" or "unblock";

    private static bool IsQuiet(string name) => name[..name.IndexOf('-')] is "get" or "out" or "write" or "read" or "select" or "sort" or "where" or "foreach" or "format"
        or "measure" or "test" or "convertto" or "convertfrom" or "join" or "split" or "resolve" or "compare" or "group" or "wait" or "show" or "find" or "convert" or "import";

    /// <summary>A program: what it does is the catalogue's to say.</summary>
    public static void Native(string name, Value input, Bound bound, Evaluator run)
    {
        var words = bound.Words.Select(w => w is FunctionValue ? Word.Unknown("{…}") : w.Text).ToList();
        if (Cmd.WindowsPrograms.Describe(CommandRun.ProgramName(name), words, run.Sink)) return;
        var piped = input is ConstantValue ? null
            : input.Known is { } text ? new Input(InputKind.Text, Word.Of(text))
            : new Input(InputKind.Pipe, null, input.Origin.HasFlag(Origin.Network) ? [new CommandRun { Argv = [Word.Of("curl")], Cwd = run.Sink.Cwd }] : null);
        run.Sink.Run([TextValue.Of(name), .. bound.Words.Select(w => w is FunctionValue ? new UnknownValue("{…}") : w)], "", piped);
    }
}
