using System.Text.Json;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Changes;

/// <summary>What came of an edit.</summary>
/// <param name="Document">The policy as it would be; null where the edit cannot be made.</param>
/// <param name="Problem">Why it cannot.</param>
internal readonly record struct EditResult(PolicyDocument? Document, string? Problem)
{
    public static implicit operator EditResult(PolicyDocument document) => new(document, null);

    public static EditResult Fail(string problem) => new(null, problem);
}

/// <summary>Edits of a policy. Each gives a new policy, checked as strictly as a file is; none touches the old one.</summary>
internal static class PolicyEdit
{
    /// <summary>Puts rules in front of all others: the first rule that matches decides, and what a person adds last is what they mean now.</summary>
    public static EditResult Add(PolicyDocument policy, IReadOnlyList<JsonElement> rules)
    {
        var added = new List<PolicyRule>();
        foreach (var json in rules)
        {
            var read = Read(json, out var problem);
            if (read is null) return EditResult.Fail(problem);
            if (policy.Find(read.Id) is not null || added.Exists(rule => rule.Id == read.Id))
                return EditResult.Fail($"There is a rule '{read.Id}' already. Change it with: policy update {read.Id}: …");
            added.Add(read);
        }
        if (policy.Rules.Count + added.Count > PolicyReader.MostRules) return EditResult.Fail($"A policy holds {PolicyReader.MostRules} rules at most.");
        return policy with { Rules = [.. added, .. policy.Rules], RulesRoot = null };
    }

    /// <summary>Puts a rule in the place of the one with its id.</summary>
    public static EditResult Replace(PolicyDocument policy, JsonElement json)
    {
        var read = Read(json, out var problem);
        if (read is null) return EditResult.Fail(problem);
        return policy.Find(read.Id) is null ? Missing(read.Id) : policy with { Rules = [.. policy.Rules.Select(rule => rule.Id == read.Id ? read : rule)], RulesRoot = null };
    }

    /// <summary>Takes a rule out.</summary>
    public static EditResult Remove(PolicyDocument policy, string id) =>
        policy.Find(id) is null ? Missing(id) : policy with { Rules = [.. policy.Rules.Where(rule => rule.Id != id)], RulesRoot = null };

    /// <summary>Moves a rule to a place, counted from 1; beyond the end is the end.</summary>
    public static EditResult Move(PolicyDocument policy, string id, int position)
    {
        if (policy.Find(id) is not { } moved) return Missing(id);
        if (position < 1) return EditResult.Fail("Places are counted from 1.");
        var rules = policy.Rules.Where(rule => rule.Id != id).ToList();
        rules.Insert(Math.Min(position - 1, rules.Count), moved);
        return policy with { Rules = rules, RulesRoot = null };
    }

    /// <summary>What happens to calls that no rule speaks of.</summary>
    public static EditResult Default(PolicyDocument policy, Verdict action) => policy with { Default = action };

    /// <summary>No rules, nothing changed of what is built in, everything else allowed.</summary>
    public static EditResult Reset(PolicyDocument policy) =>
        policy with { Rules = [], RulesRoot = null, Default = Verdict.Allow, Detection = null, BuiltIn = new Dictionary<string, Verdict>() };

    /// <summary>Another policy's rules and default in place of these; what was set of the built-in rules stays.</summary>
    public static EditResult Take(PolicyDocument policy, PolicyDocument other) =>
        policy with { Rules = other.Rules, RulesRoot = null, Default = other.Default };

    /// <summary>The action of a built-in rule or pack; null for the one it comes with.</summary>
    public static EditResult BuiltIn(PolicyDocument policy, string id, Verdict? action)
    {
        if (BuiltInIds.IsFixed(id)) return EditResult.Fail("Nothing switches self-protection off.");
        if (!BuiltInIds.Knows(id)) return EditResult.Fail($"There is no built-in pack or rule '{Sanitize.ForTerminal(FaultList.Short(id))}'. 'sallyport policy built-in' lists them.");
        var actions = new Dictionary<string, Verdict>(policy.BuiltIn);
        if (action is { } set) actions[id] = set;
        else if (!actions.Remove(id)) return EditResult.Fail($"The action of '{id}' is the one it comes with.");
        return policy with { BuiltIn = actions };
    }

    /// <summary>A name no rule has: <c>policy1</c>, <c>policy2</c> …</summary>
    public static string FreeId(PolicyDocument policy, string stem, int taken = 0)
    {
        var most = 0;
        foreach (var rule in policy.Rules)
            if (rule.Id.StartsWith(stem, StringComparison.Ordinal) && int.TryParse(rule.Id.AsSpan(stem.Length), out var number)) most = Math.Max(most, number);
        return $"{stem}{most + 1 + taken}";
    }

    private static EditResult Missing(string id) => EditResult.Fail($"There is no rule '{Sanitize.ForTerminal(FaultList.Short(id))}' in your policy. 'policy list' shows the rules.");

    private static PolicyRule? Read(JsonElement json, out string problem)
    {
        var faults = new FaultList("the rule");
        var rule = RuleReader.Read(json, "rule", faults);
        problem = rule is null ? string.Join(' ', faults.List.Take(3)) : "";
        return rule;
    }
}
