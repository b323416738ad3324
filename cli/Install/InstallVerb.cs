using System.Text;
using Sallyport.Configuration.CodexFiles;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary><c>sallyport install</c>: puts the binaries where Codex starts them, and registers, turns on and trusts them.</summary>
internal static class InstallVerb
{
    public static readonly Verb Verb = new("install", "put Sallyport between Codex and its tools", """
        usage: sallyport install [--codex-home DIR] [--codex PATH|none] [--monitor] [--dry-run]

        Copies the binaries into the data directory, adds the six hooks to hooks.json (other hooks stay as they are), turns hooks on
        and registers the MCP server in config.toml, and trusts the hooks so that they run at once. Can be repeated.

          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --codex PATH       the Codex to ask whether it trusts the hooks, else the one on PATH; 'none' asks nobody
          --monitor          begin gently: record what would be stopped, stop nothing
          --dry-run          show what would change, change nothing

        examples:
          sallyport install
          sallyport install --monitor
          sallyport install --codex-home /tmp/try --dry-run
        exit codes: 0 installed · 1 installed, but Codex does not confirm its trust · 2 wrong words · 3 could not be done (nothing was changed)
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--purge", "--json");
        var installation = new CodexInstallation(options.CodexHome);
        var manifest = InstallManifest.Read(installation);
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
        if (options.Monitor && File.Exists(installation.Data.SettingsFile))
            throw new InvalidDataException($"{installation.Data.SettingsFile} is there already: set \"mode\": \"monitor\" in it. Nothing was changed.");

        var originals = OriginalFiles.Of(installation, manifest, hooksBefore, configBefore);
        DataDirectory.Open(installation.Data.Root);
        var binaries = InstalledBinaries.Copy(installation.Data.BinDirectory);
        Keep(installation, "hooks.json", originals.Hooks);
        Keep(installation, "config.toml", originals.Config);
        manifest = Describe(installation, manifest, originals, hooks, config, binaries);
        manifest.Write(installation);
        if (options.Monitor) AtomicFile.Write(installation.Data.SettingsFile, "{\n  \"mode\": \"monitor\"\n}\n"u8, durable: true);
        // config.toml first: a hook that is registered and not yet trusted would be skipped in silence.
        TextFile.Write(installation.ConfigFile, configBefore, config);
        TextFile.Write(installation.HooksFile, hooksBefore, hooks);

        var confirmed = Confirm(installation, options, manifest);
        Console.Out.WriteLine($"Sallyport {ProductVersion.Text} is installed for Codex in {installation.CodexHome}.");
        if (installation.NeedsVariable) Console.Out.WriteLine($"Start Codex with SALLYPORT_DATA_DIR={installation.Data.Root} as well: its hooks look there.");
        Console.Out.WriteLine(options.Monitor ? "It watches and stops nothing. 'sallyport status' says what is enforced." : "It enforces from the next session on. 'sallyport status' says what is enforced.");
        return confirmed;
    }

    // The hash that was computed is what Codex 0.169 computes. Where Codex is there it has the last word.
    private static int Confirm(CodexInstallation installation, InstallOptions options, InstallManifest manifest)
    {
        var codex = options.Codex ?? CodexAppServer.Find();
        if (codex is null or "none")
        {
            Console.Out.WriteLine("Codex was not asked whether it trusts the hooks (it is not on PATH); the trust it needs is written.");
            return ExitCode.Ok;
        }
        CodexTrust trust;
        try
        {
            using var server = CodexAppServer.Start(codex, installation.CodexHome);
            trust = CodexTrust.Ensure(installation, server);
        }
        catch (IOException wrong)
        {
            Console.Error.WriteLine($"Codex could not be asked whether it trusts the hooks: {wrong.Message} The trust it needs is written.");
            return ExitCode.Findings;
        }
        var written = TextFile.Read(installation.ConfigFile) ?? "";
        if (InstallManifest.HashOf(written) != manifest.ConfigHash) (manifest with { ConfigHash = InstallManifest.HashOf(written) }).Write(installation);
        foreach (var complaint in trust.Complaints) Console.Error.WriteLine($"! Codex says: {complaint}");
        if (trust.Missing.Count > 0) Console.Error.WriteLine($"! Codex does not see the hooks of {string.Join(", ", trust.Missing)}.");
        if (trust.Untrusted.Count > 0) Console.Error.WriteLine("! Codex does not trust the hooks: start codex and look at /hooks.");
        if (trust.Holds) Console.Out.WriteLine("Codex sees all six hooks and trusts them.");
        return trust.Holds ? ExitCode.Ok : ExitCode.Findings;
    }

    private static InstallManifest Describe(
        CodexInstallation installation, InstallManifest? known, OriginalFiles originals, string hooks, string config, Dictionary<string, string> binaries)
    {
        var before = TomlDocument.Parse(originals.Config ?? "", installation.ConfigFile);
        return new InstallManifest
        {
            Version = ProductVersion.Text,
            HooksHash = InstallManifest.HashOf(hooks),
            ConfigHash = InstallManifest.HashOf(config),
            HadHooks = originals.Hooks is not null,
            HadConfig = originals.Config is not null,
            HadFeatures = known?.HadFeatures ?? before.Find("features") is not null,
            FeatureBefore = known is null ? before.Written("features", "hooks") : known.FeatureBefore,
            Binaries = binaries,
        };
    }

    private static void Keep(CodexInstallation installation, string name, string? text)
    {
        Directory.CreateDirectory(installation.BackupDirectory);
        if (text is not null) AtomicFile.Write(installation.Backup(name), Encoding.UTF8.GetBytes(text), durable: true);
        else if (File.Exists(installation.Backup(name))) File.Delete(installation.Backup(name));
    }
}
