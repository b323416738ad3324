namespace Sallyport.Shell.Commands;

/// <summary>Programs that create, copy, move and delete files.</summary>
internal static class FileCommands
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "rm" or "grm" or "srm" or "trash" or "trash-put" or "gio" or "rmtrash" or "unlink": Remove(call); return true;
            case "rmdir":
                foreach (var folder in Options.Parse(call.Argv).Operands) call.Path(EffectKind.Delete, folder, "empty-folder");
                return true;
            case "rimraf" or "del-cli" or "del": Each(call, EffectKind.Delete, "", "", recursive: true); return true;
            case "shred" or "wipe" or "scrub": Shred(call); return true;
            // These overwrite what is free, and delete nothing.
            case "sfill" or "sdmem" or "sswap": return true;
            case "truncate" when call.Argv[0].Known != "TRUNCATE": Each(call, EffectKind.Truncate, "sr", "size reference", detail: "truncate"); return true;
            case "fallocate": Each(call, EffectKind.Write, "lo", "length offset"); return true;
            case "mv" or "gmv": Move(call); return true;
            case "cp" or "gcp" or "copy": Copy(call); return true;
            case "install" or "ginstall": Install(call); return true;
            case "ln" or "gln" or "link": Links.Describe(call); return true;
            case "tee":
                var tee = Options.Parse(call.Argv);
                foreach (var file in tee.Operands) call.Path(tee.Has('a', "append") ? EffectKind.Write : EffectKind.Truncate, file, tee.Has('a', "append") ? "append" : "");
                call.Output = call.Run.Input is { Kind: InputKind.Text } input ? input.Text : null;
                return true;
            case "sponge": Each(call, EffectKind.Truncate); return true;
            case "touch": Each(call, EffectKind.Write, "dtr", "date time reference", detail: "touch"); return true;
            case "mkdir": Each(call, EffectKind.Write, "mZ", "mode", detail: "make-folder"); return true;
            // A node of a disk is the disk under another name.
            case "mknod" when call.Argv.Any(static word => word.Known == "b"): call.Path(EffectKind.Write, call.Argv[1]); return true;
            case "mkfifo" or "mknod": Each(call, EffectKind.Write, "mZ", "mode", detail: "make-folder"); return true;
            case "split" or "csplit" when call.Text(1) is not ("splits" or "segments" or "environments" or "workspaces" or "groups" or "attributes"
                or "users"): Each(call, EffectKind.Read, "abClnt", "suffix-length bytes line-bytes lines number separator filter"); return true;
            // rename 's/a/b/' FILE… and rename a b FILE…: what stands before the files is no path.
            case "rename" or "prename" or "file-rename":
                if (!call.AsksHelp && !call.Argv.Any(word => word.Known is "-n" or "--nono" or "--no-act" or "--just-print"))
                    foreach (var operand in Options.Parse(call.Argv, 1, "e").Operands)
                        if (operand.KnownPrefix.StartsWith('/') || operand.KnownPrefix.StartsWith('~')) call.Path(EffectKind.Move, operand);
                return true;
            case "mmv": return true;
            case "patch":
                Each(call, EffectKind.Write, "pidorBbzDVYxgF", "strip input directory output reject-file");
                Patches.UnifiedDiff.Patch(call);
                return true;
            case "objcopy" or "strip" or "patchelf" or "chrpath" or "upx": Reworked(call); return true;
            case "rsync": Rsync.Sync(call); return true;
            default: return false;
        }
    }

    private static void Each(Call call, EffectKind kind, string shortValued = "", string longValued = "", bool recursive = false, string detail = "")
    {
        if (call.AsksHelp) return;
        foreach (var operand in Options.Parse(call.Argv, 1, shortValued, longValued).Operands) call.Path(kind, operand, detail, recursive, recursive);
    }

    // In place, unless they are told where the result goes.
    private static void Reworked(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "oORjNKGL", "output");
        var output = options.Value("output", 'o') ?? (call.Program == "objcopy" && options.Operands.Count > 1 ? options.Operands[^1] : null);
        if (output is not null) call.Path(EffectKind.Write, output);
        else foreach (var operand in options.Operands) call.Path(EffectKind.Write, operand);
    }

    private static void Remove(Call call)
    {
        var options = Options.Parse(call.Argv);
        if (options.Has("help") || options.Has("version")) return;
        var trash = call.Program is "trash" or "trash-put" or "rmtrash" or "gio";
        if (trash)
        {
            // What lies in a trash was moved there, and can be brought back.
            if (call.Program != "gio" || call.Text(1) == "trash")
                foreach (var operand in call.Program == "gio" ? options.Operands.Skip(1) : options.Operands) call.Path(EffectKind.Move, operand, "trash");
            return;
        }
        var recursive = options.Has('r', "recursive") || options.Has('R');
        var forced = options.Has('f', "force");
        // Nothing has no name: rm refuses the empty one.
        foreach (var operand in options.Operands)
            if (operand.Known?.Length != 0) call.Path(EffectKind.Delete, operand, options.Has("no-preserve-root") ? "no-preserve-root" : "", recursive, forced);
    }

    private static void Shred(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "nso", "iterations size");
        if (options.Has("help")) return;
        foreach (var operand in options.Operands)
        {
            if (PathText.Target(operand, call.Run.Cwd, call.Facts).Name.StartsWith("/dev/", StringComparison.Ordinal)) call.Path(EffectKind.WriteDisk, operand, "shred");
            else call.Path(EffectKind.Delete, operand, "shred", options.Has('r'), forced: true);
        }
    }

    private static void Move(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "tSZ", "target-directory suffix");
        if (options.Has("help") || options.Has("version")) return;
        var into = options.Value("target-directory", 't');
        var count = options.Operands.Count;
        for (var i = 0; i < count; i++)
            if (into is not null || i < count - 1)
            {
                call.Path(EffectKind.Move, options.Operands[i], forced: options.Has('f', "force"));
                // What is moved there is meant to be gone.
                if (count == 2 && options.Operands[1].Known == "/dev/null") call.Path(EffectKind.Delete, options.Operands[i], recursive: true, forced: true);
            }
        Destinations(call, options.Operands, into, "move");
    }

    private static void Copy(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "tSZ", "target-directory suffix no-preserve sparse");
        if (options.Has("help") || options.Has("version") || options.Has("attributes-only")) return;
        var into = options.Value("target-directory", 't');
        var recursive = options.Has('r', "recursive") || options.Has('R') || options.Has('a', "archive");
        for (var i = 0; i < options.Operands.Count; i++)
            if (into is not null || i < options.Operands.Count - 1) call.Path(EffectKind.Read, options.Operands[i], "copy", recursive);
        Emptied(call, options.Operands);
        if (options.Has('s', "symbolic-link") || options.Has('l', "link"))
        {
            if (into is null && options.Operands.Count == 2) Links.Made(call, EffectKind.Write, options.Operands[0], options.Operands[1], options.Has('s'), "link");
            else
                foreach (var source in options.Operands.SkipLast(into is null ? 1 : 0)) Links.Below(call, source, into ?? options.Operands[^1], options.Has('s'), false);
        }
        Destinations(call, options.Operands, into, options.Has('s', "symbolic-link") || options.Has('l', "link") ? "link" : "copy");
    }

    private static void Install(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "mogtST", "mode owner group target-directory suffix strip-program");
        if (options.Has("help")) return;
        if (options.Has('d', "directory"))
        {
            foreach (var folder in options.Operands) call.Path(EffectKind.Write, folder, "make-folder");
            return;
        }
        foreach (var source in options.Operands.SkipLast(options.Value("target-directory", 't') is null ? 1 : 0)) call.Path(EffectKind.Read, source, "copy");
        Emptied(call, options.Operands);
        Destinations(call, options.Operands, options.Value("target-directory", 't'), "copy");
        if (options.Value("mode", 'm') is { Known: { } mode } && Modes.Detail(mode) is { Length: > 0 } detail && options.Operands.Count > 0)
            call.Path(EffectKind.ChangeMode, options.Value("target-directory", 't') ?? options.Operands[^1], detail);
    }

    // A copy of nothing leaves nothing.
    private static void Emptied(Call call, List<Word> operands)
    {
        if (operands is [{ Known: "/dev/null" }, var file]) call.Path(EffectKind.Truncate, file, "copy");
    }

    private const int MostNamed = 256;

    // What is written is the destination, and below it where that is (or may be) a folder: both are named.
    public static void Destinations(Call call, IReadOnlyList<Word> operands, Word? into, string detail)
    {
        if (into is null && operands.Count < 2) return;
        var destination = into ?? operands[^1];
        call.Path(EffectKind.Write, destination, detail);
        var folder = into is not null || operands.Count > 2 || destination.ToString().EndsWith('/') || destination.Known is "." or ".." or "~"
            || PathText.Target(destination, call.Run.Cwd, call.Facts) is var target && (target.Name == call.Facts.Home
                || (call.Facts.Files.TryGetValue(target.Name, out var fact) && fact.Kind == FileKind.Directory));
        if (!folder) return;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in operands.SkipLast(into is null ? 1 : 0))
        {
            if (source.HasUnknown || !named.Add(source.ToString())) continue;
            // Of so many nobody looks at each: what comes there may have any name.
            if (named.Count > MostNamed)
            {
                call.Path(EffectKind.Write, destination, "unpack");
                return;
            }
            var name = PathText.Name(source.ToString().TrimEnd('/'));
            // Only a pattern that begins with a dot finds names that do, which is what anything in a home is configured by.
            if (source.HasGlob)
            {
                if (name.StartsWith('.')) call.Path(EffectKind.Write, new Word([.. destination.Pieces, new Piece(PieceKind.Literal, "/"), new Piece(PieceKind.Glob, name)]), detail);
                continue;
            }
            if (name.Length > 0 && name is not ("." or "..")) call.Path(EffectKind.Write, WordText.Join(destination, Word.Of("/" + name)), detail);
        }
    }
}
