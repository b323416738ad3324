using System.Text;
using System.Text.Json;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.Protocol;

namespace Sallyport.Guards.ArmorIq;

/// <summary>The key ArmorIQ knows the person by: what is set, else its own credentials file, which by itself turns nothing on.</summary>
internal static class ArmorIqCredential
{
    /// <summary>The headers of a request; or why there are none.</summary>
    public static (IReadOnlyList<(string, string)>? Headers, string Why) Headers(GuardContext context)
    {
        var (key, why) = context.Credential(GuardTable.ArmorIqKey, GuardTable.ArmorIqKeyFile);
        if (key is null && context.Home is { } home)
        {
            try
            {
                key = FromFile(Path.Combine(home, ".armoriq", "credentials.json"));
            }
            catch (GuardException open)
            {
                why = open.Message;
            }
        }
        if (key is null) return (null, why);
        return ([("Authorization", "Bearer " + key), ("X-API-Key", key), ("Accept", "application/json")], "");
    }

    private static string? FromFile(string path)
    {
        if (PrivateFile.Read(path) is not { } text) return null;
        try
        {
            using var json = StrictJson.Parse(Encoding.UTF8.GetBytes(text));
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            foreach (var name in (ReadOnlySpan<string>)["apiKey", "api_key", "key"])
                if (json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) return GuardValues.HeaderValue(value.GetString()!);
            return null;
        }
        catch (MalformedInputException wrong)
        {
            throw new GuardException($"{path}: {wrong.Message}.", wrong);
        }
    }
}
