using Sallyport.Shell.Code;

namespace Sallyport.Shell.Cmd;

/// <summary>cmd.exe's own commands on files.</summary>
internal static class CmdFiles
{
    /// <summary>True where <paramref name="name"/> is one of them.</summary>
    public static bool Run(string name, List<Word> arguments, EffectSink sink)
    {
        var flags = arguments.Where(CmdReader.IsFlag).Select(a => a.ToString().ToLowerInvariant()).ToList();
        var paths = arguments.Where(a => !CmdReader.IsFlag(a)).Select(a => (Value)new TextValue(CmdReader.Globbed(a))).ToList();
        bool Flag(char letter) => flags.Exists(f => f.Contains(letter));
        switch (name)
        {
            case "del" or "erase":
                foreach (var path in paths) sink.Path(EffectKind.Delete, path, recursive: Flag('s'), forced: Flag('f') || Flag('q'));
                return true;
            case "rd" or "rmdir":
                foreach (var path in paths) sink.Path(EffectKind.Delete, path, recursive: Flag('s'), forced: Flag('q'));
                return true;
            case "move" or "ren" or "rename":
                if (paths.Count > 0) sink.Path(EffectKind.Move, paths[0]);
                if (paths.Count > 1) sink.Path(EffectKind.Write, paths[^1]);
                return true;
            case "copy" or "xcopy" or "robocopy" or "replace":
                if (paths.Count > 0) sink.Path(EffectKind.Read, paths[0], recursive: Flag('s') || Flag('e'));
                if (paths.Count > 1) sink.Path(name == "robocopy" && (flags.Contains("/mir") || flags.Contains("/purge")) ? EffectKind.Delete
                    : EffectKind.Write, paths[1], recursive: flags.Contains("/mir"));
                if (paths.Count > 0) sink.Copied(paths[0], name == "robocopy" && paths.Count > 2 ? TextValue.Of(paths[1].Text + "/") : paths.Count > 1 ? paths[1] : null);
                if (flags.Contains("/move") || flags.Contains("/mov")) sink.Path(EffectKind.Move, paths.Count > 0 ? paths[0] : null);
                return true;
            case "type" or "more" or "findstr" or "find" or "fc" or "comp":
                if (name.StartsWith("find", StringComparison.Ordinal)) paths = [.. paths.Skip(1)];
                foreach (var path in paths) sink.Path(EffectKind.Read, path);
                return true;
            case "md" or "mkdir":
                foreach (var path in paths) sink.Path(EffectKind.Write, path, "make-folder");
                return true;
            case "mklink":
                if (paths.Count > 0) sink.Path(EffectKind.Write, paths[0], "link");
                if (paths.Count > 1) sink.Path(EffectKind.Read, paths[1], "link");
                return true;
            case "attrib" or "icacls" or "cacls":
                var files = paths.Where(p => p.Text.KnownPrefix is not ['+' or '-', ..]).ToList();
                var everyone = name != "attrib" && arguments.Exists(a => a.ToString().Contains("everyone", StringComparison.OrdinalIgnoreCase));
                if (files.Count > 0 && (name == "attrib" ? paths.Count > files.Count : flags.Count > 0))
                    sink.Path(EffectKind.ChangeMode, files[0], everyone ? "world-writable" : "", recursive: Flag('s') || Flag('t'));
                return true;
            case "takeown":
                sink.Path(EffectKind.ChangeOwner, paths.Count > 0 ? paths[0] : null, recursive: Flag('r'));
                return true;
            default:
                return false;
        }
    }
}
