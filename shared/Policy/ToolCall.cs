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

    /// <summary>Why the input of a shell call is not one command that can be read; null where it is.</summary>
    public string? CommandFault =>
        Command is not { } read ? "the input holds no command that is a text"
        : Input.TryGetProperty("command", out _) && Input.TryGetProperty("cmd", out var other) && !(other.ValueKind == JsonValueKind.String && other.ValueEquals(read)) ? "the input holds two commands"
        : null;
}
