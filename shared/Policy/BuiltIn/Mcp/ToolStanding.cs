using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>What a call changes about who may do what at a service: rights granted, things made public, checks taken away, doors unlocked.</summary>
internal static class ToolStanding
{
    /// <summary>Describes it.</summary>
    public static void Describe(ToolName tool, JsonElement input, Call call)
    {
        if (Reads(tool)) return;
        var what = string.Join(' ', tool.Server) + ":" + string.Join(' ', tool.Tool);
        if (TakesProtection(tool, input)) call.Infrastructure("protection-off", what);
        if (LetsIn(tool) || Values(input, (words, text) => Grants(tool, words, text))) call.Infrastructure("access-grant", what);
        if (Values(input, (words, text) => Publishes(tool, words, text)) || Flags(input, (words, on) => !on && words is ["private"] or ["is", "private"]) && Changes(tool)) call.Infrastructure("make-public", what);
        if (ToolPlace.IsHouse(tool) && (tool.Tool.Any(static word => word is "unlock" or "disarm")
            || tool.Tool.Contains("open") && Values(input, static (_, text) => ToolName.Words(text).Exists(static word => word is "garage" or "gate" or "door")))) call.Infrastructure("unlock", what);
        if (Changes(tool) && Flags(input, static (words, on) => on && words is ["in", "trash"] or ["trashed"] or ["archived"] or ["deleted"] or ["is", "deleted"])) call.Infrastructure("service-delete", what);
    }

    /// <summary>True where the tool's first word says that it only looks.</summary>
    public static bool Reads(ToolName tool)
    {
        foreach (var word in tool.Tool)
        {
            if (tool.Server.Contains(word) || word is "api" or "tool") continue;
            return word is "get" or "list" or "search" or "show" or "describe" or "find" or "read" or "view" or "preview" or "suggest" or "validate" or "simulate" or "count" or "explain" or "check" or "lookup" or "estimate"
                or "plan" or "query" or "retrieve" or "fetch" or "inspect" or "diff" or "lint" or "analyze" or "test" or "verify" or "draft" or "compare";
        }
        return false;
    }

    private static bool Changes(ToolName tool) => tool.Tool.Any(static word => word is "update" or "edit" or "patch" or "set" or "change" or "modify" or "configure" or "put" or "share");

    private static bool TakesProtection(ToolName tool, JsonElement input)
    {
        if (tool.Tool.Contains("unprotect")) return true;
        if (tool.Tool.Any(static word => word is "protection" or "protections" or "ruleset" or "rulesets" or "protected" or "restriction" or "restrictions") && tool.Tool.Any(static word => word is "update" or "delete" or "remove" or "disable" or "edit")) return true;
        // A server's own list of what it must not do.
        return Changes(tool) && tool.Tool.Any(static word => word is "config" or "setting" or "settings" or "configuration" or "preference" or "preferences")
            && (Values(input, static (_, text) => text.Length < 64 && ToolName.Words(text).Exists(IsLimit)) || Names(input, IsLimit));
    }

    private static bool IsLimit(string word) => word is "blocked" or "allowed" or "denied" or "disallowed" or "forbidden" or "whitelist" or "blacklist" or "allowlist" or "blocklist" or "denylist" or "sandbox" or "approval" or "approvals"
        or "autoapprove" or "dangerous" or "unsafe" or "readonly";

    // create_access_key, add_collaborator, transfer_ownership
    private static bool LetsIn(ToolName tool)
    {
        var words = tool.Tool;
        var gives = words.Exists(static word => word is "add" or "invite" or "create" or "grant" or "generate" or "issue" or "put" or "attach");
        if (words.Exists(static word => word is "collaborator" or "collaborators") && gives) return true;
        if (words.Contains("transfer") && words.Exists(static word => word is "ownership" or "owner" or "repository" or "repo" or "project" or "domain" or "app" or "organization" or "account" or "workspace")) return true;
        if (!gives) return false;
        for (var i = 0; i + 1 < words.Count; i++)
            if (words[i] is "access" or "deploy" or "ssh" or "api" or "account" or "personal" && words[i + 1] is "key" or "keys" or "token" or "tokens") return words[i] != "api" || words[i + 1] is "key" or "keys";
        return words.Exists(static word => word is "sshkey" or "apikey");
    }

    // {"permission": "admin"}, {"role": "roles/owner"}, {"forward": "a@example.com"}
    private static bool Grants(ToolName tool, List<string> words, string text)
    {
        if (words is [.., "role" or "roles" or "permission" or "permissions" or "policy" or "arn" or "level" or "privilege" or "privileges" or "member"])
            return tool.Tool.Exists(static word => word is "add" or "invite" or "grant" or "assign" or "set" or "update" or "attach" or "put" or "create" or "bind" or "binding" or "change" or "share")
                && (text is "admin" or "owner" or "root" or "superuser" or "maintainer" or "allUsers" or "allAuthenticatedUsers" or "roles/owner" or "roles/editor" || text.EndsWith("/AdministratorAccess", StringComparison.Ordinal)
                || text.Contains("super", StringComparison.OrdinalIgnoreCase) && text.Contains("admin", StringComparison.OrdinalIgnoreCase) || text.EndsWith("_ADMIN", StringComparison.Ordinal));
        return words is ["forward" or "forwarding", ..] or ["auto", "forward", ..] && text.Contains('@', StringComparison.Ordinal) && tool.Tool.Exists(static word => word is "filter" or "filters" or "rule" or "forwarding" or "settings" or "forward");
    }

    private static bool Publishes(ToolName tool, List<string> words, string text)
    {
        if (words is [.., "visibility"] && text.Equals("public", StringComparison.OrdinalIgnoreCase)) return Changes(tool);
        if (words is [.., "acl"] && text.StartsWith("public-read", StringComparison.OrdinalIgnoreCase)) return true;
        if (words is ["type" or "scope" or "audience"] && text is "anyone" or "public") return tool.Tool.Exists(static word => word is "share" or "permission" or "permissions");
        if (words is not [.., "policy" or "document"] || !text.Contains("Allow", StringComparison.Ordinal)) return false;
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("\"Principal\":\"*\"", StringComparison.Ordinal) || plain.Contains("\"AWS\":\"*\"", StringComparison.Ordinal);
    }

    private static bool Values(JsonElement value, Func<List<string>, string, bool> holds)
    {
        foreach (var (name, text) in InputTexts.Of(value))
            if (holds(ToolName.Words(name), text)) return true;
        return false;
    }

    private static bool Names(JsonElement value, Func<string, bool> holds) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any(property => ToolName.Words(JsonText.Name(property)).Exists(word => holds(word)));

    private static bool Flags(JsonElement value, Func<List<string>, bool, bool> holds) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any(property => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False && holds(ToolName.Words(JsonText.Name(property)), property.Value.ValueKind == JsonValueKind.True));
}
