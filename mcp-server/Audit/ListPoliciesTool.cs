using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Configuration;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Lists the policies in force: the built-in packs and each layer that people wrote.</summary>
internal sealed class ListPoliciesTool(DataDirectory data) : SallyportTool(Definition())
{
    private const int MostRules = 200;

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        var settings = SettingsReader.Read(data, managedStart: false);
        var policy = ServerPolicy.Load(data);
        return new ToolAnswer($"{RulePacks.All.Length} built-in packs, and {policy.Set.Layers.Count} layers of people's own; the strictest verdict stands.", json =>
        {
            json.WriteString("mode", settings.Enforce ? "enforce" : "monitor");
            json.WriteStartObject("builtIn");
            foreach (var pack in RulePacks.All)
                if (pack.Length > 0) json.WriteNumber(pack[0].Pack, pack.Length);
            json.WriteEndObject();
            LayerList.Write(json, policy, document =>
            {
                json.WriteStartObject("rules");
                foreach (var rule in document.Rules.Take(MostRules)) json.WriteString(Sanitize.ForTerminal(rule.Id), rule.Action.Word());
                json.WriteEndObject();
            });
        });
    }

    private static Tool Definition() => new()
    {
        Name = "list_policies",
        Title = "List policies",
        Description = "List the policies in force: built-in packs, and the rules of each layer that people wrote. policy_read shows one rule whole. Reading changes nothing.",
        InputSchema = Schema("""{ "type": "object", "properties": {}, "additionalProperties": false }"""),
        Annotations = new() { Title = "List policies", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
