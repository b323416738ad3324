using Sallyport.Cli.Install;
using Sallyport.Configuration.CodexFiles;
using Sallyport.State;

namespace Sallyport.Cli.Plugin;

/// <summary>Installs as a plugin: Codex copies it into its own folder, and trusts it by the content of every file in it.</summary>
internal static class PluginInstall
{
    private static readonly string[] State = ["hooks", "state"];

    public static int Run(InstallOptions options)
    {
        var installation = options.Installation;
        if (InstallManifest.Read(installation) is not null || installation.OtherManifests.Any())
            throw new InvalidDataException("Sallyport is installed for this person already, and its hooks would run twice. First: sallyport uninstall");
        var folder = Folder(installation);
        if (options.DryRun)
        {
            foreach (var (name, _) in PluginFolder.Files) Console.Out.WriteLine($"would write {Path.Combine(folder, name)}");
            Console.Out.WriteLine($"would copy {CodexInstallation.Binaries.Count()} binaries into it, and run:");
            Console.Out.WriteLine($"  codex plugin marketplace add '{folder}'");
            Console.Out.WriteLine($"  codex plugin add {PluginFolder.Id}");
            return ExitCode.Ok;
        }
        var codex = Needed(options);
        DataDirectory.Open(installation.Data.Root);
        var settingsBefore = TextFile.Read(installation.Data.SettingsFile);
        var settings = SettingsMode.Apply(installation.Data.SettingsFile, settingsBefore, options.Mode, managed: false);
        PluginFolder.Write(folder);
        Codex(codex, installation, "plugin", "marketplace", "add", folder);
        Codex(codex, installation, "plugin", "add", PluginFolder.Id, "--json");
        SettingsMode.Settle(installation.Data.SettingsFile, settingsBefore, settings);

        using var server = CodexAppServer.Start(codex, installation.CodexHome);
        var trust = PluginTrust.Ensure(installation, server);
        Console.Out.WriteLine($"Sallyport {ProductVersion.Text} is a plugin of Codex in {installation.CodexHome}.");
        Console.Out.WriteLine(SettingsMode.InForce(installation));
        if (CodexFeatures.SwitchedOffBy(TomlDocument.Parse(TextFile.Read(installation.ConfigFile) ?? "", installation.ConfigFile)) is { } feature)
            Console.Error.WriteLine($"! {installation.ConfigFile} switches hooks off ([features] {feature} = false): no hook runs until it is on.");
        else if (trust.Seen == trust.Trusted && trust.Seen == installation.Registrations.Length)
            Console.Out.WriteLine("Codex sees every hook and trusts it.");
        else
            Console.Error.WriteLine($"! Codex sees {trust.Seen} hooks of {installation.Registrations.Length} and trusts {trust.Trusted}: start codex and look at /hooks.");
        return trust.Seen == trust.Trusted && trust.Seen == installation.Registrations.Length ? ExitCode.Ok : ExitCode.Findings;
    }

    /// <summary>Takes it out again.</summary>
    public static int Undo(InstallOptions options)
    {
        var installation = options.Installation;
        var folder = Folder(installation);
        if (options.DryRun)
        {
            Console.Out.WriteLine($"would run: codex plugin remove {PluginFolder.Id}; codex plugin marketplace remove {PluginFolder.Marketplace}");
            Console.Out.WriteLine($"would remove {folder}");
            return ExitCode.Ok;
        }
        var codex = Needed(options);
        Codex(codex, installation, "plugin", "remove", PluginFolder.Id);
        Codex(codex, installation, "plugin", "marketplace", "remove", PluginFolder.Marketplace);
        if (TextFile.Read(installation.ConfigFile) is { } config)
        {
            var text = config;
            foreach (var key in Keys(installation, text)) text = TomlEdit.Remove(text, installation.ConfigFile, [.. State, key]);
            TextFile.Write(installation.ConfigFile, config, text);
        }
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        if (options.Purge) DataPurge.Run(installation);
        Console.Out.WriteLine($"Sallyport is no longer a plugin of Codex in {installation.CodexHome}." + (options.Purge ? "" : $" The record and settings are still in {installation.Data.Root}."));
        return ExitCode.Ok;
    }

    private static string Folder(CodexInstallation installation) => Path.Combine(installation.Data.Root, "plugin");

    private static IEnumerable<string> Keys(CodexInstallation installation, string config) =>
        TomlDocument.Parse(config, installation.ConfigFile).Find(State)?.Children.Select(c => c.Name).Where(PluginTrust.IsOurs).ToList() ?? [];

    private static string Needed(InstallOptions options) => options.Codex is null or "none" && CodexAppServer.Find() is null || options.Codex == "none"
        ? throw new InvalidDataException("A plugin is installed by Codex itself, and codex is not on PATH. Name it: --codex PATH")
        : options.Codex ?? CodexAppServer.Find()!;

    private static void Codex(string codex, CodexInstallation installation, params string[] words)
    {
        var result = ChildProcess.Run(codex, words, environment: [("CODEX_HOME", installation.CodexHome)]);
        if (result.ExitCode != 0) throw new IOException($"'codex {string.Join(' ', words)}' failed: {Sanitize.ForTerminal(result.Error.Trim())}");
    }
}
