namespace Sallyport.Shell.Code;

/// <summary>Perl: its built-in functions and the modules of its own library that matter here.</summary>
internal sealed class PerlDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.Perl;
    public override bool Hoists => true;
    public override bool AssignsLocally => false;
    public override string? ArgumentList => "@_";
    public override string Constructor => "BUILD";

    public override Node Parse(string text, Work work) => ScriptParser.Parse(text, work, ruby: false);

    public override Value Unbound(string name, Evaluator run) => name switch
    {
        "$ENV" => Objects.Environment(),
        "$ARGV" => run.Sink.Argv(),
        "@_" => new ListValue([], true),
        "$0" or "$$" => new UnknownValue(name),
        ['&', ..] => run.Global.Find(name[1..]) ?? new SymbolValue(name[1..]),
        ['$', ..] => new UnknownValue(name) { Origin = name == "$_" ? Origin.Input : Origin.None },
        _ => new SymbolValue(name),
    };

    public override bool Dangerous(string module) => module is "POSIX" or "main" or "CORE";

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        if (path.StartsWith("CORE::", StringComparison.Ordinal)) path = path[(path.LastIndexOf(':') + 1)..];
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "system" or "exec":
                Start(path, arguments, run);
                return new UnknownValue("status") { Origin = Origin.Process };
            case "readpipe":
                sink.Shell(first, path);
                return Objects.Output(first, path);
            case "eval":
                return run.RunText(first, path, position);
            case "do" or "require":
                if (first is null or TextValue) return run.RunText(new UnknownValue("script " + first?.Text) { File = sink.Absolute(first) }, path, position);
                return UnknownValue.Nothing;
            case "unlink" or "rmdir" or "File::Path::rmtree" or "rmtree" or "remove_tree" or "File::Path::remove_tree" or "pathrmdir":
                var tree = path.Contains("tree", StringComparison.Ordinal);
                foreach (var target in arguments.Count == 0 ? [run.Global.Find("$_") ?? UnknownValue.Nothing] : arguments.Positional)
                    if (target is not (DictValue or NumberValue)) sink.Path(EffectKind.Delete, target, recursive: tree, forced: true);
                return ConstantValue.True;
            case "open" or "sysopen" or "IO::File.new":
                return Open(path, arguments, run);
            case "print to":
                var handle = first is SymbolValue named ? run.Global.Find(named.Path) : first;
                if (handle is ObjectValue made) Call(made, "print", Methods.Skip(arguments), run, position);
                return ConstantValue.True;
            case "rename" or "move" or "File::Copy::move" or "mv":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.True;
            case "link" or "symlink":
                sink.Link(first, arguments[1]);
                return ConstantValue.True;
            case "copy" or "File::Copy::copy" or "cp":
                sink.Path(EffectKind.Read, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.True;
            case "truncate":
                sink.Path(EffectKind.Truncate, first);
                return ConstantValue.True;
            case "chmod":
                foreach (var target in arguments.Positional.Skip(1)) sink.Path(EffectKind.ChangeMode, target, PythonFiles.Mode(first));
                return ConstantValue.True;
            case "chown":
                foreach (var target in arguments.Positional.Skip(2)) sink.Path(EffectKind.ChangeOwner, target);
                return ConstantValue.True;
            case "mkdir" or "make_path" or "mkpath":
                sink.Path(EffectKind.Write, first, "make-folder");
                return ConstantValue.True;
            case "chdir":
                sink.GoTo(first);
                return ConstantValue.True;
            case "glob" or "File::Glob::bsd_glob":
                return new ListValue([new TextValue(PythonFiles.Globbed(PythonFiles.Expanded(first, run)))]);
            case "kill":
                foreach (var process in arguments.Positional.Skip(1))
                    if (first is not NumberValue { Number: 0 }) sink.Kill(process);
                return ConstantValue.True;
            case "fork":
                if (run.InLoop) sink.Add(EffectKind.Exhaust, Target.None, "fork-bomb");
                return UnknownValue.Nothing;
            case "decode_base64" or "MIME::Base64::decode" or "MIME::Base64::decode_base64":
                return Decoding.Base64(first);
            case "pack" when first?.Known is { } directive:
                return ListMethods.Call(new ListValue([.. arguments.Positional.Skip(1)]), "pack", Arguments.Of(TextValue.Of(directive)), run, position) ?? UnknownValue.Nothing;
            case "unpack" when arguments[1] is { } packed:
                return first?.Known is "u" ? Decoding.Unknown(packed, "decoded text") : new UnknownValue("unpack") { Origin = packed.Origin | Origin.Decoded };
            case "chr" when first is NumberValue code:
                return TextValue.Of(Format.Character(code.Number));
            case "ord" when first?.Known is { Length: > 0 } letter:
                return new NumberValue(letter[0]);
            case "join" when first?.Known is { } separator:
                return Operators.Bound(Flat(arguments.Positional.Skip(1)).Join(separator), arguments.Origin);
            case "sprintf" when first?.Known is { } format:
                return Format.Percent(format, [.. arguments.Positional.Skip(1)]);
            case "reverse":
                if (first?.Known is { } text && arguments.Count == 1 && first is TextValue) return Methods.Call(TextValue.Of(text), "reverse", Arguments.None, run, position);
                var reversed = Flat(arguments.Positional);
                reversed.Items.Reverse();
                return reversed;
            case "lc" or "uc" or "lcfirst" or "ucfirst" or "quotemeta" or "scalar" or "chomp" or "ref":
                return first is null ? UnknownValue.Nothing : path is "lc" or "uc" ? Methods.Call(first, path == "lc" ? "lower" : "upper", Arguments.None, run, position) ?? first : first;
            case "hex" or "oct" when first?.Known is { } digits:
                return new NumberValue(Lexer.ValueOf((path == "hex" ? "0x" : "0o") + digits.Replace("0x", "", StringComparison.Ordinal)));
            case "push" or "unshift" when first is ListValue list:
                foreach (var item in Flat(arguments.Positional.Skip(1)).Items) list.Add(item);
                return list;
            case "map" or "grep" when first is FunctionValue each:
                return ListMethods.Call(Flat(arguments.Positional.Skip(1)), path == "grep" ? "filter" : "map", Arguments.Of(each), run, position);
            case "split" when arguments[1] is { } subject:
                return Methods.Call(subject, "split", Arguments.Of(first is TextValue ? first : UnknownValue.Nothing), run, position);
            case "File::Find::find" or "find" or "finddepth":
                run.Global.Declare("$_", new TextValue(CodePath.Concat((arguments[1] ?? UnknownValue.Nothing).Text, new Word([new Piece(PieceKind.Literal, "/"), new Piece(PieceKind.Glob, "**")]))));
                run.Global.Declare("$File::Find::name", run.Global.Find("$_")!);
                run.CallBack(first is DictValue options ? options.Items.GetValueOrDefault("wanted") : first, position);
                return ConstantValue.None;
            case "LWP::Simple::get" or "get" or "getstore" or "LWP::Simple::getstore" or "HTTP::Tiny.get":
                sink.Host(EffectKind.Connect, first);
                if (path.EndsWith("store", StringComparison.Ordinal)) sink.Path(EffectKind.Write, arguments[1], "download");
                return new UnknownValue("download of " + first?.Text) { Origin = Origin.Network };
            case "IO::Socket::INET.new" or "IO::Socket::SSL.new" or "IO::Socket::IP.new" or "IO::Socket.new":
                return Socket(arguments, run);
            case "socket":
                run.Peer ??= new UnknownValue("socket");
                return ConstantValue.True;
            case "connect" or "sockaddr_in" or "pack_sockaddr_in" or "inet_aton":
                if (path == "inet_aton") return first;
                if (path != "connect") return new ListValue([arguments[1] ?? UnknownValue.Nothing, first ?? UnknownValue.Nothing]);
                run.Peer = Objects.Address(arguments[1]);
                sink.Host(EffectKind.Connect, run.Peer);
                return ConstantValue.True;
            case "LWP::UserAgent.new" or "HTTP::Tiny.new":
                return new ObjectValue("http-client");
            case "DBI.connect":
                return new ObjectValue("database") { Subject = first };
            case "syscall" or "dump" or "DynaLoader::dl_load_file":
                sink.NotKnown(first, path);
                return UnknownValue.Nothing;
            case "POSIX::setuid" or "setuid":
                if (first is NumberValue { Number: 0 }) sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, "root"), path);
                return UnknownValue.Nothing;
            default:
                return path.StartsWith("POSIX::", StringComparison.Ordinal) ? Call(path[7..], arguments, run, position) : null;
        }
    }

    private static ListValue Flat(IEnumerable<Value> values)
    {
        var result = new ListValue([]);
        foreach (var value in values)
        {
            if (value is not ListValue list) result.Add(value);
            else
            {
                foreach (var item in list.Items.ToArray()) result.Add(item);
                result.Open |= list.Open;
            }
        }
        return result;
    }

    private static void Start(string path, Arguments arguments, Evaluator run)
    {
        var all = Flat(arguments.Positional);
        if (all is { Open: false, Items.Count: 1 }) run.Sink.Shell(all.Items[0], path);
        else run.Sink.Run(all.Open && all.Items.Count == 0 ? [] : all.Items, path);
    }

    private static ObjectValue Open(string path, Arguments arguments, Evaluator run)
    {
        var how = arguments[1]?.Known?.Trim();
        var file = arguments[2];
        if (path == "IO::File.new") (how, file) = (arguments[1]?.Known ?? "<", arguments[0]);
        ObjectValue opened;
        if (how is not null && path == "sysopen") opened = Objects.Open(arguments[1], "r+", run);
        else if (path == "sysopen") opened = Objects.Open(arguments[1], arguments[2]?.Text.ToString().Contains("O_RDONLY", StringComparison.Ordinal) == true ? "r" : "w", run);
        else if (how is not null && how.Contains('&'))
        {
            if (run.Peer is not null) Objects.ReverseShell(run);
            opened = new ObjectValue("socket") { Subject = run.Peer, Origin = Origin.Network };
        }
        else if (how is "-|" or "|-")
        {
            var command = arguments.Count > 3 ? new ListValue([.. arguments.Positional.Skip(2)]) : file;
            if (command is ListValue argv) run.Sink.Run(argv.Items, "open");
            else run.Sink.Shell(command, "open");
            opened = new ObjectValue("output") { Origin = Origin.Process };
        }
        else if (file is not null) opened = Objects.Open(file, how is null ? "r+" : how.StartsWith(">>", StringComparison.Ordinal) ? "a"
            : how.StartsWith("+<", StringComparison.Ordinal) ? "r+" : how.StartsWith('>') || how.StartsWith("+>", StringComparison.Ordinal) ? "w" : "r", run);
        else opened = TwoPart(arguments[1], run);
        var name = arguments[0] is SymbolValue symbol ? symbol.Path : null;
        if (name is not null) run.Global.Declare(name, opened);
        return opened;
    }

    /// <summary>The old form, in which the mode stands before the name.</summary>
    private static ObjectValue TwoPart(Value? spec, Evaluator run)
    {
        var prefix = spec?.Text.KnownPrefix.TrimStart() ?? "";
        var text = spec?.Text.ToString().Trim() ?? "";
        if (text.StartsWith('|') || text.EndsWith('|'))
        {
            run.Sink.Shell(new TextValue(Word.Of(text.Trim('|', ' '))), "open");
            return new ObjectValue("output") { Origin = Origin.Process };
        }
        if (prefix.Contains('&'))
        {
            if (run.Peer is not null) Objects.ReverseShell(run);
            return new ObjectValue("socket") { Subject = run.Peer, Origin = Origin.Network };
        }
        var mode = prefix.StartsWith(">>", StringComparison.Ordinal) ? "a" : prefix.StartsWith('>') ? "w" : prefix.StartsWith("+<", StringComparison.Ordinal) ? "r+" : "r";
        var rest = spec is null ? null : new TextValue(new Word(spec.Text.Pieces.Select((p, i) => i == 0 && p.Kind == PieceKind.Literal ? p with { Text = p.Text.TrimStart(' ', '>', '<', '+') } : p)));
        return Objects.Open(rest, mode, run);
    }

    private static ObjectValue Socket(Arguments arguments, Evaluator run)
    {
        var socket = new ObjectValue("socket") { Origin = Origin.Network };
        Value? host = null, port = null;
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i]?.Known is "PeerAddr" or "PeerHost") host = arguments[i + 1];
            if (arguments[i]?.Known is "PeerPort") port = arguments[i + 1];
        }
        host ??= arguments.Count == 1 ? arguments[0] : null;
        if (host is not null) Objects.Connect(socket, port is null ? host : new ListValue([host, port]), run);
        return socket;
    }

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position)
    {
        if (self.Type == "http-client")
            return method is "get" or "post" or "put" or "request" or "mirror" ? Objects.Request(method, arguments[0], method is "post" or "put" ? arguments[1] : null, run) : self;
        return Objects.Call(self, method, arguments, run, position);
    }
}
