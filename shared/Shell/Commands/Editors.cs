namespace Sallyport.Shell.Commands;

/// <summary>Editors and pagers: files they open, commands they are told to run, sessions they leave.</summary>
internal static class Editors
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case var vim when IsVim(vim): Vim(call); return true;
            case "emacs" or "emacsclient": Emacs(call); return true;
            case "ed" or "red": Ed(call); return true;
            case "nano" or "pico" or "micro" or "hx" or "helix" or "kak" or "joe" or "jed" or "mcedit" or "ne" or "kate" or "gedit":
                foreach (var file in Options.Parse(call.Argv).Operands) call.Path(EffectKind.Write, file, "edit");
                return true;
            case "code" or "cursor" or "windsurf" or "subl" or "atom" or "zed": return true;
            case "man" or "less" or "more" or "most" when Pager(call): return true;
            case "man" or "tldr" or "apropos" or "whatis" or "info" or "help" or "which" or "whereis" or "whence" or "type" or "where" or "hash" or "cheat": return true;
            default: return false;
        }
    }

    // man -P and less +! run what they are given.
    private static bool Pager(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Program == "man" && call.Argv[i].KnownPrefix is ['-', 'H', _, ..]) call.Nest(CodeLanguage.Shell, WordText.Skip(call.Argv[i], 2), "man -H");
            else if (call.Program == "man" && call.Text(i) is "-P" or "--pager" or "-H" or "--html" && i + 1 < call.Count) call.Nest(CodeLanguage.Shell, call.Argv[i + 1], "man -P");
            else if (call.Program == "man" && call.Argv[i].KnownPrefix is { Length: > 2 } pager
                && (pager.StartsWith("-P", StringComparison.Ordinal) || pager.StartsWith("--pager=", StringComparison.Ordinal)))
                call.Nest(CodeLanguage.Shell, WordText.Skip(call.Argv[i], pager[1] == 'P' ? 2 : 8), "man -P");
            else if (call.Argv[i].KnownPrefix.StartsWith("+!", StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, WordText.Skip(call.Argv[i], 2), call.Program + " +!");
        }
        return call.Program == "man";
    }

    private static void Vim(Call call)
    {
        if (call.AsksHelp) return;
        // An editor that is told what to write is no editor but a program that writes.
        var scripted = call.Run.Input.Kind is InputKind.Text or InputKind.Pipe || call.Argv.Skip(1).Any(Saves);
        for (var i = 1; i < call.Count; i++)
        {
            var prefix = call.Argv[i].KnownPrefix;
            if (prefix is "-c" or "--cmd" && i + 1 < call.Count) Command(call, call.Argv[++i]);
            else if (prefix is ['-', not '-', .., 'c'] && prefix.Length <= 6 && i + 1 < call.Count) Command(call, call.Argv[++i]);
            else if (prefix == "-l" && call.Program == "nvim" && i + 1 < call.Count) Shells.Script(call, CodeLanguage.Lua, call.Argv[++i], [], "nvim -l");
            else if (prefix.StartsWith('+') && prefix.Length > 1) Command(call, WordText.Skip(call.Argv[i], 1));
            else if (prefix is "-S" or "-s" or "-u" && i + 1 < call.Count)
            {
                if (Shells.Downloads(call.Argv[i + 1].ToString())) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, call.Argv[i + 1].ToString(), false), "substitution");
                else if (prefix != "-u" || call.Text(i + 1) is not ("NONE" or "NORC" or "DEFAULTS" or "-" or "/dev/null")) call.Path(EffectKind.ExecuteUnknown, call.Argv[i + 1], "script");
                i++;
            }
            else if (!prefix.StartsWith('-') && !prefix.StartsWith('+')) call.Path(call.Program == "view" ? EffectKind.Read : EffectKind.Write, call.Argv[i], scripted ? "" : "edit");
        }
        // ex -s and vim -es read commands from their input.
        if (call.Run.Input is { Kind: InputKind.Text, Text: { } typed } && (call.Program == "ex" || call.Argv.Any(word => word.KnownPrefix is ['-', .., 's'] or "-" && word.KnownPrefix != "--")))
            foreach (var range in typed.ToString().AsSpan().Split('\n'))
                if (typed.ToString().AsSpan()[range].Trim() is { Length: > 1 } line && !call.Exhausted) Command(call, Word.Of(line.ToString()));
    }

    private static bool Saves(Word word)
    {
        var text = word.ToString();
        foreach (var range in text.AsSpan().Split('|'))
            if (text.AsSpan()[range].TrimStart("+:-c ") is var command && (command is "w" or "wq" or "x" or "wa" or "wqa" or "xa" or "up" or "update" or "write" or "exit" or "wall"
                || command.StartsWith("w!") || command.StartsWith("wq!") || command.StartsWith("x!") || (command.StartsWith("norm") && command.EndsWith("ZZ")))) return true;
        return false;
    }

    public static bool IsVim(string program) => program is "vi" or "vim" or "nvim" or "ex" or "gvim" or "vimdiff" or "rvim" or "view";

    /// <summary>One command of the editor's own language.</summary>
    public static void Command(Call call, Word command)
    {
        var text = command.ToString().TrimStart(':', ' ');
        Bang(call, text);
        if (text.StartsWith("w! ", StringComparison.Ordinal) || text.StartsWith("write! ", StringComparison.Ordinal)
            || text.StartsWith("saveas", StringComparison.Ordinal)) call.Path(EffectKind.Write,
            Word.Of(text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()), "edit");
        if (text.StartsWith("set shell=", StringComparison.Ordinal) || text.StartsWith("set sh=", StringComparison.Ordinal))
            call.Unknown("program", Word.Of(text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        foreach (var name in (string[])["system(", "systemlist(", "py3 ", "python3 ", "python ", "terminal ", "term ", "lua ", "perl ", "ruby ", "job_start("])
        {
            var at = text.IndexOf(name, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = text[(at + name.Length)..].TrimEnd(')');
            if (name.StartsWith("py", StringComparison.Ordinal)) call.Nest(CodeLanguage.Python, Word.Of(rest), call.Program + " -c");
            else if (name is "lua ") call.Nest(CodeLanguage.Lua, Word.Of(rest), call.Program + " -c");
            else if (name is "perl ") call.Nest(CodeLanguage.Perl, Word.Of(rest), call.Program + " -c");
            else if (name is "ruby ") call.Nest(CodeLanguage.Ruby, Word.Of(rest), call.Program + " -c");
            else call.Guess(rest.Trim('"', '\''), call.Program + " -c");
        }
        if (text.Contains("delete(", StringComparison.Ordinal) && text.IndexOfAny(['"', '\'']) is var open and >= 0 && text.IndexOf(text[open], open + 1) is var end and > 0)
            call.Path(EffectKind.Delete, Word.Of(text[(open + 1)..end]), "code", recursive: text.Contains("rf", StringComparison.Ordinal), forced: true);
    }

    // A mark that no word stands before runs the rest: :!ls, :r !ls, :%!ls, :exe "!ls". Behind a word it only insists: :q!
    private static void Bang(Call call, string text)
    {
        for (var at = text.IndexOf('!', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('!', at + 1))
        {
            var before = text.AsSpan(0, at).TrimEnd(' ');
            if (at > 0 && char.IsAsciiLetter(text[at - 1]) && before is not ("r" or "read")) continue;
            if (before.EndsWith("let ") || before.EndsWith("if ") || before.EndsWith("==") || before.EndsWith("(")) continue;
            var code = text[(at + 1)..];
            call.Guess(before.Length > 0 && before[^1] is '"' or '\'' ? code.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) : code, call.Program + " -c");
            return;
        }
    }

    private static void Emacs(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "leLfs", "eval execute load funcall script directory");
        foreach (var code in options.Values("eval", 'e').Concat(options.Values("execute"))) ForeignCode.Read(call, code, "emacs");
        foreach (var file in options.Values("load", 'l').Concat(options.Values("script")))
            if (Shells.Downloads(file.ToString())) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, file.ToString(), false), "substitution");
            else call.Path(EffectKind.ExecuteUnknown, file, "script");
        foreach (var file in options.Operands) call.Path(EffectKind.Write, file, "edit");
    }

    private static void Ed(Call call)
    {
        foreach (var file in Options.Parse(call.Argv, 1, "p").Operands) call.Path(EffectKind.Write, file, call.Run.Input.Kind == InputKind.Inherited ? "edit" : "");
        if (call.Run.Input is { Kind: InputKind.Text, Text.Known: { } text })
            foreach (var line in text.Split('\n'))
                if (line.TrimStart('r', 'w', 'e', ' ') is ['!', _, ..] code && line.IndexOf('!', StringComparison.Ordinal) <= 3) call.Guess(code[1..], "ed !");
    }
}
