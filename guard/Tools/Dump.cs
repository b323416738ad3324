using System.Text.Json;
using Sallyport.GuardProgram.Work;
using Sallyport.Guards;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Settings;

namespace Sallyport.GuardProgram.Tools;

/// <summary><c>sallyport guard dump</c>: what F5 knows of providers, projects and tokens. Only reads, and leaves out every secret.</summary>
internal static class Dump
{
    private const int MostPages = 50;

    public static async Task<int> Run(HelperRequest request, Stream output)
    {
        using var desk = Desk.Open(request);
        var (own, why) = desk.Context.Credential(GuardTable.F5Token, GuardTable.F5TokenFile);
        // A token of the whole organisation sees more than a project's: the order is that of F5's own tool.
        var token = Token("F5_GLOBAL_API_TOKEN") ?? own ?? Token("CALYPSOAI_TOKEN");
        if (token is null) throw new GuardException(why);
        var failed = false;
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("address", desk.Settings.Text(GuardTable.F5Url));
        foreach (var collection in (string[])["providers", "projects", "tokens"])
        {
            json.WriteStartArray(collection);
            var wrong = await Collection(desk, token, collection, json);
            json.WriteEndArray();
            if (wrong is null) continue;
            json.WriteString(collection + "Error", wrong);
            failed = true;
        }
        json.WriteEndObject();
        await json.FlushAsync();
        output.WriteByte((byte)'\n');
        return failed ? 1 : 0;
    }

    private static string? Token(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } written ? GuardValues.HeaderValue(written) : null;

    private static async Task<string?> Collection(Desk desk, string token, string name, Utf8JsonWriter to)
    {
        var cursor = "";
        for (var page = 0; page < MostPages; page++)
        {
            using var deadline = new CancellationTokenSource(desk.Settings.TimeoutMs(Service.F5));
            var url = $"{desk.Settings.Text(GuardTable.F5Url)}/backend/v1/{name}?limit=100{(cursor.Length == 0 ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}";
            var reply = await desk.Transport(Service.F5).Send(new HttpQuestion("GET", url, [("Authorization", "Bearer " + token), ("Accept", "application/json")], []), deadline.Token);
            var (json, _, why) = HttpFaults.Read(reply);
            if (json is null) return why;
            using (json)
            {
                if (!json.RootElement.TryGetProperty(name, out var items) || items.ValueKind != JsonValueKind.Array) return $"its answer has no '{name}'.";
                foreach (var item in items.EnumerateArray()) Write(to, item);
                if (!json.RootElement.TryGetProperty("next", out var next) || next.ValueKind != JsonValueKind.String
                    || Cursor(next.GetString()!) is not { Length: > 0 } following || following == cursor) return null;
                cursor = following;
            }
        }
        return $"it has more than {MostPages * 100} {name}; the rest is left out.";
    }

    // A whole address with a cursor in its query, or the cursor itself. Only the cursor is used: no address of an answer is ever followed.
    private static string Cursor(string next)
    {
        var at = next.IndexOf("cursor=", StringComparison.Ordinal);
        if (at < 0) return next.Contains('/') ? "" : next;
        var rest = next[(at + "cursor=".Length)..];
        return Uri.UnescapeDataString(rest.Split('&')[0]);
    }

    private static void Write(Utf8JsonWriter to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                to.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    to.WritePropertyName(member.Name);
                    if (IsSecret(member.Name) && member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) to.WriteStringValue("<redacted>");
                    else Write(to, member.Value);
                }
                to.WriteEndObject();
                break;
            case JsonValueKind.Array:
                to.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(to, item);
                to.WriteEndArray();
                break;
            case JsonValueKind.String:
                to.WriteStringValue(Detection.Masker.Mask(value.GetString()!));
                break;
            default:
                value.WriteTo(to);
                break;
        }
    }

    private static bool IsSecret(string name)
    {
        var folded = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        foreach (var word in (ReadOnlySpan<string>)["authorization", "bearer", "token", "secret", "password", "apikey", "privatekey"])
            if (folded.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
