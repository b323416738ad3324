using System.Text.Json;
using Sallyport.Cli.Install;

namespace Sallyport.Cli.Plugin;

/// <summary>What Codex says of the plugin's hooks. Their trust covers the definition and every file, so only Codex can compute it.</summary>
/// <param name="Seen">How many of our hooks it sees.</param>
/// <param name="Trusted">How many of them it trusts and has on.</param>
internal readonly record struct PluginTrust(int Seen, int Trusted)
{
    /// <summary>True for a key of a hook of ours.</summary>
    public static bool IsOurs(string key) => key.StartsWith(PluginFolder.Id + ":", StringComparison.Ordinal);

    /// <summary>Makes Codex trust what it sees, and asks again.</summary>
    public static PluginTrust Ensure(CodexInstallation installation, CodexAppServer server)
    {
        var hooks = Ask(installation, server);
        if (hooks.Exists(h => !h.Trusted))
        {
            using var _ = server.Ask("config/batchWrite", json =>
            {
                json.WriteStartArray("edits");
                json.WriteStartObject();
                json.WriteString("keyPath", "hooks.state");
                json.WriteString("mergeStrategy", "upsert");
                json.WriteStartObject("value");
                foreach (var hook in hooks.Where(h => !h.Trusted))
                {
                    json.WriteStartObject(hook.Key);
                    json.WriteString("trusted_hash", hook.Hash);
                    json.WriteBoolean("enabled", true);
                    json.WriteEndObject();
                }
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteBoolean("reloadUserConfig", true);
            });
            hooks = Ask(installation, server);
        }
        return new PluginTrust(hooks.Count, hooks.Count(h => h.Trusted));
    }

    /// <summary>Only asks.</summary>
    public static PluginTrust Look(CodexInstallation installation, CodexAppServer server)
    {
        var hooks = Ask(installation, server);
        return new PluginTrust(hooks.Count, hooks.Count(h => h.Trusted));
    }

    private static List<(string Key, string Hash, bool Trusted)> Ask(CodexInstallation installation, CodexAppServer server)
    {
        using var answer = server.Ask("hooks/list", json =>
        {
            json.WriteStartArray("cwds");
            json.WriteStringValue(installation.CodexHome);
            json.WriteEndArray();
        });
        var hooks = new List<(string, string, bool)>();
        foreach (var place in answer.RootElement.GetProperty("result").GetProperty("data").EnumerateArray())
            foreach (var hook in place.GetProperty("hooks").EnumerateArray())
                if (hook.GetProperty("key").GetString() is { } key && IsOurs(key))
                    hooks.Add((key, Text(hook, "currentHash"), Text(hook, "trustStatus") == "trusted" && !(hook.TryGetProperty("enabled", out var on) && on.ValueKind == JsonValueKind.False)));
        return hooks;
    }

    private static string Text(JsonElement hook, string name) => hook.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
