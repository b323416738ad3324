namespace Sallyport.Cli.Install;

/// <summary><c>sallyport uninstall</c>: takes out exactly what install put in.</summary>
internal static class UninstallVerb
{
    public static readonly Verb Verb = new("uninstall", "take Sallyport out again", """
        usage: sallyport uninstall [--codex-home DIR] [--purge] [--dry-run]

        Takes the six hooks, their trust, the MCP server and the binaries out. Where nobody else changed hooks.json and config.toml
        since, they become byte for byte what they were. The record, policy and settings stay.

          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --purge            remove the data directory too: the record is gone then
          --dry-run          show what would change, change nothing

        examples:
          sallyport uninstall
          sallyport uninstall --purge
        exit codes: 0 taken out · 2 wrong words · 3 could not be done
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--monitor", "--json");
        var installation = new CodexInstallation(options.CodexHome);
        var manifest = InstallManifest.Read(installation);
        var hooksBefore = TextFile.Read(installation.HooksFile);
        var configBefore = TextFile.Read(installation.ConfigFile);

        var hooks = hooksBefore is null ? null
            : Unchanged(manifest?.HooksHash, hooksBefore) ? Original(installation, "hooks.json", manifest!.HadHooks)
            : CodexEdits.HooksWithout(installation, hooksBefore);
        var config = configBefore is null ? null
            : Unchanged(manifest?.ConfigHash, configBefore) ? Original(installation, "config.toml", manifest!.HadConfig)
            : CodexEdits.ConfigWithout(installation, configBefore, hooksBefore, hooks, manifest?.FeatureWasOurs ?? false);

        if (options.DryRun)
        {
            TextDiff.Write(Console.Out, installation.HooksFile, hooksBefore ?? "", hooks ?? "");
            TextDiff.Write(Console.Out, installation.ConfigFile, configBefore ?? "", config ?? "");
            return ExitCode.Ok;
        }

        Put(installation.HooksFile, hooksBefore, hooks);
        Put(installation.ConfigFile, configBefore, config);
        if (File.Exists(installation.ManifestFile)) File.Delete(installation.ManifestFile);
        if (options.Purge)
        {
            if (Directory.Exists(installation.Data.Root)) Directory.Delete(installation.Data.Root, recursive: true);
        }
        else
        {
            foreach (var directory in (string[])[installation.Data.BinDirectory, installation.BackupDirectory])
                if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        }
        Console.Out.WriteLine($"Sallyport is out of {installation.CodexHome}." + (options.Purge ? "" : $" The record and settings are still in {installation.Data.Root}."));
        return ExitCode.Ok;
    }

    private static bool Unchanged(string? hash, string text) => hash is not null && InstallManifest.HashOf(text) == hash;

    private static string? Original(CodexInstallation installation, string name, bool had)
    {
        if (!had) return null;
        return TextFile.Read(Path.Combine(installation.BackupDirectory, name))
            ?? throw new InvalidDataException($"{installation.BackupDirectory}/{name} is missing: {name} cannot be restored. Remove Sallyport's entries from it by hand.");
    }

    private static void Put(string path, string? before, string? after)
    {
        if (before is null || before == after) return;
        if (after is null) File.Delete(path);
        else TextFile.Write(path, before, after);
    }
}
