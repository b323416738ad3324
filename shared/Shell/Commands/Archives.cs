namespace Sallyport.Shell.Commands;

/// <summary>Archives and compressors: what they read, where they unpack, and the programs they run on the way.</summary>
internal static class Archives
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "tar" or "gtar" or "bsdtar": Tar(call); return true;
            case "zip" or "7z" or "7za" or "7zz" or "rar": Zip(call); return true;
            case "unzip" or "unrar":
                var unzip = Options.Parse(call.Argv, 1, "dPx");
                if (call.AsksHelp || unzip.Has('l') || unzip.Has('p') || unzip.Has('t') || unzip.Has('Z')) return true;
                if (unzip.Operands.Count > 0) call.Path(EffectKind.Read, unzip.Operands[0], "archive");
                call.Path(EffectKind.Write, unzip.Value("d", 'd') ?? Word.Of("."), "unpack");
                return true;
            case "gzip" or "bzip2" or "xz" or "zstd" or "lz4" or "gunzip" or "bunzip2" or "unxz" or "pigz" or "compress" or "brotli" or "lzma":
                Compress(call);
                return true;
            case "openssl":
                var file = After(call, "-in");
                if (file is not null) call.Path(EffectKind.Read, file, "copy");
                if (After(call, "-out") is { } output) call.Path(EffectKind.Truncate, output, "copy");
                if (call.Text(1) == "s_client" && call.Run.Input.Kind == InputKind.Inherited && !call.Argv.Any(word => word.Known is "-help")) call.Session("openssl s_client");
                if (call.Text(1) == "s_client" && call.Run.Input.Kind is InputKind.Pipe or InputKind.File)
                {
                    if (call.Run.Input is { Kind: InputKind.File, Text: { } sent }) call.Path(EffectKind.Read, sent, "upload");
                    call.Add(EffectKind.SendData, "stdin", TargetKind.Host, After(call, "-connect")?.ToString() ?? "?");
                }
                return true;
            case "gpg" or "gpg2":
                if (call.Argv.Any(word => word.Known is "--delete-secret-keys" or "--delete-secret-and-public-key"))
                    call.Add(EffectKind.Delete, new Target(TargetKind.Resource, "gpg:secret key"), "secret-key");
                if (call.Argv.Any(word => word.KnownPrefix.StartsWith("--export-secret", StringComparison.Ordinal)))
                    call.Add(EffectKind.Read, new Target(TargetKind.Resource, "gpg:secret key"), call.Run.OutputCaptured ? "secret-piped" : "secret-key");
                // What was encrypted is still what it was to whoever has the key.
                if (call.Argv.Any(word => word.Known is "-c" or "-e" or "-ce" or "-ec" or "--encrypt" or "--symmetric"))
                    foreach (var plain in Options.Parse(call.Argv, 1, "oru", "output recipient local-user passphrase passphrase-fd passphrase-file cipher-algo pinentry-mode homedir").Operands) call.Path(EffectKind.Read, plain, "config");
                return true;
            case "cpio" or "pax" or "ar": return true;
            default: return false;
        }
    }

    private static Word? After(Call call, string option)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            if (call.Text(i) == option) return call.Argv[i + 1];
        return null;
    }

    private static void Tar(Call call)
    {
        if (call.AsksHelp) return;
        var argv = call.Argv.ToList();
        if (call.Run.Environment.LastOrDefault(pair => pair.Key == "TAR_OPTIONS").Value is { } more)
        {
            // What is not known of them leaves the rest as it is.
            if (WordText.Split(string.Concat(more.Pieces.Where(piece => piece.Kind == PieceKind.Literal).Select(piece => piece.Text))) is { } words) argv.InsertRange(1, words);
            else call.Unknown("settings", more);
        }
        // The first word's dash may be left out.
        if (argv.Count > 1 && argv[1].Known is { Length: > 0 } old && old[0] != '-' && old.All(char.IsAsciiLetter)
            && old.Any(letter => letter is 'c' or 'x' or 't' or 'u' or 'r')) argv[1] = Word.Of("-" + old);
        var options = Options.Parse(argv, 1, "fCTXIbgHLKNVF",
            "file directory files-from exclude exclude-from use-compress-program checkpoint-action to-command info-script new-volume-script rmt-command rsh-command transform strip-components format owner group mode mtime listed-incremental one-top-level occurrence checkpoint_");
        foreach (var action in options.Values("checkpoint-action"))
            if (action.KnownPrefix.StartsWith("exec=", StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, WordText.Skip(action, 5), "tar --checkpoint-action");
        foreach (var name in (string[])["use-compress-program", "to-command", "info-script", "new-volume-script", "rsh-command", "rmt-command"])
            if (options.Value(name) is { } program) call.Nest(CodeLanguage.Shell, program, "tar --" + name);
        if (options.Value("I", 'I') is { } compressor) call.Nest(CodeLanguage.Shell, compressor, "tar -I");
        if (options.Value("F", 'F') is { } script) call.Nest(CodeLanguage.Shell, script, "tar -F");
        var folder = options.Value("directory", 'C');
        var archive = options.Value("file", 'f') ?? call.Run.Environment.LastOrDefault(pair => pair.Key == "TAPE").Value;
        var creates = options.Has('c', "create") || options.Has('r', "append") || options.Has('u', "update");
        if (creates)
        {
            foreach (var member in options.Operands) call.Path(EffectKind.Read, folder is null || member.KnownPrefix.StartsWith('/') ? member
                : WordText.Join(folder, WordText.Join(Word.Of("/"), member)), "archive", recursive: true);
            if (options.Has("remove-files"))
                foreach (var member in options.Operands) call.Path(EffectKind.Delete, member, "", true, true);
            if (archive is null || archive.Known == "-") return;
            if (Rsync.IsRemote(archive) && !options.Has("force-local")) call.Add(EffectKind.SendData, new Target(TargetKind.Host, archive.ToString()), "file");
            else call.Path(EffectKind.Truncate, archive, "archive");
        }
        else if (options.Has('x', "extract") || options.Has("get"))
        {
            if (archive is not null && archive.Known != "-" && !Rsync.IsRemote(archive)) call.Path(EffectKind.Read, archive, "archive");
            call.Path(EffectKind.Write, folder ?? Word.Of("."), "unpack");
        }
    }

    private static void Zip(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "bntPx", "");
        foreach (var option in options.Values("unzip-command").Concat(call.Argv.Zip(call.Argv.Skip(1)).Where(pair => pair.First.Known is "-TT" or "--unzip-command").Select(pair => pair.Second)))
            call.Nest(CodeLanguage.Shell, option, "zip -TT");
        var operands = call.Program == "zip" ? options.Operands : [.. options.Operands.Skip(1)];
        if (operands.Count < 2) return;
        foreach (var member in operands.Skip(1)) call.Path(EffectKind.Read, member, "archive", recursive: true);
        if (call.Program == "rar" && call.Text(1) is "m" or "mf")
            foreach (var member in operands.Skip(1)) call.Path(EffectKind.Delete, member, "", true);
        if (operands[0].Known != "-") call.Path(EffectKind.Truncate, operands[0], "archive");
        if (call.Program == "zip" && options.Has('m', "move") || call.Program != "zip" && call.Argv.Any(word => word.Known is "-sdel" or "-df"))
            foreach (var member in operands.Skip(1)) call.Path(EffectKind.Delete, member, "", true);
    }

    private static void Compress(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "SbMTDo", "suffix threads");
        var suffix = call.Program switch { "gzip" or "pigz" => ".gz", "bzip2" => ".bz2", "xz" => ".xz", "zstd" => ".zst", "lz4" => ".lz4", _ => "" };
        foreach (var file in options.Operands)
        {
            call.Path(EffectKind.Read, file, "copy");
            // The file itself goes, unless it is asked to stay.
            if (!options.Has('c', "stdout") && !options.Has('k', "keep") && !options.Has('d', "decompress") && !options.Has('t', "test")
                && !options.Has('l', "list") && call.Program is "gzip" or "bzip2" or "xz" or "pigz" or "lzma" or "compress") call.Path(EffectKind.Move, file);
            if (suffix.Length > 0 && !options.Has('c', "stdout") && !options.Has('d', "decompress")) call.Path(EffectKind.Write, WordText.Join(file, Word.Of(suffix)), "copy");
        }
    }
}
