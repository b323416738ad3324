using System.Text;

namespace Sallyport.Plans;

/// <summary>Something in a registration that is not a plan.</summary>
/// <param name="Path">Where: <c>steps[2].action</c>.</param>
/// <param name="Message">What is wrong, to be read after the path.</param>
internal readonly record struct PlanFault(string Path, string Message);

/// <summary>What came of reading a registration: a plan, or what is wrong with it.</summary>
/// <param name="Plan">The plan; null where there is a fault.</param>
/// <param name="Faults">The faults, the first few of them.</param>
internal sealed record PlanReading(Plan? Plan, IReadOnlyList<PlanFault> Faults)
{
    /// <summary>A registration that is right, shown to a model whose own was not.</summary>
    public const string Example =
        """{"goal":"Fix the failing date test","steps":[{"action":"Bash","description":"run the tests","commands":["npm test *","git status"]},{"action":"apply_patch","description":"fix it","paths":["src/**"]},{"action":"mcp__docs__search","description":"look up the API","metadata":{"inputs":{"query":"Date"}}}]}""";

    /// <summary>What is wrong, and a correct example, for the model; null where nothing is.</summary>
    public string? Problem => Plan is null ? Explain() : null;

    private string Explain()
    {
        var text = new StringBuilder("The plan was not registered.\n");
        foreach (var (path, message) in Faults) text.Append("- ").Append(Sanitize.ForTerminal(path)).Append(' ').Append(Sanitize.ForTerminal(message)).Append('\n');
        return text.Append("A correct call: ").Append(Example).ToString();
    }
}
