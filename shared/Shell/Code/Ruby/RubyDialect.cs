namespace Sallyport.Shell.Code;

/// <summary>Ruby: Kernel, File, FileUtils, Dir, Process and its network libraries.</summary>
internal sealed class RubyDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.Ruby;
    public override bool Hoists => true;
    public override string Constructor => "initialize";
    public override string? SelfName => "self";

    public override Node Parse(string text, Work work) => ScriptParser.Parse(text, work, ruby: true);

    public override Value? Read(string path, Evaluator run) => path switch
    {
        "ENV" => Objects.Environment(),
        "ARGV" => run.Sink.Argv(),
        "STDIN" or "$stdin" => new ObjectValue("stdin"),
        "__FILE__" or "$0" or "$PROGRAM_NAME" => run.Sink.ScriptPath is { } script ? TextValue.Of(script) : new UnknownValue(path),
        "__dir__" => run.Sink.ScriptPath is { } script ? TextValue.Of(Commands.PathText.Parent(script)) : new UnknownValue(path),
        _ when path.StartsWith("Dir.", StringComparison.Ordinal) && path.AsSpan(4).IndexOfAny("/*.") >= 0 =>
            new ListValue([new TextValue(PythonFiles.Globbed(TextValue.Of(path[4..])))]),
        _ => null,
    };

    public override Value Unbound(string name, Evaluator run) => name.StartsWith('$') || name.StartsWith('@') || name is "__dir__" or "__FILE__" ? Read(name, run) ?? new UnknownValue(name) : base.Unbound(name, run);

    public override bool Dangerous(string module) => module is "Kernel" or "File" or "FileUtils" or "Object" or "Process" or "IO" or "Dir";

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        if (path == "__dir__") return Read(path, run);
        path = path.Replace("::", ".", StringComparison.Ordinal);
        foreach (var prefix in (ReadOnlySpan<string>)["Kernel.", "Object.", "self.", "Process.Kernel."])
            if (path.StartsWith(prefix, StringComparison.Ordinal) && path.Length > prefix.Length && path != "Object.const_get") path = path[prefix.Length..];
        var first = arguments[0];
        var dot = path.LastIndexOf('.');
        if (path[(dot + 1)..] is "send" or "public_send" or "__send__" or "method")
        {
            var owner = dot > 0 ? path[..dot] + "." : "";
            if (first?.Known is not { } chosen)
            {
                run.Sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, owner + "?", false), "dynamic-call");
                return UnknownValue.Nothing;
            }
            return path.EndsWith("method", StringComparison.Ordinal) ? new SymbolValue(owner + chosen)
                : Call(owner + chosen, Methods.Skip(arguments), run, position) ?? run.NotKnown(first, arguments, position);
        }
        if (run.Global.Find(path) is FunctionValue own) return run.Invoke(own, arguments, position);
        return path.EndsWith(".call", StringComparison.Ordinal) ? Call(path[..^5], arguments, run, position)
            : RubyFiles.Call(path, arguments, run, position) ?? RubyProcesses.Call(path, arguments, run, position);
    }

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position)
    {
        if (method is "send" or "public_send" && arguments[0]?.Known is { } name) return Call(self, name, Methods.Skip(arguments), run, position);
        if (method is "[]" && self.Type == "environment") return run.Environment(arguments[0]);
        return Objects.Call(self, method, arguments, run, position) ?? PythonPaths.Call(self, method is "delete" ? "unlink"
            : method is "write" && self.Type == "path" ? "write_text" : method, arguments, run);
    }
}
