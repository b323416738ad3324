using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Says what each step made of a call of this session.</summary>
internal sealed class ExplainDecisionTool(DataDirectory data) : SallyportTool(Definition())
{
    private const int MostWords = 500;

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (origin.SessionId is not { } session) return new ToolAnswer(RecordTools.NoSession, IsError: true);
        var id = RecordTools.Text(arguments, "tool_use_id");
        var row = RecordTools.Number(arguments, "row", -1, long.MaxValue);
        if (id is null && row < 0) return new ToolAnswer("Name the decision: 'row' or 'tool_use_id', as search_audit_events shows them.", IsError: true);
        JsonElement found = default;
        RecordReader.Read(new AuditFiles(data), new RecordFilter { Session = session, Sequence = row >= 0 ? row : null }, (one, line) =>
        {
            if (id is not null && RowText.Member(one, "toolUseId") != id) return true;
            if (!one.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array) return true;
            found = one.Clone();
            return true; // the last word on a call stands: an error behind a decision is one
        });
        if (found.ValueKind == JsonValueKind.Undefined) return new ToolAnswer("This session has no such decision on the record.", IsError: true);
        return new ToolAnswer($"{RowText.Member(found, "tool")}: {RowText.Member(found, "verdict")}.", json =>
        {
            json.WriteNumber("row", found.GetProperty("seq").GetInt64());
            json.WriteString("verdict", RowText.Member(found, "verdict"));
            json.WriteString("mode", RowText.Member(found, "mode"));
            json.WriteString("what", RowText.Cut(RowText.Subject(found), MostWords));
            json.WriteStartArray("steps");
            foreach (var step in found.GetProperty("steps").EnumerateArray())
            {
                json.WriteStartObject();
                foreach (var name in (ReadOnlySpan<string>)["step", "verdict", "rule", "reason", "suggest"])
                    if (RowText.Member(step, name) is { Length: > 0 } value) json.WriteString(name, RowText.Cut(value, MostWords));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static Tool Definition() => new()
    {
        Name = "explain_decision",
        Title = "Explain a decision",
        Description = "Show what each step of Sallyport said about a tool call of this session: why it was refused, and what would pass. Reading changes nothing.",
        InputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "row": { "type": "integer", "minimum": 0, "description": "The decision's row." },
                "tool_use_id": { "type": "string", "description": "The call's id." }
              },
              "additionalProperties": false
            }
            """),
        Annotations = new() { Title = "Explain a decision", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
