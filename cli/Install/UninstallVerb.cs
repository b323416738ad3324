namespace Sallyport.Cli.Install;

/// <summary><c>sallyport uninstall</c>: takes out exactly what install put in.</summary>
internal static class UninstallVerb
{
    public static readonly Verb Verb = new("uninstall", "take Sallyport out again", """
        usage: sallyport uninstall [--scope user|repo|system|plugin] [--codex-home DIR] [--purge] [--dry-run]

        Takes the hooks, their trust, the MCP server and the binaries out. Where nobody else changed hooks.json and config.toml
        since, they become byte for byte what they were. The record, policy and settings stay.

          --scope            what 'install' was given; user by default
          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --codex PATH       with plugin: the Codex to take it out of
          --repo DIR         the repository of --scope repo, else the current directory
          --root DIR         with system: a folder that stands for /
          --purge            remove the data directory too: the record is gone then
          --dry-run          show what would change, change nothing

        examples:
          sallyport uninstall
          sallyport uninstall --repo .
          sallyport uninstall --purge
        exit codes: 0 taken out · 2 wrong words · 3 could not be done
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--scope", "--codex-home", "--codex", "--repo", "--root", "--purge", "--dry-run");
        return options.Scope switch
        {
            Scope.System => Managed.SystemInstall.Undo(options),
            Scope.Plugin => Plugin.PluginInstall.Undo(options),
            _ => Undo(options),
        };
    }

    private static int Undo(InstallOptions options)
    {
        var installation = options.Installation;
        var manifest = InstallManifest.Read(installation);
        var hooksBefore = TextFile.Read(installation.HooksFile);
        var configBefore = TextFile.Read(installation.ConfigFile);

        var (hooks, config) = OriginalFiles.Of(installation, manifest, hooksBefore, configBefore);

        if (options.DryRun)
        {
            TextDiff.Write(Console.Out, installation.HooksFile, hooksBefore ?? "", hooks ?? "");
            TextDiff.Write(Console.Out, installation.ConfigFile, configBefore ?? "", config ?? "");
            return ExitCode.Ok;
        }

        Put(installation.HooksFile, hooksBefore, hooks);
        Put(installation.ConfigFile, configBefore, config);
        RemoveEmpty(installation.Repository is null ? null : Path.GetDirectoryName(installation.HooksFile));
        if (File.Exists(installation.ManifestFile)) File.Delete(installation.ManifestFile);
        Remove(installation.BackupDirectory);
        var others = installation.OtherManifests.Any();
        if (!others) Remove(installation.Data.BinDirectory);
        if (!others) Remove(Path.Combine(installation.Data.Root, "backup"));
        if (options.Purge && others) Console.Error.WriteLine($"{installation.Data.Root} serves other installations and stays.");
        else if (options.Purge) DataPurge.Run(installation);
        Console.Out.WriteLine($"Sallyport is out of {installation.Repository ?? installation.CodexHome}." + (options.Purge ? "" : $" The record and settings are still in {installation.Data.Root}."));
        return ExitCode.Ok;
    }

    private static void RemoveEmpty(string? directory)
    {
        if (directory is not null && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any()) Directory.Delete(directory);
    }

    private static void Remove(string directory)
    {
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }

    private static void Put(string path, string? before, string? after)
    {
        if (before is null || before == after) return;
        if (after is null) File.Delete(path);
        else TextFile.Write(path, before, after);
    }
}
