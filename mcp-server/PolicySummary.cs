using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>The policy in force, for reading.</summary>
internal static class PolicySummary
{
    private const int MostShown = 100;

    /// <summary>All of it, or one rule.</summary>
    public static ToolAnswer Read(DataDirectory data, string? id)
    {
        var policy = ServerPolicy.Load(data);
        if (id is not null)
        {
            var found = policy.Set.Layers.Any(layer => layer.Document?.Find(id) is not null) || Policy.BuiltIn.BuiltInIds.Of(id).Any();
            return new ToolAnswer(found ? PolicyReport.Get(policy, id) : $"Policy rule not found: {Sanitize.ForTerminal(id)}", IsError: !found);
        }
        var text = "Built-in policy: commands are judged by what they would do; what destroys data, evades the guard or cannot be read is denied."
            + (policy.IsEmpty ? " Nobody added rules of their own." : $" Rules of people's own come on top; the strictest verdict stands.\n{PolicyReport.List(policy)}");
        return new ToolAnswer(text, json =>
        {
            json.WriteBoolean("userPolicy", !policy.IsEmpty);
            LayerList.Write(json, policy, document =>
            {
                json.WriteStartArray("rules");
                foreach (var rule in document.Rules.Take(MostShown)) rule.Source.WriteTo(json);
                json.WriteEndArray();
            });
        });
    }
}
