namespace Sallyport.Shell.Commands;

/// <summary>Git verbs that change or drop references, here and on remotes.</summary>
internal static class GitRefs
{
    public static void Push(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "o", "push-option receive-pack exec repo");
        if (options.Value("receive-pack") is { } program || (program = options.Value("exec")) is not null)
        {
            call.Nest(CodeLanguage.Shell, program, "git push --receive-pack");
            if (program.Known != "git-receive-pack") call.Unknown("git-transport", program);
        }
        var remote = options.Operands.Count > 0 ? options.Operands[0].ToString() : "origin";
        if (remote.StartsWith("ext::", StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, Word.Of(remote[5..]), "git ext::");
        var refs = options.Operands.Skip(1).ToList();
        var name = refs.Count > 0 ? string.Join(' ', refs) : remote;
        call.Add(EffectKind.SendData, new Target(TargetKind.Ref, name), "git-push");
        if (options.Dry) return;
        if (options.Has("no-verify") || Git.HooksOff(call)) GitHistory.Lose(call, "skip-hooks", "hooks", false);
        var force = options.Has('f') || options.Given.Any(option => option.Name is "force" or "forc" or "for");
        var lease = options.Given.Any(option => option.Name.StartsWith("force-", StringComparison.Ordinal));
        if (options.Has("prune")) GitHistory.Lose(call, "remote-delete", remote, true);
        if (options.Has("mirror") || Configured(call, ".mirror=true")) GitHistory.Lose(call, "push-mirror", remote, true);
        if (options.Has('d', "delete")) foreach (var word in refs) GitHistory.Lose(call, "remote-delete", word.ToString(), true);
        var plus = refs.Any(word => word.KnownPrefix.StartsWith('+'));
        force |= Configured(call, ".push=+");
        if (force || plus)
        {
            if (refs.Count == 0) GitHistory.Lose(call, "force-push", remote, true);
            foreach (var word in refs.Where(word => force || word.KnownPrefix.StartsWith('+'))) GitHistory.Lose(call, "force-push", Destination(word), true);
        }
        else if (lease) GitHistory.Lose(call, "force-with-lease", refs.Count > 0 ? Destination(refs[0]) : remote, false);
        foreach (var word in refs)
            if (word.KnownPrefix is [':', _, ..] or ['+', ':', _, ..]) GitHistory.Lose(call, "remote-delete", word.ToString().TrimStart('+', ':'), true);
    }

    // git -c remote.origin.push=+main push
    private static bool Configured(Call call, string setting)
    {
        foreach (var word in call.Argv)
            if (word.KnownPrefix.StartsWith("remote.", StringComparison.OrdinalIgnoreCase) && word.KnownPrefix.Contains(setting, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string Destination(Word spec)
    {
        var text = spec.ToString().TrimStart('+');
        var colon = text.LastIndexOf(':');
        if (colon >= 0) text = text[(colon + 1)..];
        return text.StartsWith("refs/heads/", StringComparison.Ordinal) ? text[11..] : text;
    }

    public static void Branch(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "u", "set-upstream-to sort format contains no-contains merged no-merged points-at");
        var delete = options.Has('d', "delete");
        var force = options.Has('f', "force");
        if (options.Has('D') || (delete && force))
            foreach (var name in options.Operands) GitHistory.Lose(call, "branch-delete", name.ToString(), true);
        else if (delete) return;
        // One name renames the branch that is checked out, as every new repository is told to.
        else if ((force || options.Has('M') || options.Has('C')) && !(options.Has('M') && options.Operands.Count < 2))
            GitHistory.Lose(call, "branch-force", options.Operands.Count > 0 ? options.Operands[0].ToString() : "branch", true);
    }

    public static void Stash(Call call, IReadOnlyList<Word> argv, int at)
    {
        while (at + 1 < argv.Count && argv[at + 1].KnownPrefix is "-q" or "--quiet") at++;
        if (argv.Count <= at + 1) return;
        if (argv[at + 1].Known is "clear") GitHistory.Lose(call, "stash-clear", "stash", true);
        else if (argv[at + 1].Known is "drop") GitHistory.Lose(call, "stash-drop", argv.Count > at + 2 ? argv[^1].ToString() : "stash@{0}", true);
    }

    public static void Collect(Call call, IReadOnlyList<Word> argv, int at, string verb)
    {
        var options = Options.Parse(argv, at + 1, "", "expire");
        if (options.Dry || options.Has("no-prune")) return;
        var when = options.Value(verb == "gc" ? "prune" : "expire")?.ToString();
        if (when is null && verb == "gc")
            foreach (var word in argv)
                if (word.KnownPrefix.StartsWith("gc.pruneExpire=", StringComparison.OrdinalIgnoreCase)) when = word.ToString()[15..];
        foreach (var word in argv)
            if (word.KnownPrefix.StartsWith("gc.reflogExpire", StringComparison.OrdinalIgnoreCase) && word.KnownPrefix.EndsWith("=now", StringComparison.Ordinal)) when = "now";
        if (when is "now" or "all" or "0" || (verb == "prune" && when is null) || (when is not null && when.StartsWith("0.", StringComparison.Ordinal)))
            GitHistory.Lose(call, "gc-now", "unreachable objects", true);
    }

    public static void Worktree(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "bB", "reason expire");
        if (options.Operands.Count == 0) return;
        var verb = options.Operands[0].Known;
        if (verb == "move" && options.Operands.Count > 1) call.Path(EffectKind.Move, options.Operands[1], "worktree");
        if (verb == "remove" && options.Has('f', "force"))
            foreach (var folder in options.Operands.Skip(1)) call.Add(EffectKind.ChangeHistory, PathText.Target(folder, call.Run.Cwd, call.Facts), "worktree-remove", true, true);
    }
}
