namespace Sallyport.Shell.Code;

/// <summary>Processes and the network in Node, Deno and Bun.</summary>
internal static class NodeProcesses
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "child_process.exec" or "child_process.execSync" or "shelljs.exec" or "zx.$" or "$" or "execa.command" or "execa.commandSync" or "execa.execaCommand" or "Bun.$" or "bun.$":
                if (path == "$" && first is not TextValue) return null;
                return Shelled(path, first, arguments, run, position);
            case "child_process.spawn" or "child_process.spawnSync" or "child_process.execFile" or "child_process.execFileSync" or "execa" or "execa.execa"
                or "execa.sync" or "execa.execaSync" or "cross-spawn" or "cross-spawn.sync" or "child_process.fork" or "node-pty.spawn":
                return Spawned(path, first, arguments, run, position);
            case "Deno.run" or "Bun.spawn" or "Bun.spawnSync":
                var command = first is DictValue dict ? dict.Items.GetValueOrDefault("cmd") : first;
                sink.Run(command is ListValue { Open: false } argv ? argv.Items : [], path);
                return Objects.Output(command, path);
            case "Deno.Command":
                sink.Run([first ?? UnknownValue.Nothing, .. arguments.Option("args") is ListValue { Open: false } args ? args.Items : []], path);
                return Objects.Output(first, path);
            case "process.kill" or "Deno.kill":
                if (arguments[1] is not NumberValue { Number: 0 })
                    sink.Kill(first);
                return ConstantValue.None;
            case "process.setuid" or "process.setgid" or "process.seteuid":
                if (first is NumberValue { Number: 0 } || first?.Known == "root") sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, "root"), path);
                return ConstantValue.None;
            case "process.binding" or "process.dlopen":
                return new SymbolValue("process.binding");
            case "fetch" or "fetch.default" or "fetch.request" or "fetch.fetch" or "got" or "axios" or "axios.request" or "superagent" or "request" or "needle":
                return Fetched(first, arguments, run, position);
            case "http.get" or "http.request":
                return Requested(path, first, arguments, run, position);
            case "net.connect" or "net.createConnection" or "net.Socket" or "WebSocket" or "ws" or "Deno.connect":
                return Connected(path, arguments, run, position);
            case "net.createServer" or "http.createServer":
                run.CallBack(first, position, new ObjectValue("socket") { Origin = Origin.Network });
                return UnknownValue.Nothing;
            case "dgram.createSocket":
                return new ObjectValue("dgram") { Origin = Origin.Network };
        }
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path[..dot] is not ("axios" or "got" or "superagent" or "request" or "needle" or "ky")) return null;
        var verb = path[(dot + 1)..];
        if (verb is not ("get" or "post" or "put" or "patch" or "delete" or "head")) return null;
        return Answer(Objects.Request(verb, first, verb is "post" or "put" or "patch" ? arguments[1] : null, run), arguments, run, position);
    }

    private static Value Answer(ObjectValue response, Arguments arguments, Evaluator run, int position)
    {
        foreach (var argument in arguments.Positional)
            if (argument is FunctionValue function) run.CallBack(function, position, response);
        return response;
    }

    private static Value Shelled(string path, Value? command, Arguments arguments, Evaluator run, int position)
    {
        var cwd = run.Sink.Cwd;
        if (arguments.Option("cwd") is { } where) run.Sink.GoTo(where);
        run.Sink.Shell(command, path);
        run.Sink.Cwd = cwd;
        return Ran(command, path, arguments, run, position);
    }

    private static Value Spawned(string path, Value? program, Arguments arguments, Evaluator run, int position)
    {
        var given = arguments[1] as ListValue;
        var cwd = run.Sink.Cwd;
        if (arguments.Option("cwd") is { } where) run.Sink.GoTo(where);
        if (arguments.Flag("shell"))
        {
            var line = program ?? UnknownValue.Nothing;
            if (given is not null) line = Operators.Bound(CodePath.Concat(line.Text, Word.Of(" "), given.Join(" ")), line.Origin);
            run.Sink.Shell(line, path);
        }
        else
        {
            List<Value> argv = [program ?? UnknownValue.Nothing, .. given?.Items ?? []];
            if (path.EndsWith("fork", StringComparison.Ordinal)) argv.Insert(0, TextValue.Of("node"));
            if (given is { Open: true } || (given is null && arguments[1] is UnknownValue)) argv.Add(UnknownValue.Nothing);
            run.Sink.Run(argv, path, captured: arguments.Option("stdio")?.Known != "inherit");
        }
        run.Sink.Cwd = cwd;
        var result = Ran(program, path, arguments, run, position);
        if (result is ObjectValue made) made.Fields["argv"] = new ListValue([program ?? UnknownValue.Nothing, .. given?.Items ?? []]);
        return result;
    }

    private static Value Ran(Value? command, string path, Arguments arguments, Evaluator run, int position)
    {
        var output = Objects.Output(command, path);
        foreach (var argument in arguments.Positional)
            if (argument is FunctionValue function) run.CallBack(function, position);
        return output;
    }

    private static Value Fetched(Value? url, Arguments arguments, Evaluator run, int position)
    {
        if (url is DictValue options) url = options.Items.GetValueOrDefault("url") ?? options.Items.GetValueOrDefault("uri");
        var body = arguments.Option("body") ?? arguments.Option("data") ?? arguments.Option("json");
        return Answer(Objects.Request(arguments.Option("method")?.Known ?? "GET", url, body, run), arguments, run, position);
    }

    private static ObjectValue Requested(string path, Value? url, Arguments arguments, Evaluator run, int position)
    {
        if (url is DictValue options)
            url = Objects.Address(new ListValue([options.Items.GetValueOrDefault("hostname") ?? options.Items.GetValueOrDefault("host") ?? UnknownValue.Nothing,
                options.Items.GetValueOrDefault("port") ?? new NumberValue(80)]));
        var method = arguments.Option("method")?.Known ?? "GET";
        var response = Objects.Request(method, url, null, run);
        Answer(response, arguments, run, position);
        return path == "http.get" ? response : new ObjectValue("http") { Subject = url, Origin = Origin.Network };
    }

    private static ObjectValue Connected(string path, Arguments arguments, Evaluator run, int position)
    {
        var socket = new ObjectValue("socket") { Origin = Origin.Network };
        var first = arguments[0];
        var host = first is DictValue options
            ? new ListValue([options.Items.GetValueOrDefault("host") ?? TextValue.Of("localhost"), options.Items.GetValueOrDefault("port") ?? UnknownValue.Nothing])
            : first is NumberValue ? new ListValue([arguments[1] is TextValue name ? name : TextValue.Of("localhost"), first]) : first;
        if (first is not null && path != "net.Socket") Objects.Connect(socket, host, run);
        foreach (var argument in arguments.Positional) run.CallBack(argument, position);
        return socket;
    }
}
