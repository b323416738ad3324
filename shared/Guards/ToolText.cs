using System.Text;
using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Guards;

/// <summary>The text of a tool call that a guard judges, from the input that Codex really sends.</summary>
internal static class ToolText
{
    /// <summary>The statement of a call.</summary>
    /// <param name="input">The input as JSON, masked.</param>
    public static string Of(string input)
    {
        try
        {
            var json = StrictJson.Read(Encoding.UTF8.GetBytes(input));
            if (json.ValueKind == JsonValueKind.String) return json.GetString()!;
            if (json.ValueKind != JsonValueKind.Object) return input;
            // A call may carry both: whichever the tool runs, both are judged.
            var commands = new List<string>();
            var others = false;
            foreach (var member in json.EnumerateObject())
            {
                if (member.Name is "command" or "cmd" && Command(member.Value) is { } command) commands.Add(command);
                else others |= member.Name is not ("workdir" or "timeout" or "timeout_ms" or "yield_time_ms" or "max_output_tokens" or "description" or "justification");
            }
            return commands.Count == 0 || others ? commands.Count == 0 ? input : string.Join('\n', [.. commands, input]) : string.Join('\n', commands);
        }
        catch (MalformedInputException)
        {
            return input;
        }
    }

    // An argument vector is one command line; the words of another shape are judged as the JSON they are.
    private static string? Command(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => string.Join(' ', value.EnumerateArray().Select(v => v.GetString())),
        _ => null,
    };
}
