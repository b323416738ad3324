using System.Text.Json;

namespace Sallyport.Liveness;

/// <summary>
/// The calls that ran in one turn, as Codex wrote them into the session's transcript: each finished command, patch and MCP call leaves an
/// item with the id that PreToolUse was told. What was refused leaves none.
/// </summary>
internal static class TranscriptTurn
{
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads the ids.</summary>
    /// <param name="path">The transcript.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="complete">False where the turn's beginning was not found.</param>
    public static List<string> Ran(string path, string turn, out bool complete)
    {
        var ran = new List<string>();
        var needle = System.Text.Encoding.UTF8.GetBytes('"' + turn + '"');
        complete = TailLines.Read(path, MostBytes,
            line => line.IndexOf("\"task_started\""u8) >= 0 && line.IndexOf(needle) >= 0,
            line =>
            {
                if (Item(line) is { } id && line.IndexOf(needle) >= 0 && !ran.Contains(id)) ran.Add(id);
            });
        return ran;
    }

    /// <summary>The id of the call whose end a line tells; null where it tells of none that a hook sees.</summary>
    public static string? Item(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("\"item_completed\""u8) < 0) return null;
        try
        {
            using var json = JsonDocument.Parse(line.ToArray());
            if (!json.RootElement.TryGetProperty("payload", out var payload) || Text(payload, "type") != "item_completed") return null;
            if (!payload.TryGetProperty("item", out var item) || !IsSeenByHooks(item)) return null;
            return Text(item, "id");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // What the person runs with "!", and typing into a session that is open, fire no hook.
    private static bool IsSeenByHooks(JsonElement item) => Text(item, "type") switch
    {
        "CommandExecution" => Text(item, "source") is null or "agent" or "unified_exec_startup",
        "FileChange" or "McpToolCall" => true,
        _ => false,
    };

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
