using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>Lets the model propose a change of policy. It is staged and waits for the person; nothing here applies it.</summary>
internal sealed class PolicyUpdateTool(DataDirectory data) : SallyportTool(Definition())
{
    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (origin.SessionId is not { } session)
            return new ToolAnswer("The client did not say which session this is, so nothing was staged. The person can change policy by typing: policy new: …",
            IsError: true);
        var (text, id) = ModelProposals.Propose(ServerPolicy.Model(data, session), arguments);
        return new ToolAnswer(text, json =>
        {
            json.WriteBoolean("staged", id is not null);
            if (id is not null) json.WriteString("id", id);
            json.WriteBoolean("applied", false);
        }, IsError: id is null);
    }

    private static Tool Definition() => new()
    {
        Name = "policy_update",
        Title = "Propose a policy change",
        Description = "Propose a change of the person's Sallyport policy. Nothing changes until the person agrees. Give 'text' such as 'new: deny Bash for payment data', 'update ID: ask Bash', 'delete ID', or 'update' with rules as JSON.",
        InputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "text": { "type": "string", "description": "One change in words." },
                "update": {
                  "type": "object",
                  "properties": {
                    "reason": { "type": "string" },
                    "mode": { "enum": ["merge", "replace"] },
                    "rules": { "type": "array", "items": { "type": "object" } }
                  },
                  "required": ["rules"],
                  "additionalProperties": false
                }
              },
              "additionalProperties": false
            }
            """),
        Annotations = new() { Title = "Propose a policy change", ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
