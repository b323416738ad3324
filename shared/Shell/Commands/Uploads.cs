namespace Sallyport.Shell.Commands;

/// <summary>Clients that copy files of this machine to somewhere else, each in words of its own.</summary>
internal static class Uploads
{
    public static void Describe(Call call)
    {
        if (call.Count < 3 || call.AsksHelp) return;
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
            default: break;
        }
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
        call.Path(EffectKind.Read, file, "upload");
        call.Add(EffectKind.SendData, new Target(TargetKind.Resource, to), "file");
    }
}
