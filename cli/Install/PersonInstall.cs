using System.Text;
using Sallyport.Configuration.CodexFiles;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>Installs for one person: everything they do, or one repository.</summary>
internal static class PersonInstall
{
    public static int Run(InstallOptions options)
    {
        var installation = options.Installation;
        var manifest = InstallManifest.Read(installation);
        if (manifest is not null) Upgrades.RefuseLoss(manifest.Version, manifest.Format);
        RefuseTwice(installation);
        var hooksBefore = TextFile.Read(installation.HooksFile);
        var configBefore = TextFile.Read(installation.ConfigFile);
        var hooks = CodexEdits.Hooks(installation, hooksBefore);
        var config = CodexEdits.Config(installation, configBefore, hooksBefore, hooks);
        if (options.TrustProject) config = CodexEdits.Trusted(installation, config);
        var settingsBefore = TextFile.Read(installation.Data.SettingsFile);
        var settings = SettingsMode.Apply(installation.Data.SettingsFile, settingsBefore, options.Mode, managed: false);

        if (options.DryRun)
        {
            Console.Out.WriteLine($"would copy {CodexInstallation.Binaries.Count()} binaries to {installation.Data.BinDirectory}");
            TextDiff.Write(Console.Out, installation.HooksFile, hooksBefore ?? "", hooks);
            TextDiff.Write(Console.Out, installation.ConfigFile, configBefore ?? "", config);
            if (settings != settingsBefore) TextDiff.Write(Console.Out, installation.Data.SettingsFile, settingsBefore ?? "", settings ?? "");
            return ExitCode.Ok;
        }
        var originals = OriginalFiles.Of(installation, manifest, hooksBefore, configBefore);
        DataDirectory.Open(installation.Data.Root);
        var binaries = InstalledBinaries.Copy(installation.Data.BinDirectory);
        Keep(installation, "hooks.json", originals.Hooks);
        Keep(installation, "config.toml", originals.Config);
        manifest = Describe(installation, manifest, originals, hooks, config, binaries);
        manifest.Write(installation);
        SettingsMode.Settle(installation.Data.SettingsFile, settingsBefore, settings);
        // config.toml first: a hook that is registered and not yet trusted would be skipped in silence.
        TextFile.Write(installation.ConfigFile, configBefore, config);
        TextFile.Write(installation.HooksFile, hooksBefore, hooks);

        var confirmed = Confirm(installation, options, manifest);
        Console.Out.WriteLine($"Sallyport {ProductVersion.Text} is installed for {(installation.Repository is null ? "Codex in " + installation.CodexHome : installation.Repository)}.");
        if (!CodexEdits.ProjectIsTrusted(installation, TextFile.Read(installation.ConfigFile) ?? ""))
        {
            Console.Error.WriteLine($"! Codex takes the hooks of a repository only where it trusts it. Start codex there and accept, or: sallyport install --repo '{installation.Repository}' --trust-project");
            confirmed = ExitCode.Findings;
        }
        Console.Out.WriteLine(SettingsMode.InForce(installation));
        return confirmed;
    }

    // Two registrations run twice: an approval would be used up by the first and missing for the second.
    private static void RefuseTwice(CodexInstallation installation)
    {
        foreach (var other in installation.OtherManifests.Select(InstallManifest.Read).OfType<InstallManifest>())
        {
            if (other.Repository is null)
                throw new InvalidDataException("Sallyport already guards everything this person does, this repository too. To guard it alone, first: sallyport uninstall");
            if (installation.Repository is null)
                throw new InvalidDataException($"Sallyport guards {other.Repository} by itself, and its hooks would run twice. First: sallyport uninstall --repo '{other.Repository}'");
        }
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
        if (trust.Missing.Count > 0 && CodexEdits.ProjectIsTrusted(installation, written)) Console.Error.WriteLine($"! Codex does not see the hooks of {string.Join(", ", trust.Missing)}.");
        if (trust.Untrusted.Count > 0) Console.Error.WriteLine("! Codex does not trust the hooks: start codex and look at /hooks.");
        if (trust.Holds) Console.Out.WriteLine("Codex sees every hook and trusts it.");
        return trust.Holds ? ExitCode.Ok : ExitCode.Findings;
    }

    private static InstallManifest Describe(
        CodexInstallation installation, InstallManifest? known, OriginalFiles originals, string hooks, string config, Dictionary<string, string> binaries)
    {
        var before = TomlDocument.Parse(originals.Config ?? "", installation.ConfigFile);
        // What another installation of the same person found counts as found: it came first.
        var first = known ?? installation.OtherManifests.Select(InstallManifest.Read).OfType<InstallManifest>().FirstOrDefault();
        return new InstallManifest
        {
            Version = ProductVersion.Text,
            Format = InstallManifest.CurrentFormat,
            Repository = installation.Repository,
            HooksHash = InstallManifest.HashOf(hooks),
            ConfigHash = InstallManifest.HashOf(config),
            HadHooks = originals.Hooks is not null,
            HadConfig = originals.Config is not null && (known is not null || first is null or { HadConfig: true }),
            HadFeatures = first?.HadFeatures ?? before.Find("features") is not null,
            FeatureBefore = first is null ? before.Written("features", "hooks") : first.FeatureBefore,
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
