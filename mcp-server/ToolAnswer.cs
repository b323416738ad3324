using System.Buffers;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Sallyport.Mcp;

/// <summary>What a tool answers: a message, and fields beside it.</summary>
/// <param name="Message">For the model.</param>
/// <param name="Fields">Writes the fields that follow the message.</param>
/// <param name="IsError">True where the call did not do what it was for.</param>
internal sealed record ToolAnswer(string Message, Action<Utf8JsonWriter>? Fields = null, bool IsError = false)
{
    /// <summary>As the protocol has it. Codex shows the model the structured form alone, so it holds the message too.</summary>
    public CallToolResult ToResult()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("message", Message);
            Fields?.Invoke(json);
            json.WriteEndObject();
        }
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = Message }],
            StructuredContent = JsonElement.ParseValue(ref reader),
            IsError = IsError ? true : null,
        };
    }
}
