using Sallyport.Cli.Install;
using Sallyport.Cli.Managed;
using Sallyport.Cli.Plugin;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Doctor;

/// <summary>A hook of ours as Codex has it, and where it is written.</summary>
internal sealed record RegisteredHook(string Event, string Command, string Source);

/// <summary>The installation that is looked at: its scope, where its binaries are, what is registered.</summary>
internal sealed class Patient
{
    private Patient(Scope scope, CodexInstallation installation) => (Scope, Installation) = (scope, installation);

    public Scope Scope { get; }
    public CodexInstallation Installation { get; }

    /// <summary>Where the registered binaries are.</summary>
    public string Binaries => Scope switch
    {
        Scope.System => ManagedFolders.Binaries,
        Scope.Plugin => Path.Combine(PluginRoot, "bin"),
        _ => Installation.Data.BinDirectory,
    };

    /// <summary>The SHA-256 of each binary as it was installed; null where nobody wrote it down.</summary>
    public Dictionary<string, string>? Hashes { get; private init; }

    /// <summary>The version that was installed; null where nothing is.</summary>
    public string? Version { get; private init; }

    /// <summary>What to run to put it right.</summary>
    public string Mend => Scope switch
    {
        Scope.System => "Run as an administrator: sallyport install --scope system",
        Scope.Plugin => "Run: sallyport uninstall --scope plugin, then sallyport install --scope plugin",
        Scope.Repo => $"Run: sallyport install --repo '{Installation.Repository}'",
        _ => "Run: sallyport install",
    };

    /// <summary>Where Codex keeps its copy of the plugin.</summary>
    public string PluginRoot => Path.Combine(Installation.CodexHome, "plugins", "cache", "sallyport", "sallyport", ProductVersion.Text);

    /// <summary>Finds the installation that the words name, or the one there is.</summary>
    public static Patient Of(InstallOptions options, bool named)
    {
        var installation = options.Installation;
        var scope = named || options.Scope == Scope.Repo ? options.Scope
            : File.Exists(installation.ManifestFile) ? Scope.User
            : SystemManifest.Read(new ManagedFolders(null).Manifest) is not null ? Scope.System
            : IsPlugin(installation) ? Scope.Plugin
            : Scope.User;
        if (scope == Scope.System)
        {
            var system = SystemManifest.Read(new ManagedFolders(null).Manifest);
            return new Patient(scope, installation) { Hashes = system?.Binaries, Version = system?.Version };
        }
        if (scope == Scope.Plugin) return new Patient(scope, installation) { Version = IsPlugin(installation) ? ProductVersion.Text : null };
        var manifest = InstallManifest.Read(installation);
        return new Patient(scope, installation) { Hashes = manifest?.Binaries, Version = manifest?.Version };
    }

    /// <summary>Our hooks in every place Codex would read, for this installation's scope first.</summary>
    /// <exception cref="IOException">A file cannot be parsed.</exception>
    public IEnumerable<RegisteredHook> Hooks()
    {
        var requirements = new ManagedFolders(null).Requirements;
        return Scope switch
        {
            Scope.System => FromRequirements(requirements),
            Scope.Plugin => FromHooksFile(Path.Combine(PluginRoot, "hooks", "hooks.json"), PluginRoot),
            _ => FromHooksFile(Installation.HooksFile, null),
        };
    }

    /// <summary>The other places in which hooks of ours are registered: they would run as well.</summary>
    public IEnumerable<string> OtherPlaces()
    {
        var here = Path.Combine(Directory.GetCurrentDirectory(), ".codex", "hooks.json");
        var user = Path.Combine(Installation.CodexHome, "hooks.json");
        var requirements = new ManagedFolders(null).Requirements;
        if (Scope != Scope.System && FromRequirements(requirements).Any()) yield return requirements;
        if (Installation.HooksFile != user && FromHooksFile(user, null).Any()) yield return user;
        if (Scope is Scope.System or Scope.Plugin && FromHooksFile(user, null).Any()) yield return user;
        if (here != user && here != Installation.HooksFile && FromHooksFile(here, null).Any()) yield return here;
        if (Scope != Scope.Plugin && IsPlugin(Installation)) yield return $"the plugin {PluginFolder.Id}";
    }

    private static bool IsPlugin(CodexInstallation installation) => TextFile.Read(installation.ConfigFile) is { } config
        && TomlDocument.Parse(config, installation.ConfigFile).Written("plugins", PluginFolder.Id, "enabled") == "true";

    private static IEnumerable<RegisteredHook> FromHooksFile(string path, string? pluginRoot)
    {
        if (TextFile.Read(path) is not { } text) return [];
        return HooksFile.Parse(text, path).Handlers
            .Select(h => pluginRoot is null ? h : h with { Command = h.Command.Replace("${PLUGIN_ROOT}", pluginRoot,
                StringComparison.Ordinal).Replace("\"" + pluginRoot, "'" + pluginRoot, StringComparison.Ordinal).Replace("\" || ", "' || ",
                StringComparison.Ordinal) })
            .Where(static h => h.IsOurs)
            .Select(h => new RegisteredHook(h.Event, h.Command, path));
    }

    private static IEnumerable<RegisteredHook> FromRequirements(string path)
    {
        if (TextFile.Read(path) is not { } text || TomlDocument.Parse(text, path) is not { } document || document.Find("hooks") is not { } hooks) yield break;
        foreach (var name in hooks.Children.Where(static c => c.Kind == TomlKind.Tables))
            for (var group = 0; group < name.Children.Count; group++)
                for (var i = 0; document.String("hooks", name.Name, $"{group}", "hooks", $"{i}", OperatingSystem.IsWindows() ? "command_windows" : "command") is { } command; i++)
                    if (HookRegistration.BinaryOf(name.Name, command) is not null) yield return new RegisteredHook(name.Name, command, path);
    }
}
