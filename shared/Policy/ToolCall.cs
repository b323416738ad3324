using System.Text.Json;

namespace Sallyport.Policy;

/// <summary>A tool call as Codex announces it.</summary>
/// <param name="Name">The tool's name as Codex gave it: <c>Bash</c>, <c>apply_patch</c>, <c>mcp__server__tool</c> …</param>
/// <param name="Input">The whole input, never a shortened copy.</param>
public readonly record struct ToolCall(string Name, JsonElement Input)
{
    /// <summary>The <c>command</c> (or <c>cmd</c>) of the input where it is a string: a shell line, or the text of a patch.</summary>
    public string? Command =>
        Input.ValueKind != JsonValueKind.Object ? null
        : Input.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String ? command.GetString()
        : Input.TryGetProperty("cmd", out command) && command.ValueKind == JsonValueKind.String ? command.GetString()
        : null;
}
