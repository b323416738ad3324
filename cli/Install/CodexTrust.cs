using System.Text.Json;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary>What this Codex itself says of our hooks: seen or not, trusted or not.</summary>
/// <param name="Untrusted">Key and current hash of each hook of ours that Codex would skip.</param>
/// <param name="Missing">Events for which it sees no hook of ours.</param>
/// <param name="Complaints">Its own warnings and errors about hooks.</param>
internal sealed record CodexTrust(List<(string Key, string Hash)> Untrusted, List<string> Missing, List<string> Complaints)
{
    /// <summary>All are seen, on and trusted.</summary>
    public bool Holds => Untrusted.Count == 0 && Missing.Count == 0;

    /// <summary>Asks, and where Codex trusts less than all makes it trust them by its own hash, and asks again.</summary>
    public static CodexTrust Ensure(CodexInstallation installation, CodexAppServer server)
    {
        var trust = Ask(installation, server);
        if (trust.Untrusted.Count == 0) return trust;
        using var _ = server.Ask("config/batchWrite", json =>
        {
            json.WriteStartArray("edits");
            json.WriteStartObject();
            json.WriteString("keyPath", "hooks.state");
            json.WriteString("mergeStrategy", "upsert");
            json.WriteStartObject("value");
            foreach (var (key, hash) in trust.Untrusted)
            {
                json.WriteStartObject(key);
                json.WriteString("trusted_hash", hash);
                json.WriteBoolean("enabled", true);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteBoolean("reloadUserConfig", true);
        });
        return Ask(installation, server);
    }

    /// <summary>Asks <c>hooks/list</c>.</summary>
    /// <param name="installation">Whose hooks.</param>
    /// <param name="server">Who is asked.</param>
    /// <param name="registrations">Other registrations than a person's: an administrator's.</param>
    public static CodexTrust Ask(CodexInstallation installation, CodexAppServer server, HookRegistration[]? registrations = null)
    {
        using var answer = server.Ask("hooks/list", json =>
        {
            json.WriteStartArray("cwds");
            json.WriteStringValue(installation.Repository ?? installation.CodexHome);
            json.WriteEndArray();
        });
        var trust = new CodexTrust([], [.. (registrations ?? installation.Registrations).Select(r => r.Event)], []);
        foreach (var place in answer.RootElement.GetProperty("result").GetProperty("data").EnumerateArray())
        {
            foreach (var kind in (string[])["warnings", "errors"])
                if (place.TryGetProperty(kind, out var list))
                    foreach (var item in list.EnumerateArray())
                        trust.Complaints.Add(Sanitize.ForTerminal(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()));
            foreach (var hook in place.GetProperty("hooks").EnumerateArray()) trust.Take(registrations ?? installation.Registrations, hook);
        }
        return trust;
    }

    private void Take(HookRegistration[] registrations, JsonElement hook)
    {
        var command = Text(hook, "command");
        var registration = Array.Find(registrations, r => r.Command == command && Text(hook, "eventName").Equals(r.Event, StringComparison.OrdinalIgnoreCase));
        if (registration is null) return;
        Missing.Remove(registration.Event);
        var enabled = !hook.TryGetProperty("enabled", out var on) || on.ValueKind != JsonValueKind.False;
        if (!enabled || Text(hook, "trustStatus") is not ("trusted" or "managed")) Untrusted.Add((Text(hook, "key"), Text(hook, "currentHash")));
    }

    private static string Text(JsonElement hook, string name) =>
        hook.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
