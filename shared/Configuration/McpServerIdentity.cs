namespace Sallyport.Configuration;

/// <summary>
/// Whether the MCP server that Codex calls <c>sallyport</c> is ours. A repository's <c>.codex/config.toml</c> may define a server of
/// any name, and its tools would then come under the names that pass without a plan.
/// </summary>
internal static class McpServerIdentity
{
    private const int Limit = 4 * 1024 * 1024;

    /// <summary>Why the server cannot be taken for ours, or null where nothing speaks against it.</summary>
    /// <param name="codexHome">Holds the user's config.toml, where the server is expected.</param>
    /// <param name="from">The session's directory: it and its parents may hold a project's config.</param>
    public static string? Fault(string? codexHome, string from)
    {
        var own = codexHome is null ? null : Path.GetFullPath(Path.Combine(codexHome, "config.toml"));
        for (var at = from; at is not null; at = Path.GetDirectoryName(at))
        {
            var path = Path.GetFullPath(Path.Combine(at, ".codex", "config.toml"));
            if (path == own) continue;
            if (Mentions(path)) return $"{path} defines an MCP server called sallyport, which is not Sallyport's; its tools do not pass";
        }
        return null;
    }

    // A TOML key can be written bare, quoted, dotted or with escapes. A file that names the server at all, outside a comment, is refused:
    // there is no reason for a project to name it.
    private static bool Mentions(string path)
    {
        if (!File.Exists(path)) return false;
        if (new FileInfo(path).Length > Limit) return true;
        var servers = false;
        var named = false;
        foreach (var line in File.ReadLines(path))
        {
            var text = line.AsSpan().TrimStart();
            if (text.StartsWith('#')) continue;
            if (text.Contains("\\u", StringComparison.OrdinalIgnoreCase) || text.Contains("\\x", StringComparison.OrdinalIgnoreCase)) return true; // an escape could spell the name
            servers |= text.Contains("mcp_servers", StringComparison.Ordinal);
            named |= text.Contains("sallyport", StringComparison.OrdinalIgnoreCase);
        }
        return servers && named;
    }
}
