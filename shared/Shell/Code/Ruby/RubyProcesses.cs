namespace Sallyport.Shell.Code;

/// <summary>Ruby's processes, evaluation and network.</summary>
internal static class RubyProcesses
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "system" or "exec" or "spawn" or "Process.spawn" or "Process.exec" or "IO.popen" or "Open3.capture2" or "Open3.capture2e" or "Open3.capture3"
                or "Open3.popen3" or "Open3.popen2" or "Open3.popen2e" or "PTY.spawn" or "sh" or "Open3.pipeline":
                Start(path, arguments, run);
                return Objects.Output(first, path);
            case "eval" or "instance_eval" or "class_eval" or "module_eval" or "binding.eval" or "TOPLEVEL_BINDING.eval" or "RubyVM.InstructionSequence.compile":
                return run.RunText(first, path, position);
            case "load" or "require_relative":
                var file = sink.Absolute(path == "load" || first?.Known is null ? first : TextValue.Of(first.Known + (first.Known.EndsWith(".rb", StringComparison.Ordinal) ? "" : ".rb")));
                return run.RunText(new UnknownValue("script " + first?.Text) { File = file }, path, position);
            case "require" or "puts" or "print" or "p" or "pp" or "attr_accessor" or "attr_reader" or "include" or "extend":
                return ConstantValue.None;
            case "const_get" or "Object.const_get":
                return first?.Known is { } constant ? run.Symbol(constant) : new SymbolValue("Object.?");
            case "Process.kill":
                foreach (var process in arguments.Positional.Skip(1))
                    if (first is not NumberValue { Number: 0 }) sink.Kill(process);
                return ConstantValue.None;
            case "Process.setuid" or "Process.UID.change_privilege" or "Process.Sys.setuid":
                if (first is NumberValue { Number: 0 }) sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, "root"), path);
                return ConstantValue.None;
            case "fork" or "Process.fork":
                if (run.InLoop) sink.Add(EffectKind.Exhaust, Target.None, "fork-bomb");
                run.CallBack(first, position);
                return UnknownValue.Nothing;
            case "loop" or "at_exit" or "Thread.new" or "Thread.start" or "Proc.new" or "catch" or "trap" or "Timeout.timeout":
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position);
                return path == "Proc.new" ? first : UnknownValue.Nothing;
            case "Base64.decode64" or "Base64.strict_decode64" or "Base64.urlsafe_decode64":
                return Decoding.Base64(first);
            case "Marshal.load" or "YAML.unsafe_load" or "Zlib.Inflate.inflate" or "Zlib.inflate":
                if (path.StartsWith('M') && first is not null && first.Origin != Origin.None) sink.NotKnown(first, path);
                return Decoding.Unknown(first, path);
            case "sprintf" or "format" when first?.Known is { } format:
                return Format.Percent(format, [.. arguments.Positional.Skip(1)]);
            case "String" or "Array" or "URI" or "URI.parse" or "Shellwords.escape" or "String.new" or "URI.encode_www_form" or "Integer":
                return first ?? TextValue.Empty;
            case "Shellwords.split" or "Shellwords.shellwords" when first?.Known is { } line:
                return new ListValue([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => TextValue.Of(w))]);
            case "gets" or "STDIN.gets" or "STDIN.read" or "ARGF.read" or "$stdin.read":
                return new UnknownValue("stdin") { Origin = Origin.Input };
            case "URI.open" or "OpenURI.open_uri" or "Net.HTTP.get" or "Net.HTTP.get_response" or "HTTParty.get" or "Faraday.get" or "RestClient.get" or "Excon.get":
                var response = Objects.Request("GET", first, null, run);
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position, response);
                return response;
            case "Net.HTTP.post" or "Net.HTTP.post_form" or "HTTParty.post" or "Faraday.post" or "RestClient.post" or "RestClient.put" or "Excon.post":
                return Objects.Request("POST", first, arguments[1] ?? arguments.Option("body"), run);
            case "Net.HTTP.start" or "Net.HTTP.new":
                sink.Host(EffectKind.Connect, first);
                var http = new ObjectValue("http") { Subject = first, Origin = Origin.Network };
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position, http);
                return http;
            case "TCPSocket.new" or "TCPSocket.open" or "Socket.tcp" or "UNIXSocket.new" or "UDPSocket.new" or "OpenSSL.SSL.SSLSocket.new":
                var socket = new ObjectValue("socket") { Origin = Origin.Network };
                if (first is not null) Objects.Connect(socket, arguments[1] is { } port and not FunctionValue ? new ListValue([first, port]) : first, run);
                return socket;
            case "Net.SSH.start":
                sink.Host(EffectKind.Connect, first);
                var ssh = new ObjectValue("ssh") { Subject = first };
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position, ssh);
                return ssh;
            case "SQLite3.Database.new" or "PG.connect" or "Mysql2.Client.new" or "Sequel.connect" or "ActiveRecord.Base.connection":
                return new ObjectValue("database") { Subject = first };
            case "binding.irb" or "binding.pry" or "IRB.start" or "Pry.start":
                sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, "ruby"), "interpreter");
                return UnknownValue.Nothing;
            case "Fiddle.dlopen":
                return new ObjectValue("library");
            default:
                return null;
        }
    }

    private static void Start(string path, Arguments arguments, Evaluator run)
    {
        if (run.Peer is not null && (arguments.Named.Values.Any(v => v is ObjectValue { Type: "socket" } || v.Origin.HasFlag(Origin.Network))
            || arguments.Positional.Exists(a => a.Origin.HasFlag(Origin.Network) && a is ObjectValue)))
            Objects.ReverseShell(run);
        var words = arguments.Positional.Where(a => a is not (DictValue or FunctionValue)).ToList();
        if (words is [ListValue { Open: false } list]) run.Sink.Run(list.Items, path);
        else if (words.Count <= 1 || (path.StartsWith("IO.", StringComparison.Ordinal) && words[1] is TextValue)) run.Sink.Shell(words.FirstOrDefault(), path);
        else run.Sink.Run(words, path);
    }
}
