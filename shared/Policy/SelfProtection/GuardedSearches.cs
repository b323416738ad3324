using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// Files that one command finds for another to change: <c>find ~ -name hooks.json -exec rm {} \;</c>, <c>ls ~/.codex/* | xargs rm</c>,
/// <c>rm $(fd hooks ~)</c>. What is found is not known, but where is looked, and for which names.
/// </summary>
internal static class GuardedSearches
{
    private const string Step = "self-protection";

    /// <summary>Judges changes to files whose names another command tells.</summary>
    public static Judgement Judge(IReadOnlyList<CommandRun> runs, IReadOnlyList<Effect> effects, GuardedPaths guarded, ObservedFacts facts)
    {
        var strictest = Judgement.Pass(Step);
        foreach (var effect in effects)
        {
            if (effect.Target is not { Kind: TargetKind.Path, Known: false } target || effect.By is not { Elsewhere: false } by || !SelfProtectionPolicy.Changes(effect.Kind)) continue;
            // Whatever it is called, it lies here; unless its own letters say where else.
            if (by.Cwd is { } cwd && !target.Name.StartsWith('/') && !target.Bounded && guarded.Of(cwd, wholeTree: false) != Protection.None) strictest = Judgement.Strictest(strictest, Say(Verdict.Ask, cwd));
            foreach (var source in runs)
            {
                if (source.Elsewhere || !Tells(source, by, target)) continue;
                strictest = Judgement.Strictest(strictest, IsSearch(source) ? OfSearch(source, guarded, facts) : Judgement.Strictest(OfNames(source, facts), OfContent(source, guarded, facts)));
                if (strictest.Verdict == Verdict.Deny) return strictest;
            }
        }
        return strictest;
    }

    // -exec of the search itself, a pipe into the command, a substitution among its words.
    private static bool Tells(CommandRun source, CommandRun by, Target target) =>
        by.Input.From is { } from && from.Any(run => ReferenceEquals(run, source) || run.Argv.SequenceEqual(source.Argv))
        || IsSearch(source) && (by.Wrappers.Has("find -exec") || by.Wrappers.Has("fd -x"))
        || source.OutputCaptured && target.Name.Contains("$(", StringComparison.Ordinal);

    private static bool IsSearch(CommandRun run) => run.Program is "find" or "gfind" or "bfs" or "fd" or "fdfind";

    private static Judgement OfSearch(CommandRun search, GuardedPaths guarded, ObservedFacts facts)
    {
        var (roots, others) = search.Program is "fd" or "fdfind" ? OfFd(search) : (Find.Roots(search.Argv, out _), FoundByName.OnlyOthers(search));
        if (others) return Judgement.Pass(Step);
        foreach (var root in roots)
        {
            if (PathText.Target(root, search.Cwd, facts) is not { Known: true } place) continue;
            // All there is below a person's home holds the guard. A project's own registration counts where it is looked for.
            if (guarded.HoldsGuard(place.Name, above: true) || guarded.HoldsGuard(place.Name)) return Say(Verdict.Deny, place.Name);
            if (guarded.Of(place.Name, wholeTree: true) != Protection.None && LooksFor(search)) return Say(Verdict.Ask, place.Name);
        }
        return Judgement.Pass(Step);
    }

    // fd [PATTERN [FOLDER …]]
    private static (List<Word> Roots, bool Others) OfFd(CommandRun fd)
    {
        var given = Options.Parse([.. fd.Argv.TakeWhile(static word => word.Known is not ("-x" or "--exec" or "-X" or "--exec-batch"))], 1, "dtSeEocj",
            "max-depth min-depth exact-depth type size extension exclude owner changed-within changed-before color threads search-path base-directory glob");
        List<Word> roots = given.Operands.Count > 1 ? [.. given.Operands.Skip(1)] : [given.Value("search-path") ?? given.Value("base-directory") ?? Word.Of(".")];
        var kind = given.Value("extension", 'e')?.Known;
        return (roots, kind is not (null or "json" or "jsonl" or "toml" or "env") || given.Operands is [{ Known: { Length: > 0 } pattern }, ..] && !OfGuard(pattern));
    }

    // A test that names something, of which one of the guard's files may be.
    private static bool LooksFor(CommandRun search) => search.Program is "fd" or "fdfind" || search.Argv.Any(static word => word.Known is "-name" or "-iname" or "-path" or "-ipath" or "-wholename" or "-regex" or "-iregex");

    // fd's pattern is a regular expression, part of a name.
    private static bool OfGuard(string pattern)
    {
        foreach (var name in (ReadOnlySpan<string>)["hooks.json", "config.toml", "requirements.toml", ".codex", "sallyport-pre-tool-use", "policy.json", "settings.json", "head.json", "000001.jsonl"])
            if (!Detection.Patterns.LinearPattern.TryCompile(pattern, ignoreCase: true, out var compiled, out _) || compiled.IsMatch(name)) return true;
        return false;
    }

    // grep -rl x ~, git -C ~ ls-files, locate hooks.json: by what is in a file, or by a list that was made before.
    private static Judgement OfContent(CommandRun source, GuardedPaths guarded, ObservedFacts facts)
    {
        switch (source.Program)
        {
            case "grep" or "egrep" or "fgrep" or "rg" or "ag" or "ack" or "du" or "tree":
                foreach (var word in source.Argv.Skip(1))
                    if (word.KnownPrefix is ['/' or '~', ..] && PathText.Target(word, source.Cwd, facts) is { Known: true } place && guarded.HoldsGuard(place.Name, above: true)) return Say(Verdict.Ask, place.Name);
                break;
            case "git":
                if (source.Cwd is { } cwd && guarded.HoldsGuard(cwd, above: true) && source.Argv.Any(static word => word.Known == "ls-files")) return Say(Verdict.Ask, cwd);
                break;
            case "locate" or "plocate" or "mlocate" or "mdfind":
                foreach (var word in source.Argv.Skip(1))
                    if (word.Known is { Length: > 2 } name && FoundByName.IsOwn(name[(name.LastIndexOf('/') + 1)..])) return Say(Verdict.Ask, name);
                break;
        }
        return Judgement.Pass(Step);
    }

    // ls ~/.codex/*, echo ~/.codex/hooks.json, sed "s|^|$HOME/.codex/|": the names that come out are of there.
    private static Judgement OfNames(CommandRun source, ObservedFacts facts)
    {
        foreach (var folder in (ReadOnlySpan<string?>)[facts.CodexHome, facts.DataDirectory])
        {
            if (folder is not { Length: > 1 }) continue;
            foreach (var word in source.Argv)
                if (word.ToString() is var text && text.IndexOf(folder, StringComparison.Ordinal) is >= 0 and var at
                    && (at + folder.Length == text.Length || text[at + folder.Length] is '/' or '*' or '?')) return Say(Verdict.Ask, folder);
        }
        return Judgement.Pass(Step);
    }

    private static Judgement Say(Verdict verdict, string where) => verdict == Verdict.Deny
        ? new Judgement(Step, verdict, "guard.files", $"This would change whatever is found below {SelfProtectionPolicy.Short(where)}, and what guards this session is.", "Look in a folder of the project, or for a name of its own.")
        : new Judgement(Step, verdict, "guard.codex-files", $"This could change Codex's own files (below {SelfProtectionPolicy.Short(where)}).", "Name the files.");
}
