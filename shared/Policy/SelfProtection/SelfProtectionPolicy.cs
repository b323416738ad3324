using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// What no layer switches off: nothing a tool does may change, stop or evade the guard.
/// </summary>
internal static class SelfProtectionPolicy
{
    private const string Step = "self-protection";

    /// <summary>Judges what a call would do.</summary>
    /// <param name="effects">All its effects.</param>
    /// <param name="runs">All the commands it runs.</param>
    /// <param name="facts">What was observed.</param>
    public static Judgement Judge(IReadOnlyList<Effect> effects, IReadOnlyList<CommandRun> runs, ObservedFacts facts)
    {
        var strictest = Judgement.Pass(Step);
        foreach (var run in runs)
            if (!run.Elsewhere && GuardCommands.Refusal(run) is { } refusal)
                return new Judgement(Step, Verdict.Deny, "guard.command", $"This would reach around Sallyport: {refusal}.");

        if (effects.Count == 0) return strictest;
        var guarded = new GuardedPaths(facts);
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
        if (effect.Target.Kind != TargetKind.Path) return Judgement.Pass(Step);

        var removes = effect.Kind is EffectKind.Delete or EffectKind.Move;
        var changes = removes || effect.Kind is EffectKind.Write or EffectKind.Truncate or EffectKind.ChangeMode
            or EffectKind.ChangeOwner or EffectKind.Persist or EffectKind.WriteDisk;
        foreach (var path in Names(effect.Target, facts))
        {
            if (!changes)
            {
                if (effect.Kind == EffectKind.Read && guarded.IsPrivate(path))
                    return new Judgement(Step, Verdict.Deny, "guard.keys", "This would read Sallyport's keys.");
                continue;
            }
            switch (guarded.Of(path, wholeTree: removes || effect.Recursive))
            {
                case Protection.Deny:
                    return new Judgement(Step, Verdict.Deny, "guard.files", $"This would change what guards this session ({Short(path)}).");
                case Protection.Ask:
                    return new Judgement(Step, Verdict.Ask, "guard.codex-files", $"This would change Codex's own files ({Short(path)}).");
            }
            if (removes && guarded.HoldsWorkingDirectory(path))
                return new Judgement(Step, Verdict.Deny, "guard.working-directory",
                    "This would take away the directory the session runs in, and with it every check.", "Name what is in it, not the directory itself.");
        }
        return Judgement.Pass(Step);
    }

    /// <summary>The name as written and, where links were followed, the real one.</summary>
    private static IEnumerable<string> Names(Target target, ObservedFacts facts)
    {
        yield return target.Name;
        if (facts.Files.TryGetValue(target.Name, out var fact) && fact.RealPath != target.Name) yield return fact.RealPath;
    }

    private static string Short(string path) => Sanitize.ForTerminal(path.Length <= 80 ? path : "…" + path[^79..]);
}
