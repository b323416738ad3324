namespace Sallyport.Shell.Commands;

/// <summary>Git verbs that throw away uncommitted work.</summary>
internal static class GitHistory
{
    public static void Lose(Call call, string detail, string what, bool forced) =>
        call.Add(EffectKind.ChangeHistory, new Target(TargetKind.Ref, what), detail, false, forced);

    /// <summary>True for <c>git ls-files --others</c> and <c>git status --short</c>: who removes what they list removes what git does not have.</summary>
    public static bool ListsUntracked(CommandRun run)
    {
        if (run.Program != "git") return false;
        var verb = "";
        foreach (var word in run.Argv)
            switch (word.Known)
            {
                case "ls-files" or "status" or "clean" when verb.Length == 0: verb = word.Known; break;
                case "--others" or "-o" when verb == "ls-files":
                case "--porcelain" or "-s" or "--short" or "--porcelain=v1" when verb == "status":
                case "-n" or "--dry-run" when verb == "clean":
                    return true;
                case ['-', not '-', ..] flags when (verb == "ls-files" && flags.Contains('o', StringComparison.Ordinal)) || (verb == "clean" && flags.Contains('n', StringComparison.Ordinal)): return true;
                default: break;
            }
        return false;
    }

    public static void Reset(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "U", "pathspec-from-file unified");
        var to = options.Operands.Count > 0 ? options.Operands[0].ToString() : "HEAD";
        if (options.Has("hard") || options.Given.Any(option => option.Name is "ha" || (option.Name == "h" && argv.Any(word => word.Known == "--h")))) Lose(call, "reset-hard", to, true);
        else if (options.Has("merge") || options.Given.Any(option => option.Name is "mer" or "merg")) Lose(call, "reset-merge", to, true);
    }

    public static void Clean(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "e", "exclude");
        // --dry-run shortened to --dry-r and the like.
        if (!options.Has("no-dry-run") && (options.Has('n', "dry-run") || options.Given.Any(option => option.Name.StartsWith("dry", StringComparison.Ordinal))) || options.Has('i', "interactive")) return;
        var forced = options.Has('f', "force") || Unasked(call);
        if (!forced) return;
        var paths = options.Operands.Where(word => word.Known is not ("." or "./" or ":/")).ToList();
        Lose(call, options.Has('x') || options.Has('X') ? "clean-ignored" : "clean", paths.Count == 0 ? "worktree" : string.Join(' ', paths), true);
    }

    // git -c clean.requireForce=false clean
    private static bool Unasked(Call call)
    {
        foreach (var word in call.Argv)
            if (word.KnownPrefix.StartsWith("clean.requireForce=", StringComparison.OrdinalIgnoreCase) && word.KnownPrefix[19..] is "false" or "0" or "no" or "off") return true;
        return false;
    }

    public static void Checkout(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "bB", "conflict orphan pathspec-from-file");
        if (options.Value("orphan") is not null || options.Has('p', "patch")) return;
        var creates = options.Value("b", 'b') is not null || options.Value("B", 'B') is not null;
        if (options.Value("B", 'B') is { } moved) Moved(call, moved, options.Operands);
        if (creates && !options.Has('f', "force")) return;
        if (options.Has('f', "force"))
        {
            Lose(call, "discard", "worktree", true);
            return;
        }
        if (options.Value("pathspec-from-file") is not null)
        {
            Lose(call, "discard-paths", "paths", true);
            return;
        }
        var dashes = -1;
        for (var i = at + 1; i < argv.Count && dashes < 0; i++)
            if (argv[i].Known == "--") dashes = i;
        var track = options.Has('t', "track");
        if (dashes >= 0 && dashes + 1 < argv.Count) Discard(call, argv.Skip(dashes + 1));
        else if (dashes < 0 && options.Operands.Count >= 2 && !track && !options.Has('d', "detach") && !SubmoduleMode(argv, at)) Discard(call, options.Operands.Skip(1));
        else if (dashes < 0 && options.Operands is [{ Known: "." or "./" or ":/" or "*" }]) Discard(call, options.Operands);
    }

    /// <summary>checkout -B main X: the branch all work rests on is moved elsewhere, as by branch -f; to where its own remote has it is no more than catching up.</summary>
    public static void Moved(Call call, Word branch, IReadOnlyList<Word> start)
    {
        if (branch.Known is "main" or "master" or "trunk" or "develop" && start.Count > 0 && start[0].Known is var to && to != "HEAD" && to?.EndsWith("/" + branch.Known, StringComparison.Ordinal) != true)
            Lose(call, "branch-force", branch.ToString(), true);
    }

    // --recurse-submodules may be followed by a word that older versions take as its value.
    private static bool SubmoduleMode(IReadOnlyList<Word> argv, int at)
    {
        for (var i = at + 1; i + 1 < argv.Count; i++)
            if (argv[i].Known == "--recurse-submodules" && argv[i + 1].Known is "on-demand" or "checkout" or "yes" or "no") return true;
        return false;
    }

    private static void Discard(Call call, IEnumerable<Word> paths)
    {
        foreach (var path in paths) Lose(call, path.Known is "." or "./" or ":/" or "*" ? "discard" : "discard-paths", path.ToString(), true);
    }

    public static void Restore(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "sU", "source pathspec-from-file conflict inter-hunk-context unified");
        var staged = options.Has('S', "staged") && !options.Has("no-staged");
        var worktree = options.Has('W', "worktree");
        if (staged && !worktree) return;
        if (options.Given.LastOrDefault(option => option.Name is "p" or "patch" or "no-patch").Name is "p" or "patch")
        {
            Lose(call, "discard-paths", "paths", false);
            return;
        }
        if (options.Operands.Count == 0 && options.Value("pathspec-from-file") is null) return;
        if (options.Operands.Count == 0) Lose(call, "discard-paths", "paths", true);
        else Discard(call, options.Operands);
    }
}
