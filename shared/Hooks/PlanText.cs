using System.Text;
using Sallyport.Plans;

namespace Sallyport.Hooks;

/// <summary>A plan for people to read.</summary>
internal static class PlanText
{
    /// <summary>The goal, and a line a step. What a model wrote is made harmless for a terminal.</summary>
    public static string Of(Plan plan)
    {
        var text = new StringBuilder("Goal: ").Append(Sanitize.ForTerminal(plan.Goal));
        for (var i = 0; i < plan.Steps.Count; i++)
            text.Append('\n').Append(i + 1).Append(". ").Append(PlanMessages.Show(plan.Steps[i]));
        return text.ToString();
    }
}
