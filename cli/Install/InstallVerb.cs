using System.Text;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary><c>sallyport install</c>: puts the binaries where Codex starts them, and registers, turns on and trusts them.</summary>
internal static class InstallVerb
{
    public static readonly Verb Verb = new("install", "put Sallyport between Codex and its tools", """
        usage: sallyport install [--codex-home DIR] [--monitor] [--dry-run]

        Copies the binaries into the data directory, adds the six hooks to hooks.json (other hooks stay as they are), turns hooks on
        and registers the MCP server in config.toml, and trusts the hooks so that they run at once. Can be repeated.

          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --monitor          begin gently: record what would be stopped, stop nothing
          --dry-run          show what would change, change nothing

        examples:
          sallyport install
          sallyport install --monitor
          sallyport install --codex-home /tmp/try --dry-run
        exit codes: 0 installed · 2 wrong words · 3 could not be done (nothing was changed)
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args);
        var installation = new CodexInstallation(options.CodexHome);
        var hooksBefore = TextFile.Read(installation.HooksFile);
        var configBefore = TextFile.Read(installation.ConfigFile);
        var hooks = CodexEdits.Hooks(installation, hooksBefore);
        var config = CodexEdits.Config(installation, configBefore, hooksBefore, hooks);

        if (options.DryRun)
        {
            Console.Out.WriteLine($"would copy {CodexInstallation.Binaries.Count()} binaries to {installation.Data.BinDirectory}");
            TextDiff.Write(Console.Out, installation.HooksFile, hooksBefore ?? "", hooks);
            TextDiff.Write(Console.Out, installation.ConfigFile, configBefore ?? "", config);
            return ExitCode.Ok;
        }

        DataDirectory.Open(installation.Data.Root);
        CopyBinaries(installation.Data.BinDirectory);
        Note(installation, hooksBefore, hooks, configBefore, config).Write(installation);
        // config.toml first: a hook that is registered and not yet trusted would be skipped in silence.
        TextFile.Write(installation.ConfigFile, configBefore, config);
        TextFile.Write(installation.HooksFile, hooksBefore, hooks);
        if (options.Monitor) Monitor(installation);

        Console.Out.WriteLine($"Sallyport {ProductVersion.Text} is installed for Codex in {installation.CodexHome}.");
        Console.Out.WriteLine(options.Monitor ? "It watches and stops nothing. 'sallyport status' says what is enforced." : "It enforces from the next session on. 'sallyport status' says what is enforced.");
        return ExitCode.Ok;
    }

    private static void CopyBinaries(string bin)
    {
        var from = AppContext.BaseDirectory;
        foreach (var name in CodexInstallation.Binaries)
            if (!File.Exists(Path.Combine(from, name)))
                throw new InvalidDataException($"{name} is not beside this program ({from}). Run the sallyport that came with the others.");

        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(bin);
        else Directory.CreateDirectory(bin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var name in CodexInstallation.Binaries)
        {
            var to = Path.Combine(bin, name);
            if (Path.GetFullPath(Path.Combine(from, name)) == Path.GetFullPath(to)) continue;
            // Beside it, then over it in one step: a hook that starts meanwhile is the old one or the new one, never half of one.
            var temporary = to + ".tmp-" + Environment.ProcessId;
            File.Copy(Path.Combine(from, name), temporary, overwrite: true);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.Move(temporary, to, overwrite: true);
        }
    }

    /// <summary>Keeps what was there before the first installation; a repeated one must not take its own work for the original.</summary>
    private static InstallManifest Note(CodexInstallation installation, string? hooksBefore, string hooks, string? configBefore, string config)
    {
        var known = InstallManifest.Read(installation);
        var hooksOurs = known is not null && hooksBefore is not null && InstallManifest.HashOf(hooksBefore) == known.HooksHash;
        var configOurs = known is not null && configBefore is not null && InstallManifest.HashOf(configBefore) == known.ConfigHash;
        Directory.CreateDirectory(installation.BackupDirectory);
        if (!hooksOurs && hooksBefore is not null) Backup(installation, "hooks.json", hooksBefore);
        if (!configOurs && configBefore is not null) Backup(installation, "config.toml", configBefore);
        return new InstallManifest
        {
            Version = ProductVersion.Text,
            HooksHash = InstallManifest.HashOf(hooks),
            ConfigHash = InstallManifest.HashOf(config),
            HadHooks = hooksOurs ? known!.HadHooks : hooksBefore is not null,
            HadConfig = configOurs ? known!.HadConfig : configBefore is not null,
            FeatureWasOurs = known?.FeatureWasOurs
                ?? (configBefore is null || CodexEdits.Value(configBefore, installation.ConfigFile, "features", "hooks") is null),
        };
    }

    private static void Backup(CodexInstallation installation, string name, string text) =>
        AtomicFile.Write(Path.Combine(installation.BackupDirectory, name), Encoding.UTF8.GetBytes(text), durable: true);

    private static void Monitor(CodexInstallation installation)
    {
        if (File.Exists(installation.Data.SettingsFile))
            throw new InvalidDataException($"{installation.Data.SettingsFile} is there already: set \"mode\": \"monitor\" in it.");
        AtomicFile.Write(installation.Data.SettingsFile, "{\n  \"mode\": \"monitor\"\n}\n"u8, durable: true);
    }
}
