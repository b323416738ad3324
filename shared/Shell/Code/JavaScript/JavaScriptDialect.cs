namespace Sallyport.Shell.Code;

/// <summary>JavaScript as Node, Deno and Bun run it.</summary>
internal sealed class JavaScriptDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.JavaScript;
    public override bool Hoists => true;
    public override bool AssignsLocally => false;
    public override string Constructor => "constructor";
    public override string? SelfName => "this";
    public override string? ArgumentList => "arguments";

    public override Node Parse(string text, Work work) => JavaScriptParser.Parse(text, work);

    /// <summary>A module's name without its scheme, and the variants of one under one name.</summary>
    public static string Module(string name)
    {
        if (name.StartsWith("node:", StringComparison.Ordinal)) name = name[5..];
        return name switch
        {
            "fs/promises" or "fs-extra" or "graceful-fs" => "fs",
            "https" or "follow-redirects" => "http",
            "tls" => "net",
            "node-fetch" or "cross-fetch" or "undici" => "fetch",
            _ => name,
        };
    }

    public override Value? Read(string path, Evaluator run)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["globalThis.", "window.", "global.", "self.", "process.mainModule."])
            if (path.StartsWith(prefix, StringComparison.Ordinal)) return Read(path[prefix.Length..], run) ?? new SymbolValue(path[prefix.Length..]);
        if (path.StartsWith("fs.promises", StringComparison.Ordinal)) return new SymbolValue("fs" + path[11..]);
        if (path.StartsWith("process.env.", StringComparison.Ordinal)) return run.Environment(TextValue.Of(path[12..]));
        return path switch
        {
            "process.env" => Objects.Environment(),
            "process.argv" => run.Sink.Script is { } script ? run.Sink.Argv("node", script) : run.Sink.Argv("node"),
            "Deno.args" => run.Sink.Argv(),
            "process.stdin" => new ObjectValue("stdin"),
            "process.execPath" => TextValue.Of("node"),
            "path.sep" => TextValue.Of("/"),
            "__dirname" or "import.meta.dirname" or "import.meta.dir" => run.Sink.ScriptPath is { } script ? TextValue.Of(Commands.PathText.Parent(script))
                : run.Sink.Cwd is { } cwd ? TextValue.Of(cwd) : new UnknownValue("__dirname"),
            "__filename" or "import.meta.filename" or "import.meta.url" or "import.meta.path" => run.Sink.ScriptPath is { } script ? TextValue.Of(script) : new UnknownValue("__filename"),
            "fs.constants" => new SymbolValue("fs.constants"),
            // The modules that node -e brings in by itself.
            "axios.default" => new SymbolValue("axios"),
            _ => null,
        };
    }

    public override bool Dangerous(string module) =>
        module is "fs" or "child_process" or "process" or "globalThis" or "global" or "Deno" or "Bun" or "vm" or "process.binding";

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        if (path.EndsWith(".call", StringComparison.Ordinal)) return run.Invoke(run.Symbol(path[..^5]), Methods.Skip(arguments), position);
        if (path.EndsWith(".apply", StringComparison.Ordinal) && arguments[1] is ListValue list)
            return run.Invoke(run.Symbol(path[..^6]), Arguments.Of([.. list.Items]), position);
        if (path.EndsWith(".then", StringComparison.Ordinal) && arguments[0] is { } then) return run.Invoke(then, Arguments.Of(run.Symbol(path[..^5])), position);
        if (path == "process.binding") run.Sink.NotKnown(arguments[0], path);
        if (path.EndsWith(".bind", StringComparison.Ordinal))
        {
            // What is bound with arguments is made to be called with them.
            if (arguments.Count > 1) run.HandOver(run.Symbol(path[..^5]), Methods.Skip(arguments), position);
            return run.Symbol(path[..^5]);
        }
        return NodeBuiltins.Call(path, arguments, run, position)
            ?? NodeFiles.Call(path, arguments, run, position)
            ?? NodeProcesses.Call(path, arguments, run, position);
    }

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position) =>
        Objects.Call(self, method, arguments, run, position);

    public override Value? Field(ObjectValue self, string name, Evaluator run) =>
        self.Type == "environment" ? run.Environment(TextValue.Of(name)) : Objects.Field(self, name);
}
