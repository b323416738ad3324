using System.Text;

namespace Sallyport.Plans;

/// <summary>What a new plan changes against the one before it.</summary>
/// <param name="Added">Steps that allow something the old plan did not.</param>
/// <param name="Removed">Old steps that allowed something the new plan does not.</param>
internal sealed record PlanChange(IReadOnlyList<PlanStep> Added, IReadOnlyList<PlanStep> Removed)
{
    /// <summary>True where something is allowed now that was not: an amendment.</summary>
    public bool Widens => Added.Count > 0;

    /// <summary>Compares two plans; without an old one everything is added.</summary>
    public static PlanChange Between(Plan? old, Plan now)
    {
        var before = old is null ? [] : StepGrant.Of(old);
        var after = StepGrant.Of(now);
        return new PlanChange(Outside(after, before), Outside(before, after));
    }

    private static List<PlanStep> Outside(List<StepGrant> grants, List<StepGrant> within)
    {
        var outside = new List<PlanStep>();
        foreach (var grant in grants)
            if (!within.Exists(wider => wider.Covers(grant)) && !outside.Exists(step => ReferenceEquals(step, grant.Step))) outside.Add(grant.Step);
        return outside;
    }

    /// <summary>One line for the person: what was added and taken away.</summary>
    public string Summary => Summarize();

    private string Summarize()
    {
        var text = new StringBuilder();
        Append(text, "+", Added);
        Append(text, "-", Removed);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string sign, IReadOnlyList<PlanStep> steps)
    {
        for (var i = 0; i < steps.Count && i < 6; i++) text.Append(text.Length > 0 ? "; " : "").Append(sign).Append(' ').Append(PlanMessages.Show(steps[i]));
        if (steps.Count > 6) text.Append($"; {sign} {steps.Count - 6} more");
    }
}
