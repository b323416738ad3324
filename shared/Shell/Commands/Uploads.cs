namespace Sallyport.Shell.Commands;

/// <summary>Clients that copy files of this machine to somewhere else, each in words of its own.</summary>
internal static class Uploads
{
    public static void Describe(Call call)
    {
        if (call.Count < 2 || call.AsksHelp) return;
        switch (call.Program)
        {
            case "rclone" when call.Text(1) is "copy" or "copyto" or "move" or "moveto" or "sync":
                if (Options.Parse(call.Argv, 2).Operands is [var from, var to, ..] && !Remote(from) && Remote(to)) Sent(call, from, to.ToString());
                break;
            case "az" when call.Argv.Any(word => word.Known is "upload" or "upload-batch"):
                if (After(call, "--file", "-f", "--source", "-s") is { } file) Sent(call, file, "az");
                break;
            case "azcopy" when call.Text(1) is "copy" or "cp" && call.Count > 3
                && !call.Argv[2].KnownPrefix.StartsWith("http", StringComparison.Ordinal): Sent(call, call.Argv[2], call.Argv[3].ToString()); break;
            case "lftp" or "smbclient": Lines(call, After(call, "-e", "-c")); break;
            case "sftp" or "ftp" when call.Run.Input is { Kind: InputKind.Text, Text: { } text }: Lines(call, text); break;
            case "tftp" when After(call, "put") is { } put: Sent(call, put, call.Argv[1].ToString()); break;
            case "mc" when call.Text(1) is "cp" or "mirror" or "pipe" && call.Count > 3: Sent(call, call.Argv[^2], call.Argv[^1].ToString()); break;
            case "s3cmd" or "s5cmd" or "b2" when call.Argv.Any(word => word.Known is "put" or "cp" or "upload-file" or "sync") && call.Count > 3
                && !call.Argv[^2].ToString().Contains("://", StringComparison.Ordinal): Sent(call, call.Argv[^2], call.Argv[^1].ToString()); break;
            case "gcloud" when call.Text(1) == "storage" && call.Text(2) is "cp" or "mv" or "rsync" && call.Count > 4 && !call.Argv[^2].ToString().Contains("://", StringComparison.Ordinal):
                Sent(call, call.Argv[^2], call.Argv[^1].ToString());
                break;
            case "gh" when call.Text(1) == "release" && call.Text(2) is "upload" or "create":
                foreach (var asset in Options.Parse(call.Argv, 3, "FntR", "notes notes-file title target repo").Operands.Skip(1)) Sent(call, asset, "gh");
                break;
            case "gh" when call.Text(1) == "api":
                foreach (var field in Options.Parse(call.Argv, 2, "FfHXqt", "field raw-field header method input jq template").Given)
                    if (field.Name is "F" or "field" && field.Value?.KnownPrefix.IndexOf("=@", StringComparison.Ordinal) is > 0 and var at) Sent(call, WordText.Skip(field.Value, at + 2), "gh");
                    else if (field.Name is "input" && field.Value is { } input) Sent(call, input, "gh");
                break;
            case "restic" when call.Argv.Any(word => word.Known == "backup"): Each(call, Options.Parse(call.Argv, 1, "reop", "repo exclude password-file tag host").Operands.Skip(1)); break;
            case "borg" when call.Text(1) == "create" && call.Argv.Any(word => word.ToString().Contains("ssh://", StringComparison.Ordinal) || word.ToString().Contains('@', StringComparison.Ordinal)):
                Each(call, Options.Parse(call.Argv, 2, "eC", "exclude compression comment").Operands.Skip(1));
                break;
            case "duplicity" when Options.Parse(call.Argv).Operands is [var folder, var place, ..] && place.ToString().Contains("://", StringComparison.Ordinal) && !place.KnownPrefix.StartsWith("file:", StringComparison.Ordinal):
                Sent(call, folder, place.ToString());
                break;
            case "ipfs" when call.Text(1) == "add": Each(call, Options.Parse(call.Argv, 2).Operands); break;
            case "tailscale" when call.Text(1) == "file" && call.Text(2) == "cp": Each(call, Options.Parse(call.Argv, 3).Operands.SkipLast(1)); break;
            case "mosquitto_pub" or "logger" or "swaks" or "w3m" when After(call, "-f", "--file", "--attach", "-post") is { } sent
                && (call.Program != "logger" || After(call, "-n", "--server") is not null): Sent(call, sent.KnownPrefix.StartsWith('@') ? WordText.Skip(sent, 1) : sent, call.Program); break;
            case "http-server" or "serve" or "live-server" or "sirv" or "httpd" or "miniserve" or "darkhttpd" or "webfsd":
                if (After(call, "-h", "-r", "--root") is { } root) Serves(call, root);
                else if (Options.Parse(call.Argv, 1, "pahlcS", "port host listen cors").Operands is [var first, ..]) Serves(call, first);
                break;
            case "php" when After(call, "-S") is not null && After(call, "-t") is { } documents: Serves(call, documents); break;
            default: break;
        }
    }

    /// <summary>A folder that is offered to whoever asks; the project's own is what a developer looks at.</summary>
    public static void Serves(Call call, Word? folder)
    {
        var target = PathText.Target(folder ?? Word.Of("."), call.Run.Cwd, call.Facts);
        if (!target.Known || target.Name == call.Facts.Workspace || PathText.IsBelow(target.Name, call.Facts.Workspace)) return;
        call.Add(EffectKind.Read, target, "archive", recursive: true);
        call.Add(EffectKind.SendData, new Target(TargetKind.Resource, "whoever asks"), "file");
    }

    private static void Each(Call call, IEnumerable<Word> files)
    {
        foreach (var file in files) Sent(call, file, call.Program);
    }

    private static bool Remote(Word word) => word.ToString().IndexOf(':', StringComparison.Ordinal) is > 1;

    private static Word? After(Call call, params ReadOnlySpan<string> options)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            foreach (var option in options)
                if (call.Text(i) == option) return call.Argv[i + 1];
        return null;
    }

    // put FILE, mput FILE …
    private static void Lines(Call call, Word? script)
    {
        if (script?.Known is not { } text) return;
        foreach (var line in text.Split(['\n', ';'], 64, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (WordText.Split(line) is not [{ Known: "put" or "mput" or "reput" }, .. var files]) continue;
            foreach (var file in files)
                if (!file.KnownPrefix.StartsWith('-')) Sent(call, file, call.Program);
        }
    }

    private static void Sent(Call call, Word file, string to)
    {
        call.Path(EffectKind.Read, file, "upload", recursive: true);
        call.Add(EffectKind.SendData, new Target(TargetKind.Resource, to), "file");
    }
}
