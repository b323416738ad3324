using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary>Codex's two files as an installation would have them. Values only: nothing is written here.</summary>
internal static class CodexEdits
{
    private static readonly string[] Server = ["mcp_servers", "sallyport"];
    private static readonly string[] Features = ["features"];
    private static readonly string[] State = ["hooks", "state"];

    /// <summary>Variables the MCP server reads; Codex passes servers almost no environment.</summary>
    private static readonly string[] ServerVariables = ["CODEX_HOME", "SALLYPORT_MODE", "SALLYPORT_PLAN_TTL_SECONDS", "SALLYPORT_AUDIT_FSYNC"];

    /// <summary>hooks.json with our six hooks in it.</summary>
    public static string Hooks(CodexInstallation to, string? before) => HooksMerge.Register(before, to.HooksFile, to.Registrations);

    /// <summary>config.toml with hooks on, the server registered, our hooks trusted and other people's trust moved along with their hooks.</summary>
    public static string Config(CodexInstallation to, string? before, string? hooksBefore, string hooksAfter)
    {
        var file = to.ConfigFile;
        var text = before ?? "";
        text = Moved(text, to, hooksBefore, hooksAfter);
        text = TomlEdit.Set(text, file, Features, ["hooks"], "true");
        text = TomlEdit.Set(text, file, Server, ["command"], TomlEdit.Quoted(to.McpServer));
        text = TomlEdit.Set(text, file, Server, ["args"], TomlEdit.Quoted(["--data-dir", to.Data.Root]));
        text = TomlEdit.Set(text, file, Server, ["env_vars"], TomlEdit.Quoted(ServerVariables));
        // Its own tools only: declaring a plan must not need a question, and they can do nothing else.
        text = TomlEdit.Set(text, file, Server, ["default_tools_approval_mode"], TomlEdit.Quoted("approve"));
        foreach (var hook in HooksFile.Parse(hooksAfter, to.HooksFile).Handlers.Where(h => h.IsOurs))
            text = TomlEdit.Set(text, file, [.. State, TrustHash.Key(to.KeyPath, hook)], ["trusted_hash"], TomlEdit.Quoted(TrustHash.Of(hook)));
        return text;
    }

    /// <summary>hooks.json without our hooks; null where nothing else is in it.</summary>
    public static string? HooksWithout(CodexInstallation from, string before) => HooksMerge.Unregister(before, from.HooksFile);

    /// <summary>config.toml without our server and our trust.</summary>
    public static string ConfigWithout(CodexInstallation from, string before, string? hooksBefore, string? hooksAfter, bool featureWasOurs)
    {
        var text = before;
        if (hooksBefore is not null)
            foreach (var hook in HooksFile.Parse(hooksBefore, from.HooksFile).Handlers.Where(h => h.IsOurs))
                text = TomlEdit.Remove(text, from.ConfigFile, [.. State, TrustHash.Key(from.KeyPath, hook)]);
        text = Moved(text, from, hooksBefore, hooksAfter);
        text = TomlEdit.Remove(text, from.ConfigFile, Server);
        if (featureWasOurs) text = TomlEdit.Remove(text, from.ConfigFile, "features", "hooks");
        return text;
    }

    /// <summary>The value at a place of config.toml as it is written; null where there is none.</summary>
    public static string? Value(string text, string file, params string[] path) =>
        TomlDocument.Parse(text, file).Find(path) is { Kind: TomlKind.Value } node ? text[node.ValueStart..node.ValueEnd] : null;

    /// <summary>True where config.toml trusts this hook.</summary>
    public static bool Trusts(CodexInstallation installation, string config, HookHandler hook) =>
        Value(config, installation.ConfigFile, [.. State, TrustHash.Key(installation.KeyPath, hook), "trusted_hash"]) is { } hash
        && hash.Trim('"', '\'') == TrustHash.Of(hook);

    private static string Moved(string text, CodexInstallation installation, string? hooksBefore, string? hooksAfter)
    {
        if (hooksBefore is null) return text;
        var moves = HooksMerge.Moves(hooksBefore, hooksAfter, installation.HooksFile, installation.KeyPath).ToDictionary(m => m.OldKey, m => m.NewKey);
        return moves.Count == 0 ? text : TomlEdit.Rename(text, installation.ConfigFile, State, moves);
    }
}
