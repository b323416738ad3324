using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Says what is in a text before it goes anywhere: rules and places, never the values.</summary>
internal sealed class CheckOutputTool(DataDirectory data) : SallyportTool(Definition())
{
    private const int MostFindings = 50;

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        if (RecordTools.Text(arguments, "text") is not { } text) return new ToolAnswer("Say what to check: 'text'.", IsError: true);
        var settings = SettingsReader.Read(data, managedStart: false);
        var detection = PolicyLoader.LoadDetection(data, settings, Surroundings.Look(data.Root).Workspace);
        var scan = Scanner.Inspect(text, Surface.Response, detection.Options);
        return new ToolAnswer(scan.Findings.Count == 0 ? "Nothing was found." : $"{scan.Findings.Count} findings.", json =>
        {
            json.WriteBoolean("complete", !scan.Truncated);
            json.WriteStartArray("findings");
            foreach (var finding in scan.Findings.Take(MostFindings))
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule);
                json.WriteString("action", detection.ActionFor(Surface.Response, finding).Word());
                json.WriteNumber("line", text.AsSpan(0, Math.Min(finding.Start, text.Length)).Count('\n') + 1);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static Tool Definition() => new()
    {
        Name = "check_output",
        Title = "Check a text",
        Description = "Look for secrets, personal data, injected instructions and unsafe code in a text before you show it or write it. Says which rules match in which lines, never the values.",
        InputSchema = Schema("""{ "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"], "additionalProperties": false }"""),
        Annotations = new() { Title = "Check a text", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
