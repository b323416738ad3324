using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.PolicyStore;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Mcp.Audit;

/// <summary>Says what would become of a call, without making it: the same gate, nothing recorded, nothing remembered.</summary>
internal sealed class CheckPolicyTool(DataDirectory data) : SallyportTool(Definition())
{
    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        var tool = RecordTools.Text(arguments, "tool") ?? "Bash";
        var input = Input(arguments);
        if (input.ValueKind == JsonValueKind.Undefined) return new ToolAnswer("Say what to check: 'command', or 'tool' with its 'input'.", IsError: true);
        var settings = SettingsReader.Read(data, managedStart: false);
        var surroundings = Surroundings.Look(data.Root);
        var session = origin.SessionId is { } id ? new SessionStore(data).Load(id) : null;
        var cwd = Environment.CurrentDirectory;
        var hookEvent = new HookEvent { Name = EventName.PreToolUse, SessionId = origin.SessionId ?? "check", Cwd = cwd, ToolName = tool, ToolInput = input, ToolUseId = "check" };
        var policy = PolicyLoader.Load(data, settings, surroundings.Workspace);
        var decision = new ToolCallGate(surroundings, settings, policy, PolicyLoader.LoadDetection(data, settings, surroundings.Workspace))
            .Decide(new ToolCall(tool, input), hookEvent, session, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        var deciding = decision.Deciding;
        return new ToolAnswer($"{deciding.Verdict.Word()}{(deciding.Reason.Length > 0 ? ": " + deciding.Reason : ".")}", json =>
        {
            json.WriteString("verdict", deciding.Verdict.Word());
            if (deciding.Rule is { } rule) json.WriteString("rule", rule);
            if (deciding.Suggest is { } suggest) json.WriteString("suggest", suggest);
            json.WriteStartArray("steps");
            foreach (var step in decision.Steps)
            {
                json.WriteStartObject();
                json.WriteString("step", step.Step);
                json.WriteString("verdict", step.Verdict.Word());
                if (step.Rule is { } own) json.WriteString("rule", own);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static JsonElement Input(JsonElement arguments)
    {
        if (arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Object) return input;
        return RecordTools.Text(arguments, "command") is { } command ? CommandInput.Of(command) : default;
    }

    private static Tool Definition() => new()
    {
        Name = "check_policy",
        Title = "Check a call",
        Description = "Ask what Sallyport would say to a tool call, without making it: a shell 'command', or a 'tool' with its 'input'. Files are looked at from the server's directory. Nothing runs, nothing changes.",
        InputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "command": { "type": "string", "description": "A shell command." },
                "tool": { "type": "string", "description": "Bash, apply_patch, mcp__server__tool; Bash where none is named." },
                "input": { "type": "object", "description": "The tool's input." }
              },
              "additionalProperties": false
            }
            """),
        Annotations = new() { Title = "Check a call", ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
