using System.Security;
using System.Text;
using Sallyport.Integrity;

namespace Sallyport.Cli.Managed;

/// <summary>The macOS profile that carries requirements.toml, and config.toml, to Codex's managed preferences.</summary>
internal static class MobileConfig
{
    /// <summary>The profile. The same texts give the same profile, identifiers included, so that a management service sees no change where there is none.</summary>
    public static string Of(string requirements, string config)
    {
        var text = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
              <key>PayloadContent</key>
              <array>
                <dict>

            """);
        Key(text, 3, "PayloadType", "com.openai.codex");
        Key(text, 3, "PayloadIdentifier", "com.openai.codex.sallyport.requirements");
        Key(text, 3, "PayloadUUID", Uuid("payload", requirements + config));
        Key(text, 3, "PayloadDisplayName", "Codex requirements");
        text.Append("      <key>PayloadVersion</key>\n      <integer>1</integer>\n");
        Key(text, 3, "requirements_toml_base64", Base64(requirements));
        Key(text, 3, "config_toml_base64", Base64(config));
        text.Append("    </dict>\n  </array>\n");
        Key(text, 1, "PayloadType", "Configuration");
        Key(text, 1, "PayloadIdentifier", "com.openai.codex.sallyport");
        Key(text, 1, "PayloadUUID", Uuid("profile", requirements + config));
        Key(text, 1, "PayloadDisplayName", "Sallyport for Codex");
        Key(text, 1, "PayloadDescription", "Every tool call of Codex is checked by Sallyport. The binaries are installed apart.");
        Key(text, 1, "PayloadScope", "System");
        text.Append("  <key>PayloadVersion</key>\n  <integer>1</integer>\n  <key>PayloadRemovalDisallowed</key>\n  <true/>\n</dict>\n</plist>\n");
        return text.ToString();
    }

    /// <summary>As Codex reads it: the base64 of the UTF-8 text.</summary>
    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Key(StringBuilder text, int level, string key, string value)
    {
        var indent = new string(' ', level * 2);
        text.Append(indent).Append("<key>").Append(key).Append("</key>\n").Append(indent).Append("<string>").Append(SecurityElement.Escape(value)).Append("</string>\n");
    }

    private static string Uuid(string what, string content)
    {
        var hash = Sha256.Hash(Encoding.UTF8.GetBytes($"sallyport {what}\n{content}")).AsSpan(0, 16).ToArray();
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made from a hash of our own
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString().ToUpperInvariant();
    }
}
