using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Counts what was decided in this session.</summary>
internal sealed class GetPolicyStatsTool(DataDirectory data) : SallyportTool(Definition())
{
    private const int Most = 20;

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (origin.SessionId is not { } session) return new ToolAnswer(RecordTools.NoSession, IsError: true);
        if (RecordTime.Parse(RecordTools.Text(arguments, "since"), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), out var since) is { } wrong) return new ToolAnswer(wrong, IsError: true);
        var summary = RecordSummary.Of(new AuditFiles(data), new RecordFilter { Session = session, Since = since });
        var decisions = summary.Verdicts.Values.Sum();
        return new ToolAnswer($"{decisions} decisions in this session: {string.Join(", ", summary.Verdicts.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Value} {Sanitize.ForTerminal(v.Key)}"))}.",
            json =>
        {
            json.WriteNumber("decisions", decisions);
            Counts(json, "verdicts", summary.Verdicts);
            Counts(json, "tools", summary.Tools);
            Counts(json, "rules", summary.Rules);
            Counts(json, "findings", summary.Findings);
            json.WriteNumber("medianMicroseconds", summary.Duration(0.5));
        });
    }

    private static void Counts(Utf8JsonWriter json, string name, Dictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Most)) json.WriteNumber(RowText.Cut(Sanitize.ForTerminal(key), 100), count);
        json.WriteEndObject();
    }

    private static Tool Definition() => new()
    {
        Name = "get_policy_stats",
        Title = "Count decisions",
        Description = "Count what Sallyport decided in this session, by verdict, tool and rule. Reading changes nothing.",
        InputSchema = Schema("""{ "type": "object", "properties": { "since": { "type": "string", "description": "2026-11-21T09:30, 30m, 2h or 1d" } }, "additionalProperties": false }"""),
        Annotations = new() { Title = "Count decisions", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
