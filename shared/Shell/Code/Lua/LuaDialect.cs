namespace Sallyport.Shell.Code;

/// <summary>Lua: <c>os</c>, <c>io</c> and <c>load</c>.</summary>
internal sealed class LuaDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.Lua;
    public override bool AssignsLocally => false;

    public override Node Parse(string text, Work work) => LuaParser.Parse(text, work);

    public override Value? Read(string path, Evaluator run) => path.StartsWith("_G.", StringComparison.Ordinal) ? new SymbolValue(path[3..]) : null;

    public override bool Dangerous(string module) => module is "os" or "io" or "_G";

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "os.execute" or "io.popen":
                sink.Shell(first, path);
                return Objects.Output(first, path);
            case "os.remove" or "lfs.rmdir":
                sink.Path(EffectKind.Delete, first, forced: true);
                return ConstantValue.True;
            case "os.rename":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.True;
            case "io.open" or "io.output":
                return Objects.Open(first, path == "io.output" ? "w" : arguments[1]?.Known ?? (arguments.Count > 1 ? "r+" : "r"), run);
            case "io.lines" or "io.input":
                sink.Path(EffectKind.Read, first);
                return Objects.Content(first, run);
            case "io.read":
                return new UnknownValue("stdin") { Origin = Origin.Input };
            case "os.getenv":
                return run.Environment(first);
            case "load" or "loadstring":
                return first?.Known is null ? run.RunText(first, path, position) : run.FunctionOf(first, path, position);
            case "dofile" or "loadfile" or "require" when path != "require":
                return run.RunText(new UnknownValue("script " + first?.Text) { File = sink.Absolute(first) }, path, position);
            case "require":
                return first?.Known is { } module ? new SymbolValue(module) : UnknownValue.Nothing;
            case "pcall" or "xpcall" or "coroutine.wrap" when first is not null:
                return run.Invoke(first, Methods.Skip(arguments), position);
            case "string.char":
                return arguments.Positional.TrueForAll(a => a is NumberValue)
                    ? TextValue.Of(string.Concat(arguments.Positional.Select(a => Format.Character(((NumberValue)a).Number))))
                    : UnknownValue.Nothing;
            case "string.reverse" or "string.lower" or "string.upper" when first is not null:
                return Methods.Call(first, path[7..], Arguments.None, run, position);
            case "string.format" when first?.Known is { } format:
                return Format.Percent(format, [.. arguments.Positional.Skip(1)]);
            case "table.concat" when first is ListValue list:
                return Operators.Bound(list.Join(arguments[1]?.Known ?? ""), list.Carried);
            case "ipairs" or "pairs":
                return first;
            case "tostring":
                return first;
            case "socket.connect" or "socket.tcp":
                var socket = new ObjectValue("socket") { Origin = Origin.Network };
                if (first is not null) Objects.Connect(socket, arguments[1] is { } port ? new ListValue([first, port]) : first, run);
                return socket;
            case "socket.http.request" or "http.request":
                return Objects.Downloaded(Objects.Request("GET", first, arguments[1], run));
            default:
                return null;
        }
    }

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position) => Objects.Call(self, method, arguments, run, position);
}
