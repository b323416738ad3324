using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>Is this call of an MCP or other tool planned? What was declared of its input must be contained in it.</summary>
internal static class InputMatch
{
    public static PlanMatch Match(string tool, List<(int Index, PlanStep Step)> steps, JsonElement input, PlanMatchContext context)
    {
        var byName = -1;
        var nearest = (Index: steps[0].Index, Score: -1, Difference: "");
        foreach (var (index, step) in steps)
        {
            // A step for starting agents covers what follows it by name; its inputs are those of the start.
            var declared = step.Action == tool || step.Action.EndsWith('*') ? step.Inputs : null;
            var (difference, equal, compared) = Compare(tool, declared, input);
            difference ??= Outside(tool, step, input, context, ref compared);
            if (difference is null && compared) return new PlanMatch(PlanMatchKind.InPlan, tool, index);
            if (difference is null && byName < 0) byName = index;
            if (difference is not null && equal > nearest.Score) nearest = (index, equal, difference);
        }
        return byName >= 0
            ? new PlanMatch(PlanMatchKind.ByNameOnly, tool, byName)
            : new PlanMatch(PlanMatchKind.Mismatch, tool, nearest.Index, nearest.Difference);
    }

    /// <summary>The text of a field under its own name or one that is read as it; null where it is absent or no text.</summary>
    public static string? Text(string tool, JsonElement input, string name) =>
        Find(tool, input, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Nothing compared and nothing different means: only the name was compared.
    private static (string? Difference, int Equal, bool Compared) Compare(string tool, JsonElement? declared, JsonElement input)
    {
        if (declared is not { } inputs) return (null, 0, true);
        var (equal, present) = (0, 0);
        string? difference = null, missing = null;
        var subset = new InputSubset();
        foreach (var field in inputs.EnumerateObject())
        {
            if (!Find(tool, input, InputNames.Canonical(tool, field.Name), out var real)) missing ??= $"{PlanMessages.Quote(field.Name)} is planned but absent";
            else
            {
                present++;
                if (subset.Contains(real, field.Value)) equal++;
                else difference ??= $"{PlanMessages.Quote(field.Name)} differs";
            }
        }
        return present == 0 ? (null, 0, false) : (difference ?? missing, equal, true);
    }

    // Paths and hosts of a step are held against the fields that name such things.
    private static string? Outside(string tool, PlanStep step, JsonElement input, PlanMatchContext context, ref bool compared)
    {
        if ((step.Paths.Count == 0 && step.Hosts.Count == 0) || input.ValueKind != JsonValueKind.Object) return null;
        var scope = new StepScope(step, context.Facts);
        var found = false;
        foreach (var field in input.EnumerateObject())
        {
            foreach (var text in Texts(field.Value))
            {
                if (scope.LimitsPaths && NamesPath(tool, field.Name))
                {
                    found = true;
                    if (!scope.CoversPath(text)) return $"{PlanMessages.Quote(field.Name)} is outside the planned paths";
                }
                else if (scope.LimitsHosts && NamesHost(field.Name))
                {
                    found = true;
                    if (!scope.CoversHost(text)) return $"{PlanMessages.Quote(field.Name)} is not a planned host";
                }
            }
        }
        compared = found || (compared && step.Inputs is not null);
        return null;
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private static bool Find(string tool, JsonElement input, string canonical, out JsonElement value)
    {
        value = default;
        if (input.ValueKind != JsonValueKind.Object) return false;
        // The right name first: where both are there, it is the one the tool reads.
        if (input.TryGetProperty(canonical, out value)) return true;
        foreach (var field in input.EnumerateObject())
        {
            if (InputNames.Canonical(tool, field.Name) != canonical) continue;
            value = field.Value;
            return true;
        }
        return false;
    }

    private static bool NamesPath(string tool, string field) => InputNames.Canonical(tool, field) == "path"
        || field is "path" or "paths" or "file" or "files" or "file_path" or "filePath" or "filename" or "directory" or "dir" or "folder" or "source" or "destination";

    private static bool NamesHost(string field) => field is "url" or "urls" or "uri" or "host" or "hosts" or "hostname" or "endpoint" or "domain";
}
