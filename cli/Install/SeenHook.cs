using System.Text.Json;

namespace Sallyport.Cli.Install;

/// <summary>A hook as Codex lists it.</summary>
/// <param name="Key">Under which name it keeps its trust.</param>
/// <param name="Event">The event, spelled as Codex answers it.</param>
/// <param name="Command">What it would run.</param>
/// <param name="Hash">Of what is registered now: trusting means to write it down.</param>
/// <param name="Runs">It is on and trusted, or an administrator's.</param>
internal readonly record struct SeenHook(string Key, string Event, string Command, string Hash, bool Runs)
{
    /// <summary>Asks <c>hooks/list</c> what a session in <paramref name="folder"/> would see.</summary>
    /// <param name="server">Who is asked.</param>
    /// <param name="folder">Where the session would be.</param>
    /// <param name="complaints">Takes Codex's own warnings and errors about hooks.</param>
    public static List<SeenHook> Ask(CodexAppServer server, string folder, List<string> complaints)
    {
        using var answer = server.Ask("hooks/list", json =>
        {
            json.WriteStartArray("cwds");
            json.WriteStringValue(folder);
            json.WriteEndArray();
        });
        var hooks = new List<SeenHook>();
        foreach (var place in answer.RootElement.GetProperty("result").GetProperty("data").EnumerateArray())
        {
            foreach (var kind in (string[])["warnings", "errors"])
                if (place.TryGetProperty(kind, out var list))
                    foreach (var item in list.EnumerateArray())
                        complaints.Add(Sanitize.ForTerminal(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()));
            foreach (var hook in place.GetProperty("hooks").EnumerateArray()) hooks.Add(Of(hook));
        }
        return hooks;
    }

    /// <summary>Makes Codex trust these as they are now, and switches them on.</summary>
    public static void Trust(CodexAppServer server, IEnumerable<SeenHook> hooks)
    {
        using var _ = server.Ask("config/batchWrite", json =>
        {
            json.WriteStartArray("edits");
            json.WriteStartObject();
            json.WriteString("keyPath", "hooks.state");
            json.WriteString("mergeStrategy", "upsert");
            json.WriteStartObject("value");
            foreach (var hook in hooks)
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
    }

    private static SeenHook Of(JsonElement hook)
    {
        var on = !hook.TryGetProperty("enabled", out var enabled) || enabled.ValueKind != JsonValueKind.False;
        return new SeenHook(Text(hook, "key"), Text(hook, "eventName"), Text(hook, "command"), Text(hook, "currentHash"), on && Text(hook, "trustStatus") is ("trusted" or "managed"));
    }

    private static string Text(JsonElement hook, string name) =>
        hook.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
