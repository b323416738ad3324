using System.Buffers;
using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>
/// The normal form as JSON: what state and record keep. Written and read by hand, since it is read before every tool call.
/// </summary>
internal static class PlanJson
{
    /// <summary>The plan as JSON text.</summary>
    public static byte[] Write(Plan plan)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer)) Write(json, plan);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the plan as one JSON value.</summary>
    public static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WriteString("goal", plan.Goal);
        json.WriteStartArray("steps");
        foreach (var step in plan.Steps) Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one step. Also the leaf of the plan's root, once made canonical.</summary>
    public static void Write(Utf8JsonWriter json, PlanStep step)
    {
        json.WriteStartObject();
        json.WriteString("action", step.Action);
        if (step.Description.Length > 0) json.WriteString("description", step.Description);
        if (step.Inputs is { } inputs)
        {
            json.WriteStartObject("metadata");
            json.WritePropertyName("inputs");
            inputs.WriteTo(json);
            json.WriteEndObject();
        }
        Write(json, "commands", step.Commands);
        Write(json, "paths", step.Paths);
        Write(json, "hosts", step.Hosts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Reads a plan that <see cref="Write(Plan)"/> wrote; null where it is anything else.</summary>
    public static Plan? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Read(JsonDocument.Parse(json).RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a plan in normal form; null where it is anything else. The plan keeps hold of the element's document.</summary>
    public static Plan? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        string? goal = null;
        List<PlanStep>? steps = null;
        foreach (var field in json.EnumerateObject())
        {
            if (field.NameEquals("goal"u8) && field.Value.ValueKind == JsonValueKind.String) goal = field.Value.GetString();
            else if (field.NameEquals("steps"u8) && field.Value.ValueKind == JsonValueKind.Array) steps = ReadSteps(field.Value);
            else return null;
        }
        return goal is null || steps is null ? null : new Plan(goal, steps);
    }

    private static List<PlanStep>? ReadSteps(JsonElement array)
    {
        var count = array.GetArrayLength();
        if (count > PlanLimits.Steps) return null;
        var steps = new List<PlanStep>(count);
        foreach (var item in array.EnumerateArray())
        {
            if (ReadStep(item) is not { } step) return null;
            steps.Add(step);
        }
        return steps;
    }

    private static PlanStep? ReadStep(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        string? action = null, description = "";
        JsonElement? inputs = null;
        IReadOnlyList<string>? commands = [], paths = [], hosts = [];
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            if (field.NameEquals("action"u8) && value.ValueKind == JsonValueKind.String) action = value.GetString();
            else if (field.NameEquals("description"u8) && value.ValueKind == JsonValueKind.String) description = value.GetString();
            else if (field.NameEquals("metadata"u8) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("inputs"u8, out var declared)
                && declared.ValueKind == JsonValueKind.Object) inputs = declared;
            else if (field.NameEquals("commands"u8)) commands = ReadTexts(value);
            else if (field.NameEquals("paths"u8)) paths = ReadTexts(value);
            else if (field.NameEquals("hosts"u8)) hosts = ReadTexts(value);
            else return null;
        }
        if (action is null || commands is null || paths is null || hosts is null) return null;
        return new PlanStep { Action = action, Description = description!, Inputs = inputs, Commands = commands, Paths = paths, Hosts = hosts };
    }

    private static string[]? ReadTexts(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array) return null;
        var texts = new string[array.GetArrayLength()];
        var at = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) return null;
            texts[at++] = item.GetString()!;
        }
        return texts;
    }
}
