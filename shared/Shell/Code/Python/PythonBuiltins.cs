namespace Sallyport.Shell.Code;

/// <summary>Python's built-in functions and the modules that only compute.</summary>
internal static class PythonBuiltins
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var first = arguments[0];
        switch (path)
        {
            case "__import__" or "importlib.import_module" or "importlib.__import__":
                if (first?.Known is { } module) return run.Symbol(path == "__import__" ? module.Split('.')[0] : module);
                run.Sink.Unknown("module picked at run time", position);
                return new SymbolValue("importlib.?");
            case "getattr" or "operator.attrgetter" or "inspect.getattr_static" when first is not null && arguments[1] is { } name:
                if (name.Known is { } known) return run.Member(first, known);
                return first is SymbolValue symbol ? new SymbolValue(symbol.Path + ".?") : UnknownValue.Nothing;
            case "setattr" when first is SymbolValue or ObjectValue && arguments[1]?.Known is { } field && arguments[2] is { } value:
                if (first is ObjectValue target) target.Fields[field] = value;
                return ConstantValue.None;
            case "globals" or "locals" or "vars" when arguments.Count == 0:
                return new Names(run).Value;
            case "vars" when first is SymbolValue:
                return first;
            case "eval" or "exec":
                return run.RunText(first, path, position);
            case "compile":
                return new ObjectValue("code") { Subject = first, Origin = first?.Origin ?? Origin.None };
            case "types.FunctionType" or "types.CodeType" or "marshal.loads":
                return first is ObjectValue { Type: "code" or "pickle" } code
                    ? code.Subject is ObjectValue inner ? inner : code
                    : new UnknownValue("code object") { Origin = (first?.Origin ?? Origin.None) | Origin.Decoded };
            case "marshal.dumps" or "pickle.dumps" or "cPickle.dumps" or "dill.dumps" or "cloudpickle.dumps":
                return new ObjectValue("pickle") { Subject = first };
            case "pickle.loads" or "cPickle.loads" or "dill.loads" or "cloudpickle.loads" or "_pickle.loads" or "pickle.Unpickler"
                or "pickle.load" or "cPickle.load" or "dill.load" or "yaml.unsafe_load" or "jsonpickle.decode" or "shelve.open" or "joblib.load":
                return Unpickle(first, path, run, position);
            case "str" or "bytes" or "bytearray" or "repr" or "ascii" or "os.fspath" or "os.fsdecode" or "os.fsencode" or "io.StringIO" or "io.BytesIO"
                or "shlex.quote" or "textwrap.dedent" or "codecs.BOM" or "memoryview" or "unicode" or "pipes.quote" or "re.escape":
                return Text(first, arguments.Origin);
            case "int" or "float" or "ord" or "abs" or "round":
                return Number(path, first, arguments);
            case "chr" or "unichr":
                return first is NumberValue code2 ? TextValue.Of(Format.Character(code2.Number)) : Unknown(path, arguments);
            case "list" or "tuple" or "set" or "sorted" or "frozenset" or "iter" or "reversed" or "enumerate" or "collections.deque" or "itertools.chain":
                return List(path, first, arguments);
            case "dict" or "collections.OrderedDict" or "types.SimpleNamespace" or "argparse.Namespace":
                var dict = first as DictValue ?? new DictValue { Open = first is not null, Origin = first?.Origin ?? Origin.None };
                foreach (var (key, item) in arguments.Named) dict.Items[key] = item;
                if (path is not "types.SimpleNamespace") return dict;
                var made = new ObjectValue("namespace");
                foreach (var (key, item) in arguments.Named) made.Fields[key] = item;
                return made;
            case "map" or "filter" or "functools.reduce" when arguments[1] is { } over:
                return ListMethods.Call(over as ListValue ?? new ListValue([], true), "map", Arguments.Of(first ?? UnknownValue.Nothing), run, position);
            case "range":
                return Range(arguments);
            case "len" when first is ListValue { Open: false } list:
                return new NumberValue(list.Items.Count);
            case "len" when first?.Known is { } text:
                return new NumberValue(text.Length);
            case "bytes.fromhex" or "bytearray.fromhex" or "binascii.unhexlify" or "binascii.a2b_hex":
                return Decoding.Hex(first);
            case "base64.b64decode" or "base64.standard_b64decode" or "base64.urlsafe_b64decode" or "binascii.a2b_base64" or "base64.decodebytes"
                or "base64.decodestring":
                return Decoding.Base64(first);
            case "base64.b16decode":
                return Decoding.Hex(first);
            case "codecs.decode" or "codecs.encode" when first is not null:
                return Methods.Call(first, "decode", Methods.Skip(arguments), run, position) ?? Decoding.Unknown(first, "decoded text");
            case "zlib.decompress" or "gzip.decompress" or "bz2.decompress" or "lzma.decompress" or "base64.b85decode" or "base64.a85decode" or "base64.b32decode":
                return Decoding.Unknown(first, path + "()");
            case "str.join" or "bytes.join" when first is not null && arguments[1] is { } joined:
                return Methods.Call(first, "join", Arguments.Of(joined), run, position);
            case "shlex.split" when first?.Known is { } line:
                return new ListValue([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => TextValue.Of(w.Trim('"', '\'')))]);
            case "atexit.register" or "weakref.finalize" when first is not null:
                run.HandOver(path == "atexit.register" ? first : arguments[1] ?? first, path == "atexit.register" ? Methods.Skip(arguments) : Methods.Skip(Methods.Skip(arguments)), position);
                return first;
            case "timeit.timeit" or "timeit.repeat" or "timeit.Timer":
                foreach (var text in (Value?[])[arguments.Get(1, "setup"), arguments.Get(0, "stmt")])
                    if (text is TextValue) run.RunText(text, path, position);
                    else run.CallBack(text, position);
                return UnknownValue.Nothing;
            case "cProfile.run" or "profile.run" or "pdb.run" or "pdb.runeval" or "bdb.run" or "trace.run":
                return run.RunText(first, path, position);
            case "functools.partial" or "asyncio.run" or "asyncio.create_task" or "asyncio.get_event_loop":
                return path == "functools.partial" && first is not null ? Partial(first, arguments, run, position) : first is UnknownValue or null ? null : run.CallBack(first, position) ?? first;
            case "open" when arguments.Count > 0:
                return null;
            case "code.interact" or "code.InteractiveConsole" or "IPython.embed" or "pdb.set_trace" or "breakpoint":
                run.Sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, path), "interpreter");
                return UnknownValue.Nothing;
            case "input" or "raw_input" or "sys.stdin.read" or "getpass.getpass":
                return new UnknownValue(path + "()") { Origin = Origin.Input };
            case "print" or "super" or "isinstance" or "hasattr" or "type" or "time.sleep":
                return ConstantValue.None;
            default:
                return null;
        }
    }

    private static UnknownValue Unknown(string path, Arguments arguments) => new(path + "()") { Origin = arguments.Origin };

    private static Value Partial(Value function, Arguments arguments, Evaluator run, int position) =>
        run.Invoke(function, Methods.Skip(arguments), position);

    private static Value Text(Value? value, Origin origin) => value switch
    {
        null => TextValue.Empty,
        ListValue { Open: false } codes when codes.Items.Count > 0 && codes.Items.TrueForAll(i => i is NumberValue) =>
            TextValue.Of(string.Concat(codes.Items.Select(i => Format.Character(((NumberValue)i).Number)))),
        ObjectValue { Type: "path", Subject: { } subject } => subject,
        TextValue or ChoiceValue or UnknownValue => value,
        _ => new TextValue(value.Text) { Origin = origin },
    };

    private static Value Number(string path, Value? value, Arguments arguments) => value switch
    {
        NumberValue => value,
        TextValue { Known: { Length: 1 } one } when path == "ord" => new NumberValue(one[0]),
        TextValue { Known: { } text } when path == "int" && arguments[1] is NumberValue { Number: 16 } => new NumberValue(Lexer.ValueOf("0x" + text)),
        TextValue { Known: { } text } when double.TryParse(text, out var number) => new NumberValue(number),
        _ => Unknown(path, arguments),
    };

    private static ListValue List(string path, Value? value, Arguments arguments)
    {
        switch (value)
        {
            case null when arguments.Count == 0:
                return new ListValue([]);
            case ListValue list:
                var copy = new ListValue([.. list.Items], list.Open);
                if (path == "reversed") copy.Items.Reverse();
                if (path == "enumerate") return new ListValue([.. list.Items.Select((item, i) => (Value)new ListValue([new NumberValue(i), item]))], list.Open);
                return copy;
            case TextValue { Known: { } text }:
                var characters = text.Take(ListValue.MaxItems).Select(c => (Value)TextValue.Of(c.ToString())).ToList();
                if (path == "reversed") characters.Reverse();
                return new ListValue(characters, text.Length > ListValue.MaxItems);
            default:
                return new ListValue([Evaluator.Element(value)], true);
        }
    }

    private static ListValue Range(Arguments arguments)
    {
        var from = arguments.Count > 1 ? arguments[0] : new NumberValue(0);
        var to = arguments.Count > 1 ? arguments[1] : arguments[0];
        var step = arguments.Count > 2 ? arguments[2] : new NumberValue(1);
        if (from is not NumberValue a || to is not NumberValue b || step is not NumberValue s || s.Number == 0 || Math.Abs((b.Number - a.Number) / s.Number) > 64)
            return new ListValue([new UnknownValue("range()")], true);
        var result = new ListValue([]);
        for (var i = a.Number; s.Number > 0 ? i < b.Number : i > b.Number; i += s.Number) result.Add(new NumberValue(i));
        return result;
    }

    /// <summary>What is unpickled may run anything: the program's own object what its <c>__reduce__</c> says.</summary>
    private static Value Unpickle(Value? value, string path, Evaluator run, int position)
    {
        if (value is ObjectValue { Type: "pickle", Subject: ObjectValue { Class: not null } made })
        {
            foreach (var name in (ReadOnlySpan<string>)["__reduce__", "__reduce_ex__"])
            {
                if (run.Member(made, name) is not FunctionValue reduce) continue;
                if (run.Invoke(reduce, Arguments.None, position) is not ListValue { Items.Count: > 1 } pair) continue;
                return run.Invoke(pair.Items[0], pair.Items[1] is ListValue list ? Arguments.Of([.. list.Items]) : Arguments.None, position);
            }
        }
        if (value is ObjectValue { Type: "pickle", Subject: ObjectValue { Type: "code" } code }) return code;
        if (value is not null && (value.Origin & (Origin.Network | Origin.Decoded | Origin.Input)) != 0) run.Sink.NotKnown(value, path);
        return new UnknownValue(path + "()") { Origin = value?.Origin ?? Origin.None };
    }

    /// <summary>The program's own names as a dictionary.</summary>
    private readonly struct Names(Evaluator run)
    {
        public Value Value
        {
            get
            {
                var result = new DictValue { Open = true };
                foreach (var (name, value) in run.Global.Names) result.Items[name] = value;
                result.Items["__builtins__"] = new SymbolValue("builtins");
                return result;
            }
        }
    }
}
