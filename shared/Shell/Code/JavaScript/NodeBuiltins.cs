namespace Sallyport.Shell.Code;

/// <summary>JavaScript's own functions and the modules that only compute.</summary>
internal static class NodeBuiltins
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var first = arguments[0];
        switch (path)
        {
            case "require" or "import" or "module.require" or "process.getBuiltinModule" or "require.main.require"
                or "module.constructor._load" or "constructor._load" or "module.Module._load" or "mainModule.require":
                if (first?.Known is { } module) return Required(module, run);
                run.Sink.Unknown("module picked at run time", position);
                return new SymbolValue("require.?");
            case "module.createRequire":
                return new SymbolValue("require");
            case "eval" or "vm.runInThisContext" or "vm.runInNewContext" or "vm.runInContext":
                return run.RunText(first, path, position);
            // zx and Bun run a template with this name in front as a command.
            case "$" or "Bun.$":
                run.Sink.Shell(first, path);
                return new ObjectValue("output") { Origin = Origin.Process };
            case "vm.Script" or "vm.compileFunction":
                return run.RunText(first, path, position);
            case "Function" or "constructor" or "Function.constructor" or "GeneratorFunction":
                return run.FunctionOf(arguments.Count > 0 ? arguments.Positional[^1] : null, "Function", position, arguments.Positional.SkipLast(1));
            case "setTimeout" or "setInterval" or "setImmediate" or "process.nextTick" or "queueMicrotask":
                if (first is TextValue) return run.RunText(first, path, position);
                run.CallBack(first, position);
                return UnknownValue.Nothing;
            case "Buffer.from" or "Buffer" or "Bun.Buffer.from":
                return arguments[1]?.Known switch
                {
                    "base64" or "base64url" => Decoding.Base64(first),
                    "hex" => Decoding.Hex(first),
                    _ => first is ListValue { Open: false } codes ? Characters(codes.Items) : first,
                };
            case "atob":
                return Decoding.Base64(first);
            case "String" or "decodeURIComponent" or "unescape" or "decodeURI" or "Promise.resolve" or "util.promisify" or "Object.freeze"
                or "path.resolve" or "path.normalize" or "url.fileURLToPath" or "JSON.stringify" or "String.raw":
                if (path == "path.resolve" && arguments.Count > 1) return Joined(arguments);
                if (path is "unescape" or "decodeURIComponent" or "decodeURI" && first?.Known is { } escaped) return TextValue.Of(Unescaped(escaped));
                return first ?? UnknownValue.Nothing;
            case "path.join":
                return Joined(arguments);
            case "path.dirname" or "path.basename" when first?.Known is { } text:
                var cut = text.LastIndexOf('/');
                return TextValue.Of(path == "path.basename" ? text[(cut + 1)..] : cut > 0 ? text[..cut] : cut == 0 ? "/" : ".");
            case "String.fromCharCode" or "String.fromCodePoint":
                return Characters(arguments.Positional);
            case "Number" or "parseInt" or "parseFloat":
                return first is NumberValue ? first : double.TryParse(first?.Known, out var number) ? new NumberValue(number) : UnknownValue.Nothing;
            case "Array.from" or "Object.values" when first is ListValue or DictValue:
                var list = first as ListValue ?? new ListValue([.. ((DictValue)first).Items.Values], ((DictValue)first).Open);
                return arguments[1] is FunctionValue ? ListMethods.Call(list, "map", Arguments.Of(arguments[1]!), run, position) : list;
            case "Object.keys" or "Object.entries" when first is DictValue dict:
                return Methods.Call(dict, path[7..], Arguments.None, run, position);
            case "Promise.all" or "Promise.allSettled" or "Promise.race":
                return first;
            case "Reflect.get" when first is not null && arguments[1]?.Known is { } name:
                return run.Member(first, name);
            case "Reflect.apply" when first is not null && arguments[2] is ListValue given:
                return run.Invoke(first, Arguments.Of([.. given.Items]), position);
            case "Promise":
                run.CallBack(first, position);
                return UnknownValue.Nothing;
            case "os.homedir":
                return run.Environment(TextValue.Of("HOME"));
            case "os.tmpdir":
                return TextValue.Of("/tmp");
            case "process.cwd" or "Deno.cwd":
                return run.Sink.Cwd is { } cwd ? TextValue.Of(cwd) : UnknownValue.Nothing;
            case "process.chdir" or "Deno.chdir":
                run.Sink.GoTo(first);
                return ConstantValue.None;
            case "repl.start":
                run.Sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, "node"), "interpreter");
                return UnknownValue.Nothing;
            case "console.log" or "console.error" or "console.info" or "console.warn" or "process.stdout.write" or "process.stderr.write":
                return ConstantValue.None;
            default:
                return null;
        }
    }

    /// <summary>A module by its name; a file of one's own is code that is run.</summary>
    private static SymbolValue Required(string name, Evaluator run)
    {
        if (name.StartsWith("http:", StringComparison.Ordinal) || name.StartsWith("https:", StringComparison.Ordinal))
            run.Sink.NotKnown(new UnknownValue(name) { Origin = Origin.Network }, "import");
        if (name.StartsWith('.') && run.Sink.Absolute(TextValue.Of(name)) is { } path)
        {
            var file = System.IO.Path.HasExtension(path) ? path : path + ".js";
            if (run.Sink.Fetched(file)) run.Sink.NotKnown(new UnknownValue("module " + name) { Origin = Origin.Network }, "require");
            else if (run.Sink.Content(file) is { } content) run.RunText(content, "require", 0);
        }
        return new SymbolValue(JavaScriptDialect.Module(name));
    }

    private static Value Characters(List<Value> codes)
    {
        if (!codes.TrueForAll(c => c is NumberValue)) return UnknownValue.Nothing;
        return TextValue.Of(string.Concat(codes.Select(c => Format.Character(((NumberValue)c).Number))));
    }

    private static string Unescaped(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;

    public static Value Joined(Arguments arguments)
    {
        Value? result = null;
        foreach (var part in arguments.Positional)
        {
            if (result is null) result = part;
            else if (part.Text.KnownPrefix is { } p && p.StartsWith("./", StringComparison.Ordinal) && part.Known is { } known)
                result = new TextValue(CodePath.Join(result.Text, Word.Of(known[2..])));
            else result = new TextValue(CodePath.Join(result.Text, part.Text)) { Origin = result.Origin | part.Origin };
        }
        return result ?? UnknownValue.Nothing;
    }
}
