using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>What a run of Codex left: its own output, and everything the model was sent.</summary>
internal sealed record CodexRun(Finished Process, IReadOnlyList<JsonNode> Requests)
{
    /// <summary>The last request's items: the whole conversation as the model saw it.</summary>
    private IEnumerable<JsonNode> Conversation => Requests.Count == 0 ? [] : Requests[^1]["input"]!.AsArray().Select(i => i!);

    /// <summary>What the model saw of each tool call, in order.</summary>
    public IReadOnlyList<string> ToolOutputs =>
        [.. Conversation.Where(i => (string?)i["type"] is "function_call_output" or "custom_tool_call_output").Select(i => Text(i["output"]))];

    /// <summary>Everything the model was ever sent, as one text.</summary>
    public string Everything => string.Join("\n", Requests.Select(r => r.ToJsonString(Relaxed)));

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(JsonNode? output) => output switch
    {
        null => "",
        JsonValue value => value.ToString(),
        JsonArray parts => string.Join("\n", parts.Select(p => (string?)p?["text"] ?? "")),
        _ => output.ToJsonString(Relaxed),
    };
}
