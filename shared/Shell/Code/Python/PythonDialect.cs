namespace Sallyport.Shell.Code;

/// <summary>Python: its names, and where to look what they do.</summary>
internal sealed class PythonDialect : Dialect
{
    public override CodeLanguage Language => CodeLanguage.Python;

    public override Node Parse(string text, Work work) => PythonParser.Parse(text, work);

    public override Value? Read(string path, Evaluator run) => path switch
    {
        "os.environ" => Objects.Environment(),
        "sys.argv" => run.Sink.Argv(run.Sink.Script ?? "-c"),
        "sys.stdin" => new ObjectValue("stdin"),
        "os.sep" or "os.path.sep" => TextValue.Of("/"),
        "os.devnull" => TextValue.Of("/dev/null"),
        "__name__" => TextValue.Of("__main__"),
        "__file__" => run.Sink.ScriptPath is { } file ? TextValue.Of(file) : new UnknownValue("__file__"),
        "subprocess.PIPE" => TextValue.Of("PIPE"),
        "subprocess.DEVNULL" => TextValue.Of("DEVNULL"),
        "string.ascii_lowercase" => TextValue.Of("abcdefghijklmnopqrstuvwxyz"),
        _ when path.EndsWith(".__dict__", StringComparison.Ordinal) => new SymbolValue(path[..^9]),
        _ when path.StartsWith("sys.modules.", StringComparison.Ordinal) => new SymbolValue(path[12..]),
        _ when path.Contains("builtins", StringComparison.Ordinal) => Builtin(path),
        _ => null,
    };

    // A module that lies where the program stands is found before all others.
    public override void Imported(string module, Evaluator run)
    {
        if (run.Sink.Absolute(TextValue.Of(module.Replace('.', '/') + ".py")) is not { } file) return;
        if (run.Sink.Fetched(file)) run.Sink.NotKnown(new UnknownValue("module " + module) { Origin = Origin.Network }, "import");
        // One whose text is known, because the same call wrote it, is run as it is imported.
        else if (run.Sink.Facts.Files.TryGetValue(file, out var fact) && fact.Content is { } text && (imported ??= []).Add(file)) run.RunText(TextValue.Of(text), "import", 0);
    }

    private HashSet<string>? imported;

    private static SymbolValue? Builtin(string path)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["builtins.", "__builtins__."])
            if (path.StartsWith(prefix, StringComparison.Ordinal)) return new SymbolValue(path[prefix.Length..]);
        return null;
    }

    public override bool Exports(string module, string name) => module switch
    {
        "os" => name is "system" or "remove" or "unlink" or "rmdir" or "popen" or "environ" or "listdir" or "rename" or "chmod" or "kill" or "walk"
            or "fork" or "setuid" or "path" or "removedirs" or "truncate" or "symlink" or "dup2" or "chdir" || name.StartsWith("exec", StringComparison.Ordinal) && name.Length > 4,
        "subprocess" => name is "run" or "call" or "check_call" or "check_output" or "Popen" or "getoutput" or "getstatusoutput" or "PIPE",
        "shutil" => name is "rmtree" or "move" or "copy" or "copyfile" or "copytree" or "copy2",
        "pathlib" => name is "Path" or "PurePath",
        "socket" => name is "socket" or "create_connection" || name.StartsWith("AF_", StringComparison.Ordinal),
        _ => false,
    };

    public override bool Dangerous(string module) =>
        module is "os" or "subprocess" or "shutil" or "builtins" or "__builtins__" or "sys.modules" or "posix" or "pty" or "ctypes" or "importlib";

    public override Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        if (path.EndsWith(".__call__", StringComparison.Ordinal)) path = path[..^9];
        if (path.StartsWith("posix.", StringComparison.Ordinal)) path = "os." + path[6..];
        return PythonBuiltins.Call(path, arguments, run, position)
            ?? PythonProcesses.Call(path, arguments, run, position)
            ?? PythonFiles.Call(path, arguments, run)
            ?? PythonNetwork.Call(path, arguments, run)
            ?? (Within(path) is { } module ? Call(module, arguments, run, position) : null);
    }

    // Modules hold those they use: platform.os.system is os.system.
    private static string? Within(string path)
    {
        foreach (var module in (ReadOnlySpan<string>)[".os.", ".subprocess.", ".shutil.", ".sys.", ".builtins."])
            if (path.IndexOf(module, StringComparison.Ordinal) is > 0 and var at) return path[(at + 1)..];
        return null;
    }

    public override Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position) =>
        Objects.Call(self, method, arguments, run, position) ?? PythonPaths.Call(self, method, arguments, run);

    public override Value? Field(ObjectValue self, string name, Evaluator run) => PythonPaths.Field(self, name) ?? Objects.Field(self, name);

    public override void Inherited(ObjectValue made, string parent, Arguments arguments, Evaluator run, int position)
    {
        // Threads, processes and the commands of a build run their own run().
        if (run.Member(made, "run") is FunctionValue function && parent is not "object") run.CallBack(function, position);
    }
}
