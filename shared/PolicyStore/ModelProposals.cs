using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Policy.Words;

namespace Sallyport.PolicyStore;

/// <summary>
/// What the model may do with <c>policy_update</c>: propose. The server stages the proposal; the hook that sees its answer shows it to the
/// person. The same words again are the same proposal.
/// </summary>
internal static class ModelProposals
{
    private const int MostRules = 200;

    /// <summary>Stages the proposal, or finds the one of the same words that waits already.</summary>
    /// <param name="actor">The model in its session.</param>
    /// <param name="arguments">The tool's arguments.</param>
    /// <returns>What to tell, and the staged change's id; null where nothing was staged.</returns>
    public static (string Text, string? Id) Propose(PolicyActor actor, JsonElement arguments)
    {
        var request = Convert.ToHexStringLower(Sha256.Hash(CanonicalJson.Canonicalize(arguments)));
        var changes = new PolicyChanges(actor) { Request = request };
        if (StagedChange.All(actor.Data, actor.Now).Find(change => change.Request == request && change.Session == actor.Session && change.ByModel) is { } known)
            return (changes.Describe(known), known.Id);
        var text = arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty("update", out var update) ? Update(actor, changes, update)
            : arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty("text", out var words) && words.ValueKind == JsonValueKind.String ? Words(actor, changes, words.GetString()!)
            : "Say what to change: \"text\" in words, such as \"new: deny Bash for payment data\", or \"update\" with rules.";
        return (text, changes.LastId);
    }

    private static string Words(PolicyActor actor, PolicyChanges changes, string text)
    {
        if (text.Length > PolicyCommandReader.MostCharacters) return "That is too long; nothing was changed.";
        var reading = PolicyCommandReader.Line(text);
        return reading.Command is { } command ? new PolicyDesk(actor, changes).Do(command) : reading.Problem!;
    }

    private static string Update(PolicyActor actor, PolicyChanges changes, JsonElement update)
    {
        if (update.ValueKind != JsonValueKind.Object || !update.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array || rules.GetArrayLength() > MostRules)
            return $"\"update\" is {{\"reason\": \"…\", \"mode\": \"merge\" or \"replace\", \"rules\": [at most {MostRules}]}}; nothing was changed.";
        foreach (var field in update.EnumerateObject())
            if (field.Name is not ("reason" or "mode" or "rules")) return $"\"update\" has no '{Sanitize.ForTerminal(FaultList.Short(field.Name))}'; nothing was changed.";
        var mode = update.TryGetProperty("mode", out var named) ? named.ValueKind == JsonValueKind.String ? named.GetString() : "" : "merge";
        if (mode is not ("merge" or "replace")) return "\"mode\" is merge or replace; nothing was changed.";
        var reason = update.TryGetProperty("reason", out var why) && why.ValueKind == JsonValueKind.String ? why.GetString()! : "rules";
        return changes.Stage($"{mode}: {reason}", policy => Merge(policy, [.. rules.EnumerateArray()], replace: mode == "replace"));
    }

    private static EditResult Merge(PolicyDocument policy, IReadOnlyList<JsonElement> rules, bool replace)
    {
        EditResult result = replace ? policy with { Rules = [], RulesRoot = null } : policy;
        var added = new List<JsonElement>();
        foreach (var rule in rules)
        {
            var known = rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && result.Document!.Find(id.GetString()!) is not null;
            if (!known) added.Add(rule);
            else if ((result = PolicyEdit.Replace(result.Document!, rule)).Document is null) return result;
        }
        return PolicyEdit.Add(result.Document!, added);
    }
}
