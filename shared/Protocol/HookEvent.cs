using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sallyport.Protocol;

/// <summary>
/// One event as Codex hands it to a hook on stdin. Fields that Codex may add are ignored; fields that are needed and missing are an error.
/// Shapes: the JSON Schemas that Codex 0.169 carries, and events recorded from it.
/// </summary>
public sealed class HookEvent
{
    /// <summary>Which event it is.</summary>
    public required EventName Name { get; init; }

    /// <summary>The root thread's id; the same inside subagents.</summary>
    public required string SessionId { get; init; }

    /// <summary>The directory that relative paths are resolved against: for shell calls the call's own working directory.</summary>
    public required string Cwd { get; init; }

    /// <summary>The turn; null at SessionStart.</summary>
    public string? TurnId { get; init; }

    /// <summary>The session's rollout file; null for ephemeral sessions.</summary>
    public string? TranscriptPath { get; init; }

    /// <summary>The model's slug.</summary>
    public string? Model { get; init; }

    /// <summary><c>default</c> or <c>bypassPermissions</c> in practice.</summary>
    public string? PermissionMode { get; init; }

    /// <summary>The subagent the event is from; null in the root thread.</summary>
    public string? AgentId { get; init; }

    /// <summary>SubagentStart and SubagentStop: the role it was given, or <c>default</c>.</summary>
    public string? AgentType { get; init; }

    /// <summary>SessionStart: startup, resume, clear, compact, fork.</summary>
    public string? Source { get; init; }

    /// <summary>PostCompact: manual or auto.</summary>
    public string? Trigger { get; init; }

    /// <summary>UserPromptSubmit: the text.</summary>
    public string? Prompt { get; init; }

    /// <summary>The tool's name, as Codex canonicalised it.</summary>
    public string? ToolName { get; init; }

    /// <summary>The tool's input, whole; undefined where the event has none.</summary>
    public JsonElement ToolInput { get; init; }

    /// <summary>The call's id; PermissionRequest has none.</summary>
    public string? ToolUseId { get; init; }

    /// <summary>PostToolUse: what the tool returned; a bare string for shell calls.</summary>
    public JsonElement ToolResponse { get; init; }

    /// <summary>The same as it stands in the event.</summary>
    public ReadOnlyMemory<byte> ToolResponseJson { get; init; }

    /// <summary>Stop and SubagentStop: this turn already goes on because a Stop hook asked for it.</summary>
    public bool StopHookActive { get; init; }

    /// <summary>Stop and SubagentStop: the model's last words; may be null.</summary>
    public string? LastAssistantMessage { get; init; }

    /// <summary>Reads an event.</summary>
    /// <param name="json">The bytes of stdin. The event refers into them.</param>
    /// <param name="expected">The event this hook is registered for: any other is refused.</param>
    /// <exception cref="MalformedInputException">Not JSON, another event, or a needed field is missing or of the wrong type.</exception>
    public static HookEvent Read(ReadOnlyMemory<byte> json, EventName expected)
    {
        // The document is not disposed: the event lives as long as the process, and its elements point into it.
        var root = StrictJson.Read(json);
        if (root.ValueKind != JsonValueKind.Object) throw new MalformedInputException("the input is not a JSON object");
        try
        {
            return Read(root, json, expected);
        }
        catch (InvalidOperationException)
        {
            throw new MalformedInputException("a string in the input holds half a surrogate pair");
        }
    }

    private static HookEvent Read(JsonElement root, ReadOnlyMemory<byte> json, EventName expected)
    {
        var name = Needed(root, "hook_event_name");
        if (name != expected.Wire()) throw new MalformedInputException($"hook_event_name is not {expected.Wire()}");
        var tool = expected is EventName.PreToolUse or EventName.PermissionRequest or EventName.PostToolUse;
        var response = expected == EventName.PostToolUse ? Present(root, "tool_response") : default;
        return new HookEvent
        {
            Name = expected,
            SessionId = Needed(root, "session_id"),
            Cwd = Needed(root, "cwd"),
            TurnId = Optional(root, "turn_id"),
            TranscriptPath = Optional(root, "transcript_path"),
            Model = Optional(root, "model"),
            PermissionMode = Optional(root, "permission_mode"),
            AgentId = expected is EventName.SubagentStart or EventName.SubagentStop ? Needed(root, "agent_id") : Optional(root, "agent_id"),
            AgentType = Optional(root, "agent_type"),
            Trigger = Optional(root, "trigger"),
            Source = Optional(root, "source"),
            Prompt = expected == EventName.UserPromptSubmit ? Needed(root, "prompt", mayBeEmpty: true) : null,
            ToolName = tool ? Needed(root, "tool_name") : null,
            ToolInput = tool ? Present(root, "tool_input") : default,
            ToolUseId = expected is EventName.PreToolUse or EventName.PostToolUse ? Needed(root, "tool_use_id") : null,
            ToolResponse = response,
            ToolResponseJson = expected == EventName.PostToolUse ? Within(json, JsonMarshal.GetRawUtf8Value(response)) : default,
            StopHookActive = root.TryGetProperty("stop_hook_active", out var active) && active.ValueKind == JsonValueKind.True,
            LastAssistantMessage = expected is EventName.Stop or EventName.SubagentStop ? Optional(root, "last_assistant_message") : null,
        };
    }

    private static string Needed(JsonElement root, string field, bool mayBeEmpty = false)
    {
        if (!root.TryGetProperty(field, out var value)) throw new MalformedInputException($"{field} is missing");
        if (value.ValueKind != JsonValueKind.String) throw new MalformedInputException($"{field} is not a string");
        var text = value.GetString()!;
        if (text.Length == 0 && !mayBeEmpty) throw new MalformedInputException($"{field} is empty");
        return text;
    }

    private static string? Optional(JsonElement root, string field)
    {
        if (!root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new MalformedInputException($"{field} is not a string");
        var text = value.GetString()!;
        return text.Length == 0 ? null : text;
    }

    // The document was parsed where the event lies, and copied nothing of it.
    private static ReadOnlyMemory<byte> Within(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> part) =>
        json.Span.Overlaps(part, out var from) ? json.Slice(from, part.Length) : part.ToArray();

    private static JsonElement Present(JsonElement root, string field) =>
        root.TryGetProperty(field, out var value) ? value : throw new MalformedInputException($"{field} is missing");
}
