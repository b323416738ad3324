using Sallyport.Configuration;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary>Codex's two files as an installation would have them. Values only: nothing is written here.</summary>
internal static class CodexEdits
{
    private static readonly string[] Server = ["mcp_servers", "sallyport"];
    private static readonly string[] Features = ["features"];
    private static readonly string[] State = ["hooks", "state"];

    /// <summary>The tools that need no question: they declare a plan, or only read. What changes policy is asked about.</summary>
    public static readonly string[] UnaskedTools = ["register_intent_plan", "plan_status", "policy_read", "check_policy"];

    /// <summary>Variables the MCP server reads; Codex passes servers almost no environment.</summary>
    private static IEnumerable<string> ServerVariables => Managed.SystemConfigText.Variables;

    /// <summary>hooks.json with our hooks in it.</summary>
    public static string Hooks(CodexInstallation to, string? before) => HooksMerge.Register(before, to.HooksFile, to.Registrations);

    /// <summary>config.toml with hooks on, the server registered, our hooks trusted and other people's trust moved along with their hooks.</summary>
    public static string Config(CodexInstallation to, string? before, string? hooksBefore, string hooksAfter)
    {
        var file = to.ConfigFile;
        var text = before ?? "";
        text = Moved(text, to, hooksBefore, hooksAfter);
        text = TomlEdit.Set(text, file, Features, ["hooks"], "true");
        if (!HasOurServer(to, text)) text = TomlEdit.Remove(text, file, Server); // another's program by our name: its arguments, address and environment are not ours
        text = TomlEdit.Remove(text, file, [.. Server, "enabled"]); // nobody could declare a plan
        text = TomlEdit.Set(text, file, Server, ["command"], TomlEdit.Quoted(to.McpServer));
        text = TomlEdit.Set(text, file, Server, ["args"], TomlEdit.Quoted(["--data-dir", to.Data.Root]));
        text = TomlEdit.Set(text, file, Server, ["env_vars"], TomlEdit.Quoted(ServerVariables));
        // Earlier versions approved every tool of the server, which now has one that proposes changes of policy.
        text = TomlEdit.Remove(text, file, [.. Server, "default_tools_approval_mode"]);
        foreach (var tool in UnaskedTools) text = TomlEdit.Set(text, file, Server, ["tools", tool, "approval_mode"], TomlEdit.Quoted("approve"));
        foreach (var hook in HooksFile.Parse(hooksAfter, to.HooksFile).Handlers.Where(h => h.IsOurs))
        {
            string[] state = [.. State, TrustHash.Key(to.KeyPath, hook)];
            text = TomlEdit.Set(text, file, state, ["trusted_hash"], TomlEdit.Quoted(TrustHash.Of(hook)));
            text = TomlEdit.Remove(text, file, [.. state, "enabled"]); // the person may have switched it off there
        }
        return text;
    }

    /// <summary>True where the MCP server by our name is our program, wherever it lies.</summary>
    public static bool HasOurServer(CodexInstallation installation, string config) =>
        TomlDocument.Parse(config, installation.ConfigFile).String([.. Server, "command"]) is { } command && Path.GetFileName(command) == Path.GetFileName(installation.McpServer);

    /// <summary>hooks.json without our hooks; null where nothing else is in it.</summary>
    public static string? HooksWithout(CodexInstallation from, string before) => HooksMerge.Unregister(before, from.HooksFile);

    /// <summary>config.toml with a repository named as one whose own settings and hooks count.</summary>
    public static string Trusted(CodexInstallation to, string text) =>
        TomlEdit.Set(text, to.ConfigFile, ["projects", to.ProjectKey!], ["trust_level"], TomlEdit.Quoted("trusted"));

    /// <summary>True where Codex takes the repository's own hooks.</summary>
    public static bool ProjectIsTrusted(CodexInstallation installation, string config) =>
        installation.ProjectKey is null || TomlDocument.Parse(config, installation.ConfigFile).String("projects", installation.ProjectKey, "trust_level") == "trusted";

    /// <summary>config.toml without our server and our trust, <c>features.hooks</c> as it was; null where nothing is left of a file that was not there.</summary>
    public static string? ConfigWithout(CodexInstallation from, string before, string? hooksBefore, string? hooksAfter, InstallManifest? manifest)
    {
        var (text, file) = (before, from.ConfigFile);
        if (hooksBefore is not null)
            foreach (var hook in HooksFile.Parse(hooksBefore, from.HooksFile).Handlers.Where(h => h.IsOurs))
                text = TomlEdit.Remove(text, file, [.. State, TrustHash.Key(from.KeyPath, hook)]);
        text = Moved(text, from, hooksBefore, hooksAfter);
        if (from.OtherManifests.Any()) return text; // the server and the feature serve the others too
        text = TomlEdit.Remove(text, file, Server);
        if (manifest is not null && TomlDocument.Parse(text, file).Written("features", "hooks") == "true")
        {
            text = manifest.FeatureBefore is { } value ? TomlEdit.Set(text, file, Features, ["hooks"], value) : TomlEdit.Remove(text, file, "features", "hooks");
            if (!manifest.HadFeatures) text = WithoutEmpty(text, file, Features);
        }
        // The bare table that Codex puts before the trust it writes.
        if (text != before) text = WithoutEmpty(text, file, State);
        return manifest is { HadConfig: false } && string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>True where config.toml trusts this hook and does not switch it off.</summary>
    public static bool Trusts(CodexInstallation installation, string config, HookHandler hook)
    {
        var document = TomlDocument.Parse(config, installation.ConfigFile);
        string[] state = [.. State, TrustHash.Key(installation.KeyPath, hook)];
        return document.String([.. state, "trusted_hash"]) == TrustHash.Of(hook) && document.Written([.. state, "enabled"]) != "false";
    }

    private static string WithoutEmpty(string text, string file, string[] table) =>
        TomlDocument.Parse(text, file).Find(table) is { Kind: TomlKind.Header, Children.Count: 0 } ? TomlEdit.Remove(text, file, table) : text;

    private static string Moved(string text, CodexInstallation installation, string? hooksBefore, string? hooksAfter)
    {
        if (hooksBefore is null) return text;
        var moves = HooksMerge.Moves(hooksBefore, hooksAfter, installation.HooksFile, installation.KeyPath).ToDictionary(m => m.OldKey, m => m.NewKey);
        return moves.Count == 0 ? text : TomlEdit.Rename(text, installation.ConfigFile, State, moves);
    }
}
