using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.Shell;

namespace Sallyport.Replay;

/// <summary>A decision as it stands in the record, with all that it was derived from.</summary>
internal sealed record RecordedDecision
{
    /// <summary>Its row.</summary>
    public required long Sequence { get; init; }

    /// <summary>When.</summary>
    public required string Time { get; init; }

    /// <summary>The event, as far as the record keeps it.</summary>
    public required HookEvent Event { get; init; }

    /// <summary>The facts; null where the row has none that can be used.</summary>
    public required ObservedFacts? Facts { get; init; }

    /// <summary>What every step said then.</summary>
    public required IReadOnlyList<Judgement> Steps { get; init; }

    /// <summary>Which plan was in force.</summary>
    public required string? PlanRoot { get; init; }

    /// <summary>True where something in the input or the facts was masked, or was too long to be kept.</summary>
    public required bool Masked { get; init; }

    /// <summary>True where Codex was about to ask the person.</summary>
    public required bool Permission { get; init; }

    /// <summary>The strictest step, as it was then.</summary>
    public Judgement Deciding
    {
        get
        {
            var strictest = Judgement.Pass("gate");
            foreach (var step in Steps)
                if (!Permission || step.Step != ToolCallGate.PlanStep) strictest = Judgement.Strictest(strictest, step);
            return strictest;
        }
    }

    /// <summary>Reads a row; null where it is no decision on a tool call.</summary>
    public static RecordedDecision? Of(JsonElement row, LargeParts parts)
    {
        var kind = Text(row, "kind");
        if (kind is not ("decision" or "permission") || Text(row, "tool") is not { } tool) return null;
        var input = parts.Value(row, "input", out var inputCut);
        var facts = parts.Value(row, "facts", out var factsCut);
        if (input.ValueKind == JsonValueKind.Undefined && !inputCut) return null;
        return new RecordedDecision
        {
            Sequence = row.GetProperty("seq").GetInt64(),
            Time = Text(row, "time") ?? "",
            Event = new HookEvent
            {
                Name = kind == "permission" ? EventName.PermissionRequest : EventName.PreToolUse,
                SessionId = Text(row, "session") ?? "",
                Cwd = Text(row, "cwd") ?? "",
                TurnId = Text(row, "turn"),
                AgentId = Text(row, "agent"),
                AgentType = Text(row, "agentType"),
                PermissionMode = Text(row, "permissionMode"),
                ToolName = tool,
                ToolInput = input.ValueKind == JsonValueKind.Undefined ? default : input.Clone(),
                ToolUseId = Text(row, "toolUseId"),
            },
            Facts = facts.ValueKind == JsonValueKind.Object ? FactsJson.Read(facts) : null,
            Steps = ReadSteps(row),
            PlanRoot = Text(row, "planRoot"),
            Masked = inputCut || factsCut || (row.TryGetProperty("masked", out var masked) && masked.ValueKind == JsonValueKind.True),
            Permission = kind == "permission",
        };
    }

    private static List<Judgement> ReadSteps(JsonElement row)
    {
        var steps = new List<Judgement>();
        if (!row.TryGetProperty("steps", out var written) || written.ValueKind != JsonValueKind.Array) return steps;
        foreach (var step in written.EnumerateArray())
        {
            if (step.ValueKind != JsonValueKind.Object || !Verdicts.TryParse(Text(step, "verdict"), out var verdict)) continue;
            steps.Add(new Judgement(Text(step, "step") ?? "", verdict, Text(step, "rule"), Text(step, "reason") ?? "", Text(step, "suggest")));
        }
        return steps;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
