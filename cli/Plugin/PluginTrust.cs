using Sallyport.Cli.Install;

namespace Sallyport.Cli.Plugin;

/// <summary>What Codex says of the plugin's hooks. Their trust covers the definition and every file, so only Codex can compute it.</summary>
/// <param name="Seen">How many of our hooks it sees.</param>
/// <param name="Trusted">How many of them it trusts and has on.</param>
internal readonly record struct PluginTrust(int Seen, int Trusted)
{
    /// <summary>True for a key of a hook of ours.</summary>
    public static bool IsOurs(string key) => key.StartsWith(PluginFolder.Id + ":", StringComparison.Ordinal);

    /// <summary>Makes Codex trust what it sees, and asks again.</summary>
    public static PluginTrust Ensure(CodexInstallation installation, CodexAppServer server)
    {
        if (Ask(installation, server).FindAll(static h => !h.Runs) is { Count: > 0 } untrusted) SeenHook.Trust(server, untrusted);
        return Look(installation, server);
    }

    /// <summary>Only asks.</summary>
    public static PluginTrust Look(CodexInstallation installation, CodexAppServer server)
    {
        var hooks = Ask(installation, server);
        return new PluginTrust(hooks.Count, hooks.Count(static h => h.Runs));
    }

    private static List<SeenHook> Ask(CodexInstallation installation, CodexAppServer server) =>
        SeenHook.Ask(server, installation.CodexHome, []).FindAll(static h => IsOurs(h.Key));
}
