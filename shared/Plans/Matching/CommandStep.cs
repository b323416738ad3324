using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>One step for Bash, its _patterns read once.</summary>
internal sealed class CommandStep(int index, PlanStep step, ObservedFacts facts)
{
    private IReadOnlyList<CommandPattern>? _patterns;
    private StepScope? _scope;

    public int Index => index;

    /// <summary>True where the step limits paths or hosts.</summary>
    public bool Scoped => step.Paths.Count > 0 || step.Hosts.Count > 0;

    public StepScope Scope => _scope ??= new StepScope(step, facts);

    private IReadOnlyList<CommandPattern> Patterns => _patterns ??= [.. step.Commands.SelectMany(text => CommandPattern.Read(text, facts))];

    /// <summary>True where the whole command is spelled out as one of the step's.</summary>
    public bool Names(string command)
    {
        foreach (var text in step.Commands)
            if (text == "*" || text.AsSpan().SequenceEqual(command.AsSpan().Trim())) return true;
        return false;
    }

    /// <summary>True where every effect stays within paths and hosts.</summary>
    public bool AllowsAll(CommandAnalysis analysis) => analysis.Error is null && !analysis.BudgetExhausted && analysis.Effects.All(Scope.Allows);

    /// <summary>How the step fits a simple command, with its redirections and its effects, and which words of it were not spelled out.</summary>
    public (PatternFit Fit, StarWords Taken) Fit(CommandRun run, IReadOnlyList<Effect> effects)
    {
        var (best, taken) = (PatternFit.None, StarWords.None);
        if (step.Commands.Count == 0)
        {
            // Only paths or hosts were declared: then nothing may be unknown about what it does.
            if (effects.Count == 0 || effects.Any(effect => effect.Kind is EffectKind.ExecuteUnknown or EffectKind.ExecuteDownloaded or EffectKind.OpenSession)) return (PatternFit.None, taken);
            if (!effects.Any(Limited)) return (PatternFit.None, taken);
            best = PatternFit.Exact;
        }
        foreach (var pattern in Patterns)
        {
            var fit = pattern.Fit(run);
            if (fit <= best || !RedirectionsFit(run, pattern)) continue;
            var words = fit == PatternFit.Wild ? new StarWords(pattern.TakenOf(run)) : StarWords.None;
            if (words.GoBeyond(run, pattern, effects) && !(Scope.LimitsPaths && !effects.Any(effect => effect.Kind is EffectKind.ExecuteUnknown or EffectKind.ExecuteDownloaded))) continue;
            (best, taken) = (fit, words);
        }
        return (best != PatternFit.None && Scoped && !effects.All(Scope.Allows) ? PatternFit.None : best, taken);
    }

    /// <summary>The measure of the nearest step.</summary>
    public int Nearness(CommandRun run) => Patterns.Count == 0 ? 0 : Patterns.Max(pattern => pattern.Nearness(run));

    private bool Limited(Effect effect) => (effect.Target.Kind == TargetKind.Path && Scope.LimitsPaths) || (effect.Target.Kind == TargetKind.Host && Scope.LimitsHosts);

    // A file a command is redirected to is named in the pattern or lies within the step's paths.
    // What it reads may also be taken by the pattern's last *, as an argument would be.
    private bool RedirectionsFit(CommandRun run, CommandPattern pattern)
    {
        foreach (var file in RunTraits.Files(run))
        {
            var reads = file.Kind is RedirectionKind.Read or RedirectionKind.Text;
            if ((reads && pattern.Rest) || pattern.Redirections.Any(own => Same(own, file)) || CoversFile(run, file)) continue;
            return false;
        }
        return true;
    }

    /// <summary>True where a file that a command is redirected to lies within the step's paths.</summary>
    public bool CoversFile(CommandRun run, Redirection file) =>
        file.Kind != RedirectionKind.Text && run.Cwd is { } cwd && file.Target.Known is { } target
        && Scope.LimitsPaths && Scope.CoversPath(Paths.Absolute(target, cwd, null, facts.Windows));

    private static bool Same(Redirection planned, Redirection real) => planned.Descriptor == real.Descriptor && planned.Kind == real.Kind
        && (planned.Target.Pieces is [{ Kind: PieceKind.Glob, Text: "*" }] || (planned.Target.IsKnown && planned.Target.Equals(real.Target)));
}
