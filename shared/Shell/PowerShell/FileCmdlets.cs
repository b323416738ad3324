using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>Cmdlets that read and change files, and the registry, which PowerShell treats as files.</summary>
internal static class FileCmdlets
{
    public static Value? Run(string cmdlet, Value input, Bound bound, Evaluator run)
    {
        var sink = run.Sink;
        var paths = bound.Paths(input);
        var force = bound.Has("force");
        switch (cmdlet)
        {
            case "remove-item" or "clear-item" or "clear-recyclebin":
                if (cmdlet == "clear-recyclebin") paths = TextValue.Of(@"C:\$Recycle.Bin");
                Change(EffectKind.Delete, paths, "", bound.Has("recurse") || cmdlet == "clear-recyclebin", force, run);
                return ConstantValue.None;
            case "remove-itemproperty" or "clear-itemproperty":
                Change(EffectKind.Delete, paths, "property", false, force, run);
                return ConstantValue.None;
            case "set-itemproperty" or "new-itemproperty" or "set-item":
                Change(EffectKind.Write, paths, "property", false, force, run);
                return ConstantValue.None;
            case "clear-content":
                Change(EffectKind.Truncate, paths, "", false, force, run);
                return ConstantValue.None;
            case "set-content" when bound.Positional.Count == 0 && bound.Named("path") is null && bound.Named("literalpath") is null && bound.Named("value") is not null:
                Change(EffectKind.Write, paths, "overwrite", false, force, run);
                return ConstantValue.None;
            case "set-content" or "out-file" or "tee-object" or "export-csv" or "export-clixml":
                Change(EffectKind.Write, bound.Named("literalpath") ?? bound.Get("path", 0) ?? bound.Named("filepath"), Detail(input, bound, bound.Has("append") ? "append" : "overwrite"), false, force, run);
                sink.Kept(bound.Named("literalpath") ?? bound.Get("path", 0) ?? bound.Named("filepath"), input is ConstantValue ? bound.Get("value", 1) : input);
                return input;
            case "add-content":
                Change(EffectKind.Write, bound.Get("path", 0), Detail(input, bound, "append"), false, force, run);
                return ConstantValue.None;
            case "new-item":
                New(bound, run);
                return ConstantValue.None;
            case "move-item" or "rename-item":
                Change(EffectKind.Move, paths, "", false, force, run);
                if ((bound.Named("destination") ?? bound.Named("newname") ?? (bound.Positional.Count > 1 ? bound.Positional[1] : null)) is { } to)
                    sink.Path(EffectKind.Write, Globbed(to, run));
                return ConstantValue.None;
            case "copy-item":
                sink.Path(EffectKind.Read, Globbed(paths, run), recursive: bound.Has("recurse"));
                if (bound.Get("destination", 1) is { } target) sink.Path(EffectKind.Write, target, "copy");
                sink.Copied(paths, bound.Get("destination", 1));
                return ConstantValue.None;
            case "get-content" or "select-string" or "import-csv":
                sink.Path(EffectKind.Read, Globbed(paths, run));
                return Objects.Content(paths, run);
            case "get-childitem":
                var folder = paths ?? TextValue.Of(".");
                if (folder.Known is { } drive && drive.StartsWith("env:", StringComparison.OrdinalIgnoreCase))
                {
                    sink.Add(EffectKind.Read, Target.None, "environment");
                    return new UnknownValue("environment") { Origin = Origin.Environment | (drive.Length > 4 ? Origin.None : Origin.WholeEnvironment) };
                }
                sink.Path(EffectKind.Read, Globbed(folder, run), "list", recursive: bound.Has("recurse"));
                return Below(folder, bound, run);
            case "get-item" when paths is TextValue one && Registry(one.Text.ToString()) is null:
                return new ObjectValue("path") { Subject = Globbed(one, run) };
            case "get-item" or "resolve-path" or "convert-path":
                return paths ?? UnknownValue.Nothing;
            case "join-path":
                return new TextValue(CodePath.Join((bound.Get("path", 0) ?? UnknownValue.Nothing).Text, (bound.Get("childpath", 1) ?? TextValue.Empty).Text));
            case "split-path":
                return new UnknownValue("Split-Path");
            case "set-location" or "push-location":
                sink.GoTo(paths);
                return ConstantValue.None;
            case "expand-archive":
                sink.Path(EffectKind.Read, paths, "archive");
                sink.Path(EffectKind.Write, bound.Get("destinationpath", 1) ?? TextValue.Of("."), "unpack");
                return ConstantValue.None;
            case "compress-archive":
                sink.Path(EffectKind.Read, Globbed(paths, run), recursive: true);
                sink.Path(EffectKind.Write, bound.Get("destinationpath", 1));
                return ConstantValue.None;
            case "set-acl":
                sink.Path(EffectKind.ChangeMode, paths, "acl");
                return ConstantValue.None;
            default:
                return null;
        }
    }

    private static string Detail(Value input, Bound bound, string otherwise) =>
        EffectSink.Detail(input is ConstantValue ? bound.Get("value", 1) : input, otherwise);

    private static void New(Bound bound, Evaluator run)
    {
        var path = bound.Get("path", 0) ?? TextValue.Of(".");
        if (bound.Named("name") is { } name) path = new TextValue(CodePath.Join(path.Text, name.Text));
        var type = bound.Named("itemtype")?.Known ?? bound.Named("type")?.Known ?? "";
        var link = type.Contains("link", StringComparison.OrdinalIgnoreCase) || type.Equals("junction", StringComparison.OrdinalIgnoreCase);
        Change(EffectKind.Write, path, link ? "link" : type.StartsWith('d') || type.StartsWith('D') ? "make-folder" : bound.Has("force") ? "overwrite" : "", false, bound.Has("force"), run);
        if (link && (bound.Named("value") ?? bound.Named("target")) is { } to) run.Sink.Path(EffectKind.Read, to, "link");
    }

    /// <summary>An effect on files, or on the registry where the path leads there.</summary>
    public static void Change(EffectKind kind, Value? paths, string detail, bool recursive, bool forced, Evaluator run)
    {
        foreach (var path in paths is ListValue list ? list.Items : [paths!])
        {
            var text = path?.Text.ToString() ?? "";
            if (Registry(text) is { } key) run.Sink.Add(RegistryKind(kind, key), new Target(TargetKind.Resource, "registry:" + key, !(path?.Text.HasUnknown ?? true)), "registry", recursive, forced);
            else if (kind == EffectKind.Delete && text.StartsWith("cert:", StringComparison.OrdinalIgnoreCase))
                run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, text), "critical", recursive, forced);
            // Which machines this one trusts with its passwords, and who may run commands on it.
            else if (text.StartsWith("wsman:", StringComparison.OrdinalIgnoreCase)) run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, text), "critical");
            else if (Drive(text)) continue;
            else run.Sink.Path(kind, Globbed(path, run), detail, recursive, forced);
        }
        if (paths is ListValue { Open: true, Items.Count: 0 }) run.Sink.Path(kind, null, detail, recursive, forced);
    }

    /// <summary>The registry key a path leads to, in its short form.</summary>
    public static string? Registry(string path)
    {
        if (path.StartsWith("registry::", StringComparison.OrdinalIgnoreCase)) path = path[10..];
        else if (path.StartsWith("microsoft.powershell.core\\registry::", StringComparison.OrdinalIgnoreCase)) path = path[36..];
        var upper = path.ToUpperInvariant().Replace('/', '\\');
        foreach (var (name, hive) in (ReadOnlySpan<(string, string)>)[("HKEY_LOCAL_MACHINE", "HKLM"), ("HKEY_CURRENT_USER", "HKCU"), ("HKEY_CLASSES_ROOT", "HKCR"), ("HKEY_USERS", "HKU"),
            ("HKLM", "HKLM"), ("HKCU", "HKCU"), ("HKCR", "HKCR"), ("HKU", "HKU")])
        {
            if (!upper.StartsWith(name, StringComparison.Ordinal)) continue;
            var rest = path[name.Length..].TrimStart(':').Replace('/', '\\').TrimEnd('\\');
            if (rest.Length == 0 || rest[0] == '\\') return hive + rest;
        }
        return null;
    }

    /// <summary>Writing where Windows looks for what to start is to stay; elsewhere it is to change the machine.</summary>
    public static EffectKind RegistryKind(EffectKind kind, string key)
    {
        // The machine's own part of the registry decides what every user's programs do from then on.
        if (key.StartsWith("HKLM", StringComparison.Ordinal) || key.StartsWith("HKCR", StringComparison.Ordinal)) return EffectKind.Persist;
        if (kind == EffectKind.Delete) return key.Contains('\\') && key.AsSpan().Count('\\') <= 2 ? EffectKind.Persist : kind;
        foreach (var place in (ReadOnlySpan<string>)[@"\CurrentVersion\Run", @"\Winlogon", @"\Image File Execution Options", @"\Services\", @"\AppInit_DLLs",
            @"\Shell Folders", @"\CurrentVersion\Internet Settings", @"\CurrentVersion\Policies\Explorer\Run", @"\Environment", @"\shell\open\command"])
            if (key.Contains(place, StringComparison.OrdinalIgnoreCase)) return EffectKind.Persist;
        return EffectKind.Write;
    }

    private static bool Drive(string path)
    {
        var colon = path.IndexOf(':');
        return colon > 1 && path[..colon].All(char.IsLetter) && !path.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A path with its wildcards active.</summary>
    public static Value? Globbed(Value? path, Evaluator run)
    {
        if (path is ListValue list) return new ListValue([.. list.Items.Select(i => i is ListValue ? UnknownValue.Nothing : Globbed(i, run)!)], list.Open);
        if (path is not TextValue) return path;
        var text = path.Text.KnownPrefix;
        if (text.StartsWith('~') && (text.Length == 1 || text[1] is '/' or '\\')) return new TextValue(Tilde(path.Text, run)) { Origin = path.Origin };
        return path.Text.HasGlob ? path : new TextValue(PythonFiles.Globbed(path)) { Origin = path.Origin };
    }

    private static Word Tilde(Word word, Evaluator run)
    {
        var pieces = new List<Piece>(word.Pieces);
        pieces[0] = new Piece(PieceKind.Literal, pieces[0].Text[1..]);
        return CodePath.Concat(run.Environment(TextValue.Of("HOME")).Text, PythonFiles.Globbed(new TextValue(new Word(pieces))));
    }

    private static Value Below(Value folder, Bound bound, Evaluator run)
    {
        if (folder is ListValue list) return new ListValue([.. list.Items.Select(i => i is ListValue ? UnknownValue.Nothing : Below(i, bound, run))], list.Open);
        if (folder is not TextValue) return new UnknownValue("Get-ChildItem") { Origin = folder.Origin };
        var text = folder.Text.ToString();
        var name = bound.Named("filter")?.Known ?? bound.Named("include")?.Known ?? (bound.Positional.Count > 1 ? bound.Positional[1].Known : null) ?? "*";
        if (text.Contains('*') && !bound.Has("recurse")) return Globbed(folder, run)!;
        var separator = text.Contains('\\') ? "\\" : "/";
        // What it finds by name in a folder that is not the script's own may lie anywhere in that.
        if (bound.Has("recurse") && name != "*" && (text.Contains(':') || text is ['/' or '\\' or '~' or '$', ..]))
            return Globbed(new TextValue(CodePath.Concat(CodePath.Concat(folder.Text, Word.Unknown((text.EndsWith('\\') || text.EndsWith('/') ? "" : separator) + "<found>")), Word.Of(separator + name))), run)!;
        return Globbed(new TextValue(CodePath.Concat(folder.Text, Word.Of((text.EndsWith('\\') || text.EndsWith('/') ? "" : separator) + (bound.Has("recurse") && name == "*" ? "**" : name)))), run)!;
    }
}
