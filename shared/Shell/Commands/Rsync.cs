namespace Sallyport.Shell.Commands;

/// <summary>Copying to and from other machines: <c>rsync</c>, <c>scp</c>, <c>sftp</c>, <c>rclone</c> has its own verbs elsewhere.</summary>
internal static class Rsync
{
    public static void Sync(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "efTBM",
            "rsh rsync-path exclude include exclude-from include-from files-from filter temp-dir compare-dest link-dest copy-dest log-file password-file port bwlimit max-size min-size suffix backup-dir out-format timeout block-size partial-dir chmod chown remote-option");
        if (options.Value("rsh", 'e') is { } shell) call.Nest(CodeLanguage.Shell, shell, "rsync -e");
        if (options.Operands.Count == 0) return;
        if (options.Dry || options.Given.Any(option => option.Name == "list-only")) return;
        var destination = options.Operands[^1];
        var sources = options.Operands.Count > 1 ? options.Operands.SkipLast(1).ToList() : options.Operands;
        Ends(call, sources, destination, options.Operands.Count > 1);
        var deletes = options.Given.Any(option => option.Name == "del" || option.Name.StartsWith("delete", StringComparison.Ordinal));
        if (deletes && options.Operands.Count > 1)
        {
            if (IsRemote(destination)) call.Add(EffectKind.Delete, new Target(TargetKind.Host, destination.ToString()), "mirror-delete", true, true);
            else call.Path(EffectKind.Delete, destination, "mirror-delete", recursive: true, forced: true);
        }
        if (options.Has("remove-source-files"))
            foreach (var source in sources.Where(source => !IsRemote(source))) call.Path(EffectKind.Move, source);
    }

    public static void Scp(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "cDFiJloPSX");
        foreach (var option in options.Values("o", 'o')) Ssh.Option(call, option);
        if (options.Value("S", 'S') is { } program) call.Start([program], "scp -S");
        if (options.Operands.Count < 2) return;
        Ends(call, [.. options.Operands.SkipLast(1)], options.Operands[^1], true);
    }

    private static void Ends(Call call, List<Word> sources, Word destination, bool copies)
    {
        foreach (var source in sources)
        {
            if (IsRemote(source)) call.Add(EffectKind.Connect, new Target(TargetKind.Host, source.ToString(), source.IsKnown), "download");
            else call.Path(EffectKind.Read, source, "copy", recursive: true);
        }
        if (!copies) return;
        if (IsRemote(destination))
        {
            foreach (var source in sources.Where(source => !IsRemote(source)))
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, destination.ToString(), destination.IsKnown), "copy");
            RemotePath(call, destination);
        }
        else if (sources.Any(IsRemote)) call.Path(EffectKind.Write, destination, "download");
        else if (sources.Where(static source => source.Known is not [.., '/']).ToList() is { Count: > 0 } named) FileCommands.Destinations(call, [.. named, destination], null, "copy");
        else call.Path(EffectKind.Write, destination, "copy");
        // Into a folder it comes under its own name.
        if (destination.Known is "." or ".." or [.., '/'])
            foreach (var source in sources.Where(IsRemote))
                if (source.Known is { } far && far[(far.LastIndexOfAny(['/', ':']) + 1)..] is { Length: > 0 } name) call.Path(EffectKind.Write, Word.Of(destination.Known.TrimEnd('/') + "/" + name), "download");
    }

    // A copy over the top of another machine's system files is judged by where it lands.
    private static void RemotePath(Call call, Word destination)
    {
        if (destination.Known is not { } text) return;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var path = text[(colon + 1)..].TrimStart(':');
        if (path.StartsWith('/')) call.Add(EffectKind.Write, new Target(TargetKind.Path, PathText.Normalize(path)), "remote-copy", true, false);
        // A relative path begins in the home of whoever logs in.
        else if (path.Length > 0) call.Add(EffectKind.Write, new Target(TargetKind.Path, PathText.Normalize("/home/remote/" + (path.StartsWith("~/", StringComparison.Ordinal) ? path[2..] : path))), "remote-copy", true, false);
    }

    /// <summary><c>host:path</c>, <c>user@host:path</c>, <c>rsync://…</c>; a slash before the colon makes it local.</summary>
    public static bool IsRemote(Word word)
    {
        var text = word.ToString();
        if (text.StartsWith("rsync://", StringComparison.Ordinal) || text.StartsWith("scp://", StringComparison.Ordinal) || text.StartsWith("sftp://", StringComparison.Ordinal)) return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return colon > 0 && (slash < 0 || colon < slash);
    }
}
