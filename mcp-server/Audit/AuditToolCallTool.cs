using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Audit;
using Sallyport.Configuration;
using Sallyport.Hooks;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Puts a note of the agent's on the record, marked as the agent's own: it proves what it said, not what happened.</summary>
internal sealed class AuditToolCallTool(DataDirectory data) : SallyportTool(Definition())
{
    private const int MostWords = 4000;

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (RecordTools.Text(arguments, "note") is not { } note) return new ToolAnswer("Say what to note: 'note'.", IsError: true);
        if (note.Length > MostWords) return new ToolAnswer($"A note holds at most {MostWords} characters.", IsError: true);
        var settings = SettingsReader.Read(data, managedStart: false);
        if (!settings.AuditEnabled) return new ToolAnswer("Nothing is recorded here: the record is switched off.", IsError: true);
        var said = new CanonicalWriter(64);
        said.StartObject();
        said.Member("by"u8, "agent");
        said.EndObject();
        var receipt = AuditLog.Append(data, new AuditRecord
        {
            Kind = "note",
            Time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            Session = origin.SessionId,
            Tool = RecordTools.Text(arguments, "tool") is { } tool ? MaskedJson.Text(RowText.Cut(tool, 200)) : null,
            ToolUseId = RecordTools.Text(arguments, "tool_use_id") is { } id ? RowText.Cut(id, 200) : null,
            Text = MaskedJson.Text(note),
            Input = said.Written.ToArray(),
        }, AuditOptions.Of(settings, denied: false));
        return new ToolAnswer($"Noted in row {receipt.Sequence}, as your own words.", json => json.WriteNumber("row", receipt.Sequence));
    }

    private static Tool Definition() => new()
    {
        Name = "audit_tool_call",
        Title = "Note on the record",
        Description = "Put a note of your own on the record: why a call was made, or what came of it. It is marked as yours. Never put a secret into it.",
        InputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "note": { "type": "string", "maxLength": 4000 },
                "tool": { "type": "string", "description": "The tool it is about." },
                "tool_use_id": { "type": "string", "description": "The call it is about." }
              },
              "required": ["note"],
              "additionalProperties": false
            }
            """),
        Annotations = new() { Title = "Note on the record", ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = false, OpenWorldHint = false },
    };
}
