using Sallyport.Policy.BuiltIn;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>
/// The actions that people gave built-in packs and rules: the administrator's, then the person's where the administrator neither set nor
/// locked them. A repository changes none: its policy came with the code.
/// </summary>
internal static class BuiltInActions
{
    /// <summary>Actions by rule or pack id, as <see cref="BuiltInPolicy"/> takes them; null where nobody changed any.</summary>
    /// <param name="layers">The layers, highest first.</param>
    /// <param name="onlyTighten">True where the person's may only be stricter than what is built in.</param>
    public static IReadOnlyDictionary<string, Verdict>? Of(IReadOnlyList<PolicyLayer> layers, bool onlyTighten)
    {
        Dictionary<string, Verdict>? actions = null;
        PolicyDocument? managed = null;
        foreach (var layer in layers)
        {
            if (layer.Name == PolicyLayer.Repository || layer.Document is not { } document) continue;
            if (layer.Name == PolicyLayer.Managed) managed = document;
            foreach (var (id, action) in document.BuiltIn)
            {
                actions ??= new Dictionary<string, Verdict>(StringComparer.Ordinal);
                if (layer.Name == PolicyLayer.Managed) actions[id] = action;
                else AddOwn(actions, id, action, managed, onlyTighten);
            }
        }
        return actions;
    }

    private static void AddOwn(Dictionary<string, Verdict> actions, string id, Verdict action, PolicyDocument? managed, bool onlyTighten)
    {
        // Rule by rule: of a pack, the administrator may have set or locked a part.
        foreach (var rule in BuiltInIds.Of(id))
        {
            if (BuiltInIds.IsFixed(rule.Id) || (managed is not null && (Says(managed.BuiltIn.Keys, rule) || Says(managed.Locked, rule)))) continue;
            if (onlyTighten && action < rule.Action) continue;
            // The person's own word for a rule counts before their word for its pack, whichever stands first.
            if (id == rule.Id) actions[rule.Id] = action;
            else actions.TryAdd(rule.Id, action);
        }
    }

    private static bool Says(IEnumerable<string> ids, Rule rule)
    {
        foreach (var id in ids)
            if (id == "*" || id == rule.Id || id == rule.Pack) return true;
        return false;
    }
}
