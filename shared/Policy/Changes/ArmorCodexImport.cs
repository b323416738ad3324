using System.Text.Json;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Changes;

/// <summary>What came of reading an ArmorCodex policy.</summary>
/// <param name="Rules">Its rules as Sallyport writes them.</param>
/// <param name="NotCarried">What could not be carried over, and why.</param>
/// <param name="Problem">Why nothing was read; null where something was.</param>
internal sealed record ImportResult(IReadOnlyList<JsonElement> Rules, IReadOnlyList<string> NotCarried, string? Problem);

/// <summary>
/// Reads policies of ArmorCodex. Its <c>require_approval</c> is our <c>ask</c>; conditions and operators have the same names. Nothing is
/// guessed: a rule that would mean something else here is left out, and said so.
/// </summary>
internal static class ArmorCodexImport
{
    /// <summary>Reads a file: <c>{"policy":{"rules":[…]}}</c> or <c>{"rules":[…]}</c>.</summary>
    public static ImportResult Read(JsonElement json)
    {
        var holder = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("policy", out var policy) ? policy : json;
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array)
            return new ImportResult([], [], "this is no ArmorCodex policy: it has no \"rules\"");
        var left = new List<string>();
        foreach (var field in json.EnumerateObject())
            if (field.Name is not ("policy" or "rules" or "version" or "updatedAt" or "updatedBy"))
                left.Add($"'{FaultList.Short(field.Name)}'{(field.Name == "history" ? ": its former versions" : "")}");
        if (json.TryGetProperty("policy", out _))
            foreach (var field in holder.EnumerateObject())
                if (field.Name != "rules") left.Add($"'policy.{FaultList.Short(field.Name)}'");
        var taken = new List<JsonElement>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var rule in rules.EnumerateArray())
        {
            at++;
            if (Carry(rule, at, ids, left) is { } carried) taken.Add(carried);
        }
        return new ImportResult(taken, left, null);
    }

    private static JsonElement? Carry(JsonElement rule, int at, HashSet<string> ids, List<string> left)
    {
        if (rule.ValueKind != JsonValueKind.Object) return Leave(left, $"rule {at}", "it is no object");
        var name = rule.TryGetProperty("id", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        var who = name.Length > 0 ? $"rule '{FaultList.Short(name)}'" : $"rule {at}";
        var id = RuleReader.IsId(name) && ids.Add(name) ? name : Fresh(ids, at);
        if (id != name) left.Add($"{who}: its id became '{id}'");
        if (!rule.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.String) return Leave(left, who, "it has no action");
        var does = action.GetString()!.Trim() switch { "allow" => "allow", "deny" => "deny", "require_approval" => "ask", _ => null };
        if (does is null) return Leave(left, who, $"its action '{FaultList.Short(action.GetString()!)}' is unknown");
        var fields = new List<(string Name, JsonElement Value)>();
        foreach (var field in rule.EnumerateObject())
        {
            switch (field.Name)
            {
                case "id" or "action": break;
                case "tool" or "params" or "anyParam": fields.Add((field.Name, field.Value)); break;
                case "dataClass" when field.Value.ValueKind == JsonValueKind.String: fields.Add((field.Name, field.Value)); break;
                case "reason" or "description" when field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() is { Length: > 0 and <= 500 }: fields.Add(("reason", field.Value)); break;
                // What lets pass beyond a plain allow is the person's own to write.
                case "escalate": left.Add($"{who}: 'escalate' is never imported"); break;
                default:
                    left.Add($"{who}: left out, because '{FaultList.Short(field.Name)}' is not known and it would mean something else without it");
                    return null;
            }
        }
        var carried = PolicyWriter.Element(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("action", does);
            foreach (var (key, value) in fields)
            {
                json.WritePropertyName(key);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        });
        var faults = new FaultList("rule");
        if (RuleReader.Read(carried, $"rules[{at - 1}]", faults) is not null) return carried;
        ids.Remove(id);
        return Leave(left, who, string.Join("; ", faults.List.Select(fault => $"{fault.Place} {fault.Message}".Trim())));
    }

    private static string Fresh(HashSet<string> ids, int at)
    {
        for (var number = at; ; number++)
            if (ids.Add($"imported{number}")) return $"imported{number}";
    }

    private static JsonElement? Leave(List<string> left, string who, string why)
    {
        left.Add($"{who}: left out, because {why}");
        return null;
    }
}
