namespace Sallyport.Shell.Commands;

/// <summary>What runs later: cron, at, and sessions kept alive in terminals nobody sees.</summary>
internal static class Scheduling
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "crontab": Crontab(call); return true;
            case "at" or "batch": At(call); return true;
            case "schtasks" or "new-scheduledtask":
                if (call.Argv.Any(word => word.Known?.ToLowerInvariant() is "/create" or "/change")) call.Add(EffectKind.Persist, "scheduled-task");
                return true;
            case "tmux": Tmux(call); return true;
            // A screen from which parts of a cluster are deleted with one key.
            case "k9s":
                if (!call.AsksHelp && call.Text(1) is not ("version" or "info" or "--version") && call.Argv.All(static word => word.Known is not "--readonly")) call.Session(call.Program);
                return true;
            case "screen" or "dtach" or "abduco" or "zellij" or "byobu": Screen(call); return true;
            case "script":
                if (call.AsksHelp) return true;
                var script = Options.Parse(call.Argv, 1, "cEIoOTBmtF", "command echo log-in log-out log-io logging-format output-limit log-timing");
                if (script.Value("command", 'c') is { } text) call.Nest(CodeLanguage.Shell, text, "script -c");
                else if (script.Operands.Count > 1) call.Start([.. script.Operands.Skip(1)], "script");
                else Shells.FromInput(call, CodeLanguage.Shell, "script");
                return true;
            case "expect" or "unbuffer-expect": return false;
            default: return Typing.Describe(call);
        }
    }

    private static void Crontab(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "ucx");
        if (options.Has('l') || options.Has('V') || options.Has('T')) return;
        if (options.Has('r'))
        {
            call.Add(EffectKind.Persist, "cron-delete", TargetKind.Process, "crontab", true);
            return;
        }
        if (options.Has('e'))
        {
            call.Add(EffectKind.Persist, "cron-edit", TargetKind.Process, "crontab");
            return;
        }
        if (options.Operands.Count == 0 && call.Run.Input.Kind == InputKind.Inherited) return;
        call.Add(EffectKind.Persist, "cron", TargetKind.Process, "crontab");
        if (call.Run.Input is not { Kind: InputKind.Text, Text.Known: { } table }) return;
        foreach (var line in table.Split('\n'))
            if (Entry(line) is { } command) call.Nest(CodeLanguage.Shell, Word.Of(command), "crontab");
    }

    // The command of a crontab line: after @reboot, or after five fields.
    private static string? Entry(string line)
    {
        line = line.TrimStart();
        if (line.Length == 0 || line[0] == '#') return null;
        var fields = line[0] == '@' ? 1 : 5;
        var at = 0;
        for (var field = 0; field < fields; field++)
        {
            while (at < line.Length && line[at] is not (' ' or '\t')) at++;
            while (at < line.Length && line[at] is ' ' or '\t') at++;
        }
        return at < line.Length && (fields == 1 || char.IsAsciiDigit(line[0]) || line[0] == '*') ? line[at..] : null;
    }

    private static void At(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "qft");
        if (options.Has('l') || options.Has('c') || options.Has('V') || options.Has('d') || options.Has('r')) return;
        if (options.Value("f", 'f') is { } file) Shells.Script(call, CodeLanguage.Shell, file, [], call.Program);
        else if (call.Run.Input.Kind != InputKind.Inherited) Shells.FromInput(call, CodeLanguage.Shell, call.Program);
        else call.Session(call.Program);
        call.Add(EffectKind.Persist, "at-job", TargetKind.Process, "at");
    }

    private static void Tmux(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "cfLST", stopAtOperand: true);
        if (options.Value("c", 'c') is { } text) call.Nest(CodeLanguage.Shell, text, "tmux -c");
        var words = options.Operands;
        if (words.Count == 0)
        {
            call.Session("tmux");
            return;
        }
        switch (words[0].Known)
        {
            case "send-keys" or "send":
                // Keys typed into another terminal are commands there.
                var keys = words.Skip(1).Where(word => !word.KnownPrefix.StartsWith('-') && word.Known is not ("Enter" or "C-m" or "C-c" or "KPEnter" or "C-d")).ToList();
                if (words.Count > 2 && words[1].Known == "-t") keys = [.. keys.Skip(1)];
                call.Nest(CodeLanguage.Shell, WordText.JoinAll(keys), "tmux send-keys");
                // They may as well be the person's word in Codex, or the answer to a question somewhere.
                call.Session("tmux send-keys");
                break;
            case "new-session" or "new" or "new-window" or "neww" or "split-window" or "splitw" or "respawn-pane" or "respawn-window" or "popup" or "display-popup":
                var inner = Options.Parse(words, 1, "cefFlnstTxyhwS", stopAtOperand: true);
                if (inner.Operands.Count == 1) call.Nest(CodeLanguage.Shell, inner.Operands[0], "tmux " + words[0]);
                else if (inner.Operands.Count > 1) call.Start(inner.Operands, "tmux " + words[0]);
                else call.Session("tmux");
                break;
            case "attach" or "attach-session" or "a" or "at": call.Session("tmux attach"); break;
            case "run-shell" or "run" or "if-shell" or "pipe-pane" or "pipep":
                foreach (var code in words.Skip(1))
                    if (!code.KnownPrefix.StartsWith('-')) call.Nest(CodeLanguage.Shell, code, "tmux run-shell");
                break;
            case "set-hook" or "set-option" or "set" or "setw" or "set-window-option" or "bind-key" or "bind" or "if" when words.Count > 1:
                // What a hook, a key or a default runs later.
                var set = words[^1].ToString();
                foreach (var verb in (ReadOnlySpan<string>)["run-shell ", "run ", "if-shell ", "new-window ", "split-window "])
                    if (set.StartsWith(verb, StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, Word.Of(set[verb.Length..].Trim('"', '\'')), "tmux " + words[0]);
                if (words[^2].Known is "default-command" or "default-shell" || words[0].Known == "if") call.Nest(CodeLanguage.Shell, words[0].Known == "if" ? words[1] : words[^1], "tmux " + words[0]);
                break;
            case "paste-buffer" or "pasteb": call.Session("tmux paste-buffer"); break;
            case "source-file" or "source": if (words.Count > 1) call.Unknown("script", words[^1]); break;
            case "kill-server": call.Add(EffectKind.Kill, "terminal", TargetKind.Process, "tmux"); break;
            default: break;
        }
    }

    private static void Screen(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-ls" or "-list" or "-wipe" or "-v" or "list-sessions" or "ls" or "kill-session" or "delete-session" or "-q")) return;
        var options = Options.Parse(call.Argv, 1, "cehpsStTXE", stopAtOperand: true);
        if (options.Has('X'))
        {
            var at = call.Argv.ToList().FindIndex(word => word.Known is "stuff" or "exec");
            if (at > 0 && at + 1 < call.Count) call.Nest(CodeLanguage.Shell, WordText.JoinAll(call.Argv.Skip(at + 1)), "screen -X");
            if (call.Argv.Any(word => word.Known is "stuff" or "paste" or "readbuf")) call.Session("screen -X stuff");
            return;
        }
        var words = call.Program == "screen" ? options.Operands : [.. options.Operands.Skip(1)];
        if (words.Count > 0 && call.Program != "zellij") call.Start(words, call.Program);
        else call.Session(call.Program);
    }
}
