namespace Sallyport.Shell.Code;

/// <summary>PHP's functions on files, processes and the network.</summary>
internal sealed class PhpDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.Php;
    public override bool Hoists => true;
    public override bool TextsCall => true;
    public override string Constructor => "__construct";
    public override string? SelfName => "$this";

    public override Node Parse(string text, Work work) => PhpParser.Parse(text, work);

    public override Value Unbound(string name, Evaluator run) => name switch
    {
        "$_ENV" => Objects.Environment(),
        "$_GET" or "$_POST" or "$_REQUEST" or "$_COOKIE" or "$_SERVER" or "$argv" => new UnknownValue(name) { Origin = name == "$argv" ? Origin.None : Origin.Input },
        "__FILE__" => run.Sink.ScriptPath is { } script ? TextValue.Of(script) : new UnknownValue(name),
        "__DIR__" => run.Sink.ScriptPath is { } script ? TextValue.Of(Commands.PathText.Parent(script)) : run.Sink.Cwd is { } cwd ? TextValue.Of(cwd) : new UnknownValue(name),
        "FILE_APPEND" => new NumberValue(8),
        ['$', ..] => new UnknownValue(name),
        _ => new SymbolValue(name),
    };

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path.ToLowerInvariant())
        {
            case "system" or "exec" or "shell_exec" or "passthru" or "popen" or "proc_open" or "pcntl_exec":
                if (run.Peer is not null && path == "proc_open") Objects.ReverseShell(run);
                if (first is ListValue list) sink.Run(list.Open ? [] : list.Items, path);
                else if (path == "pcntl_exec") sink.Run([first ?? UnknownValue.Nothing, .. (arguments[1] as ListValue)?.Items ?? []], path);
                else sink.Shell(first, path);
                return Objects.Output(first, path);
            case "eval" or "assert" or "create_function":
                return run.RunText(path.StartsWith('c') ? arguments[1] : first, path, position);
            case "include":
                return run.RunText(new UnknownValue("script " + first?.Text) { Origin = first?.Text.KnownPrefix.Contains("://",
                    StringComparison.Ordinal) == true ? Origin.Network : Origin.File, File = sink.Absolute(first) }, path, position);
            case "call_user_func" or "call_user_func_array" or "array_map" or "register_shutdown_function" or "usort" or "array_walk" when first is not null:
                if (path == "array_map" && arguments[1] is ListValue over) return ListMethods.Call(over, "map", Arguments.Of(Callable(first)), run, position);
                return run.Invoke(Callable(first), path.EndsWith("array", StringComparison.Ordinal) && arguments[1] is ListValue given
                    ? Arguments.Of([.. given.Items]) : Methods.Skip(arguments), position);
            case "unlink" or "rmdir":
                sink.Path(EffectKind.Delete, first, forced: true);
                return ConstantValue.True;
            case "file_put_contents":
                sink.Written(first, arguments[1], arguments[2] is null or ConstantValue ? "overwrite" : "append");
                return ConstantValue.True;
            case "file_get_contents" or "readfile" or "file" or "parse_ini_file" or "highlight_file" or "show_source":
                if (first?.Text.KnownPrefix.Contains("http", StringComparison.Ordinal) == true && first.Text.KnownPrefix.Contains("://", StringComparison.Ordinal))
                    return Objects.Downloaded(Objects.Request("GET", first, null, run));
                if (first?.Known == "php://stdin") return new UnknownValue("stdin") { Origin = Origin.Input };
                sink.Path(EffectKind.Read, first);
                return Objects.Content(first, run);
            case "fopen" or "splfileobject":
                return Objects.Open(first, arguments[1]?.Known ?? "r+", run);
            case "fwrite" or "fputs" or "fgets" or "fread" or "stream_get_contents" or "fclose" when first is ObjectValue file:
                return Call(file, path.StartsWith("fw", StringComparison.Ordinal) || path == "fputs" ? "write" : "read", Methods.Skip(arguments), run, position);
            case "rename" or "move_uploaded_file":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.True;
            case "symlink" or "link":
                sink.Link(first, arguments[1]);
                return ConstantValue.True;
            case "copy":
                sink.Path(EffectKind.Read, first, "copy");
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.True;
            case "chmod":
                sink.Path(EffectKind.ChangeMode, first, PythonFiles.Mode(arguments[1]));
                return ConstantValue.True;
            case "chown" or "chgrp":
                sink.Path(EffectKind.ChangeOwner, first);
                return ConstantValue.True;
            case "mkdir":
                sink.Path(EffectKind.Write, first, "make-folder");
                return ConstantValue.True;
            case "touch":
                sink.Path(EffectKind.Write, first, "touch");
                return ConstantValue.True;
            case "chdir":
                sink.GoTo(first);
                return ConstantValue.True;
            case "glob" or "scandir":
                return new ListValue([path == "glob" ? new TextValue(PythonFiles.Globbed(first)) : new TextValue(new Word([new Piece(PieceKind.Glob, "*")]))]);
            case "getenv":
                return first is null ? Objects.Environment() : run.Environment(first);
            case "posix_kill":
                sink.Kill(first);
                return ConstantValue.True;
            case "posix_setuid" when first is NumberValue { Number: 0 }:
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, "root"), path);
                return ConstantValue.True;
            case "base64_decode":
                return Decoding.Base64(first);
            case "hex2bin":
                return Decoding.Hex(first);
            case "gzinflate" or "gzuncompress" or "gzdecode" or "convert_uudecode":
                return Decoding.Unknown(first, path);
            case "str_rot13" when first is not null:
                return Methods.Call(first, "decode", Arguments.Of(TextValue.Of("rot13")), run, position);
            case "strrev" or "strtolower" or "strtoupper" when first is not null:
                return Methods.Call(first, path switch { "strrev" => "reverse", "strtolower" => "lower", _ => "upper" }, Arguments.None, run, position);
            case "chr" when first is NumberValue code:
                return TextValue.Of(Format.Character(code.Number));
            case "implode" or "join":
                return arguments[1] is ListValue joined ? Operators.Bound(joined.Join(first?.Known ?? ""), joined.Carried) : UnknownValue.Nothing;
            case "sprintf" when first?.Known is { } format:
                return Format.Percent(format, [.. arguments.Positional.Skip(1)]);
            case "str_replace" when arguments[2] is { } subject && first is TextValue && arguments[1] is TextValue fresh:
                return Methods.Call(subject, "replace", Arguments.Of(first, fresh), run, position);
            case "escapeshellarg" or "trim" or "strval" or "realpath":
                return first;
            case "fsockopen" or "pfsockopen" or "stream_socket_client":
                var socket = new ObjectValue("socket") { Origin = Origin.Network };
                Objects.Connect(socket, arguments[1] is NumberValue port && first is not null ? new ListValue([first, port]) : first, run);
                return socket;
            case "curl_init":
                return new ObjectValue("http") { Subject = first, Origin = Origin.Network };
            case "curl_exec" when first is ObjectValue request:
                return Objects.Downloaded(Objects.Request("GET", request.Subject, request.Fields.GetValueOrDefault("body"), run));
            case "pdo" or "mysqli" or "mysqli_connect" or "sqlite3":
                return new ObjectValue("database") { Subject = first };
            case "mysqli_query" or "pg_query" when arguments[1] is { } query:
                sink.Shell(query, path, CodeLanguage.Sql);
                return UnknownValue.Nothing;
            case "mail":
                sink.Host(EffectKind.SendData, first, "mail");
                return ConstantValue.True;
            default:
                return null;
        }
    }

    /// <summary>A function given by its name.</summary>
    private static Value Callable(Value value) => value is TextValue { Known: { } name } ? new SymbolValue(name) : value;

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position) => Objects.Call(self, method, arguments, run, position);
}
