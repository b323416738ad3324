using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>
/// A request that a tool is to make: <c>{"method": "DELETE", "url": "…"}</c> is judged as the same request of <c>curl</c>; a path alone is one at
/// the service the server is named for.
/// </summary>
internal static class ToolRequest
{
    private const int LongestBody = 16 * 1024;

    /// <summary>The command, and whether the host it goes to is only supposed; null where this is no request that changes something.</summary>
    public static (string Line, bool Supposed)? Command(ToolName tool, JsonElement value)
    {
        string? method = null;
        string? address = null;
        string? body = null;
        foreach (var property in value.EnumerateObject())
        {
            var words = ToolName.Words(JsonText.Name(property));
            if (property.Value.ValueKind == JsonValueKind.String && JsonText.Of(property.Value) is { Length: > 0 } text)
            {
                if (words is ["method" or "verb"] or ["http" or "request", "method" or "verb"]) method ??= Method(text);
                else if (words is [.., "url" or "uri" or "endpoint" or "route" or "href"] or ["path"]) address ??= text;
            }
            if (words is ["body" or "data" or "payload" or "json"] or ["request", "body"]) body ??= property.Value.ValueKind == JsonValueKind.String ? JsonText.Of(property.Value) : property.Value.GetRawText();
        }
        if (method is null && tool.SaysAny("http", "https", "rest", "fetch", "request", "api") && tool.Tool.Count < 4)
            foreach (var word in tool.Tool)
                if (word is "delete" or "put" or "patch") method = word.ToUpperInvariant();
        if (method is null or "GET" or "HEAD" or "OPTIONS" || address is null || address.Length > 4096) return null;
        var supposed = !address.Contains("://", StringComparison.Ordinal);
        var url = supposed ? $"https://api.{string.Concat(tool.Server)}.com/{address.TrimStart('/')}" : address;
        var line = $"curl -X {method} {ToolClient.Quoted(url)}";
        return (body is { Length: > 0 and < LongestBody } && !body.StartsWith('@') ? $"{line} -d {ToolClient.Quoted(body)}" : line, supposed);
    }

    private static string? Method(string text) => text.Length < 8 && text.ToUpperInvariant() is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" ? text.ToUpperInvariant() : null;
}
