using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>
/// A tool that is named for a client's own verb is judged as that client's command: <c>git_reset {"mode": "hard"}</c> is
/// <c>git reset --hard</c>, <c>kubectl_delete {"resourceType": "namespace", "name": "prod"}</c> is <c>kubectl delete namespace prod</c>.
/// </summary>
internal static class ToolClient
{
    private const int MostArguments = 64;

    /// <summary>The command; null where the tool is not so named.</summary>
    public static string? Command(ToolName tool, JsonElement input)
    {
        if (Operation(tool, input) is { } operation) return operation;
        for (var i = 0; i < tool.Tool.Count; i++)
        {
            if (Client(tool.Tool[i]) is not { } client) continue;
            // What is run inside a container or on a machine is judged by itself.
            if (tool.Tool.Any(static word => word is "exec" or "container" or "pod" or "attach" or "ssh")) return null;
            return Line(new StringBuilder(client), tool.Tool.Skip(i + 1), input, client);
        }
        return tool.Server is [var server] && Client(server) is { } named && tool.Tool is not ["prune", _, ..] && tool.Tool is ["publish" or "push" or "reset" or "clean" or "destroy" or "apply" or "prune" or "rebase" or "stash" or "worktree" or "reflog" or "uninstall" or "unpublish" or "volume" or "compose" or "system", ..]
            ? Line(new StringBuilder(named), tool.Tool, input, named)
            : null;
    }

    // {"service_name": "rds", "operation_name": "delete_db_instance"}
    private static string? Operation(ToolName tool, JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object || !tool.SaysAny("aws", "boto", "boto3")) return null;
        string? service = null;
        string? operation = null;
        foreach (var property in input.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String || JsonText.Of(property.Value) is not { Length: > 0 and < 100 } text) continue;
            var words = ToolName.Words(JsonText.Name(property));
            if (words is ["service"] or ["service", "name"]) service = text;
            else if (words is ["operation" or "action" or "api" or "method"] or ["operation" or "api" or "method", "name"]) operation = string.Join('-', ToolName.Words(text));
        }
        return service is null || operation is null ? null : $"aws {Quoted(service.ToLowerInvariant() is "s3" && operation.Contains('-', StringComparison.Ordinal) ? "s3api" : service.ToLowerInvariant())} {Quoted(operation)}";
    }

    private static string Line(StringBuilder line, IEnumerable<string> words, JsonElement input, string client)
    {
        foreach (var word in words)
            if (word is not ("command" or "commands" or "generic" or "cli" or "execute" or "run" or "call" or "tool" or "cmd")) line.Append(' ').Append(word);
        if (input.ValueKind == JsonValueKind.Object) Append(line, input, client);
        return line.ToString();
    }

    private static void Append(StringBuilder line, JsonElement input, string client)
    {
        var left = MostArguments;
        foreach (var property in input.EnumerateObject())
        {
            if (--left < 0) return;
            var name = JsonText.Name(property);
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.True:
                    line.Append(" --").Append(string.Join('-', ToolName.Words(name)));
                    break;
                case JsonValueKind.String when JsonText.Of(property.Value) is { Length: > 0 and < 4096 } text:
                    if (client is "kubectl" or "helm" or "oc" && IsOption(name)) line.Append(" --").Append(string.Join('-', ToolName.Words(name))).Append('=').Append(Quoted(text));
                    else Text(line, name, text, client);
                    break;
                case JsonValueKind.Number when ToolName.Words(name) is { Count: > 0 } words:
                    line.Append(" --").Append(string.Join('-', words)).Append('=').Append(property.Value.GetRawText());
                    break;
                case JsonValueKind.Array:
                    foreach (var item in property.Value.EnumerateArray())
                        if (--left >= 0 && item.ValueKind == JsonValueKind.String) Quote(line, JsonText.Of(item));
                    break;
                default: break;
            }
        }
    }

    // kubectl get TYPE NAME: all else that has a name of its own is an option.
    private static bool IsOption(string name) => ToolName.Words(name) is [.., "namespace" or "output" or "context" or "container" or "selector" or "cascade" or "strategy"];

    private static void Text(StringBuilder line, string name, string text, string client)
    {
        var kind = ArgumentKinds.Of(name);
        if (kind is ArgumentKind.Command or ArgumentKind.Arguments)
        {
            var rest = text.AsSpan().Trim();
            line.Append(' ').Append(rest.StartsWith(client + " ", StringComparison.Ordinal) ? rest[(client.Length + 1)..] : rest);
        }
        // git stash clear, git remote remove: of some commands it is the next word.
        else if (client == "git" && ToolName.Words(name) is ["mode" or "operation" or "action" or "subcommand"] && EndsIn(line, "stash", "remote", "worktree", "submodule", "bisect", "reflog", "notes")) line.Append(' ').Append(text);
        else if (ToolName.Words(name) is ["mode" or "flag" or "flags" or "option" or "options"]) line.Append(text.StartsWith('-') ? " " : " --").Append(text);
        // A path is judged as one, and somebody's words are nobody's arguments.
        else if (kind is ArgumentKind.Other && ToolName.Words(name) is not [.., "message" or "title" or "body" or "description" or "content" or "comment" or "reason" or "cwd"]) Quote(line, text);
    }

    private static bool EndsIn(StringBuilder line, params ReadOnlySpan<string> words)
    {
        var text = line.ToString();
        foreach (var word in words)
            if (text.EndsWith(" " + word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static void Quote(StringBuilder line, string text) => line.Append(' ').Append(Quoted(text));

    /// <summary>As one word of a shell.</summary>
    public static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string? Client(string word) => word switch
    {
        "git" or "kubectl" or "docker" or "podman" or "terraform" or "tofu" or "helm" or "aws" or "gcloud" or "az" or "npm" or "pnpm" or "yarn" or "gh" or "glab" or "psql" or "pip" or "cargo"
            or "heroku" or "flyctl" or "vercel" or "systemctl" or "brew" or "oc" or "pulumi" => word,
        _ => null,
    };
}
