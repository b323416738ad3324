using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>Whether every simple command of an analysis is covered.</summary>
/// <param name="Fault">What is not, in words that hold none of its values; null where all is.</param>
/// <param name="Step">The first step that covers something, or the nearest to what is not covered; -1 where there is none.</param>
internal readonly record struct CommandCoverage(string? Fault, int Step)
{
    public static CommandCoverage Of(CommandAnalysis analysis, IReadOnlyList<CommandStep> steps, Plan plan, ObservedFacts facts)
    {
        if (analysis.BudgetExhausted) return new CommandCoverage("it is too large to be compared", -1);
        if (analysis.Error is not null) return new CommandCoverage("it could not be read as the shell would", -1);
        var effects = EffectsByRun(analysis, out var loose);
        var first = -1;
        (CommandRun Run, StarWords Taken)? cover = null;
        if (analysis.Deciding.Count > 0) return new CommandCoverage($"it sets {PlanMessages.Quote(analysis.Deciding[0])}, which decides what other programs do", -1);
        for (var i = 0; i < analysis.Runs.Count; i++)
        {
            var run = analysis.Runs[i];
            // What a covered command runs in turn is covered with it, as long as it stands deeper, and is not spelled in words that nobody planned.
            if (cover is { } outer)
            {
                if (run.Wrappers.Count <= outer.Run.Wrappers.Count) cover = null;
                else if (!outer.Taken.Start(outer.Run, run)) continue;
            }
            if (RunTraits.IsIdle(run))
            {
                // A group's redirection also comes as a command that does nothing.
                if (RunTraits.Files(run).All(file => steps.Any(step => step.CoversFile(run, file)))) continue;
                return new CommandCoverage("it opens a file that is not covered", Nearest(run, steps));
            }
            var (fit, taken, step) = Best(run, effects.GetValueOrDefault(run, []), steps);
            if (fit != PatternFit.None)
            {
                if (first < 0) first = step;
                if (cover is null && (!RunTraits.Inlines(run) || (fit == PatternFit.Exact && !RunTraits.IsFed(run)))) cover = (run, taken);
                continue;
            }
            if (RunTraits.PatchOf(run) is { } patch && PatchMatch.CoveringStep(plan, patch, facts) is >= 0 and var patching)
            {
                if (first < 0) first = patching;
                continue;
            }
            if (RunTraits.OnlyWraps(run) && RunTraits.HasPayload(analysis.Runs, i)) continue;
            return new CommandCoverage($"{Name(run)} is not covered", Nearest(run, steps));
        }
        // A redirection of a whole group or loop belongs to no single command.
        foreach (var effect in loose)
            if (effect.Kind is EffectKind.Write or EffectKind.Truncate && effect.Target.Kind == TargetKind.Path
                && !RunTraits.IsDevice(effect.Target.Name) && !steps.Any(step => step.Scope.LimitsPaths && step.Scope.Allows(effect)))
                return new CommandCoverage("it writes to a file that is not covered", -1);
        return new CommandCoverage(null, first);
    }

    private static (PatternFit Fit, StarWords Taken, int Step) Best(CommandRun run, IReadOnlyList<Effect> effects, IReadOnlyList<CommandStep> steps)
    {
        var best = (Fit: PatternFit.None, Taken: StarWords.None, Step: -1);
        foreach (var step in steps)
        {
            var (fit, taken) = step.Fit(run, effects);
            if (fit > best.Fit) best = (fit, taken, step.Index);
            if (fit == PatternFit.Exact) break;
        }
        return best;
    }

    private static Dictionary<CommandRun, IReadOnlyList<Effect>> EffectsByRun(CommandAnalysis analysis, out List<Effect> loose)
    {
        var byRun = new Dictionary<CommandRun, IReadOnlyList<Effect>>(ReferenceEqualityComparer.Instance);
        foreach (var run in analysis.Runs) byRun.TryAdd(run, new List<Effect>());
        loose = [];
        foreach (var effect in analysis.Effects)
        {
            if (effect.By is { } by && byRun.TryGetValue(by, out var list)) ((List<Effect>)list).Add(effect);
            else loose.Add(effect);
        }
        return byRun;
    }

    private static int Nearest(CommandRun run, IReadOnlyList<CommandStep> steps)
    {
        var best = (Score: 0, Step: steps.Count > 0 ? steps[0].Index : -1);
        foreach (var step in steps)
            if (step.Nearness(run) is var score && score > best.Score) best = (score, step.Index);
        return best.Step;
    }

    // The program, and the word after it where that is a subcommand: never an argument, which may hold a secret.
    private static string Name(CommandRun run)
    {
        if (run.Program is not { } program) return "a program that cannot be known";
        var second = run.Argv.Count > 1 ? run.Argv[1].Known : null;
        var subcommand = second is { Length: > 0 and <= 20 } && char.IsAsciiLetterLower(second[0]) && second.All(c => char.IsAsciiLetterLower(c) || c is '-' or ':');
        return PlanMessages.Quote(subcommand ? $"{program} {second}" : program);
    }
}
