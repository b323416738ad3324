using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>Cmdlets that run code, start programs, reach the network, or carry values along.</summary>
internal static class CodeCmdlets
{
    public static Value? Run(string cmdlet, Value input, Bound bound, Evaluator run, int position)
    {
        switch (cmdlet)
        {
            case "invoke-expression":
                return run.RunText(bound.Get("command", 0) ?? input, "Invoke-Expression", position);
            case "invoke-command" or "start-job" or "start-threadjob":
                return Remote(bound, run, position);
            case "foreach-object" or "where-object":
                var block = bound.Named("process") ?? bound.Named("parallel") ?? bound.Positional.Find(p => p is FunctionValue) ?? bound.Named("begin");
                var results = new ListValue([]);
                foreach (var item in input is ListValue { Open: false } list ? list.Items.Take(256).ToArray()
                    : [Evaluator.Element(input) is UnknownValue u && input is not ListValue ? input : Evaluator.Element(input)])
                {
                    if (block is FunctionValue function) results.Add(run.Invoke(function, Arguments.Of(item), position));
                    else if (cmdlet[0] == 'f' && bound.Get("membername", 0)?.Known is { } member) Member(item, member, bound, run, position);
                    else break;
                }
                if (cmdlet[0] == 'w') return Chosen(input);
                return block is not FunctionValue ? input : results.Items.Count == 1 ? results.Items[0] : results;
            case "start-process":
                Start(bound, run);
                return UnknownValue.Nothing;
            case "invoke-item":
                run.Sink.NotKnown(bound.Get("path", 0), "Invoke-Item");
                return UnknownValue.Nothing;
            case "invoke-webrequest" or "invoke-restmethod" or "start-bitstransfer":
                return Web(cmdlet, bound, run);
            case "write-output" or "out-string" or "out-host" or "write-host" or "select-object" or "sort-object" or "get-unique" or "out-null" or "out-default" or "get-random":
                if (cmdlet == "write-host")
                    foreach (var text in bound.Positional) Shown(text, run);
                if (cmdlet is "write-host" or "out-null" or "out-default") return ConstantValue.None;
                return bound.Positional.Count > 0 && cmdlet == "write-output" ? bound.Positional.Count == 1 ? bound.Positional[0] : new ListValue([.. bound.Positional]) : input;
            case "new-object":
                return New(bound, run, position);
            case "set-variable" or "new-variable":
                if (bound.Get("name", 0)?.Known is { } variable && bound.Get("value", 1) is { } given) run.Global.Declare("$" + variable.ToLowerInvariant(), given);
                return ConstantValue.None;
            case "get-variable":
                return bound.Get("name", 0)?.Known is { } read ? run.Global.Find("$" + read.ToLowerInvariant()) ?? new UnknownValue("$" + read) : UnknownValue.Nothing;
            case "set-alias" or "new-alias":
                if (bound.Get("name", 0)?.Known is { } alias && bound.Get("value", 1) is { } stands) run.Global.Declare("alias:" + alias.ToLowerInvariant(), stands);
                return ConstantValue.None;
            case "get-command" or "get-alias":
                return bound.Get("name", 0) is { } name ? new ObjectValue("command") { Subject = name.Known?.Contains('*') == true ? Aliases.Like(name.Known) : name } : UnknownValue.Nothing;
            case "powershell" or "pwsh":
                return PowerShell(cmdlet, input, bound, run, position);
            case "cmd":
                var at = bound.Words.FindIndex(w => w.Known is { Length: 2 } flag && flag[0] == '/' && flag[1] is 'c' or 'C' or 'k' or 'K' or 'r' or 'R');
                if (at < 0) return null;
                run.Sink.Shell(new TextValue(new ListValue([.. bound.Words.Skip(at + 1)]).Join(" ")), "cmd /c", CodeLanguage.Cmd);
                return new UnknownValue("output of cmd") { Origin = Origin.Process };
            case "add-type":
                run.Sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, "Add-Type", false), "native-code");
                // C# is read as far as the strings and the calls in it tell, like that of `dotnet script eval`.
                if ((bound.Named("typedefinition") ?? bound.Named("memberdefinition") ?? bound.Get("typedefinition", 0)) is { } source)
                    run.Sink.Run([TextValue.Of("dotnet"), TextValue.Of("script"), TextValue.Of("eval"), source], "Add-Type");
                return UnknownValue.Nothing;
            case "enter-pssession":
                run.Sink.Host(EffectKind.OpenSession, bound.Get("computername", 0), "remote");
                return UnknownValue.Nothing;
            case "import-module":
                if (bound.Get("name", 0) is not { } module) return UnknownValue.Nothing;
                if (module.Origin.HasFlag(Origin.Network)) run.Sink.NotKnown(module, cmdlet);
                if (module.Known is { } file && (file.EndsWith(".psm1", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
                    || file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
                    return Script(module, cmdlet, run, position);
                return UnknownValue.Nothing;
            case "register-objectevent" or "register-engineevent":
                return bound.Named("action") is FunctionValue handler ? run.Invoke(handler, new Arguments { Open = true }, position) : UnknownValue.Nothing;
            default:
                return null;
        }
    }

    /// <summary>What is printed is shown; a token in it too.</summary>
    public static void Shown(Value text, Evaluator run)
    {
        if (text is ListValue list)
            foreach (var item in list.Items)
                if (item is TextValue) Shown(item, run);
        if (text is TextValue && Shell.Commands.Forms.EnvironmentSecrets.In(text.Text) is { } secret) run.Sink.Add(EffectKind.Read, new Target(TargetKind.Resource, secret), "secret-shown");
    }

    /// <summary><c>ForEach-Object Delete</c>: a method of each, or a property.</summary>
    private static void Member(Value item, string name, Bound bound, Evaluator run, int position) =>
        run.Invoke(run.Member(item, name.ToLowerInvariant()), Arguments.Of([.. bound.Positional.Skip(1)]), position);

    private static Value Remote(Bound bound, Evaluator run, int position)
    {
        if (bound.Get("computername", 9) is { } host) run.Sink.Host(EffectKind.Connect, host);
        var block = bound.Named("scriptblock") ?? bound.Positional.Find(p => p is FunctionValue or ObjectValue);
        if (block is FunctionValue function) return run.Invoke(function, bound.Named("argumentlist") is { } list
            ? Arguments.Of(list is ListValue several ? [.. several.Items] : [list]) : new Arguments { Open = true }, position);
        if (block is not null) return run.RunText(block, "Invoke-Command", position);
        if (bound.Named("filepath") is { } file) return run.RunText(new UnknownValue("script " + file.Text) { File = run.Sink.Absolute(file) }, "Invoke-Command", position);
        return UnknownValue.Nothing;
    }

    private static void Start(Bound bound, Evaluator run)
    {
        var program = bound.Get("filepath", 0) ?? UnknownValue.Nothing;
        var list = bound.Get("argumentlist", 1);
        if (bound.Named("verb")?.Known?.Equals("runas", StringComparison.OrdinalIgnoreCase) == true)
            run.Sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, "administrator"), "runas");
        List<Value> words = [program];
        foreach (var item in list is ListValue several ? several.Items : list is null ? [] : [list])
        {
            if (item.Known is { } known) words.AddRange(known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => TextValue.Of(w.Trim('"'))));
            else words.Add(item);
        }
        if (program.Known is { } file && (file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".msi", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".bat", StringComparison.OrdinalIgnoreCase)) && !Aliases.Ships(file))
            run.Sink.Path(EffectKind.ExecuteUnknown, program, "script");
        if (program.Known is null) run.Sink.NotKnown(program, "Start-Process");
        else Commands.Run(ArgumentsOf(words), run, -1);
    }

    private static Arguments ArgumentsOf(List<Value> words)
    {
        var result = Arguments.Of(ConstantValue.None);
        foreach (var word in words)
            result.Positional.Add(word.Known is { Length: > 1 } text && text[0] == '-' && char.IsLetter(text[1]) ? new ParameterValue(text[1..], false) : word);
        return result;
    }

    private static ObjectValue Web(string cmdlet, Bound bound, Evaluator run)
    {
        var uri = bound.Get(cmdlet[0] == 's' ? "source" : "uri", 0);
        var body = bound.Named("body") ?? bound.Named("infile") ?? bound.Named("form");
        if (bound.Named("infile") is { } file)
        {
            run.Sink.Path(EffectKind.Read, file);
            body = Objects.Content(file, run);
        }
        var response = Objects.Request(bound.Named("method")?.Known ?? "GET", uri, body, run);
        if ((bound.Named("outfile") ?? bound.Named("destination") ?? (cmdlet[0] == 's' && bound.Positional.Count > 1 ? bound.Positional[1] : null)) is { } target)
            run.Sink.Path(EffectKind.Write, target, "download");
        return response;
    }

    private static Value New(Bound bound, Evaluator run, int position)
    {
        var type = (bound.Get("typename", 0)?.Known ?? bound.Named("comobject")?.Known ?? "").ToLowerInvariant();
        if (type.StartsWith("system.", StringComparison.Ordinal)) type = type[7..];
        var given = bound.Named("argumentlist") ?? (bound.Positional.Count > 1 ? bound.Positional[1] : null);
        return DotNet.Construct(type, given is ListValue list ? Arguments.Of([.. list.Items]) : given is null ? Arguments.None : Arguments.Of(given), run, position);
    }

    /// <summary>PowerShell started by PowerShell: its command is read as if it stood here.</summary>
    public static Value PowerShell(string cmdlet, Value input, Bound bound, Evaluator run, int position)
    {
        var words = bound.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Known is "-") break;
            if (words[i].Known is not { Length: > 1 } word || word[0] is not ('-' or '/')) 
            {
                return i < words.Count && words[i] is FunctionValue block ? run.Invoke(block, Arguments.None, position)
                    : words[i].Known?.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) == true ? Script(words[i], cmdlet, run, position)
                    : run.RunText(new TextValue(new ListValue([.. words.Skip(i)]).Join(" ")), cmdlet, position);
            }
            var flag = word[1..].TrimEnd(':').ToLowerInvariant();
            if (flag is "c" || "command".StartsWith(flag, StringComparison.Ordinal) && flag.Length > 1)
            {
                if (i + 1 < words.Count && words[i + 1].Known is "-") break;
                if (i + 1 < words.Count && words[i + 1] is FunctionValue block) return run.Invoke(block, Arguments.None, position);
                return run.RunText(new TextValue(new ListValue([.. words.Skip(i + 1)]).Join(" ")), cmdlet, position);
            }
            if (flag is "ec" || "encodedcommand".StartsWith(flag, StringComparison.Ordinal))
            {
                // Whatever it says: it was written so that nobody reads it.
                run.Sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, cmdlet + " -EncodedCommand", false), "decoded");
                return run.RunText(i + 1 < words.Count && words[i + 1].Known is { } encoded ? Decoding.Base64Utf16(encoded) : null, cmdlet + " -EncodedCommand", position);
            }
            if ("file".StartsWith(flag, StringComparison.Ordinal))
                return i + 1 < words.Count ? Script(words[i + 1], cmdlet, run, position) : run.RunText(null, cmdlet, position);
            if (flag is "ep" or "ex" or "version" or "configurationname" or "outputformat" or "inputformat"
                || "executionpolicy".StartsWith(flag, StringComparison.Ordinal) || "windowstyle".StartsWith(flag, StringComparison.Ordinal)
                || "workingdirectory".StartsWith(flag, StringComparison.Ordinal)) i++;
        }
        if (input is not ConstantValue) return run.RunText(input, cmdlet, position);
        run.Sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, cmdlet), "shell");
        return UnknownValue.Nothing;
    }

    /// <summary>A script or a module in a file: read where it was looked at, and known by its path where the same call made it.</summary>
    public static Value Script(Value path, string how, Evaluator run, int position)
    {
        run.Sink.Path(EffectKind.ExecuteUnknown, path, "script");
        return run.RunText(new UnknownValue("script " + path.Text) { Origin = Origin.File, File = run.Sink.Absolute(path) }, how, position);
    }

    // Some of what lies in a folder of the workspace; of anywhere else it may as well be all.
    private static Value Chosen(Value input) =>
        input is TextValue text && text.Text is { HasUnknown: false, HasGlob: true } word && word.ToString() is var path && path.LastIndexOfAny(['/', '\\']) is var slash
            && path[0] is not ('/' or '\\' or '~' or '$') && !path.Contains(':') && !path.Contains("..", StringComparison.Ordinal)
            ? new TextValue(CodePath.Concat(Word.Of(path[..(slash + 1)]), Word.Unknown("<found>"))) { Origin = text.Origin }
            : input;
}
