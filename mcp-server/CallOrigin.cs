using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sallyport.Mcp;

/// <summary>Where a call comes from, as far as the client says.</summary>
/// <param name="SessionId">Codex's session; null where it was not told.</param>
internal readonly record struct CallOrigin(string? SessionId)
{
    private const int MostCharacters = 256;

    /// <summary>Reads a request's <c>_meta</c>: <c>sessionId</c>, else the session in <c>x-codex-turn-metadata</c>.</summary>
    public static CallOrigin Of(JsonObject? meta)
    {
        if (meta is null) return default;
        if (Text(meta["sessionId"]) is { } id) return new CallOrigin(id);
        var turn = meta["x-codex-turn-metadata"];
        if (turn is JsonValue && Text(turn, 64 * 1024) is { } json) turn = Parse(json);
        return new CallOrigin(turn is JsonObject fields ? Text(fields["session_id"]) : null);
    }

    private static string? Text(JsonNode? node, int most = MostCharacters) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 && text.Length <= most ? text : null;

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
