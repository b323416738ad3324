namespace Sallyport.Shell.Commands;

/// <summary>
/// A program nobody listed, read by the grammar that clients of services share: <c>client noun … verb name</c>. A verb that means loss
/// anywhere is taken at its word; a weaker one where it is said of what people keep (<c>bucket rm</c>, <c>drop keyspace</c>, <c>db reset</c>),
/// or where the call also passes over the question whether it is meant.
/// </summary>
internal static class UnlistedClients
{
    private const int MostNouns = 3;

    public static void Describe(Call call)
    {
        if (Talks(call.Program) || IsOnesOwn(call.Program) || (call.Program == "ml" && call.Count == 2) || call.AsksHelp || Tries(call)) return;
        if (NamedForLoss(call))
        {
            call.Infrastructure("service-delete", call.Program, true);
            return;
        }
        var nouns = 0;
        var (noun, of) = ("", ""); // what the verb is said of, where it is no option's value
        for (var i = 1; i < call.Count && nouns <= MostNouns; i++)
        {
            var prefix = call.Argv[i].KnownPrefix;
            if (prefix.StartsWith('-'))
            {
                if (LossWords.IsOption(prefix))
                {
                    Lost(call, i);
                    return;
                }
                // What is looked for, or what a thing is called, is no order; but where it is one and more follows, the option was a switch.
                if (prefix is "--grep" or "--name" or "--filter" or "--query" or "--search" or "--pattern" or "--match" or "--message" or "-m" or "--title" or "--text" or "--keyword" or "--description"
                    && !(i + 2 < call.Count && call.Text(i + 1) is { } value && Verbs.Destroys(value))) i++;
                continue;
            }
            // user=bob tells about the order and is no part of it.
            if (nouns > 0 && prefix.Contains('=', StringComparison.Ordinal)) continue;
            if (call.Text(i) is not { Length: > 0 } word || !Plain(word)) return;
            if (nouns == 0 && !call.Argv[i - 1].KnownPrefix.StartsWith('-') && word is "help" or "search" or "find" or "grep" or "explain" or "lookup" or "complete" or "completion") return;
            if (nouns == 0 && word is "docs" or "doc" or "query" or "example" or "examples" && !(i + 2 < call.Count && call.Text(i + 1) is { } asked && Verbs.Destroys(asked)) && !call.Argv[i - 1].KnownPrefix.StartsWith('-')) return;
            if (LossWords.Loses(word, noun, i + 1 < call.Count ? call.Text(i + 1) : null) || (LossWords.MayLose(word) && (nouns > 0 || word != "uninstall") && Unasked(call, i)))
            {
                if (NamesFile(call, i) || Trivial(word, of, i + 1 < call.Count ? call.Text(i + 1) : null)) return;
                Lost(call, i);
                return;
            }
            noun = word;
            of = call.Argv[i - 1].KnownPrefix.StartsWith('-') ? "" : word;
            nouns++;
        }
    }

    private static void Lost(Call call, int at) =>
        call.Infrastructure("service-delete", call.Program + ":" + WordText.JoinAll([.. call.Argv.Skip(1).Take(at + 1)]), Unasked(call, at));

    // lxc-destroy x, mega-rm -rf y: the verb is the program's own name.
    private static bool NamedForLoss(Call call)
    {
        var joint = call.Program.LastIndexOf('-');
        if (joint < 2 || call.Count < 2 || LossWords.IsTrivial(call.Program)) return false;
        return call.Program.AsSpan(joint + 1) is "destroy" or "purge" or "wipe" or "erase" or "terminate" || (call.Program.EndsWith("-rm", StringComparison.Ordinal) && Unasked(call, 0));
    }

    // What is kept only to be quick is made again: said in the order itself, or of what stands beside it.
    private static bool Trivial(string verb, string noun, string? next) =>
        (next is null || !LossWords.IsKeptName(next))
        && ((LossWords.IsTrivial(verb) && !Verbs.Destroys(verb)) || LossWords.IsTrivial(noun) || (next is { Length: > 0 } && next[0] != '-' && LossWords.IsTrivial(next)));

    // dasel delete -f a.json, nb delete note.md: it is done to a file that the command names, and to nothing else.
    private static bool NamesFile(Call call, int verb)
    {
        if (Unasked(call, verb, file: true)) return false;
        var at = verb + 1;
        if (at < call.Count && call.Text(at) is "-f" or "--file") at++;
        return at < call.Count && call.Text(at) is { } name && name.LastIndexOf('.') is > 0 and var dot
            && name[(dot + 1)..] is "md" or "txt" or "json" or "yaml" or "yml" or "toml" or "csv" or "xml" or "html" or "ini" or "pdf" or "png" or "jpg" or "ipynb";
    }

    // What they delete is a person's own note of it: modules of the shell that is open, its plugins, hours written down.
    private static bool IsOnesOwn(string program) => program is "module" or "zinit" or "antigen" or "antidote" or "fisher" or "timew" or "watson" or "task" or "todo.sh" or "topydo" or "ultralist" or "jrnl" or "khal" or "mpc"
        or "cmus-remote" or "playerctl" or "zoxide" or "autojump" or "buku" or "dunstctl" or "makoctl" or "bspc" or "hyprctl" or "dconf" or "gsettings" or "swaymsg" or "i3-msg";

    private static bool Tries(Call call)
    {
        for (var i = 1; i < call.Count && call.Text(i) != "--"; i++)
            if (call.Text(i) is "--dry-run" or "--dryrun" or "--noop" or "--what-if" or "--simulate"
                && !(i + 1 < call.Count && (call.Text(i + 1) is null or "false" or "0" or "no" or "off" or "none"))) return true;
            else if (call.Text(i) is "--dry-run=true" or "--dry-run=client" or "--dry-run=server") return true;
        return false;
    }

    // -f in front of the verb is more often some file than force, and behind it where a file follows.
    private static bool Unasked(Call call, int verb, bool file = false)
    {
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].KnownPrefix is "--yes" or "-y" or "--force" or "--auto-approve" or "--no-confirm" or "--noconfirm" or "--skip-confirmation"
                or "--assume-yes" or "--non-interactive" or "--no-input" or "--no-prompt" or "--confirm" or "--noprompt" or "--unattended" or "-rf" or "-fr" || (i > verb && !file && call.Text(i) == "-f")) return true;
        return false;
    }

    // A word, or words grown together as clients spell their orders: DeleteTable, vm.delete. What ends like a file is one.
    private static bool Plain(string word)
    {
        foreach (var letter in word)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or ':' or '.')) return false;
        return word.LastIndexOf('.') is var dot && (dot <= 0 || Verbs.IsLoss(word.AsSpan(dot + 1)));
    }

    // Their arguments are somebody's words.
    public static bool Talks(string program) => program is "tldr" or "man" or "apropos" or "whatis" or "info" or "cheat" or "howdoi" or "say" or "espeak"
        or "notify-send" or "osascript" or "toilet" or "lolcat" or "banner"
        or "which" or "whereis" or "where" or "dict" or "trans" or "aspell" or "gum" or "dialog" or "whiptail" or "zenity" or "tts" or "wall" or "write"
        or "just" or "mask" or "mage" or "invoke" or "nx" or "turbo";
}
