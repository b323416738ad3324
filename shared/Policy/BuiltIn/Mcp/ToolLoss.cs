using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>
/// What a tool takes away at a service, where nothing but its name, or an operation among its arguments, says so: read by the same words as the
/// clients of such services are (<see cref="Verbs.Destroys"/>). A verb that may be harmless counts for things that others lose by it, and where
/// the call passes over the question whether it is meant.
/// </summary>
internal static class ToolLoss
{
    public static void Describe(ToolName tool, JsonElement input, Call call)
    {
        if (MovesMoney(tool)) return;
        if (ToolStanding.Reads(tool) || Trial(input)) return;
        if (Rows(tool, input, call) || Trivial(tool)) return;
        foreach (var word in tool.Tool)
        {
            // force_terminate names nothing that could be at a service.
            if (word == "terminate" && tool.Tool.All(static one => one is "terminate" or "force")) return;
            if (!Verbs.Destroys(word) && !Takes(tool, word) && !(word is "remove" or "drop" or "clear" or "uninstall" or "reset" && Unasked(input) && !Says(tool, static noun => noun is "task" or "tasks" or "tag" or "tags" or "filter" or "filters" or "cache" or "log" or "logs"))) continue;
            call.Infrastructure(Detail(tool, word), Named(tool) + First(input), Unasked(input));
            return;
        }
        if (tool.Tool.Contains("scale") && Zero(input)) call.Infrastructure("cluster-scale-zero", Named(tool));
        else if (tool.Tool.Exists(static word => word is "drain" or "evict") && tool.SaysAny("kubernetes", "k8s", "kubectl", "node", "nodes", "cluster")) call.Infrastructure("cluster-drain", Named(tool));
    }

    /// <summary>Money that is moved, or promised.</summary>
    public static void Paid(ToolName tool, Call call)
    {
        if (MovesMoney(tool)) call.Infrastructure("money-move", Named(tool));
    }

    /// <summary>A secret that is asked for by its name.</summary>
    public static void Shown(ToolName tool, JsonElement input, Call call)
    {
        if (ToolVerbs.Of(tool) != ToolVerb.Reads || tool.Tool.Contains("list")) return;
        if (tool.Tool.Any(static word => word is "secret" or "secrets" or "password" or "passwords" or "credential" or "credentials") || tool.Server.Any(static word => word is "vault" or "onepassword" or "1password" or "bitwarden" or "keychain"))
            call.Shows(Named(tool), named: true);
        else if (tool.SaysAny("kubernetes", "k8s", "kube") && input.ValueKind == JsonValueKind.Object)
            foreach (var property in input.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && ToolName.Words(JsonText.Name(property)) is ["kind"] or ["resource", ..] && JsonText.Of(property.Value) is "Secret" or "secret") call.Shows(Named(tool));
    }

    private static string Detail(ToolName tool, string word) =>
        word is "destroy" && tool.SaysAny("terraform", "tofu", "pulumi", "terragrunt", "cdk") ? "terraform-destroy"
        : word is "flushall" or "flushdb" ? "flush-all"
        : word is "pause" or "suspend" && ToolPlace.IsStore(tool) ? "pause-object"
        : "service-delete";

    // What picks its rows loses those alone.
    private static bool Rows(ToolName tool, JsonElement input, Call call)
    {
        var deletes = tool.Tool.Exists(static word => word is "delete" or "remove" or "purge");
        var updates = tool.Tool.Exists(static word => word is "update" or "replace");
        if (ToolRows.Replaces(input))
        {
            call.Infrastructure("replace-object", Named(tool));
            return true;
        }
        if (deletes && tool.SaysAny("redis", "valkey", "memcached", "upstash") && !tool.Tool.Exists(static word => word is "database" or "db" or "index"))
        {
            call.Infrastructure("key-delete", Named(tool));
            return true;
        }
        var many = tool.Tool.Exists(word => word is "many" or "rows" or "row" or "documents" or "document" or "docs" or "records" or "points" or "items" or "entities" or "one" or "where" || word is "query" && tool.Tool.Contains("by"));
        if (!(deletes || updates) || !many || !ToolRows.Picks(input, out var all)) return false;
        if (all && !tool.Tool.Contains("one")) call.Infrastructure(deletes ? "delete-all-rows" : "update-all-rows", Named(tool));
        return true;
    }

    private static bool Takes(ToolName tool, string word) => word switch
    {
        "flushall" or "flushdb" => true,
        "drop" or "truncate" or "flush" => ToolPlace.IsStore(tool),
        "unpublish" => true,
        "prune" => Says(tool, static noun => noun is "volume" or "volumes"),
        "remove" or "unregister" => Says(tool, IsKept) || ToolPlace.IsStore(tool) && Says(tool, static noun => noun is "table" or "collection" or "index" or "record" or "records"),
        "reset" or "wipe" => Says(tool, static noun => noun is "database" or "db" or "schema" or "cluster" or "tenant" or "environment") || tool.Tool.Contains("branch") && ToolPlace.IsStore(tool),
        "empty" or "clear" => Says(tool, static noun => noun is "trash" or "bin" or "bucket" or "recycle" or "database" or "queue" or "topic" or "collection" or "table"),
        "archive" => Says(tool, static noun => noun is "channel" or "channels" or "conversation" or "conversations" or "repository" or "repo" or "project" or "workspace" or "organization" or "team"),
        "release" => Says(tool, static noun => noun is "number" or "ip" or "address" or "elastic"),
        "cancel" => Says(tool, static noun => noun is "subscription" or "subscriptions" or "order" or "payment" or "invoice" or "booking" or "reservation" or "contract"),
        "deactivate" or "suspend" or "disable" or "offboard" or "ban" => Says(tool, static noun => noun is "user" or "users" or "account" or "accounts" or "member" or "employee" or "mfa" or "logging" or "audit" or "backup" or "backups"
            or "firewall" or "protection" or "monitoring" or "encryption" or "cloudtrail" or "guardduty"),
        "pause" or "stop" => Says(tool, static noun => noun is "project" or "cluster" or "database" or "warehouse" or "production"),
        _ => false,
    };

    // What people, and their programs, miss when it is gone.
    private static bool IsKept(string noun) => noun is "bucket" or "buckets" or "domain" or "domains" or "project" or "projects" or "user" or "users" or "member" or "members" or "database"
        or "zone" or "dns" or "customer" or "customers" or "subscription" or "repository" or "repo" or "team" or "org" or "organization" or "secret" or "secrets" or "certificate" or "cluster"
        or "volume" or "volumes" or "server" or "instance" or "vm" or "droplet" or "application" or "environment" or "deployment" or "topic" or "queue" or "channel" or "contact" or "account" or "product"
        or "dashboard" or "monitor" or "tenant" or "workspace" or "stack" or "site" or "dataset" or "website" or "backup" or "backups" or "snapshot" or "snapshots" or "mailbox" or "folder";

    private static bool Says(ToolName tool, Func<string, bool> noun) => tool.Tool.Exists(word => noun(word));

    private static bool MovesMoney(ToolName tool) =>
        tool.Tool.Any(static word => word is "refund" or "payout" or "transfer" or "withdraw" or "charge" or "pay") && ToolVerbs.Of(tool) != ToolVerb.Reads && !ToolStanding.Reads(tool)
        && tool.SaysAny("stripe", "paypal", "square", "adyen", "wise", "revolut", "coinbase", "binance", "braintree", "mollie", "bank", "banking", "wallet", "payments", "razorpay", "plaid", "solana", "ethereum");

    // Notes of the model's own, what is drawn on a page, and what is put back with a click. Files lie here, unless a service keeps them.
    private static bool Trivial(ToolName tool) => tool.SaysAny("memory", "todo", "todos", "label", "labels", "reaction", "draft", "drafts", "tab", "breakpoint", "bookmark", "comment", "comments", "observation",
        "observations", "session", "cell", "line", "lines", "text", "layer", "shape", "element", "cookie", "cookies", "process", "processes", "terminal", "range", "slide", "paragraph", "frame", "clip", "track", "figma", "unity", "unreal", "godot", "blender", "simulator", "emulator", "mobile", "appium", "adb")
        || tool.SaysAny("file", "files", "directory", "folder") && !(ToolPlace.IsService(tool) && !ToolPlace.IsForge(tool));

    private static bool Zero(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in input.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var number) && number == 0 && ToolName.Words(JsonText.Name(property)) is [.., "replicas" or "count" or "desired" or "size" or "instances" or "quantity"]
                || property.Value.ValueKind == JsonValueKind.String && JsonText.Of(property.Value) is { Length: < 64 } text && (text.EndsWith("=0", StringComparison.Ordinal) || text.Contains("=0:", StringComparison.Ordinal))) return true;
        return false;
    }

    private static bool Trial(JsonElement input) => Flag(input, static words => words is ["dry", "run"] or ["dryrun"] or ["preview"] or ["simulate"] or ["what", "if"] or ["check", "only"] or ["validate", "only"]);

    private static bool Unasked(JsonElement input) => Flag(input, static words => words is ["force" or "yes" or "confirm" or "confirmed" or "cascade" or "recursive" or "purge"] or ["auto", "approve"] or ["skip", ..]);

    private static bool Flag(JsonElement input, Func<List<string>, bool> named)
    {
        if (input.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in input.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.True && named(ToolName.Words(JsonText.Name(property)))) return true;
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
