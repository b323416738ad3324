using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Integrity;

namespace Sallyport.Hooks;

/// <summary>What is recorded of texts and inputs: whole, with every secret and every personal datum replaced by the rule that found it.</summary>
internal static class MaskedJson
{
    private const string Hidden = "[redacted:field]";

    /// <summary>The canonical form of a value, its strings masked; members whose name says that they hold a secret are hidden whole.</summary>
    public static byte[] Of(JsonElement value)
    {
        var writer = new CanonicalWriter();
        Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>A text, masked.</summary>
    public static string Text(string text)
    {
        var scan = Scanner.Inspect(text, Surface.ToolInput);
        var masked = Redactor.Redact(text.AsSpan(0, scan.Truncated ? scan.ScannedTo : text.Length), scan.Findings);
        return scan.Truncated ? masked + $"[{text.Length - scan.ScannedTo} characters not looked at]" : masked;
    }

    private static void Write(CanonicalWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.StartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.Name(Text(member.Name));
                    if (member.Value.ValueKind == JsonValueKind.String && NamesSecret(member.Name)) writer.String(Hidden);
                    else Write(writer, member.Value);
                }
                writer.EndObject();
                break;
            case JsonValueKind.Array:
                writer.StartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.String(Text(value.GetString()!));
                break;
            default:
                CanonicalJson.Write(writer, value);
                break;
        }
    }

    private static bool NamesSecret(string name)
    {
        var bare = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return bare.EndsWith("password", StringComparison.Ordinal) || bare.EndsWith("passwd", StringComparison.Ordinal) || bare.EndsWith("secret", StringComparison.Ordinal)
            || bare.EndsWith("apikey", StringComparison.Ordinal) || bare.EndsWith("privatekey", StringComparison.Ordinal)
            || bare.EndsWith("accesstoken", StringComparison.Ordinal) || bare.EndsWith("authtoken", StringComparison.Ordinal)
            || bare is "authorization" or "token" or "cookie" or "pwd" or "passphrase";
    }
}
