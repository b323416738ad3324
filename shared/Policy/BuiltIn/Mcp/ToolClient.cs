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
        for (var i = 0; i < tool.Tool.Count; i++)
        {
            if (Client(tool.Tool[i]) is not { } client) continue;
            // What is run inside a container or on a machine is judged by itself.
            if (tool.Tool.Any(static word => word is "exec" or "container" or "pod" or "attach" or "ssh")) return null;
            return Line(new StringBuilder(client), tool.Tool.Skip(i + 1), input, client);
        }
        return tool.Server is [var server] && Client(server) is { } named && tool.Tool is ["publish" or "push" or "reset" or "clean" or "destroy" or "apply" or "prune" or "rebase", ..]
            ? Line(new StringBuilder(named), tool.Tool, input, named)
            : null;
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
                    Text(line, name, text, client);
                    break;
                case JsonValueKind.Array:
                    foreach (var item in property.Value.EnumerateArray())
                        if (--left >= 0 && item.ValueKind == JsonValueKind.String) Quote(line, JsonText.Of(item));
                    break;
                default: break;
            }
        }
    }

    private static void Text(StringBuilder line, string name, string text, string client)
    {
        var kind = ArgumentKinds.Of(name);
        if (kind is ArgumentKind.Command or ArgumentKind.Arguments)
        {
            var rest = text.AsSpan().Trim();
            line.Append(' ').Append(rest.StartsWith(client + " ", StringComparison.Ordinal) ? rest[(client.Length + 1)..] : rest);
        }
        else if (ToolName.Words(name) is ["mode" or "flag" or "flags" or "option" or "options"]) line.Append(text.StartsWith('-') ? " " : " --").Append(text);
        // A path is judged as one, and somebody's words are nobody's arguments.
        else if (kind is ArgumentKind.Other && ToolName.Words(name) is not [.., "message" or "title" or "body" or "description" or "content" or "comment" or "reason" or "cwd"]) Quote(line, text);
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
