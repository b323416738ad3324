using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>What one argument says is to be done: <c>{"operation": "delete"}</c>, <c>{"run_type": "destroy"}</c>, <c>{"command": "group_delete"}</c>.</summary>
internal static class ToolOperation
{
    private const int Longest = 64;

    /// <summary>The tool with the words of the operation added to its own; the tool itself where none is said.</summary>
    public static ToolName With(ToolName tool, JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object) return tool;
        foreach (var property in input.EnumerateObject())
            if (Words(property) is { Count: > 0 } words) tool = tool.And(words);
        return tool;
    }

    /// <summary>What an operation among many does: each says so for itself.</summary>
    public static ToolVerb Verb(JsonElement operation, ToolVerb otherwise)
    {
        foreach (var property in operation.EnumerateObject())
            if (Words(property) is { Count: > 0 } words && ToolVerbs.Of(words) is not ToolVerb.Unknown and var verb) return verb;
        return otherwise;
    }

    private static List<string>? Words(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.String) return null;
        var named = ToolName.Words(JsonText.Name(property));
        if (named is not ([.., "op" or "operation" or "action" or "verb" or "mode" or "service" or "command" or "subcommand"] or ["operation" or "run" or "action" or "request" or "sub", "name" or "type" or "command"])) return null;
        var text = JsonText.Of(property.Value);
        if (text.Length is 0 or > Longest || text.AsSpan().ContainsAny(" /.-".AsSpan())) return null;
        // A command in one word is some program; two that are joined so are an order.
        if (named[^1] is "command" && !(text.Contains('_', StringComparison.Ordinal) || ToolName.Words(text).Count > 1 || Shell.Commands.Verbs.Destroys(text) || text is "unlock" or "disarm")) return null;
        return ToolName.Words(text);
    }
}
