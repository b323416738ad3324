using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>
/// What a tool takes away at a service, where nothing but its name says so: read by the same words as the clients of such services are
/// (<see cref="Verbs.Destroys"/>). A verb that may be harmless counts where the call passes over the question whether it is meant.
/// </summary>
internal static class ToolLoss
{
    public static void Describe(ToolName tool, JsonElement input, Call call)
    {
        if (MovesMoney(tool))
        {
            call.Infrastructure("money-move", Named(tool));
            return;
        }
        if (Trivial(tool)) return;
        foreach (var word in tool.Tool)
        {
            // force_terminate names nothing that could be at a service.
            if (word == "terminate" && tool.Tool.All(static one => one is "terminate" or "force")) return;
            if (!Verbs.Destroys(word) && !(word is "drop" or "truncate" or "flush" && Stores(tool)) && !(word is "remove" or "drop" or "clear" or "uninstall" or "reset" && Unasked(input))) continue;
            call.Infrastructure("service-delete", Named(tool) + First(input), Unasked(input));
            return;
        }
    }

    /// <summary>A secret that is asked for by its name.</summary>
    public static void Shown(ToolName tool, Call call)
    {
        if (ToolVerbs.Of(tool) == ToolVerb.Reads && !tool.Tool.Contains("list")
            && (tool.Tool.Any(static word => word is "secret" or "secrets" or "password" or "passwords" or "credential" or "credentials") || tool.Server.Any(static word => word is "vault" or "onepassword" or "1password" or "bitwarden" or "keychain")))
            call.Shows(Named(tool), named: true);
    }

    private static bool MovesMoney(ToolName tool) =>
        tool.Tool.Any(static word => word is "refund" or "payout" or "transfer" or "withdraw" or "charge" or "pay") && ToolVerbs.Of(tool) != ToolVerb.Reads
        && tool.SaysAny("stripe", "paypal", "square", "adyen", "wise", "revolut", "coinbase", "binance", "braintree", "mollie", "bank", "banking", "wallet", "payments");

    private static bool Stores(ToolName tool) => tool.SaysAny("database", "db", "collection", "table", "index", "schema", "mongo", "mongodb", "postgres", "mysql", "sqlite", "redis", "bigquery", "snowflake",
        "clickhouse", "elasticsearch", "supabase", "neon", "keyspace", "dataset", "topic", "queue", "bucket");

    // Notes of the model's own, what is drawn on a page, and what is put back with a click.
    private static bool Trivial(ToolName tool) => tool.SaysAny("memory", "todo", "todos", "label", "labels", "reaction", "draft", "drafts", "tab", "breakpoint", "bookmark", "comment", "comments", "observation",
        "observations", "session", "cell", "line", "lines", "text", "layer", "shape", "element", "cookie", "cookies", "file", "files", "directory", "folder", "process", "processes", "terminal", "range", "slide", "paragraph", "frame", "clip", "track", "figma", "unity", "unreal", "godot", "blender");

    private static bool Unasked(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in input.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.True
                && ToolName.Words(JsonText.Name(property)) is ["force" or "yes" or "confirm" or "confirmed" or "cascade" or "recursive" or "purge"] or ["auto", "approve"] or ["skip", ..]) return true;
        return false;
    }

    private static string Named(ToolName tool) => string.Join(' ', tool.Server) + ":" + string.Join(' ', tool.Tool);

    private static string First(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Object)
            foreach (var property in input.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && JsonText.Of(property.Value) is { Length: > 0 and < 200 } text) return " " + text;
        return "";
    }
}
