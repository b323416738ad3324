namespace Sallyport.Policy.BuiltIn;

/// <summary>
/// Files by which other coding agents and their guards decide what may run: an agent that edits them frees another, or has it run
/// code at its next start.
/// </summary>
internal static class OtherAgents
{
    /// <summary>True for a guard's folder, an agent's settings and hooks, and a guard's program.</summary>
    public static bool Owns(string path, string name)
    {
        var from = 0;
        while (path.IndexOf("/.", from, StringComparison.Ordinal) is var at and >= 0)
        {
            var rest = path.AsSpan(at + 2);
            var slash = rest.IndexOf('/');
            if (Folder(slash < 0 ? rest : rest[..slash], slash < 0 ? default : rest[(slash + 1)..])) return true;
            from = at + 2;
        }
        return IsGuard(name) && (path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/node_modules/", StringComparison.Ordinal));
    }

    private static bool Folder(ReadOnlySpan<char> folder, ReadOnlySpan<char> inside) => folder switch
    {
        "claude" => inside is "settings.json" or "settings.local.json" or "managed-settings.json" or "hooks" || inside.StartsWith("hooks/"),
        "cursor" => inside is "hooks.json" or "cli-config.json" || inside.StartsWith("hooks/"),
        "gemini" or "qwen" or "factory" or "kiro" or "amp" or "augment" or "copilot" => inside is "settings.json" or "hooks.json" or "config.json"
            or "trustedFolders.json" || inside.StartsWith("hooks/"),
        "opencode" => inside is "opencode.json" || inside.StartsWith("plugin"),
        "config" => Configured(inside),
        _ => IsGuard(folder) || MayBeGuard(folder),
    };

    // A pattern that names a guard's folder, and not simply every hidden one.
    private static bool MayBeGuard(ReadOnlySpan<char> pattern)
    {
        if (pattern.IndexOfAny('*', '?', '[') < 0 || pattern.Length < 3 || pattern[0] is '*' or '?' or '[') return false;
        foreach (var guard in Guards)
            if (PathPattern.Part(pattern, guard)) return true;
        return false;
    }

    private static bool Configured(ReadOnlySpan<char> inside)
    {
        var slash = inside.IndexOf('/');
        if (slash < 0) return IsGuard(inside);
        return IsGuard(inside[..slash]) || (inside[..slash] is "opencode" or "amp" or "goose" or "crush"
            && inside[(slash + 1)..] is "opencode.json" or "settings.json" or "config.yaml" or "crush.json" or "permission.yaml")
            || inside.StartsWith("opencode/plugin");
    }

    private static bool IsGuard(ReadOnlySpan<char> name)
    {
        foreach (var guard in Guards)
            if (name.SequenceEqual(guard)) return true;
        return false;
    }

    private static ReadOnlySpan<string> Guards => new[] { "nah", "dcg", "cc-safety-net", "tirith", "cupcake", "sondera", "agentsh", "defenseclaw", "doberman", "armorcodex", "block-no-verify" };
}
