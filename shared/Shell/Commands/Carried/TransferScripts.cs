namespace Sallyport.Shell.Commands.Carried;

/// <summary>Scripts of file transfer clients and settings files of HTTP clients: lines that run commands here, or stand for options.</summary>
internal static class TransferScripts
{
    private const int MostOptions = 64;

    /// <summary>What is typed into ftp, sftp and lftp: <c>!command</c> runs here, <c>rm</c> there.</summary>
    public static void Describe(Call call)
    {
        if (call.Program is "curl") Settings(call);
        if (call.Program is not ("sftp" or "ftp" or "lftp" or "ncftp" or "tftp")) return;
        foreach (var option in (ReadOnlySpan<string>)["-e", "-c"])
            for (var i = 1; i + 1 < call.Count && call.Program == "lftp"; i++)
                if (call.Text(i) == option) Lines(call, call.Argv[i + 1].ToString().Replace(';', '\n'));
        if (call.Run.Input is { Kind: InputKind.Text, Text: { } text }) Lines(call, text.ToString());
    }

    private static void Lines(Call call, string text)
    {
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (call.Exhausted) return;
            var line = text.AsSpan()[range].Trim();
            // lftp: glob -a rm -r *
            if (line.StartsWith("glob ")) line = line[5..].TrimStart();
            while (call.Program == "lftp" && line.StartsWith("-") && line.IndexOf(' ') is > 0 and var blank) line = line[blank..].TrimStart();
            if (line.StartsWith("!") && line.Length > 1) call.Guess(line[1..].ToString(), call.Program + " !");
            else if (line.StartsWith("shell ") || line.StartsWith("local ")) call.Guess(line[6..].ToString(), call.Program + " shell");
            else if (line.StartsWith("put ") || line.StartsWith("mput ") || line.StartsWith("reput "))
            {
                foreach (var word in WordText.Split(line[(line.IndexOf(' ') + 1)..].ToString()) is { Count: > 0 } words ? words.Take(1) : []) call.Path(EffectKind.Read, word, "upload");
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, call.Argv[^1].ToString()), "file");
            }
            else if (line.StartsWith("rm -r ") || line.StartsWith("rm -rf ") || line.StartsWith("rmdir ") || line.StartsWith("mdelete ")
                || (line.StartsWith("mirror ") && line.Contains("--delete", StringComparison.Ordinal) && !line.Contains("--dry-run", StringComparison.Ordinal)))
                call.Add(EffectKind.Delete, new Target(TargetKind.Host, call.Argv[^1].ToString()), "mirror-delete", true, true);
            else if (line.StartsWith("rm ") || line.StartsWith("mrm ")) call.Guess(line.TrimStart('m').ToString(), call.Program, elsewhere: true);
        }
    }

    // curl -K: each line is an option.
    private static void Settings(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            var apart = call.Text(i) is "-K" or "--config" && i + 1 < call.Count;
            var prefix = call.Argv[i].KnownPrefix;
            if (!apart && !prefix.StartsWith("--config=", StringComparison.Ordinal) && prefix is not ['-', 'K', _, ..]) continue;
            var file = apart ? call.Argv[i + 1] : WordText.Skip(call.Argv[i], prefix[1] == 'K' ? 2 : 9);
            var text = call.Run.Feed(file) is { } feed ? feed.Text?.Known : file.Known is "-" or "/dev/stdin" ? call.Run.Input is { Kind: InputKind.Text, Text.Known: { } given } ? given : null
                : PathText.Target(file, call.Run.Cwd, call.Facts) is { Known: true } target ? call.Want(target.Name, content: true)?.Content : null;
            if (text is null)
            {
                call.Unknown("settings", file);
                return;
            }
            var words = new List<Word> { call.Argv[0] };
            for (var k = 1; k < call.Count; k++)
                if (k != i && (k != i + 1 || !apart)) words.Add(call.Argv[k]);
            foreach (var range in text.AsSpan().Split('\n'))
            {
                var line = text.AsSpan()[range].Trim();
                if (line.Length == 0 || line[0] == '#' || words.Count > MostOptions + call.Count) continue;
                var end = line.IndexOfAny('=', ' ', ':');
                if (line[0] == '-' && line.Length > 1 && line[1] != '-') words.Add(Word.Of((end < 0 ? line : line[..end]).ToString()));
                else words.Add(Word.Of("--" + (end < 0 ? line : line[..end]).TrimStart('-').TrimEnd().ToString()));
                if (end >= 0 && line[end..].TrimStart(" =:\t").Trim('"') is { Length: > 0 } value) words.Add(Word.Of(value.ToString()));
            }
            call.Start(words, "curl -K");
            return;
        }
    }
}
