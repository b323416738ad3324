namespace Sallyport.Shell.Code;

/// <summary>Things that the libraries of every language make, and what their methods do: files, connections, processes, databases.</summary>
internal static class Objects
{
    /// <summary>Every variable of the environment at once.</summary>
    public static ObjectValue Environment() => new("environment") { Origin = Origin.Environment | Origin.WholeEnvironment };

    /// <summary>What a started command prints.</summary>
    public static Value Output(Value? command, string how)
    {
        var text = command?.Text.ToString() ?? "";
        var downloads = text.Contains("curl", StringComparison.Ordinal) || text.Contains("wget", StringComparison.Ordinal);
        return new ObjectValue("output") { Subject = new UnknownValue("output of " + how), Origin = Origin.Process | (downloads ? Origin.Network : Origin.None) };
    }

    /// <summary>An open file, and the effect that opening it has.</summary>
    public static ObjectValue Open(Value? path, string mode, Evaluator run)
    {
        var writes = mode.AsSpan().IndexOfAny("wax+") >= 0;
        if (mode.Contains('w')) run.Sink.Path(EffectKind.Write, path, "overwrite");
        else if (mode.AsSpan().IndexOfAny("ax") >= 0) run.Sink.Path(EffectKind.Write, path, mode.Contains('a') ? "append" : "");
        else if (writes) run.Sink.Path(EffectKind.Write, path);
        if (!writes || mode.Contains('r')) run.Sink.Path(EffectKind.Read, path);
        var file = new ObjectValue("file") { Subject = path is ObjectValue { Subject: { } inner } ? inner : path, Origin = Origin.File };
        file.Fields["#mode"] = TextValue.Of(mode);
        return file;
    }

    /// <summary>What stands in a file.</summary>
    public static UnknownValue Content(Value? path, Evaluator run) =>
        new("content of " + (path?.Text.ToString() ?? "a file")) { Origin = Origin.File | (path?.Origin ?? Origin.None), File = run.Sink.Absolute(path) };

    public static void ReverseShell(Evaluator run) => run.Sink.Host(EffectKind.OpenSession, run.Peer, "reverse-shell");

    /// <summary>A connection to <paramref name="host"/>.</summary>
    public static void Connect(ObjectValue self, Value? host, Evaluator run)
    {
        var address = Address(host);
        self.Subject = address;
        run.Peer = address;
        run.Sink.Host(EffectKind.Connect, address, "code-socket");
    }

    /// <summary><c>(host, port)</c> as <c>host:port</c></summary>
    public static Value Address(Value? host) => host switch
    {
        null => UnknownValue.Nothing,
        ListValue { Open: false, Items.Count: >= 2 } pair =>
            new TextValue(CodePath.Concat(pair.Items[0].Text, Word.Of(":"), pair.Items[1] is ListValue ? Word.Unknown("?") : pair.Items[1].Text)),
        ListValue => UnknownValue.Nothing,
        _ => host,
    };

    public static Value? Field(ObjectValue self, string name) => self.Type switch
    {
        "response" when name is not ("json" or "read" or "raise_for_status" or "iter_content" or "iter_lines" or "getheader" or "close" or "readlines" or "then"
            or "arrayBuffer" or "blob" or "pipe" or "on" or "decode" or "info" or "getcode" or "raw_json") => Downloaded(self),
        "output" when name is "stdout" or "stderr" or "output" => new UnknownValue("output of a command") { Origin = self.Origin },
        "output" when name == "stdin" => new ObjectValue("stdin-of") { Subject = self },
        _ => null,
    };

    public static UnknownValue Downloaded(ObjectValue self) =>
        new("download of " + (self.Subject?.Text.ToString() ?? "?")) { Origin = Origin.Network | self.Origin };

    public static Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position)
    {
        var first = arguments[0];
        switch (self.Type)
        {
            case "file":
                return File(self, method, first, run);
            case "socket":
                return Socket(self, method, arguments, run);
            case "http":
                return Http(self, method, arguments, run);
            case "response":
                return Response(self, method, arguments, run, position);
            case "stdin":
                return new UnknownValue("stdin") { Origin = Origin.Input };
            case "environment":
                return method is "get" or "fetch" or "[]" or "pop" ? run.Environment(first) : null;
            case "library":
                if (method is "system" or "WinExec" or "popen") run.Sink.Shell(first, "native " + method);
                else if (method.StartsWith("exec", StringComparison.Ordinal)) run.Sink.NotKnown(first, "native " + method);
                else if (method is "unlink" or "remove" or "rmdir") run.Sink.Path(EffectKind.Delete, first);
                return UnknownValue.Nothing;
            case "process":
                return Process(self, method, run);
            case "output":
                return Output(self, method, arguments, run);
            case "stdin-of" when self.Subject is ObjectValue owner:
                Feed(owner, first, run);
                return ConstantValue.None;
            case "database" or "cursor":
                if (method is "cursor" or "begin" or "connect" or "__enter__" or "execution_options") return new ObjectValue("cursor") { Subject = self.Subject };
                if (first is not null && UnknownMethods.IsQuery(method)) run.Sink.Shell(first, method, CodeLanguage.Sql);
                return UnknownValue.Nothing;
            case "aws":
                return Cloud(self, method, arguments, run);
            case "ssh":
                if (method is "exec_command" or "run" or "sudo" or "exec!" or "exec")
                    run.Sink.Run([TextValue.Of("ssh"), self.Subject ?? UnknownValue.Nothing, first ?? UnknownValue.Nothing], method);
                else if (method == "connect")
                {
                    self.Subject = first;
                    run.Sink.Host(EffectKind.Connect, first);
                }
                else if (method is "put" or "upload!") Upload(self, first, run);
                else if (method is "get" or "download!") run.Sink.Path(EffectKind.Write, arguments[1], "download");
                return method == "open_sftp" ? self : new UnknownValue("ssh") { Origin = Origin.Network };
            default:
                return null;
        }
    }

    private static void Upload(ObjectValue self, Value? file, Evaluator run)
    {
        run.Sink.Path(EffectKind.Read, file);
        run.Sink.Host(EffectKind.SendData, self.Subject, "upload");
    }

    private static Value Response(ObjectValue self, string method, Arguments arguments, Evaluator run, int position)
    {
        if (method == "then") return run.CallBack(arguments[0], position, self) ?? Downloaded(self);
        if (method == "pipe" && arguments[0] is ObjectValue { Type: "file", Subject: { } file }) run.Sink.Written(file, self, "");
        if (method is "catch" or "finally" or "setEncoding" or "raise_for_status") return self;
        foreach (var argument in arguments.Positional) run.CallBack(argument, position, Downloaded(self));
        return method is "on" or "once" ? self : Downloaded(self);
    }

    private static Value? File(ObjectValue self, string method, Value? first, Evaluator run)
    {
        switch (method)
        {
            case "read" or "readlines" or "readline" or "gets" or "each_line" or "read_text" or "sysread" or "text":
                return Content(self.Subject, run);
            case "truncate":
                run.Sink.Path(EffectKind.Truncate, self.Subject);
                return UnknownValue.Nothing;
            case "write" or "puts" or "print" or "<<" or "writelines" when first?.Carried.HasFlag(Origin.Network) == true:
                run.Sink.Written(self.Subject, first, "");
                return ConstantValue.None;
            case "write" or "puts" or "print" or "<<" or "writelines" or "syswrite" or "printf" or "close" or "flush" or "seek" or "fileno":
                return ConstantValue.None;
            case "unlink" or "delete":
                run.Sink.Path(EffectKind.Delete, self.Subject);
                return ConstantValue.None;
            case "__enter__":
                return self;
            default:
                return first is null ? new UnknownValue("file." + method) { Origin = Origin.File } : null;
        }
    }

    private static Value? Socket(ObjectValue self, string method, Arguments arguments, Evaluator run)
    {
        var first = arguments[0];
        switch (method)
        {
            case "connect" or "connect_ex" or "open":
                Connect(self, first is NumberValue && arguments[1] is { } name ? new ListValue([name, first]) : first, run);
                foreach (var argument in arguments.Positional) run.CallBack(argument, 0);
                return UnknownValue.Nothing;
            case "bind" or "listen":
                if (method == "bind") run.Peer = self.Subject = Address(first);
                return UnknownValue.Nothing;
            case "accept":
                return new ListValue([new ObjectValue("socket") { Subject = self.Subject, Origin = Origin.Network }, new UnknownValue("peer") { Origin = Origin.Network }]);
            case "send" or "sendall" or "write" or "puts" or "print" or "syswrite" or "sendfile":
                if (self.Subject is not null && Carries(first)) run.Sink.Host(EffectKind.SendData, self.Subject, Detail(first));
                return UnknownValue.Nothing;
            case "sendto":
                run.Sink.Host(EffectKind.SendData, Address(arguments.Count > 1 ? arguments.Positional[^1] : null), Detail(first));
                return UnknownValue.Nothing;
            case "recv" or "recvfrom" or "read" or "gets" or "readline" or "makefile" or "recv_into" or "sysread" or "getline":
                return new UnknownValue("what the peer sends") { Origin = Origin.Network };
            case "pipe" or "on" or "then":
                foreach (var argument in arguments.Positional) run.CallBack(argument, 0, new UnknownValue("what the peer sends") { Origin = Origin.Network });
                if (first is ObjectValue { Type: "stdin-of" }) ReverseShell(run);
                return self;
            case "fileno" or "detach":
                return new UnknownValue("socket") { Origin = Origin.Network };
            default:
                return null;
        }
    }

    /// <summary>True where what is sent is more than a known constant: a greeting tells nobody anything.</summary>
    private static bool Carries(Value? data) => data is not null && data.Known is null;

    /// <summary>What kind of data leaves.</summary>
    public static string Detail(Value? data)
    {
        var origin = data?.Carried ?? Origin.None;
        if (origin.HasFlag(Origin.WholeEnvironment)) return "whole-environment";
        if (origin.HasFlag(Origin.File)) return "file";
        if (origin.HasFlag(Origin.Environment)) return "environment";
        return origin.HasFlag(Origin.Process) ? "output" : "";
    }

    private static Value? Http(ObjectValue self, string method, Arguments arguments, Evaluator run)
    {
        switch (method)
        {
            case "request" or "putrequest":
                var body = arguments.Get(2, "body");
                Request(arguments[0]?.Known ?? "GET", self.Subject, body, run);
                return new ObjectValue("response") { Subject = self.Subject, Origin = Origin.Network };
            case "getresponse":
                return new ObjectValue("response") { Subject = self.Subject, Origin = Origin.Network };
            case "send" or "storbinary" or "stor" or "sendmail" or "send_message" or "put" or "post" or "post_form" or "write" or "end":
                run.Sink.Host(EffectKind.SendData, self.Subject, Detail(arguments[arguments.Count - 1]));
                return new ObjectValue("response") { Subject = self.Subject, Origin = Origin.Network };
            case "get" or "retrbinary" or "head" or "read" or "open":
                run.Sink.Host(EffectKind.Connect, self.Subject);
                return new ObjectValue("response") { Subject = self.Subject, Origin = Origin.Network };
            default:
                return null;
        }
    }

    /// <summary>A request: a body, or a method that carries one, sends; all else only connects.</summary>
    public static ObjectValue Request(string method, Value? url, Value? body, Evaluator run)
    {
        run.Sink.Host(EffectKind.Connect, url);
        if (method.Equals("DELETE", StringComparison.OrdinalIgnoreCase) && url?.Known is { } address && !Shell.Commands.Hosts.IsLocal(address))
            run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "http:" + address), "http-delete");
        var sends = (body is not null and not ConstantValue { Truth: false }) || method.ToUpperInvariant() is "PUT" or "POST" or "PATCH";
        if (sends) run.Sink.Host(EffectKind.SendData, url, Detail(body));
        else if (url is { Known: null } && (url.Origin & (Origin.File | Origin.Environment)) != 0) run.Sink.Host(EffectKind.SendData, url, Detail(url));
        return new ObjectValue("response") { Subject = url, Origin = Origin.Network };
    }

    private static UnknownValue Process(ObjectValue self, string method, Evaluator run)
    {
        if (method is "kill" or "terminate" or "suspend" or "send_signal")
        {
            var subject = self.Subject?.Text ?? Word.Unknown("?");
            run.Sink.Add(EffectKind.Kill, new Target(TargetKind.Process, subject.ToString(), !subject.HasUnknown));
        }
        return new UnknownValue("process." + method);
    }

    private static Value? Output(ObjectValue self, string method, Arguments arguments, Evaluator run)
    {
        if (method is "communicate" or "sendline" or "write" or "send" or "puts") Feed(self, arguments[0] ?? arguments.Get("input"), run);
        foreach (var argument in arguments.Positional) run.CallBack(argument, 0, new UnknownValue("output") { Origin = self.Origin });
        return new UnknownValue("output of a command") { Origin = self.Origin };
    }

    /// <summary>A program that was started with a pipe is given text.</summary>
    private static void Feed(ObjectValue process, Value? text, Evaluator run)
    {
        if (text is null || !process.Fields.TryGetValue("argv", out var argv) || argv is not ListValue list) return;
        run.Sink.Run(list.Items, "stdin of " + (list.Items.Count > 0 ? list.Items[0].Text.ToString() : "?") + ": " + text.Text, new Input(InputKind.Text, text.Text));
    }

    private static UnknownValue Cloud(ObjectValue self, string method, Arguments arguments, Evaluator run)
    {
        if (method.StartsWith("upload", StringComparison.Ordinal) || method is "put_object" or "put_item") Upload(self, arguments.Get(0, "Filename") ?? arguments.Get("Body"), run);
        if (method.StartsWith("download_file", StringComparison.Ordinal)) run.Sink.Path(EffectKind.Write, arguments.Count > 0 ? arguments.Positional[^1] : arguments.Get("Filename"), "download");
        var destroys = method.StartsWith("delete", StringComparison.Ordinal) || method.StartsWith("terminate", StringComparison.Ordinal)
            || method.StartsWith("destroy", StringComparison.Ordinal);
        if (destroys)
        {
            var target = arguments.Named.Values.FirstOrDefault()?.Text ?? Word.Unknown("?");
            run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, $"aws:{self.Subject?.Text} {target}", !target.HasUnknown), "cloud-delete");
        }
        return new UnknownValue(method + "()") { Origin = Origin.Network };
    }
}
