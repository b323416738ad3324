using System.Text.Json;
using Sallyport.Shell.Patches;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>Is this patch planned? Each file it touches must be within the paths of some step.</summary>
internal static class PatchMatch
{
    public static PlanMatch Match(List<(int Index, PlanStep Step)> steps, JsonElement input, PlanMatchContext context)
    {
        var patch = InputMatch.Text(ToolNames.ApplyPatch, input, "command");
        var scoped = new List<(int Index, StepScope Scope)>();
        var byName = -1;
        foreach (var (index, step) in steps)
        {
            var declared = InputMatch.Text(ToolNames.ApplyPatch, step.Inputs ?? default, "command");
            if (declared is not null && patch is not null && declared.AsSpan().Trim().SequenceEqual(patch.AsSpan().Trim())) return new PlanMatch(PlanMatchKind.InPlan, ToolNames.ApplyPatch, index);
            if (step.Paths.Count > 0 && declared is null) scoped.Add((index, new StepScope(step, context.Facts)));
            else if (declared is null && byName < 0) byName = index;
        }
        if (patch is not null && scoped.Count > 0)
        {
            if (Uncovered(patch, scoped, out var first) is null) return new PlanMatch(PlanMatchKind.InPlan, ToolNames.ApplyPatch, first);
        }
        if (byName >= 0) return new PlanMatch(PlanMatchKind.ByNameOnly, ToolNames.ApplyPatch, byName);
        var difference = patch is null || scoped.Count == 0 ? "the patch is not the planned one"
            : $"it touches {PlanMessages.Quote(Uncovered(patch, scoped, out _)!)}";
        return new PlanMatch(PlanMatchKind.Mismatch, ToolNames.ApplyPatch, scoped.Count > 0 ? scoped[0].Index : steps[0].Index, difference);
    }

    /// <summary>The first file that no step's paths mean; null where all are meant. <paramref name="first"/> is a step that means one of them.</summary>
    public static string? Uncovered(string patch, List<(int Index, StepScope Scope)> scoped, out int first)
    {
        first = -1;
        var touched = PatchText.Touched(patch);
        if (touched.Count == 0) return "a file that could not be read from the patch";
        foreach (var path in touched)
        {
            var covering = scoped.FindIndex(step => step.Scope.CoversPath(path));
            if (covering < 0) return path;
            if (first < 0) first = scoped[covering].Index;
        }
        return null;
    }

    /// <summary>A step for apply_patch that covers a patch which came through a shell; -1 where there is none.</summary>
    public static int CoveringStep(Plan plan, string patch, ObservedFacts facts)
    {
        var scoped = new List<(int Index, StepScope Scope)>();
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var step = plan.Steps[i];
            if (step.Action != ToolNames.ApplyPatch) continue;
            if (step.Unrestricted) return i;
            if (step.Paths.Count > 0) scoped.Add((i, new StepScope(step, facts)));
        }
        return scoped.Count > 0 && Uncovered(patch, scoped, out var first) is null ? first : -1;
    }
}
