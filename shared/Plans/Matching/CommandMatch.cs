using System.Text.Json;
using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>
/// Is this shell command planned? Equal text always is. Else each simple command it would run, wherever it stands,
/// must fit some step: its words a pattern, its files and hosts the step's paths and hosts.
/// </summary>
internal static class CommandMatch
{
    public static PlanMatch Match(Plan plan, List<(int Index, PlanStep Step)> steps, JsonElement input, PlanMatchContext context)
    {
        var text = InputMatch.Text(ToolNames.Bash, input, "command");
        var usable = new List<CommandStep>();
        var byName = -1;
        string? elsewhere = null;
        foreach (var (index, step) in steps)
        {
            if (!InPlannedDirectory(step, context.Facts, out var compared)) elsewhere = "it runs in another directory";
            else if (step.Commands.Count > 0 || step.Paths.Count > 0 || step.Hosts.Count > 0) usable.Add(new CommandStep(index, step, context.Facts));
            else if (compared) return new PlanMatch(PlanMatchKind.InPlan, ToolNames.Bash, index);
            else if (byName < 0) byName = index;
        }
        if (text is null)
        {
            return byName >= 0 ? new PlanMatch(PlanMatchKind.ByNameOnly, ToolNames.Bash, byName)
                : steps.Count == 0 ? new PlanMatch(PlanMatchKind.Drift, ToolNames.Bash, -1)
                : new PlanMatch(PlanMatchKind.Mismatch, ToolNames.Bash, steps[0].Index, "it has no command");
        }

        foreach (var step in usable)
            if (step.Names(text) && (!step.Scoped || step.AllowsAll(context.Analyze(text)))) return new PlanMatch(PlanMatchKind.InPlan, ToolNames.Bash, step.Index);
        var patches = plan.Steps.Any(step => step.Action == ToolNames.ApplyPatch);
        if (usable.Count == 0 && !patches) return Otherwise(steps, byName, elsewhere ?? "");

        var coverage = CommandCoverage.Of(context.Analyze(text), usable, plan, context.Facts);
        if (coverage.Fault is null && coverage.Step >= 0) return new PlanMatch(PlanMatchKind.InPlan, ToolNames.Bash, coverage.Step);
        if (coverage.Fault is null && steps.Count > 0) return new PlanMatch(PlanMatchKind.InPlan, ToolNames.Bash, steps[0].Index);
        if (steps.Count == 0) return new PlanMatch(PlanMatchKind.Drift, ToolNames.Bash, -1);
        return Otherwise(steps, byName, coverage.Fault ?? elsewhere ?? "", coverage.Step);
    }

    private static PlanMatch Otherwise(List<(int Index, PlanStep Step)> steps, int byName, string difference, int nearest = -1) =>
        byName >= 0 ? new PlanMatch(PlanMatchKind.ByNameOnly, ToolNames.Bash, byName)
        : steps.Count == 0 ? new PlanMatch(PlanMatchKind.Drift, ToolNames.Bash, -1)
        : new PlanMatch(PlanMatchKind.Mismatch, ToolNames.Bash, nearest >= 0 ? nearest : steps[0].Index, difference);

    // Codex shows hooks no workdir; it is the event's cwd.
    private static bool InPlannedDirectory(PlanStep step, ObservedFacts facts, out bool compared)
    {
        compared = false;
        if (step.Inputs is not { } inputs) return true;
        foreach (var field in inputs.EnumerateObject())
        {
            if (!InputNames.IsDirectory(ToolNames.Bash, field.Name) || field.Value.ValueKind != JsonValueKind.String) continue;
            compared = true;
            var planned = Paths.Absolute(field.Value.GetString()!, facts.Workspace, facts.Home, facts.Windows);
            var cwd = Paths.Absolute(facts.Cwd, facts.Workspace, facts.Home, facts.Windows);
            if (cwd != planned && !InFolderOfThatName(field.Value.GetString()!, cwd, facts)) return false;
        }
        return true;
    }

    // A relative directory counts from where the session began, which is not always the root of the repository.
    private static bool InFolderOfThatName(string planned, string cwd, ObservedFacts facts)
    {
        if (!Paths.IsWithin(cwd, facts.Workspace, facts.Windows) || planned.StartsWith('/') || planned.Contains("..", StringComparison.Ordinal)) return false;
        var name = planned.Trim('/', '.');
        return name.Length == 0 || cwd.EndsWith("/" + name, StringComparison.Ordinal);
    }
}
