using System.Text;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.PolicyStore;

/// <summary>The policy in force, in words.</summary>
internal static class PolicyReport
{
    private const int MostShown = 200;

    /// <summary>Every rule with its layer, in the order in which they are asked.</summary>
    public static string List(PolicyInForce policy)
    {
        var text = new StringBuilder($"Policy root {policy.Root}\n");
        if (policy.IsEmpty) text.Append("No rules of people's own: only the built-in policy decides. Begin with 'policy template balanced' or 'policy new: deny Bash for payment data'.\n");
        foreach (var layer in policy.Set.Layers) Layer(text, layer);
        if (policy.BuiltInActions is { } actions)
            foreach (var (id, action) in actions) text.Append($"built-in {id}: {action.Word()}\n");
        foreach (var note in policy.Notes) text.Append(note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The person's own policy as it is written.</summary>
    public static string View(UserPolicy own) =>
        own.Document is { } document ? Encoding.UTF8.GetString(PolicyWriter.Write(document)).TrimEnd('\n') : string.Join('\n', own.Faults);

    /// <summary>One rule, of whichever layers have it.</summary>
    public static string Get(PolicyInForce policy, string id)
    {
        var found = policy.Set.Layers.Select(layer => (Layer: layer, Rule: layer.Document?.Find(id))).Where(pair => pair.Rule is not null).ToList();
        if (found.Count > 0) return string.Join('\n', found.Select(pair => $"{pair.Layer.Name}: {RuleText.Of(pair.Rule!)}\n{RuleText.Compact(pair.Rule!.Source)}"));
        var builtIn = BuiltInIds.Of(id).ToList();
        return builtIn.Count == 0 ? $"There is no rule '{Sanitize.ForTerminal(id)}'. 'policy list' shows the rules."
            : string.Join('\n', builtIn.Select(rule => $"built-in {rule.Id}: {Action(policy, rule).Word()}. {rule.Reason}"));
    }

    /// <summary>Every built-in rule and what it does here.</summary>
    public static string BuiltIn(PolicyInForce policy) =>
        string.Join('\n', RulePacks.All.SelectMany(pack => pack).Where(rule => !BuiltInIds.IsFixed(rule.Id))
            .Select(rule => $"{rule.Id,-34} {Action(policy, rule).Word(),-5} {(Action(policy, rule) == rule.Action ? "" : $"(comes as {rule.Action.Word()}) ")}{rule.Reason}"));

    /// <summary>The rules for MCP servers.</summary>
    public static string Mcp(PolicyInForce policy)
    {
        var lines = policy.Set.Layers.SelectMany(layer => (layer.Document?.Rules ?? []).Where(rule => rule.When.Tools.Any(tool => tool.StartsWith("mcp__",
            StringComparison.Ordinal))).Select(rule => $"{layer.Name}: {RuleText.Of(rule)}")).ToList();
        return lines.Count == 0 ? "No rules for MCP servers. Add one with: policy mcp approve|ask|deny SERVER" : string.Join('\n', lines);
    }

    private static Verdict Action(PolicyInForce policy, Rule rule) =>
        policy.BuiltInActions is { } actions && (actions.TryGetValue(rule.Id, out var action) || actions.TryGetValue(rule.Pack, out action)) ? action : rule.Action;

    private static void Layer(StringBuilder text, PolicyLayer layer)
    {
        if (layer.Document is not { } document)
        {
            text.Append($"{layer.Name}: BROKEN, every call is denied until it is mended\n");
            foreach (var fault in layer.Faults) text.Append("  ").Append(fault).Append('\n');
            return;
        }
        text.Append($"{layer.Name}: version {document.Version}, default {document.Default.Word()}, {document.Rules.Count} rules\n");
        for (var i = 0; i < document.Rules.Count && i < MostShown; i++) text.Append($"  {i + 1,3}. {RuleText.Of(document.Rules[i])}\n");
        if (document.Rules.Count > MostShown) text.Append($"  … and {document.Rules.Count - MostShown} more\n");
    }
}
