using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Finds events of this session in the record.</summary>
internal sealed class SearchAuditEventsTool(DataDirectory data) : SallyportTool(Definition())
{
    private const int Usual = 20;
    private const int Most = 50;

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (origin.SessionId is not { } session) return new ToolAnswer(RecordTools.NoSession, IsError: true);
        var limit = (int)RecordTools.Number(arguments, "limit", Usual, Most);
        if (RecordTime.Parse(RecordTools.Text(arguments, "since"), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), out var since) is { } wrong) return new ToolAnswer(wrong, IsError: true);
        var filter = new RecordFilter
        {
            Session = session,
            Since = since,
            Tool = RecordTools.Text(arguments, "tool"),
            Verdict = RecordTools.Text(arguments, "verdict"),
            Rule = RecordTools.Text(arguments, "rule"),
            Kind = RecordTools.Text(arguments, "kind"),
            Text = RecordTools.Text(arguments, "text"),
        };
        var rows = new Queue<JsonElement>();
        var all = 0;
        RecordReader.Read(new AuditFiles(data), filter, (row, _) =>
        {
            if (row.TryGetProperty("kind", out var kind) && kind.ValueEquals("part")) return true;
            all++;
            rows.Enqueue(row.Clone());
            if (rows.Count > limit) rows.Dequeue();
            return true;
        });
        return new ToolAnswer(all == 0 ? "No event of this session matches." : $"{all} events of this session match; the last {rows.Count} are shown.", json =>
        {
            json.WriteNumber("matches", all);
            json.WriteStartArray("events");
            foreach (var row in rows) RecordTools.Write(json, row);
            json.WriteEndArray();
        });
    }

    private static Tool Definition() => new()
    {
        Name = "search_audit_events",
        Title = "Search the record",
        Description = "Search what Sallyport recorded of this session: decisions, results, prompts. All filters must match. Reading changes nothing.",
        InputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "tool": { "type": "string", "description": "Bash, apply_patch, mcp__server__tool" },
                "verdict": { "enum": ["allow", "warn", "ask", "deny", "redact"] },
                "rule": { "type": "string", "description": "A rule's id, or the beginning of one with a * behind it." },
                "kind": { "type": "string", "description": "decision, result, prompt, plan, permission, approval, stop, error, note" },
                "text": { "type": "string" },
                "since": { "type": "string", "description": "2026-11-21T09:30, 30m, 2h or 1d" },
                "limit": { "type": "integer", "minimum": 1, "maximum": 50 }
              },
              "additionalProperties": false
            }
            """),
        Annotations = new() { Title = "Search the record", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
