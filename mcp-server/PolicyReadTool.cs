using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>Tells the model which policy holds, so that it need not find out by being refused.</summary>
internal sealed class PolicyReadTool(DataDirectory data) : SallyportTool(Definition())
{
    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin) =>
        PolicySummary.Read(data, arguments.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null);

    private static Tool Definition() => new()
    {
        Name = "policy_read",
        Title = "Read policy",
        Description = "Read the Sallyport policy in force: which tool calls are denied, which need the person's approval. Give an id to read one rule. Reading changes nothing.",
        InputSchema = Schema("""{ "type": "object", "properties": { "id": { "type": "string", "description": "A rule's id." } }, "additionalProperties": false }"""),
        Annotations = new() { Title = "Read policy", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
