using System.Buffers;
using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Guards.Settings;
using Sallyport.Hooks;
using Sallyport.Plans;

namespace Sallyport.Guards.ArmorIq;

/// <summary>A plan as ArmorIQ takes it. Everything in it is masked.</summary>
internal static class ArmorIqPlan
{
    /// <summary>The plan as JSON.</summary>
    public static JsonElement Of(Plan plan, string mcp, IReadOnlyList<UserRule>? rules = null)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("steps");
            foreach (var step in plan.Steps) Write(json, step, mcp, rules);
            json.WriteEndArray();
            json.WriteStartObject("metadata");
            json.WriteString("goal", Text(plan.Goal, rules));
            json.WriteString("source", "codex-registered");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Asks for a token for a plan.</summary>
    public static byte[] Request(GuardSettings settings, JsonElement plan, string session)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("user_id", settings.Text(GuardTable.ArmorIqUser));
            json.WriteString("agent_id", settings.Text(GuardTable.ArmorIqAgent));
            json.WriteString("context_id", settings.Text(GuardTable.ArmorIqContext));
            json.WritePropertyName("plan");
            plan.WriteTo(json);
            json.WriteStartObject("policy");
            json.WriteStartArray("rules");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteNumber("expires_in", settings.Number(GuardTable.ArmorIqValidity));
            // What a service at its own address (guards.armoriq.tokenUrl) calls the same.
            json.WriteString("session_id", session);
            json.WriteNumber("validitySeconds", settings.Number(GuardTable.ArmorIqValidity));
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PlanStep step, string mcp, IReadOnlyList<UserRule>? rules)
    {
        json.WriteStartObject();
        json.WriteString("action", step.Action);
        json.WriteString("tool", step.Action);
        json.WriteString("mcp", mcp);
        json.WriteString("description", Text(step.Description, rules));
        json.WriteStartObject("metadata");
        if (step.Inputs is { } inputs)
        {
            json.WritePropertyName("inputs");
            json.WriteRawValue(MaskedJson.Of(inputs, rules));
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Text(string text, IReadOnlyList<UserRule>? rules) => WellFormed.Of(MaskedJson.Text(text, rules));
}
