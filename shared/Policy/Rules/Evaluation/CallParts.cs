using Sallyport.Matching;
using Sallyport.Plans;
using Sallyport.Shell.Patches;
using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>Takes a call apart.</summary>
internal static class CallParts
{
    private const int MostPath = 4096;

    /// <summary>The parts of a call; <paramref name="analysis"/> where it is a command that could be read.</summary>
    public static List<CallPart> Of(CallView view, CommandAnalysis? analysis)
    {
        var parts = new List<CallPart>();
        if (analysis is not null) AddCommands(parts, view, analysis);
        else if (view.Unreadable) parts.Add(new CallPart(view.Tool, null, null, [], false));
        else
        {
            var effects = view.Context.Effects.Count > 0 ? [.. view.Context.Effects]
                : view.Tool == ToolNames.ApplyPatch ? PatchEffects(view.Call.Command ?? "", view.Facts)
                : InputEffects(view);
            Add(parts, view.Tool, null, effects, false);
        }
        if (parts.Count == 0) parts.Add(new CallPart(view.Tool, null, null, [], Idle: true));
        return parts;
    }

    private static void AddCommands(List<CallPart> parts, CallView view, CommandAnalysis analysis)
    {
        var runs = analysis.Runs;
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var effects = analysis.Effects.Where(effect => ReferenceEquals(effect.By, run)).ToList();
            if (effects.Count == 0 && RunTraits.PatchOf(run) is { } patch) effects = PatchEffects(patch, view.Facts);
            var idle = (RunTraits.IsIdle(run) && !RunTraits.Files(run).Any()) || (RunTraits.OnlyWraps(run) && RunTraits.HasPayload(runs, i));
            Add(parts, run.Program is "apply_patch" or "applypatch" ? ToolNames.ApplyPatch : view.Tool, run, effects, idle);
        }
        foreach (var effect in analysis.Effects)
            if (effect.By is null || !runs.Any(run => ReferenceEquals(run, effect.By))) parts.Add(new CallPart(view.Tool, effect.By, effect, [effect], false));
    }

    private static void Add(List<CallPart> parts, string tool, CommandRun? run, List<Effect> effects, bool idle)
    {
        if (effects.Count == 0) parts.Add(new CallPart(tool, run, null, [], idle));
        foreach (var effect in effects) parts.Add(new CallPart(tool, run, effect, effects, idle));
    }

    private static List<Effect> PatchEffects(string patch, ObservedFacts facts) =>
        [.. PatchText.Headers(patch).Select(header => new Effect(header.Deleted ? EffectKind.Delete : EffectKind.Write,
            new Target(TargetKind.Path, Paths.Absolute(header.Path, facts.Cwd, null, facts.Windows))))];

    // What a tool of unknown meaning does with a path or an address in its input may be anything.
    private static List<Effect> InputEffects(CallView view)
    {
        var effects = new List<Effect>();
        foreach (var value in view.Texts)
        {
            var text = value.GetString()!;
            if (text.Length > MostPath || text.AsSpan().ContainsAny('\n', '\r')) continue;
            if (text.Contains("://", StringComparison.Ordinal)) effects.Add(new Effect(EffectKind.Connect, new Target(TargetKind.Host, text)));
            else if (view.Tool == ToolNames.ViewImage) effects.Add(new Effect(EffectKind.Read, new Target(TargetKind.Path, Absolute(text, view.Facts))));
            else if (LooksLikePath(text, view.Facts.Windows)) effects.Add(new Effect(EffectKind.ExecuteUnknown, new Target(TargetKind.Path, Absolute(text, view.Facts))));
        }
        return effects;
    }

    private static string Absolute(string text, ObservedFacts facts) => Paths.Absolute(text, facts.Cwd, facts.Home, facts.Windows);

    private static bool LooksLikePath(string text, bool windows) =>
        text is "~" or "." or ".." || text.StartsWith('/') || text.StartsWith("~/", StringComparison.Ordinal) || text.StartsWith("$HOME", StringComparison.Ordinal)
        || (!text.Contains(' ', StringComparison.Ordinal) && (text.Contains('/', StringComparison.Ordinal) || (windows && text.Contains('\\', StringComparison.Ordinal))));
}
