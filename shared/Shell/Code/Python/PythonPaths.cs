namespace Sallyport.Shell.Code;

/// <summary>The methods of <c>pathlib.Path</c>.</summary>
internal static class PythonPaths
{
    private const int MostParents = 16;

    public static Value? Field(ObjectValue self, string name)
    {
        if (self.Type == "file" && name == "name") return self.Subject;
        if (self.Type != "path" || self.Subject is not { } subject) return null;
        var text = subject.Text.ToString();
        switch (name)
        {
            case "parent" when subject.Known is not null:
                var cut = text.LastIndexOf('/');
                return Path(TextValue.Of(cut > 0 ? text[..cut] : cut == 0 ? "/" : "."), self);
            case "parent":
                return Path(new UnknownValue(text + ".parent") { Origin = subject.Origin }, self);
            case "parents" when subject.Known is not null && text.StartsWith('/'):
                var above = new ListValue([]);
                for (var slash = text.LastIndexOf('/'); slash >= 0 && above.Items.Count < MostParents; slash = slash == 0 ? -1 : text.LastIndexOf('/', slash - 1))
                    above.Add(Path(TextValue.Of(slash == 0 ? "/" : text[..slash]), self));
                return above;
            case "stem" or "suffix" when subject.Known is not null:
                var own = text[(text.LastIndexOf('/') + 1)..];
                var dot = own.LastIndexOf('.');
                return TextValue.Of(name == "stem" ? dot > 0 ? own[..dot] : own : dot > 0 ? own[dot..] : "");
            case "name" when subject.Known is not null:
                return TextValue.Of(text[(text.LastIndexOf('/') + 1)..]);
            case "path":
                return subject;
            case "parents" or "parts" or "suffix" or "stem":
                return new UnknownValue("Path." + name);
            default:
                return null;
        }
    }

    private static ObjectValue Path(Value subject, ObjectValue from) => new("path") { Subject = subject, Origin = from.Origin };

    public static Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run)
    {
        if (self.Type == "archive" && method is "extractall" or "extract")
        {
            run.Sink.Path(EffectKind.Write, arguments.Get(method == "extract" ? 1 : 0, "path") ?? TextValue.Of("."), "unpack");
            return ConstantValue.None;
        }
        if (self.Type != "path" || self.Subject is not { } subject) return null;
        var sink = run.Sink;
        var first = arguments[0];
        switch (method)
        {
            case "unlink" or "rmdir" or "remove" or "rmtree" or "remove_p" or "rmtree_p":
                sink.Path(EffectKind.Delete, self, recursive: method.StartsWith("rmtree", StringComparison.Ordinal), forced: true);
                return ConstantValue.None;
            case "rename" or "replace" or "move":
                sink.Path(EffectKind.Move, self);
                sink.Path(EffectKind.Write, first);
                return first is ObjectValue ? first : Path(first ?? UnknownValue.Nothing, self);
            case "write_text" or "write_bytes":
                sink.Written(self, first, "overwrite");
                return ConstantValue.None;
            case "touch" or "mkdir":
                sink.Path(EffectKind.Write, self, method == "mkdir" ? "make-folder" : method);
                return ConstantValue.None;
            case "symlink_to" or "hardlink_to" or "link_to":
                sink.Link(first, self);
                return ConstantValue.None;
            case "chmod":
                sink.Path(EffectKind.ChangeMode, self, PythonFiles.Mode(first));
                return ConstantValue.None;
            case "open":
                return Objects.Open(self, arguments.Get(0, "mode") is { } mode ? mode.Known ?? "r+" : "r", run);
            case "read_text" or "read_bytes":
                sink.Path(EffectKind.Read, self);
                return Objects.Content(subject, run);
            case "iterdir":
                sink.Path(EffectKind.Read, self);
                return new ListValue([Below(self, subject, "*")]);
            case "glob" or "rglob" or "walk":
                var pattern = method == "rglob" ? "**" : first?.Known ?? "*";
                return new ListValue([Below(self, subject, pattern)]);
            case "joinpath" or "with_name" or "with_suffix" or "with_stem":
                return method == "joinpath" ? Path(PythonFiles.Joined(Prepended(subject, arguments)), self)
                    : method == "with_name" && Field(self, "parent") is ObjectValue { Subject: { } parent } && first is not null
                        ? Path(new TextValue(CodePath.Join(parent.Text, first.Text)), self)
                        : Path(new UnknownValue("Path." + method), self);
            case "expanduser":
                return Path(PythonFiles.Expanded(subject, run), self);
            case "resolve" or "absolute" or "as_posix" or "__str__" or "__fspath__":
                return self;
            case "home":
                return Path(run.Environment(TextValue.Of("HOME")), self);
            case "exists" or "is_file" or "is_dir" or "stat":
                return new UnknownValue("Path." + method);
            default:
                return null;
        }
    }

    private static Arguments Prepended(Value subject, Arguments arguments)
    {
        var result = new Arguments { Open = arguments.Open };
        result.Positional.Add(subject);
        result.Positional.AddRange(arguments.Positional);
        return result;
    }

    private static ObjectValue Below(ObjectValue self, Value subject, string pattern) =>
        Path(new TextValue(CodePath.Join(subject.Text, PythonFiles.Globbed(TextValue.Of(pattern)))), self);
}
