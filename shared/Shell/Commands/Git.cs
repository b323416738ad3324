namespace Sallyport.Shell.Commands;

/// <summary><c>git</c>: what its verbs lose, publish and run.</summary>
internal static class Git
{
    private const string GlobalLong = "git-dir work-tree namespace super-prefix config-env exec-path attr-source list-cmds";

    public static bool Describe(Call call)
    {
        if (call.Program is "hub") return Verb(call, call.Argv, 1);
        if (call.Program is "git-lfs" or "yadm" or "git-crypt") return true;
        if (call.Program != "git")
        {
            // git-reset is how the folder of git's own programs spells git reset.
            if (!call.Program.StartsWith("git-", StringComparison.Ordinal) || !Dashed(call.Program.AsSpan(4))) return false;
            call.Start([Word.Of("git"), Word.Of(call.Program[4..]), .. call.Argv.Skip(1)], call.Program);
            return true;
        }
        GitEnvironment.Programs(call);
        var at = 1;
        var cwd = call.Run.Cwd;
        for (; at < call.Count; at++)
        {
            var prefix = call.Argv[at].KnownPrefix;
            if (prefix is "--") continue;
            if (prefix is "-C" && at + 1 < call.Count)
            {
                cwd = PathText.Target(call.Argv[++at], cwd, call.Facts) is { Known: true } folder ? folder.Name : null;
                continue;
            }
            if (prefix is "-c" && at + 1 < call.Count)
            {
                if (GitEnvironment.Setting(call, call.Argv[++at], at + 1)) return true;
                continue;
            }
            if (prefix.StartsWith("--exec-path=", StringComparison.Ordinal)) call.Unknown("git-transport", WordText.Skip(call.Argv[at], 12));
            if (prefix.StartsWith("--config-env", StringComparison.Ordinal)) call.Unknown("git-transport", call.Argv[at]);
            if (prefix is "--help" or "--version" or "-h" or "-v" or "--html-path" or "--man-path") return true;
            if (prefix.Length == 0 || prefix[0] != '-') break;
            if (prefix.StartsWith("--", StringComparison.Ordinal) && !prefix.Contains('=', StringComparison.Ordinal) && Contains(GlobalLong, prefix[2..])) at++;
        }
        if (at >= call.Count) return true;
        var inner = cwd == call.Run.Cwd ? call : null;
        if (inner is not null) return Verb(call, call.Argv, at);
        call.Start([call.Argv[0], .. call.Argv.Skip(at)], "git -C", run => run with { Cwd = cwd });
        return true;
    }

    private static bool Dashed(ReadOnlySpan<char> verb) => verb is "reset" or "checkout" or "checkout-index" or "clean" or "restore" or "switch" or "push" or "branch" or "stash" or "tag"
        or "rm" or "reflog" or "gc" or "prune" or "update-ref" or "worktree" or "filter-branch" or "read-tree" or "rebase" or "submodule" or "bisect" or "fetch" or "pull"
        or "clone" or "remote" or "config" or "commit" or "merge" or "show" or "cat-file" or "log" or "diff" or "difftool" or "mv" or "notes" or "replace";

    private static bool Contains(string list, string name)
    {
        foreach (var range in list.AsSpan().Split(' '))
            if (list.AsSpan()[range].SequenceEqual(name)) return true;
        return false;
    }

    // A message that says so is no option: options end at the first word behind -m.
    private static bool HookSkipped(IReadOnlyList<Word> argv, int at) =>
        Options.Parse(argv, at + 1, "mFCct", "message file author date template reuse-message fixup squash trailer cleanup pathspec-from-file into-name strategy strategy-option") is var options
            && (options.Has("no-verify") || (argv[at].Known == "commit" && options.Has('n')));

    /// <summary>True where a variable tells the managers of hooks (husky, lefthook, overcommit) to run none; one hook left out by its name is daily work.</summary>
    public static bool HooksOff(Call call)
    {
        foreach (var (name, value) in call.Run.Environment)
            if (name switch
            {
                "HUSKY" or "LEFTHOOK" => value.Known is "0" or "false",
                "HUSKY_SKIP_HOOKS" or "OVERCOMMIT_DISABLE" or "SKIP_HOOKS" or "SKIP_GIT_HOOKS" or "SKIP_SIMPLE_GIT_HOOKS" or "GIT_HOOKS_DISABLED" => value.Known is "1" or "true",
                _ => false,
            }) return true;
        return false;
    }

    private static bool Verb(Call call, IReadOnlyList<Word> argv, int at)
    {
        var verb = argv[at].Known;
        if (verb is null)
        {
            call.Unknown("git-verb", argv[at]);
            return true;
        }
        for (var i = at + 1; i < argv.Count && argv[i].Known != "--"; i++)
            if (argv[i].Known is "--help" || (argv[i].Known == "-h" && argv.Count == at + 2)) return true;
        if (verb is "init" or "clone" && Options.Parse(argv, at + 1, "bocu",
            "template branch origin object-format separate-git-dir config").Value("template") is { Known: not "" } template)
            call.Unknown("git-transport", template);
        // The key to one service as the password for another.
        if (verb is "remote" or "clone" or "push" or "pull" or "fetch" or "ls-remote" or "submodule")
            foreach (var word in argv.Skip(at + 1))
                if (word.HasUnknown && word.ToString() is var address && address.Contains("://", StringComparison.Ordinal)
                    && word.Pieces.Any(piece => piece.Kind == PieceKind.Unknown && ServiceTokens.GoesElsewhere(piece.Text, address))) call.Add(EffectKind.SendData, new Target(TargetKind.Host, address), "token-elsewhere");
        if (verb is "archive" && Options.Parse(argv, at + 1, "o", "output remote prefix format exec").Value("output", 'o') is { } archive) call.Path(EffectKind.Truncate, archive, "archive");
        if (verb is "bundle" && argv.Count > at + 2 && argv[at + 1].Known == "create") call.Path(EffectKind.Truncate, Options.Parse(argv, at + 2).Operands.FirstOrDefault() ?? Word.Of("bundle"), "archive");
        if (verb is "log" or "diff" or "show" or "format-patch")
            foreach (var word in argv.Skip(at + 1))
                if (word.KnownPrefix.StartsWith("--output=", StringComparison.Ordinal)) call.Path(EffectKind.Truncate, WordText.Skip(word, 9), "overwrite");
        if (verb is "apply" or "am") Patches.UnifiedDiff.Git(call, argv, at);
        switch (verb)
        {
            case "reset": GitHistory.Reset(call, argv, at); break;
            case "clean": GitHistory.Clean(call, argv, at); break;
            case "checkout": GitHistory.Checkout(call, argv, at); break;
            case "switch":
                var options = Options.Parse(argv, at + 1, "cC", "create force-create orphan conflict");
                if (options.Has('f', "force") || options.Has("discard-changes")) GitHistory.Lose(call, "discard", "worktree", true);
                if (options.Value("force-create", 'C') is { } moved) GitHistory.Moved(call, moved, options.Operands);
                break;
            case "restore": GitHistory.Restore(call, argv, at); break;
            case "push": GitRefs.Push(call, argv, at); break;
            case "branch": GitRefs.Branch(call, argv, at); break;
            case "tag":
                var tag = Options.Parse(argv, at + 1, "mFu", "message file sort format contains points-at");
                if (tag.Has('d', "delete")) foreach (var name in tag.Operands) GitHistory.Lose(call, "tag-delete", name.ToString(), false);
                break;
            case "stash": GitRefs.Stash(call, argv, at); break;
            case "reflog":
                if (argv.Count > at + 1 && argv[at + 1].Known is "expire" or "delete" or "drop" && !argv.Any(word => word.Known is "--dry-run" or "-n"))
                    GitHistory.Lose(call, "reflog-expire", "reflog", true);
                break;
            case "gc" or "prune": GitRefs.Collect(call, argv, at, verb); break;
            case "filter-branch" or "filter-repo" or "replace":
                if (argv.Any(word => word.Known is "--analyze" or "--dry-run")) break;
                if (verb == "replace" && argv.Any(word => word.Known is "-d" or "--delete")) GitHistory.Lose(call, "branch-delete", argv[^1].ToString(), true);
                if (verb != "replace") GitHistory.Lose(call, "rewrite-history", "history", true);
                foreach (var filter in Options.Parse(argv, at + 1, "dn", "tree-filter env-filter index-filter msg-filter commit-filter tag-name-filter parent-filter setup").Given)
                    if (filter.Value is { } text && filter.Name.EndsWith("-filter", StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, text, "git filter-branch");
                break;
            case "update-ref":
                var reference = Options.Parse(argv, at + 1, "m");
                if (reference.Has('d', "delete") && argv[^1].Known != "HEAD") GitHistory.Lose(call, "branch-delete", argv[^1].ToString(), true);
                // A branch that is said to point elsewhere is moved as by branch -f.
                else if (reference.Operands is [{ Known: { } name }, _] && name is "refs/heads/main" or "refs/heads/master" or "refs/heads/trunk" or "refs/heads/develop") GitHistory.Lose(call, "branch-force", name[11..], true);
                if (reference.Has("stdin") && call.Run.Input is { Kind: InputKind.Text, Text: { } lines } && lines.ToString().Contains("delete ", StringComparison.Ordinal))
                    GitHistory.Lose(call, "branch-delete", "references", true);
                break;
            case "send-pack" or "http-push":
                var pack = Options.Parse(argv, at + 1, "", "receive-pack exec push-option remote");
                if (!pack.Dry && (pack.Has("mirror") || pack.Has('f', "force") || pack.Has('D') || pack.Has('d') || pack.Operands.Skip(1).Any(word => word.KnownPrefix is ['+' or ':', ..])))
                    GitHistory.Lose(call, "force-push", pack.Operands.Count > 1 ? pack.Operands[^1].ToString() : "remote", true);
                break;
            case "symbolic-ref" when argv.Any(word => word.Known is "-d" or "--delete"): GitHistory.Lose(call, "branch-delete", argv[^1].ToString(), true); break;
            case "notes" when argv.Count > at + 1 && argv[at + 1].Known is "remove" or "prune"
                && !argv.Any(word => word.Known is "-n" or "--dry-run"): GitHistory.Lose(call, "tag-delete", "notes", true); break;
            case "repack" when argv.Any(word => word.KnownPrefix is "--cruft-expiration=now" or "--cruft-expiration=0"
                || word.KnownPrefix.StartsWith("--expire-to", StringComparison.Ordinal)): GitHistory.Lose(call, "gc-now", "unreachable objects", true); break;
            case "lfs": LargeFiles(call, argv, at); break;
            case "worktree": GitRefs.Worktree(call, argv, at); break;
            case "rebase" or "am" or "cherry-pick" or "revert":
                var rebase = Options.Parse(argv, at + 1, "xXsSC", "exec onto strategy strategy-option");
                foreach (var text in rebase.Values("exec", 'x')) call.Nest(CodeLanguage.Shell, text, "git rebase --exec");
                break;
            case "bisect":
                if (argv.Count > at + 2 && argv[at + 1].Known == "run") call.Start([.. argv.Skip(at + 2)], "git bisect run");
                break;
            case "submodule":
                var each = argv.Skip(at + 1).SkipWhile(word => word.Known != "foreach").Skip(1).SkipWhile(word => word.KnownPrefix.StartsWith("--", StringComparison.Ordinal)).ToList();
                if (each.Count > 0) call.Nest(CodeLanguage.Shell, WordText.JoinAll(each), "git submodule foreach");
                else if (argv.Any(word => word.Known is "deinit" or "update") && Options.Parse(argv, at + 1).Has('f', "force")) GitHistory.Lose(call, "discard", "submodule", true);
                break;
            case "commit" or "merge" or "am" when HookSkipped(argv, at) || HooksOff(call): GitHistory.Lose(call, "skip-hooks", "hooks", false); break;
            case "read-tree" when Options.Parse(argv, at + 1) is var tree && tree.Has('u') && tree.Has("reset"): GitHistory.Lose(call, "discard", "worktree", true); break;
            case "checkout-index" when Options.Parse(argv, at + 1).Has('f', "force"): GitHistory.Lose(call, "discard", "worktree", true); break;
            case "config": GitEnvironment.Config(call, argv, at); break;
            case "rm":
                var remove = Options.Parse(argv, at + 1);
                if (!remove.Has("cached") && !remove.Dry) foreach (var file in remove.Operands) 
                {
                    // What git has is in its history; what was changed since is not, and git asks for -f to delete that.
                    if (remove.Has('f', "force")) GitHistory.Lose(call, "discard-paths", file.ToString(), true);
                    call.Path(EffectKind.Delete, file, "git-rm", remove.Has('r'), remove.Has('f', "force"));
                }
                break;
            case "mv":
                foreach (var file in Options.Parse(argv, at + 1).Operands.SkipLast(1)) call.Path(EffectKind.Move, file);
                break;
            case "grep":
                foreach (var option in Options.Parse(argv, at + 1, "eABCfmO", "open-files-in-pager max-depth").Given)
                    if (option.Name is "O" or "open-files-in-pager" && option.Value is { } pager) call.Nest(CodeLanguage.Shell, pager, "git grep -O");
                break;
            case "clone" or "fetch" or "pull" or "ls-remote": GitEnvironment.Transport(call, argv, at); break;
            case "difftool" or "mergetool":
                if (Options.Parse(argv, at + 1, "tx", "tool extcmd").Value("extcmd", 'x') is { } tool) call.Nest(CodeLanguage.Shell, tool, "git difftool -x");
                break;
            case "remote":
                if (argv.Count > at + 2 && argv[at + 1].Known is "remove" or "rm" or "set-url") call.Add(EffectKind.ChangeHistory, "remote-change", TargetKind.Ref, argv[at + 2].ToString());
                break;
            case "archive" or "send-email" when Options.Parse(argv, at + 1, "o",
                "exec sendmail-cmd smtp-server remote to cc from subject output format prefix") is var send
                && (send.Value("exec") ?? send.Value("sendmail-cmd")) is { } mailer:
                call.Nest(CodeLanguage.Shell, mailer, "git " + verb);
                break;
            case "send-email": call.Add(EffectKind.Connect, "socket"); break;
            case "daemon" or "instaweb": call.Add(EffectKind.Connect, "listen"); break;
            case "show" or "cat-file" or "blame" or "annotate" or "diff":
                if (verb is "show" or "cat-file") WritesBack(call, argv, at);
                // Two files that need not be git's.
                if (argv.Any(word => word.Known == "--no-index"))
                    foreach (var word in argv.Skip(at + 1))
                        if (!word.KnownPrefix.StartsWith('-')) call.Path(EffectKind.Read, word);
                foreach (var word in argv.Skip(at + 1))
                    if (word.Known is { } spec && spec.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 && spec.Length > colon + 1)
                        call.Path(EffectKind.Read, Word.Of(spec[(colon + 1)..]), "history");
                break;
            default: break;
        }
        return true;
    }

    private static void LargeFiles(Call call, IReadOnlyList<Word> argv, int at)
    {
        if (argv.Count <= at + 1 || argv.Any(word => word.Known is "--dry-run" or "-d" or "-h")) return;
        switch (argv[at + 1].Known)
        {
            case "migrate" when argv.Count > at + 2 && argv[at + 2].Known is "import" or "export": GitHistory.Lose(call, "lfs-migrate", "history", true); break;
            case "prune" when argv.Any(word => word.Known is "--force" or "-f" or "--recent"): GitHistory.Lose(call, "gc-now", "large files", true); break;
            case "prune": GitHistory.Lose(call, "lfs-prune", "large files", false); break;
            case "uninstall" when !argv.Any(word => word.Known is "--local" or "--worktree"): GitHistory.Lose(call, "lfs-uninstall", "large files", false); break;
            default: break;
        }
    }

    // git show HEAD~1:a.c > a.c puts the old file over the new one, as git checkout HEAD~1 -- a.c does; so does a tee behind it.
    private static void WritesBack(Call call, IReadOnlyList<Word> argv, int at)
    {
        foreach (var word in argv.Skip(at + 1))
        {
            if (word.Known is not { } spec || spec.IndexOf(':', StringComparison.Ordinal) is var colon && (colon <= 0 || colon + 1 >= spec.Length)) continue;
            var file = PathText.Target(Word.Of(spec[(colon + 1)..]), call.Run.Cwd, call.Facts).Name;
            foreach (var redirection in call.Run.Redirections)
                if (redirection.Kind == RedirectionKind.Write && redirection.Descriptor is 1 or -1 && PathText.Target(redirection.Target, call.Run.Cwd, call.Facts).Name == file)
                    GitHistory.Lose(call, "discard-paths", file, true);
        }
    }
}
