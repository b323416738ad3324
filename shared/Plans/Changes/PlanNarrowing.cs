namespace Sallyport.Plans;

/// <summary>Whether one plan stays within another: what a subagent may do by itself, and what needs no new approval.</summary>
internal static class PlanNarrowing
{
    /// <summary>True where every permission of <paramref name="child"/> lies within one of <paramref name="root"/>. Where that is not plain to see: false.</summary>
    public static bool IsWithin(Plan child, Plan root)
    {
        var allowed = StepGrant.Of(root);
        return StepGrant.Of(child).TrueForAll(grant => allowed.Exists(wider => wider.Covers(grant)));
    }
}
