using System.Buffers;
using System.Text;
using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Protocol;

namespace Sallyport.Replay;

/// <summary>
/// Reads what happened from a transcript of Codex: the calls the model asked for, and those that its scripts made. A call is told as
/// hooks would have been told it. Lines that tell nothing of the kind are passed over.
/// </summary>
internal sealed class TranscriptReader
{
    private readonly HashSet<string> _asked = [];
    private string _cwd = "/";
    private int _line;

    /// <summary>Sallyport was there: its own words stand in the transcript.</summary>
    public bool Guarded { get; private set; }

    /// <summary>Lines that are no JSON.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The session; null before its first line.</summary>
    public string? Session { get; private set; }

    /// <summary>Reads the next line.</summary>
    public IEnumerable<TranscriptEvent> Read(ReadOnlySpan<byte> line)
    {
        _line++;
        if (line.IsEmpty) return [];
        try
        {
            using var json = JsonDocument.Parse(line.ToArray());
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object
                ? [.. Events(Text(json.RootElement, "type"), payload)]
                : [];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            Unreadable++;
            return [];
        }
    }

    /// <summary>Reads a line for what it says of the session alone.</summary>
    public void Skip(ReadOnlySpan<byte> line) => _ = Read(line);

    private IEnumerable<TranscriptEvent> Events(string? type, JsonElement payload)
    {
        if (type is "session_meta" or "turn_context")
        {
            _cwd = Text(payload, "cwd") ?? _cwd;
            if (type == "session_meta") Session ??= Text(payload, "session_id") ?? Text(payload, "id");
            yield break;
        }
        var made = (type, Text(payload, "type")) switch
        {
            ("response_item", "function_call") => FunctionCall(payload),
            ("response_item", "custom_tool_call") => CustomCall(payload),
            ("response_item", "local_shell_call") => ShellCall(payload),
            ("response_item", "function_call_output" or "custom_tool_call_output" or "local_shell_call_output") => Output(payload),
            ("response_item", "message") => Message(payload),
            ("event_msg", "item_completed") when payload.TryGetProperty("item", out var item) && item.ValueKind == JsonValueKind.Object => Item(item),
            _ => null,
        };
        if (made is { } one) yield return one;
    }

    private TranscriptEvent? FunctionCall(JsonElement payload)
    {
        var (name, space) = (Text(payload, "name") ?? "", Text(payload, "namespace"));
        var arguments = Parse(Text(payload, "arguments"));
        if (name is "write_stdin" or "wait") return null; // fires no hook
        if (space is null && name is "exec_command" or "shell" or "shell_command" or "local_shell") return Shell(Text(payload, "call_id"), arguments);
        var tool = space is null || name.StartsWith(space, StringComparison.Ordinal) ? name : $"{space}__{name}";
        return Asked(Text(payload, "call_id"), tool, arguments, _cwd);
    }

    private TranscriptEvent? CustomCall(JsonElement payload) => Text(payload, "name") switch
    {
        ToolNames.ApplyPatch => Asked(Text(payload, "call_id"), ToolNames.ApplyPatch, CommandInput.Of(Text(payload, "input") ?? ""), _cwd),
        "exec" => null, // a script: its calls follow, each by itself
        var name => Asked(Text(payload, "call_id"), name ?? "", CommandInput.Of(Text(payload, "input") ?? ""), _cwd),
    };

    private TranscriptEvent? ShellCall(JsonElement payload) =>
        payload.TryGetProperty("action", out var action) ? Shell(Text(payload, "call_id"), action) : null;

    private TranscriptEvent? Shell(string? id, JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object) return null;
        var command = Text(arguments, "cmd") ?? Text(arguments, "command") ?? Words(arguments, "command");
        if (command is null) return null;
        var cwd = Text(arguments, "workdir") is { Length: > 0 } named ? Path.Combine(_cwd, named) : _cwd;
        return Asked(id, "Bash", CommandInput.Of(command), cwd);
    }

    /// <summary>What ran without having been asked for by itself: a script's calls.</summary>
    private TranscriptEvent? Item(JsonElement item)
    {
        if (Text(item, "id") is not { } id || _asked.Contains(id)) return null;
        switch (Text(item, "type"))
        {
            case "CommandExecution" when Text(item, "source") is null or "agent" or "unified_exec_startup":
                var cwd = Text(item, "cwd") is { } place ? place.StartsWith("file://", StringComparison.Ordinal) ? place["file://".Length..] : place : _cwd;
                return Words(item, "command") is { } command ? Asked(id, "Bash", CommandInput.Of(command), cwd) : null;
            case "McpToolCall" when Text(item, "server") is { } server && Text(item, "tool") is { } tool:
                return Asked(id, $"mcp__{server}__{tool}", item.TryGetProperty("arguments", out var arguments) ? arguments.Clone() : default, _cwd);
            case "FileChange" when item.TryGetProperty("changes", out var changes) && changes.ValueKind == JsonValueKind.Object:
                return Asked(id, ToolNames.ApplyPatch, CommandInput.Of(PatchOfChanges.Write(changes)), _cwd);
            default:
                return null;
        }
    }

    private TranscriptEvent? Output(JsonElement payload)
    {
        if (!payload.TryGetProperty("output", out var output)) return null;
        var text = output.ValueKind == JsonValueKind.String ? output.GetString()! : Texts(output);
        if (text.StartsWith("Command blocked by PreToolUse hook: Sallyport", StringComparison.Ordinal)) Guarded = true;
        return new TranscriptEvent(TranscriptKind.Result, _line, Text(payload, "call_id"), null, default, text, _cwd);
    }

    private TranscriptEvent? Message(JsonElement payload)
    {
        if (!payload.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array) return null;
        var text = Texts(content);
        switch (Text(payload, "role"))
        {
            // What Codex itself puts in front of a session stands in tags.
            case "user" when !text.StartsWith("<environment_context>", StringComparison.Ordinal) && !text.StartsWith("<user_instructions>", StringComparison.Ordinal):
                return new TranscriptEvent(TranscriptKind.Prompt, _line, null, null, default, text, _cwd);
            case "assistant":
                return new TranscriptEvent(TranscriptKind.Answer, _line, null, null, default, text, _cwd);
            default:
                return null;
        }
    }

    private TranscriptEvent? Asked(string? id, string tool, JsonElement input, string cwd)
    {
        if (tool.Length == 0 || input.ValueKind == JsonValueKind.Undefined) return null;
        if (OwnTools.IsOwn(tool)) Guarded = true;
        if (id is not null) _asked.Add(id);
        return new TranscriptEvent(TranscriptKind.Call, _line, id, tool, input, null, cwd);
    }

    /// <summary>The command of an argument vector: what a shell is given to run, or the words as a shell would read them.</summary>
    private static string? Words(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var words) || words.ValueKind != JsonValueKind.Array) return null;
        var all = words.EnumerateArray().Where(w => w.ValueKind == JsonValueKind.String).Select(w => w.GetString()!).ToList();
        if (all.Count == 3 && all[1] is "-c" or "-lc") return all[2];
        return all.Count == 0 ? null : string.Join(' ', all.Select(w => w.AsSpan().IndexOfAny(Quoted) < 0 && w.Length > 0 ? w : $"'{w.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
    }

    private static readonly SearchValues<char> Quoted = SearchValues.Create(" \t\n'\"\\$`|&;<>()*?[]{}#~!");

    private static string Texts(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Array) return content.GetRawText();
        var text = new StringBuilder();
        foreach (var block in content.EnumerateArray())
            if (block.ValueKind == JsonValueKind.Object && Text(block, "text") is { } words) (text.Length > 0 ? text.Append('\n') : text).Append(words);
        return text.ToString();
    }

    private static JsonElement Parse(string? arguments)
    {
        try
        {
            using var json = JsonDocument.Parse(arguments is null or "" ? "{}" : arguments);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return CommandInput.Of(arguments!);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
