using System.Text;
using Sallyport.Cli.Install;
using Sallyport.State;

namespace Sallyport.Cli.Managed;

/// <summary>Installs for everybody on this machine: binaries an administrator owns, registered where nobody below can weaken them.</summary>
internal static class SystemInstall
{
    public static int Run(InstallOptions options)
    {
        var folders = new ManagedFolders(options.Root);
        var manifest = SystemManifest.Read(folders.Manifest);
        if (manifest is not null) Upgrades.RefuseLoss(manifest.Version, manifest.Format);

        var wanted = new RequirementsText(OperatingSystem.IsWindows() ? ManagedFolders.Linux : ManagedFolders.Binaries, OperatingSystem.IsWindows()
            ? ManagedFolders.Binaries : ManagedFolders.Windows, McpAllowList: false);
        var (requirementsBefore, configBefore) = (TextFile.Read(folders.Requirements), TextFile.Read(folders.Config));
        var originals = Originals(folders, manifest, requirementsBefore, configBefore, wanted);
        var requirements = RequirementsMerge.Register(originals.Requirements, folders.Requirements, wanted);
        var config = SystemConfigText.With(originals.Config ?? "", folders.Config,
            Path.Combine(ManagedFolders.Binaries, CodexInstallation.Binaries.First(b => b.StartsWith("sallyport-mcp", StringComparison.Ordinal))));
        var settingsBefore = TextFile.Read(folders.Settings);
        var settings = settingsBefore is null ? ManagedSettingsText.Of(options.Mode == "monitor") : SettingsMode.Apply(folders.Settings, settingsBefore, options.Mode, managed: true)!;

        if (options.DryRun)
        {
            Console.Out.WriteLine($"would put {CodexInstallation.Binaries.Count()} binaries into {folders.BinariesFolder}");
            TextDiff.Write(Console.Out, folders.Requirements, requirementsBefore ?? "", requirements);
            TextDiff.Write(Console.Out, folders.Config, configBefore ?? "", config);
            TextDiff.Write(Console.Out, folders.Settings, settingsBefore ?? "", settings);
            return ExitCode.Ok;
        }
        var copied = !SystemBinaries.AreHere(folders);
        var binaries = SystemBinaries.Put(folders);
        SystemBinaries.MakeFolder(Path.GetDirectoryName(folders.Backup(""))!);
        Keep(folders.Backup("requirements.toml"), originals.Requirements);
        Keep(folders.Backup("config.toml"), originals.Config);
        var now = new SystemManifest
        {
            Version = ProductVersion.Text,
            Format = InstallManifest.CurrentFormat,
            RequirementsHash = InstallManifest.HashOf(requirements),
            ConfigHash = InstallManifest.HashOf(config),
            HadRequirements = originals.Requirements is not null,
            HadConfig = originals.Config is not null,
            Copied = copied,
            Binaries = binaries,
        };
        SystemBinaries.Write(folders.Manifest, now.ToBytes());
        SystemBinaries.Write(folders.Settings, Encoding.UTF8.GetBytes(settings));
        SystemBinaries.Write(folders.Config, Encoding.UTF8.GetBytes(config));
        if (options.Root is null) WindowsRights.Protect(folders.SettingsFolder, folders.CodexFolder);
        SystemBinaries.Write(folders.Requirements, Encoding.UTF8.GetBytes(requirements)); // last: it is what makes hooks run
        Console.Out.WriteLine($"Sallyport {ProductVersion.Text} is required of everybody on this machine ({folders.Requirements}).");
        Console.Out.WriteLine("Hooks of users, projects and plugins no longer run; users' settings can only tighten. It holds from the next session on.");
        if (options.Root is null && !OperatingSystem.IsWindows() && Configuration.ManagedFiles.RunsAsAdministrator)
            Console.Out.WriteLine($"For a Codex that itself runs as root, {folders.Settings} is not in force: nothing is beyond root.");
        return ExitCode.Ok;
    }

    /// <summary>Takes it out again.</summary>
    public static int Undo(InstallOptions options)
    {
        var folders = new ManagedFolders(options.Root);
        var manifest = SystemManifest.Read(folders.Manifest);
        var (requirementsBefore, configBefore) = (TextFile.Read(folders.Requirements), TextFile.Read(folders.Config));
        var wanted = new RequirementsText(ManagedFolders.Binaries, ManagedFolders.Windows, McpAllowList: false);
        var (requirements, config) = Originals(folders, manifest, requirementsBefore, configBefore, wanted);
        if (options.DryRun)
        {
            TextDiff.Write(Console.Out, folders.Requirements, requirementsBefore ?? "", requirements ?? "");
            TextDiff.Write(Console.Out, folders.Config, configBefore ?? "", config ?? "");
            return ExitCode.Ok;
        }
        Put(folders.Requirements, requirementsBefore, requirements);
        Put(folders.Config, configBefore, config);
        if (File.Exists(folders.Manifest)) File.Delete(folders.Manifest);
        var backup = Path.GetDirectoryName(folders.Backup(""))!;
        if (Directory.Exists(backup)) Directory.Delete(backup, recursive: true);
        if (manifest is { Copied: true }) SystemBinaries.Remove(folders);
        if (options.Purge && File.Exists(folders.Settings)) File.Delete(folders.Settings);
        foreach (var folder in (string[])[folders.SettingsFolder, folders.CodexFolder])
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        Console.Out.WriteLine("Sallyport is no longer required on this machine." + (manifest is { Copied: false } ? " Its binaries belong to a package and stay." : ""));
        return ExitCode.Ok;
    }

    private static (string? Requirements, string? Config) Originals(ManagedFolders folders, SystemManifest? manifest, string? requirements, string? config, RequirementsText wanted)
    {
        var first = requirements is null ? null
            : manifest is not null && InstallManifest.HashOf(requirements) == manifest.RequirementsHash ? Kept(folders, "requirements.toml", manifest.HadRequirements)
            : RequirementsMerge.Unregister(requirements, wanted.Whole());
        var second = config is null ? null
            : manifest is not null && InstallManifest.HashOf(config) == manifest.ConfigHash ? Kept(folders, "config.toml", manifest.HadConfig)
            : SystemConfigText.Without(config, folders.Config);
        return (first, second);
    }

    private static string? Kept(ManagedFolders folders, string name, bool had) => !had ? null
        : TextFile.Read(folders.Backup(name)) ?? throw new InvalidDataException($"{folders.Backup(name)} is missing, so {name} cannot be put back as it was. Remove {folders.Manifest} to have only Sallyport's part taken out.");

    private static void Keep(string path, string? text)
    {
        if (text is not null) SystemBinaries.Write(path, Encoding.UTF8.GetBytes(text));
        else if (File.Exists(path)) File.Delete(path);
    }

    private static void Put(string path, string? before, string? after)
    {
        if (before is null || before == after) return;
        if (string.IsNullOrWhiteSpace(after)) File.Delete(path);
        else SystemBinaries.Write(path, Encoding.UTF8.GetBytes(after));
    }
}
