namespace Sallyport.Shell.Code;

/// <summary>Ruby's File, FileUtils, Dir, IO and Pathname.</summary>
internal static class RubyFiles
{
    public static Value? Call(string path, Arguments arguments, Evaluator run, int position)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "File.delete" or "File.unlink" or "Dir.rmdir" or "Dir.delete" or "Dir.unlink" or "FileUtils.rm" or "FileUtils.rm_f" or "FileUtils.remove"
                or "FileUtils.rmdir" or "FileUtils.safe_unlink":
                foreach (var target in arguments.Positional) sink.Path(EffectKind.Delete, target, forced: true);
                return ConstantValue.None;
            case "FileUtils.rm_r" or "FileUtils.rm_rf" or "FileUtils.rmtree" or "FileUtils.remove_dir" or "FileUtils.remove_entry" or "FileUtils.remove_entry_secure" or "rm_rf" or "rm_r":
                sink.Path(EffectKind.Delete, first, recursive: true, forced: true);
                return ConstantValue.None;
            case "File.write" or "IO.write" or "File.binwrite" or "IO.binwrite":
                sink.Written(first, arguments[1], arguments.Option("mode")?.Known?.StartsWith('a') == true ? "append" : "overwrite");
                return ConstantValue.None;
            case "File.open" or "File.new" or "open" or "IO.sysopen" or "Kernel.open":
                if (path == "open" && first?.Text.KnownPrefix is ['|', ..] && first.Known is { } piped)
                {
                    sink.Shell(TextValue.Of(piped[1..]), "open");
                    return Objects.Output(first, "open");
                }
                if (first?.Text.KnownPrefix.Contains("://", StringComparison.Ordinal) == true) return Objects.Request("GET", first, null, run);
                var file = Objects.Open(first, arguments[1] is TextValue mode ? mode.Known ?? "r+" : "r", run);
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position, file);
                return file;
            case "File.read" or "IO.read" or "File.readlines" or "IO.readlines" or "File.foreach" or "File.binread" or "IO.binread" or "YAML.load_file":
                sink.Path(EffectKind.Read, first);
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position, Objects.Content(first, run));
                return Objects.Content(first, run);
            case "File.rename" or "FileUtils.mv" or "FileUtils.move":
                sink.Path(EffectKind.Move, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.None;
            case "File.symlink" or "File.link" or "FileUtils.ln_s" or "FileUtils.ln" or "FileUtils.ln_sf":
                sink.Link(first, arguments[1]);
                return ConstantValue.None;
            case "FileUtils.cp" or "FileUtils.cp_r" or "FileUtils.copy" or "FileUtils.copy_file" or "IO.copy_stream" or "FileUtils.install":
                sink.Path(EffectKind.Read, first);
                sink.Path(EffectKind.Write, arguments[1]);
                return ConstantValue.None;
            case "File.truncate":
                sink.Path(EffectKind.Truncate, first);
                return ConstantValue.None;
            case "File.chmod" or "FileUtils.chmod" or "FileUtils.chmod_R":
                foreach (var target in arguments.Positional.Skip(1)) sink.Path(EffectKind.ChangeMode, target, PythonFiles.Mode(first), recursive: path.EndsWith('R'));
                return ConstantValue.None;
            case "File.chown" or "FileUtils.chown" or "FileUtils.chown_R":
                foreach (var target in arguments.Positional.Skip(2)) sink.Path(EffectKind.ChangeOwner, target, recursive: path.EndsWith('R'));
                return ConstantValue.None;
            case "FileUtils.mkdir" or "FileUtils.mkdir_p" or "Dir.mkdir" or "FileUtils.touch":
                sink.Path(EffectKind.Write, first, "make-folder");
                return ConstantValue.None;
            case "Dir.glob" or "Dir.[]" or "Dir":
                var found = new ListValue([new TextValue(PythonFiles.Globbed(first))]);
                return arguments.Count > 0 && arguments.Positional[^1] is FunctionValue ? ListMethods.Call(found, "each", arguments, run, position) : found;
            case "Dir.entries" or "Dir.children" or "Dir.foreach" or "Dir.each_child":
                sink.Path(EffectKind.Read, first);
                var names = new ListValue([new TextValue(new Word([new Piece(PieceKind.Glob, "*")]))]);
                return arguments.Count > 1 && arguments.Positional[^1] is FunctionValue ? ListMethods.Call(names, "each", arguments, run, position) : names;
            case "Dir.chdir":
                sink.GoTo(first);
                run.CallBack(arguments.Count > 0 ? arguments.Positional[^1] : null, position);
                return ConstantValue.None;
            case "Dir.home":
                return run.Environment(TextValue.Of("HOME"));
            case "Dir.pwd":
                return sink.Cwd is { } cwd ? TextValue.Of(cwd) : UnknownValue.Nothing;
            case "Dir.mktmpdir" or "Dir.tmpdir":
                return TextValue.Of("/tmp/tmp.ruby");
            case "File.join":
                return PythonFiles.Joined(arguments);
            case "File.expand_path" or "File.realpath" or "File.absolute_path":
                return arguments[1] is { } from && first is not null && !first.Text.KnownPrefix.StartsWith('~') ? new TextValue(CodePath.Join(from.Text, first.Text)) : PythonFiles.Expanded(first, run);
            case "Pathname.new" or "Pathname":
                return new ObjectValue("path") { Subject = first };
            default:
                return null;
        }
    }
}
