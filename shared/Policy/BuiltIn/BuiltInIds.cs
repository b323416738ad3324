namespace Sallyport.Policy.BuiltIn;

/// <summary>Names of built-in packs and rules, as policy files write them.</summary>
internal static class BuiltInIds
{
    /// <summary>True for what no policy changes: the guard's own protection.</summary>
    public static bool IsFixed(string id) => id is "guard" || id.StartsWith("guard.", StringComparison.Ordinal) || id.StartsWith("self-protection", StringComparison.Ordinal);

    /// <summary>True for the id of a pack or a rule.</summary>
    public static bool Knows(string id)
    {
        foreach (var pack in RulePacks.All)
            foreach (var rule in pack)
                if (rule.Id == id || rule.Pack == id) return true;
        return false;
    }

    /// <summary>The rules of that id or pack.</summary>
    public static IEnumerable<Rule> Of(string id) => RulePacks.All.SelectMany(pack => pack).Where(rule => rule.Id == id || rule.Pack == id);
}
