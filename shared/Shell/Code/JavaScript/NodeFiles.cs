namespace Sallyport.Shell.Code;

/// <summary>The file functions of Node, Deno and Bun.</summary>
internal static class NodeFiles
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        if (path is "rimraf" or "rimraf.sync" or "del" or "rimraf.rimraf" or "rimraf.rimrafSync" or "del.deleteSync" or "del.deleteAsync")
        {
            run.Sink.Path(EffectKind.Delete, arguments[0], recursive: true, forced: true);
            return ConstantValue.None;
        }
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path[..dot] is not ("fs" or "Deno" or "Bun" or "fs.default")) return null;
        var name = path[(dot + 1)..];
        if (name.EndsWith("Sync", StringComparison.Ordinal)) name = name[..^4];
        var result = Do(name, arguments, run);
        if (result is not null)
        {
            foreach (var argument in arguments.Positional)
                if (argument is FunctionValue function) run.CallBack(function, position);
        }
        return result;
    }

    private static Value? Do(string name, Arguments arguments, Evaluator run)
    {
        var sink = run.Sink;
        var first = arguments[0];
        var second = arguments[1];
        switch (name)
        {
            case "unlink" or "rmdir" or "rm" or "remove" or "emptyDir":
                sink.Path(EffectKind.Delete, first, recursive: arguments.Flag("recursive") || name is "emptyDir", forced: true);
                return ConstantValue.None;
            case "removeAll":
                sink.Path(EffectKind.Delete, first, recursive: true, forced: true);
                return ConstantValue.None;
            case "writeFile" or "outputFile" or "writeJson" or "writeTextFile" or "write" when name != "write" || first is not (NumberValue or ObjectValue):
                sink.Written(first, second, arguments.Option("flag")?.Known == "a" || arguments.Flag("append") ? "append" : "overwrite");
                return ConstantValue.None;
            case "appendFile":
                sink.Written(first, second, "append");
                return ConstantValue.None;
            case "createWriteStream":
                sink.Path(EffectKind.Write, first, arguments.Option("flags")?.Known == "a" ? "append" : "overwrite");
                return new ObjectValue("file") { Subject = first };
            case "truncate" or "ftruncate":
                sink.Path(EffectKind.Truncate, first);
                return ConstantValue.None;
            case "rename" or "move":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, second);
                return ConstantValue.None;
            case "link" or "symlink":
                sink.Link(first, second);
                return ConstantValue.None;
            case "copyFile" or "cp" or "copy":
                sink.Path(EffectKind.Read, first);
                sink.Path(EffectKind.Write, second);
                return ConstantValue.None;
            case "chmod" or "lchmod":
                sink.Path(EffectKind.ChangeMode, first, second is TextValue { Known: { } octal } ? PythonFiles.Mode(new NumberValue(Lexer.ValueOf("0o" + octal))) : PythonFiles.Mode(second));
                return ConstantValue.None;
            case "chown" or "lchown":
                sink.Path(EffectKind.ChangeOwner, first);
                return ConstantValue.None;
            case "mkdir" or "mkdirp" or "ensureDir" or "ensureFile":
                sink.Path(EffectKind.Write, first, "make-folder");
                return ConstantValue.None;
            case "mkdtemp":
                return TextValue.Of("/tmp/tmp.node");
            case "open":
                return Objects.Open(first, second?.Known ?? (second is null or FunctionValue ? "r" : "r+"), run);
            case "readFile" or "readJson" or "readTextFile" or "file":
                sink.Path(EffectKind.Read, first);
                return Objects.Content(first, run);
            case "createReadStream":
                sink.Path(EffectKind.Read, first);
                return new ObjectValue("file") { Subject = first, Origin = Origin.File };
            case "readdir" or "readDir" or "opendir":
                sink.Path(EffectKind.Read, first);
                return new ListValue([new TextValue(new Word([new Piece(PieceKind.Glob, "*")]))]);
            case "realpath":
                return first;
            case "spawn" or "run" or "Command" or "kill" or "cwd" or "chdir" or "env" or "connect" or "serve":
                return null;
            default:
                return new UnknownValue("fs." + name);
        }
    }
}
