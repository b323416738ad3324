using System.Buffers;
using System.Text.Json;

namespace Sallyport.Protocol;

/// <summary>The input of a tool that takes a command or a patch: <c>{"command": …}</c>.</summary>
internal static class CommandInput
{
    /// <summary>Of a command.</summary>
    public static JsonElement Of(string command)
    {
        var buffer = new ArrayBufferWriter<byte>(command.Length + 32);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("command", command);
            json.WriteEndObject();
        }
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
