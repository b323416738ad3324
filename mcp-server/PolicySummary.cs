using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>The policy in force, for reading.</summary>
internal static class PolicySummary
{
    private const int Limit = 8 * 1024 * 1024;

    public static ToolAnswer Read(DataDirectory data, string? id)
    {
        if (id is not null) return new ToolAnswer($"Policy rule not found: {Sanitize.ForTerminal(id)}", IsError: true);
        var own = AtomicFile.Read(data.PolicyFile, Limit) is not null;
        return new ToolAnswer(
            "Built-in policy: commands are judged by what they would do; what destroys data, evades the guard or cannot be read is denied."
            + (own ? " The person's own rules come on top." : ""),
            json => json.WriteBoolean("userPolicy", own));
    }
}
