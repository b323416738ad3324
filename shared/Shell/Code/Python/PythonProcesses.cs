namespace Sallyport.Shell.Code;

/// <summary>Python's ways to start, end and become processes.</summary>
internal static class PythonProcesses
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "os.system" or "os.popen" or "os.popen2" or "os.popen3" or "commands.getoutput" or "commands.getstatusoutput" or "subprocess.getoutput"
                or "subprocess.getstatusoutput" or "asyncio.create_subprocess_shell" or "popen2.popen2" or "platform.popen" or "pexpect.run"
                or "pexpect.spawn" or "pexpect.spawnu" or "invoke.run" or "fabric.api.local" or "os.startfile":
                sink.Shell(arguments.Get(0, "command") ?? arguments.Get("cmd"), path);
                return Objects.Output(first, path);
            case "subprocess.run" or "subprocess.call" or "subprocess.check_call" or "subprocess.check_output" or "subprocess.Popen":
                return Subprocess(path, arguments, run);
            case "asyncio.create_subprocess_exec" or "trio.run_process":
                sink.Run(first is ListValue list ? list.Items : arguments.Positional, path);
                return Objects.Output(first, path);
            case "pty.spawn":
                if (run.Peer is not null) Objects.ReverseShell(run);
                sink.Run(first is ListValue { Open: false } spawned ? spawned.Items : first is null ? [] : [first], path);
                return UnknownValue.Nothing;
            case "os.posix_spawn" or "os.posix_spawnp" or "os.execv" or "os.execvp" or "os.execve" or "os.execvpe":
                return Replace(path, first, arguments[1], run);
            case "os.spawnv" or "os.spawnvp" or "os.spawnve" or "os.spawnvpe":
                return Replace(path, arguments[1], arguments[2], run);
            case "os.execl" or "os.execlp" or "os.execle" or "os.execlpe":
                return Listed(path, arguments.Positional, 0, run);
            case "os.spawnl" or "os.spawnlp" or "os.spawnle" or "os.spawnlpe":
                return Listed(path, arguments.Positional, 1, run);
            case "runpy.run_path" or "execfile":
                var code = new UnknownValue("script " + first?.Text) { Origin = Origin.File, File = sink.Absolute(first) };
                return run.RunText(code, path, position);
            case "importlib.util.spec_from_file_location":
                sink.Path(EffectKind.ExecuteUnknown, arguments[1], "by-name");
                return UnknownValue.Nothing;
            case "runpy.run_module" when first is not null:
                sink.Run([TextValue.Of("python"), TextValue.Of("-m"), first], path);
                return UnknownValue.Nothing;
            case "os.kill" or "os.killpg" or "signal.pthread_kill":
                if (arguments[1] is not NumberValue { Number: 0 })
                    sink.Kill(first, forced: true);
                return UnknownValue.Nothing;
            case "psutil.process_iter":
                return new ListValue([new ObjectValue("process") { Subject = new UnknownValue("any process") }], true);
            case "psutil.Process":
                return new ObjectValue("process") { Subject = first ?? TextValue.Of("itself") };
            case "os.fork":
                if (run.InLoop) sink.Add(EffectKind.Exhaust, Target.None, "fork-bomb");
                return UnknownValue.Nothing;
            case "os.setuid" or "os.setgid" or "os.seteuid" or "os.setegid" or "os.setreuid" or "os.setresuid":
                if (first is NumberValue { Number: 0 }) sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, "root"), path);
                return UnknownValue.Nothing;
            case "os.dup2":
                if (run.Peer is not null) Objects.ReverseShell(run);
                return UnknownValue.Nothing;
            case "ctypes.CDLL" or "ctypes.cdll.LoadLibrary" or "ctypes.WinDLL":
                return new ObjectValue("library") { Subject = first };
            case "os.chdir":
                sink.GoTo(first);
                return ConstantValue.None;
            case "os.reboot":
                sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "machine"), "power");
                return ConstantValue.None;
            default:
                if (path.StartsWith("ctypes.windll.", StringComparison.Ordinal) || path.StartsWith("ctypes.cdll.", StringComparison.Ordinal))
                    sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, path), "native-call");
                return null;
        }
    }

    private static Value Replace(string path, Value? program, Value? argv, Evaluator run)
    {
        if (argv is ListValue { Open: false, Items.Count: > 0 } list) run.Sink.Run([program ?? list.Items[0], .. list.Items.Skip(1)], path);
        else run.Sink.NotKnown(program, path);
        return UnknownValue.Nothing;
    }

    private static UnknownValue Listed(string path, List<Value> arguments, int from, Evaluator run)
    {
        // The program, then its own name again, then what it is given.
        List<Value> argv = [.. arguments.Skip(from).Take(1), .. arguments.Skip(from + 2)];
        if (argv.Count > 0 && argv[^1] is DictValue) argv.RemoveAt(argv.Count - 1);
        run.Sink.Run(argv, path);
        return UnknownValue.Nothing;
    }

    private static ObjectValue Subprocess(string path, Arguments arguments, Evaluator run)
    {
        var command = arguments.Get(0, "args");
        var stdin = arguments.Get("stdin");
        if (stdin is ObjectValue { Type: "socket" } || (stdin is not null && run.Peer is not null && stdin.Origin.HasFlag(Origin.Network))) Objects.ReverseShell(run);
        var input = arguments.Get("input") is { } given ? new Input(InputKind.Text, given.Text)
            : stdin is null ? null
            : stdin.Known == "DEVNULL" ? new Input(InputKind.File, Word.Of("/dev/null"))
            : new Input(InputKind.Pipe);
        var captured = arguments.Flag("capture_output") || arguments.Get("stdout") is not null || path.EndsWith("check_output", StringComparison.Ordinal);
        var cwd = run.Sink.Cwd;
        if (arguments.Get("cwd") is { } where && where is not ConstantValue) run.Sink.GoTo(where);
        if (arguments.Flag("shell")) run.Sink.Shell(command is ListValue { Items.Count: > 0 } parts ? parts.Items[0] : command, path);
        else Start(command, path, input, captured, run);
        run.Sink.Cwd = cwd;
        var result = (ObjectValue)Objects.Output(command, path);
        if (command is ListValue { Open: false } argv && stdin?.Known == "PIPE") result.Fields["argv"] = argv;
        else if (command is TextValue && stdin?.Known == "PIPE") result.Fields["argv"] = new ListValue([command]);
        return result;
    }

    private static void Start(Value? command, string path, Input? input, bool captured, Evaluator run)
    {
        switch (command)
        {
            case ListValue list:
                run.Sink.Run(list.Open && list.Items.Count > 0 && list.Items[0] is TextValue ? [.. list.Items, UnknownValue.Nothing]
                    : list.Open ? [] : list.Items, path, input, captured);
                break;
            case ChoiceValue choice:
                foreach (var option in choice.Options) Start(option is ChoiceValue ? null : option, path, input, captured, run);
                break;
            case TextValue { Known: { } line } when line.Contains(' '):
                run.Sink.Shell(command, path); // one program on POSIX, a command line on Windows
                break;
            case TextValue text:
                run.Sink.Run([text], path, input, captured);
                break;
            default:
                run.Sink.NotKnown(command, path);
                break;
        }
    }
}
