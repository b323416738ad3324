using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>Tells the model which plan holds.</summary>
internal sealed class PlanStatusTool(DataDirectory data) : SallyportTool(Definition())
{
    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (origin.SessionId is not { } session) return new ToolAnswer("The client did not say which session this is, so its plan is not known here.", IsError: true);
        if (SessionPlans.Of(data, session) is not { } bound) return new ToolAnswer($"No plan is registered for this session. {PlanMessages.Missing}", json => json.WriteBoolean("registered", false));
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var message = bound.IsExpired(now) ? PlanMessages.Expired : $"A plan of {bound.Plan.Steps.Count} steps holds{Until(bound, now)}.";
        return new ToolAnswer(message, json =>
        {
            json.WriteBoolean("registered", true);
            json.WriteBoolean("expired", bound.IsExpired(now));
            if (bound.ExpiresAt is { } end) json.WriteString("expiresAt", DateTimeOffset.FromUnixTimeMilliseconds(end));
            json.WriteNumber("amendments", bound.Amendments);
            json.WriteString("root", bound.Root);
            json.WritePropertyName("plan");
            PlanJson.Write(json, bound.Plan);
        });
    }

    private static string Until(SessionPlan bound, long now) => bound.ExpiresAt is { } end ? $" for another {(end - now) / 1000} seconds" : "";

    private static Tool Definition() => new()
    {
        Name = "plan_status",
        Title = "Plan status",
        Description = "Show the intent plan registered for this session, and until when it holds.",
        InputSchema = Schema("""{ "type": "object", "properties": {}, "additionalProperties": false }"""),
        Annotations = new() { Title = "Plan status", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
