using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>.NET types as PowerShell reaches them, by lower-case name without <c>System.</c></summary>
internal static class DotNet
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var first = arguments[0];
        if (path.StartsWith("io.", StringComparison.Ordinal) && Files(path, arguments, run) is { } file) return file;
        switch (path)
        {
            case "char" or "convert.tochar":
                return first is NumberValue code ? TextValue.Of(Format.Character(code.Number)) : first;
            case "char[]" when first is ListValue list:
                return new ListValue([.. list.Items.Select(i => i is NumberValue n ? TextValue.Of(Format.Character(n.Number)) : i)], list.Open);
            case "char[]" when first?.Known is { } text:
                return new ListValue([.. text.Take(ListValue.MaxItems).Select(c => TextValue.Of(c.ToString()))]);
            case "wmiclass" or "wmi":
                return new ObjectValue("wmi") { Subject = first };
            case "byte" or "byte[]" or "int[]" or "text.encoding.getencoding" or "regex" or "xml" or "pscustomobject" or "securestring" or "version" or "guid" or "datetime":
                return first;
            case "convert.toint32" or "convert.tobyte" or "int" or "int32":
                return first is NumberValue ? first : first?.Known is { } digits
                    ? new NumberValue(Lexer.ValueOf(arguments[1] is NumberValue { Number: 16 } && !digits.StartsWith("0x", StringComparison.Ordinal)
                    ? "0x" + digits : digits)) : first;
            case "convert.frombase64string":
                return new ObjectValue("bytes") { Subject = first, Origin = first?.Origin ?? Origin.None };
            case "convert.fromhexstring":
                return Decoding.Hex(first);
            case "string.join":
                return arguments[1] is ListValue joined ? Operators.Bound(joined.Join(first?.Known ?? ""), joined.Carried) : arguments[1];
            case "string.concat" or "string.new":
                return Operators.Bound(new ListValue(first is ListValue pieces ? pieces.Items : arguments.Positional).Join(""), arguments.Origin);
            case "string.format" when first?.Known is { } format:
                return Format.Braces(format, Methods.Skip(arguments));
            case "scriptblock.create":
                return new ObjectValue("code") { Subject = first };
            case "array.reverse" when first is ListValue reversed:
                reversed.Items.Reverse();
                return ConstantValue.None;
            case "regex.replace" or "regex.matches":
                return first;
            case "text.encoding.utf8.getbytes" or "text.encoding.unicode.getbytes" or "text.encoding.ascii.getbytes":
                return first;
            case "diagnostics.process.start":
                Start(first, arguments[1], run);
                return UnknownValue.Nothing;
            case "environment.getenvironmentvariable":
                return run.Environment(first);
            case "environment.getfolderpath":
                return new UnknownValue("folder " + first?.Text);
            case "environment.setenvironmentvariable":
                // Without a third argument, or for this process, it is gone with it.
                if (arguments[2] is { } scope && scope.Known?.Equals("process", StringComparison.OrdinalIgnoreCase) != true)
                    Cmd.WindowsPrograms.Variable(first?.Known ?? "PATH", run.Sink);
                return ConstantValue.None;
            case "environment.exit" or "console.writeline" or "gc.collect" or "threading.thread.sleep":
                return ConstantValue.None;
            case "reflection.assembly.load" or "reflection.assembly.loadfile" or "reflection.assembly.loadfrom" or "appdomain.currentdomain.load"
                or "runtime.interopservices.marshal.getdelegateforfunctionpointer":
                run.Sink.NotKnown(first is ObjectValue { Type: "bytes", Subject: { } bytes } ? new UnknownValue("assembly") { Origin = bytes.Origin } : first, path);
                return UnknownValue.Nothing;
            case "microsoft.win32.registry.setvalue":
                FileCmdlets.Change(EffectKind.Write, first, "property", false, false, run);
                return ConstantValue.None;
            case "security.cryptography.protecteddata.unprotect":
                run.Sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "protected data"), "secret-shown");
                return UnknownValue.Nothing;
            case "executioncontext.invokecommand.invokescript" or "executioncontext.invokecommand.newscriptblock" or "powershell.create":
                return path == "powershell.create" ? new ObjectValue("powershell") : run.RunText(first, path, position);
            case "executioncontext.invokecommand.expandstring":
                return first;
            case "net.webrequest.create" or "net.httpwebrequest.create":
                run.Sink.Host(EffectKind.Connect, first);
                return new ObjectValue("response") { Subject = first, Origin = Origin.Network };
        }
        if (path.StartsWith("text.encoding.", StringComparison.Ordinal) && path.EndsWith(".getstring", StringComparison.Ordinal)) return Decoded(path, first);
        if (path.EndsWith(".clearlog", StringComparison.Ordinal))
        {
            run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "event-log:" + (first?.Text.ToString() ?? "?")), "clear-log");
            return ConstantValue.None;
        }
        if (path.EndsWith(".new", StringComparison.Ordinal)) return Construct(path[..^4], arguments, run, position);
        return null;
    }

    private static Value Decoded(string path, Value? bytes)
    {
        if (bytes is not ObjectValue { Type: "bytes", Subject: { } encoded }) return bytes ?? UnknownValue.Nothing;
        return path.Contains("unicode", StringComparison.Ordinal) && encoded.Known is { } text ? Decoding.Base64Utf16(text) : Decoding.Base64(encoded);
    }

    private static void Start(Value? program, Value? arguments, Evaluator run)
    {
        if (program is ObjectValue info)
        {
            program = info.Fields.GetValueOrDefault("filename") ?? info.Subject;
            arguments = info.Fields.GetValueOrDefault("arguments") ?? arguments;
        }
        List<Value> argv = [program ?? UnknownValue.Nothing];
        if (arguments?.Known is { } line) argv.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => TextValue.Of(w.Trim('"'))));
        else if (arguments is not null) argv.Add(arguments);
        run.Sink.Run(argv, "Process.Start");
    }

    private static Value? Files(string path, Arguments arguments, Evaluator run)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "io.file.delete" or "io.directory.delete":
                sink.Path(EffectKind.Delete, first, recursive: arguments[1] is not (null or ConstantValue { Truth: false }), forced: true);
                return ConstantValue.None;
            case "io.file.writealltext" or "io.file.writeallbytes" or "io.file.writealllines" or "io.file.create" or "io.file.createtext" or "io.file.openwrite":
                sink.Written(first, arguments[1], "overwrite");
                return ConstantValue.None;
            case "io.file.appendalltext" or "io.file.appendalllines" or "io.file.appendtext":
                sink.Written(first, arguments[1], "append");
                return ConstantValue.None;
            case "io.file.open":
                sink.Path(EffectKind.Write, first, arguments[1]?.Known is { } mode && mode.Equals("open", StringComparison.OrdinalIgnoreCase) ? "" : "overwrite");
                return new UnknownValue(path) { Origin = Origin.File };
            case "io.file.replace":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, arguments[1], "overwrite");
                return ConstantValue.None;
            case "io.fileinfo" or "io.directoryinfo":
                return new ObjectValue("path") { Subject = first };
            case "io.file.move" or "io.directory.move":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.None;
            case "io.file.copy":
                sink.Path(EffectKind.Read, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.None;
            case "io.file.readalltext" or "io.file.readallbytes" or "io.file.readalllines" or "io.file.openread":
                sink.Path(EffectKind.Read, first);
                return Objects.Content(first, run);
            case "io.directory.createdirectory":
                sink.Path(EffectKind.Write, first, "make-folder");
                return ConstantValue.None;
            case "io.directory.getfiles" or "io.directory.getdirectories" or "io.directory.enumeratefiles":
                return new ListValue([new TextValue(CodePath.Concat((first ?? UnknownValue.Nothing).Text,
                    new Word([new Piece(PieceKind.Literal, "\\"), new Piece(PieceKind.Glob, arguments.Count > 2 ? "**" : "*")])))]);
            case "io.path.combine":
                return PythonFiles.Joined(arguments);
            case "io.path.gettemppath":
                return TextValue.Of(@"C:\Windows\Temp");
            case "io.memorystream.new" or "io.compression.gzipstream.new" or "io.compression.deflatestream.new" or "io.streamreader.new":
                return new UnknownValue(path) { Origin = arguments.Origin | Origin.Decoded };
            default:
                return null;
        }
    }

    /// <summary><c>New-Object Type</c>, <c>[Type]::new()</c></summary>
    public static Value Construct(string type, Arguments arguments, Evaluator run, int position)
    {
        switch (type)
        {
            case "net.webclient" or "net.http.httpclient":
                return new ObjectValue("webclient") { Origin = Origin.Network };
            case "net.sockets.tcpclient":
                var socket = new ObjectValue("tcp") { Origin = Origin.Network };
                if (arguments.Count > 0) Objects.Connect(socket, arguments.Count > 1 ? new ListValue([arguments[0]!, arguments[1]!]) : arguments[0], run);
                return socket;
            case "diagnostics.process" or "diagnostics.processstartinfo":
                return new ObjectValue("startinfo") { Subject = arguments[0] };
            case "wscript.shell" or "shell.application":
                return new ObjectValue("wsh");
            case "scripting.filesystemobject":
                return new ObjectValue("filesystem");
            case "msxml2.xmlhttp" or "winhttp.winhttprequest.5.1" or "microsoft.xmlhttp":
                return new ObjectValue("response") { Origin = Origin.Network };
            case "io.fileinfo" or "io.directoryinfo" or "io.streamwriter" or "io.filestream":
                var device = arguments[0]?.Known?.StartsWith(@"\\.\", StringComparison.Ordinal) == true;
                if (device) run.Sink.Add(EffectKind.WriteDisk, new Target(TargetKind.Resource, "disk:" + arguments[0]!.Known), "device");
                else if (type is "io.streamwriter" or "io.filestream") run.Sink.Path(EffectKind.Write, arguments[0]);
                return new ObjectValue("path") { Subject = arguments[0] };
            default:
                return new UnknownValue("new " + type) { Origin = arguments.Origin | (type.StartsWith("io.", StringComparison.Ordinal) ? Origin.Decoded : Origin.None) };
        }
    }

    public static Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position)
    {
        var first = arguments[0];
        switch (self.Type)
        {
            case "webclient" when method.StartsWith("download", StringComparison.Ordinal) || method is "openread" or "getstringasync" or "getbytearrayasync" or "getasync":
                var response = Objects.Request("GET", first, null, run);
                if (arguments[1] is { } file && method.StartsWith("downloadfile", StringComparison.Ordinal)) run.Sink.Path(EffectKind.Write, file, "download");
                return Objects.Downloaded(response);
            case "webclient" when method.StartsWith("upload", StringComparison.Ordinal) || method.StartsWith("post", StringComparison.Ordinal) || method.StartsWith("put", StringComparison.Ordinal):
                if (method.StartsWith("uploadfile", StringComparison.Ordinal)) run.Sink.Path(EffectKind.Read, arguments.Positional[^1]);
                Objects.Request("POST", first, arguments.Count > 0 ? arguments.Positional[^1] : null, run);
                return UnknownValue.Nothing;
            case "process" when method is "kill":
                SystemCmdlets.Kill(self, run, forced: true);
                return ConstantValue.None;
            case "tcp":
                if (method is "connect") Objects.Connect(self, new ListValue([first ?? UnknownValue.Nothing, arguments[1] ?? UnknownValue.Nothing]), run);
                if (method is "write" or "send" && self.Subject is not null) run.Sink.Host(EffectKind.SendData, self.Subject, Objects.Detail(first));
                return method is "getstream" ? self : new UnknownValue("what the peer sends") { Origin = Origin.Network };
            case "startinfo" when method is "start":
                Start(self, null, run);
                return UnknownValue.Nothing;
            case "wsh" or "filesystem":
                return ComObjects.Call(self, method, arguments, run) ?? Objects.Call(self, method, arguments, run, position);
            case "powershell":
                if (method is "addscript" or "addcommand") run.RunText(first, "PowerShell." + method, position);
                return self;
            case "code" when method is "call" or "invokereturnasis":
                return run.RunText(self, "ScriptBlock.Invoke", position);
            case "path" when method is "delete":
                run.Sink.Path(EffectKind.Delete, self, recursive: first is ConstantValue { Truth: true }, forced: true);
                return ConstantValue.None;
            case "path" when method is "moveto":
                run.Sink.Path(EffectKind.Move, self);
                run.Sink.Path(EffectKind.Write, first);
                return ConstantValue.None;
            case "path" when method is "copyto":
                run.Sink.Path(EffectKind.Read, self);
                run.Sink.Path(EffectKind.Write, first, "copy");
                return ConstantValue.None;
            case "wmi" when method is "delete":
                run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "shadow-copies"), "backup-delete");
                return ConstantValue.None;
            case "wmi" when method is "create":
                run.Sink.Shell(first, "WMI", CodeLanguage.Cmd);
                return UnknownValue.Nothing;
            default:
                return Objects.Call(self, method, arguments, run, position);
        }
    }
}
