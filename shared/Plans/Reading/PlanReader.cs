using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>
/// Reads a plan from what a model sent. Models wrap JSON in strings, put the plan one level deeper, and name fields as other
/// tools do; all of that has one meaning, so it is accepted. What could mean two things is refused, with an example.
/// </summary>
internal static class PlanReader
{
    private static readonly string[] PlanNames = ["plan", "intent_plan"];
    private static readonly string[] GoalNames = ["goal", "objective", "task", "title", "summary"];
    private static readonly string[] StepsNames = ["steps", "actions", "tools"];

    /// <summary>Reads the arguments of a registration.</summary>
    public static PlanReading Read(JsonElement arguments)
    {
        var faults = new PlanFaults();
        if (arguments.ValueKind != JsonValueKind.Undefined && LooseFields.Size(arguments) > PlanLimits.Bytes)
        {
            faults.Add("plan", $"is larger than {PlanLimits.Bytes / 1024} KiB: plan fewer steps, with wildcards");
            return new PlanReading(null, faults.List);
        }
        var outer = LooseFields.Unwrap(arguments);
        if (outer.ValueKind == JsonValueKind.Array) return Finish("", outer, faults);
        if (outer.ValueKind != JsonValueKind.Object)
        {
            faults.Add("arguments", "are not an object with goal and steps");
            return new PlanReading(null, faults.List);
        }
        var inner = LooseFields.TryFind(outer, PlanNames, out var plan, out var planName) ? LooseFields.Unwrap(plan) : default;
        if (planName.Length > 0 && inner.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            faults.Add(planName, "is neither an object nor JSON text of one");

        // The outer arguments win over a plan inside them.
        var goal = Goal(outer) is { Length: > 0 } own ? own : Goal(inner);
        if (!LooseFields.TryFind(outer, StepsNames, out var steps, out _) && !LooseFields.TryFind(inner, StepsNames, out steps, out _))
            steps = inner.ValueKind == JsonValueKind.Array ? inner : default;
        return Finish(goal, LooseFields.Unwrap(steps), faults);
    }

    private static PlanReading Finish(string goal, JsonElement steps, PlanFaults faults)
    {
        if (goal.Length == 0) faults.Add("goal", "is missing: say in one sentence what this is for");
        var read = Steps(steps, faults);
        return faults.List.Count > 0 ? new PlanReading(null, faults.List) : new PlanReading(new Plan(goal, read), []);
    }

    private static List<PlanStep> Steps(JsonElement steps, PlanFaults faults)
    {
        var read = new List<PlanStep>();
        switch (steps.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.String:
                StepReader.Read(steps, "steps", read, faults);
                break;
            case JsonValueKind.Array when steps.GetArrayLength() > PlanLimits.Steps:
                faults.Add("steps", $"are {steps.GetArrayLength()}: at most {PlanLimits.Steps}; one step may hold many commands and paths");
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var step in steps.EnumerateArray()) StepReader.Read(step, $"steps[{at++}]", read, faults);
                break;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                faults.Add("steps", "are missing: list every tool you expect to use");
                return read;
            default:
                faults.Add("steps", "are not a list");
                return read;
        }
        if (read.Count == 0) faults.Add("steps", "are empty: list every tool you expect to use");
        if (read.Sum(step => step.Commands.Count + step.Paths.Count + step.Hosts.Count) > PlanLimits.Patterns)
            faults.Add("steps", $"hold more than {PlanLimits.Patterns} commands, paths and hosts together");
        return read;
    }

    private static string Goal(JsonElement owner) =>
        LooseFields.TryFind(owner, GoalNames, out var goal, out _) && goal.ValueKind == JsonValueKind.String ? Prose(goal.GetString()!) : "";

    /// <summary>Text that decides nothing, trimmed and shortened.</summary>
    public static string Prose(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length <= PlanLimits.Prose) return trimmed.ToString();
        var end = PlanLimits.Prose - 1;
        if (char.IsHighSurrogate(trimmed[end - 1])) end--;
        return string.Concat(trimmed[..end], "…");
    }
}

/// <summary>Collects faults, the first few in full: a model mends what it is shown.</summary>
internal sealed class PlanFaults
{
    private const int Shown = 8;
    private readonly List<PlanFault> _list = [];

    public IReadOnlyList<PlanFault> List => _list;

    public void Add(string path, string message)
    {
        if (_list.Count < Shown) _list.Add(new PlanFault(path, message));
    }
}
