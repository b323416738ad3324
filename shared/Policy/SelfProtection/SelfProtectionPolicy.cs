using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// What no layer switches off: nothing a tool does may change, stop or evade the guard.
/// </summary>
internal static class SelfProtectionPolicy
{
    private const string Step = "self-protection";

    /// <summary>What the machine should be looked at for: where links lead.</summary>
    public static IEnumerable<string> Links(ToolCall call, IReadOnlyList<CommandRun> runs, ObservedFacts facts) =>
        GuardedMentions.Wanted(runs, facts).Concat(GuardedInputs.Wanted(call, facts));

    /// <summary>What the machine should be looked at for: whether a project that a tree is changed in has a registration of its own.</summary>
    public static IReadOnlyList<FactRequest> Wanted(IReadOnlyList<Effect> effects, ObservedFacts facts)
    {
        if (GuardedPaths.KeysOf(facts) is { } keys && effects.Any(effect => effect is { Kind: EffectKind.Read, Target.Kind: TargetKind.Path }) && !facts.Files.ContainsKey(keys))
            return [.. Registrations(effects, facts), new FactRequest(keys, false)];
        return Registrations(effects, facts);
    }

    private static IReadOnlyList<FactRequest> Registrations(IReadOnlyList<Effect> effects, ObservedFacts facts)
    {
        foreach (var effect in effects)
            if (effect.Recursive || effect.Target.Glob || effect.Kind is EffectKind.Delete or EffectKind.Move)
                return [.. GuardedPaths.FilesOf(facts.Workspace).Concat(GuardedPaths.FilesOf(facts.Cwd)).Select(path => new FactRequest(path, false))];
        return [];
    }

    /// <summary>Judges a call: what it would do, and what its input names.</summary>
    public static Judgement Judge(ToolCall call, IReadOnlyList<Effect> effects, IReadOnlyList<CommandRun> runs, ObservedFacts facts) =>
        Judgement.Strictest(Judge(effects, runs, facts), GuardedInputs.Judge(call, new GuardedPaths(facts), facts));

    /// <summary>Judges what a call would do.</summary>
    /// <param name="effects">All its effects.</param>
    /// <param name="runs">All the commands it runs.</param>
    /// <param name="facts">What was observed.</param>
    public static Judgement Judge(IReadOnlyList<Effect> effects, IReadOnlyList<CommandRun> runs, ObservedFacts facts)
    {
        var strictest = Judgement.Pass(Step);
        foreach (var run in runs)
            if (!run.Elsewhere && (GuardCommands.Refusal(run, facts) ?? GuardCommands.Moved(run, runs)) is { } refusal)
                return new Judgement(Step, Verdict.Deny, "guard.command", $"This would reach around Sallyport: {refusal}.");
        strictest = Judgement.Strictest(strictest, GuardKills.Judge(runs, effects));
        strictest = Judgement.Strictest(strictest, GuardTexts.Judge(runs));
        strictest = Judgement.Strictest(strictest, GuardGround.Judge(runs));
        if (effects.Count + runs.Count == 0 || strictest.Verdict == Verdict.Deny) return strictest;

        var guarded = new GuardedPaths(facts);
        strictest = Judgement.Strictest(strictest, GuardedMentions.Judge(runs, effects, guarded, facts));
        strictest = Judgement.Strictest(strictest, GuardedMentions.JudgeRedirections(runs, guarded, facts));
        strictest = Judgement.Strictest(strictest, GuardedSearches.Judge(runs, effects, guarded, facts));
        foreach (var effect in effects)
        {
            if (effect.By is { Elsewhere: true }) continue;
            strictest = Judgement.Strictest(strictest, Judge(effect, guarded, facts));
            if (strictest.Verdict == Verdict.Deny) break;
        }
        return strictest;
    }

    private static Judgement Judge(Effect effect, GuardedPaths guarded, ObservedFacts facts)
    {
        if (effect.Kind == EffectKind.TamperGuard)
            return new Judgement(Step, Verdict.Deny, "guard.tamper", "This would change or stop what guards this session.");
        if (effect.Target.Kind != TargetKind.Path || effect.Detail == "remote-copy") return Judgement.Pass(Step);

        // With a file system goes what is in it.
        var removes = effect.Kind is EffectKind.Delete or EffectKind.Move || effect is { Kind: EffectKind.StopService, Detail: "unmount" };
        var changes = removes || Changes(effect.Kind);
        foreach (var path in Names(effect.Target, facts))
        {
            if (!changes)
            {
                if (effect.Kind == EffectKind.Read && guarded.IsPrivate(path, effect.Recursive || effect.By?.Program is not { } reader || !Handlings.IsTool(reader)))
                    return new Judgement(Step, Verdict.Deny, "guard.keys", "This would read Sallyport's keys.");
                // A copy is run by hand, under a name that says nothing.
                if (effect is { Kind: EffectKind.Read, By: { } by } && Handlings.Of(by) != Handling.Looks && guarded.IsProgram(path))
                    return new Judgement(Step, Verdict.Deny, "guard.files", $"This would copy a program of the guard ({Short(path)}).");
                continue;
            }
            switch (guarded.Of(path, wholeTree: (removes || effect.Recursive) && !FoundByName.OnlyOthers(effect)))
            {
                case Protection.Deny:
                    return new Judgement(Step, Verdict.Deny, "guard.files", $"This would change what guards this session ({Short(path)}).");
                case Protection.Ask:
                    return new Judgement(Step, Verdict.Ask, "guard.codex-files", $"This would change Codex's own files ({Short(path)}).");
            }
            // What is unpacked or copied into a folder above may hold a file of the guard's name.
            if (effect is { Kind: EffectKind.Write, Detail: "unpack" or "copy" or "download" } && IsBulk(effect) && guarded.HoldsGuard(path, above: true))
                return new Judgement(Step, Verdict.Ask, "guard.codex-files", $"What is put there could take the place of Codex's own files ({Short(path)}).", "Name a folder of its own.");
            if (IsCodex(path, facts))
                return new Judgement(Step, Verdict.Ask, "guard.command", $"This would change what is started as Codex ({Short(path)}).", "codex --version");
            if (removes && !FoundByName.OnlyOthers(effect) && guarded.HoldsWorkingDirectory(path))
                return new Judgement(Step, Verdict.Deny, "guard.working-directory",
                    "This would take away the directory the session runs in, and with it every check.", "Name what is in it, not the directory itself.");
        }
        return Judgement.Pass(Step);
    }

    /// <summary>True for effects after which a file is not what it was.</summary>
    internal static bool Changes(EffectKind kind) => kind is EffectKind.Delete or EffectKind.Move or EffectKind.Write or EffectKind.Truncate or EffectKind.ChangeMode
        or EffectKind.ChangeOwner or EffectKind.Persist or EffectKind.WriteDisk;

    /// <summary>The name as written and, where links were followed, the real one.</summary>
    private static IEnumerable<string> Names(Target target, ObservedFacts facts)
    {
        yield return target.Name;
        if (facts.Files.TryGetValue(target.Name, out var fact) && fact.RealPath != target.Name) yield return fact.RealPath;
    }

    // ~/.local/bin/codex, before the one that asks the guard, or that one itself; a project that builds such a program has folders of its own.
    private static bool IsCodex(string path, ObservedFacts facts) =>
        (path.EndsWith("/bin/codex", StringComparison.Ordinal) || path.EndsWith("/codex.cmd", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/codex.exe", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("/@openai/codex", StringComparison.Ordinal) || path.Contains("/@openai/codex/", StringComparison.Ordinal))
        && (!PathText.IsBelow(path, facts.Workspace) || facts.Home is { } home && (home == facts.Workspace || PathText.IsBelow(home, facts.Workspace)));

    // `cp a ~` puts one file there, by its own name; `cp -r evil/. ~` and an archive put anything.
    private static bool IsBulk(Effect effect) =>
        effect.Detail == "unpack" || effect.By is { } by && by.Argv.Any(word => word.Known is { } text
            && (text.EndsWith("/.", StringComparison.Ordinal) || text is "-T" or "--no-target-directory" or "-rT" or "-aT"
            || (by.Program == "rsync" && text.Length > 1 && text.EndsWith('/') && word != by.Argv[^1])));

    internal static string Short(string path) => Sanitize.ForTerminal(path.Length <= 80 ? path : "…" + path[^79..]);
}
