using Sallyport.Configuration;

namespace Sallyport.Cli.Managed;

/// <summary>The administrator's places on one platform, or below a folder that stands for its root.</summary>
internal sealed class ManagedFolders(string? root)
{
    /// <summary>Where the binaries are by default. No spaces: Codex on Windows can start nothing else.</summary>
    public const string Linux = "/usr/lib/sallyport";

    /// <summary>Where the binaries are on macOS, whose <c>/usr/lib</c> is sealed.</summary>
    public const string Mac = "/usr/local/lib/sallyport";

    /// <summary>Where the binaries are on Windows.</summary>
    public const string Windows = @"C:\ProgramData\Sallyport\bin";

    /// <summary>Where the binaries are on this platform, as it is registered.</summary>
    public static string Binaries => OperatingSystem.IsWindows() ? Path.Combine(ManagedFiles.Directory, "bin") : OperatingSystem.IsMacOS() ? Mac : Linux;

    private static string Codex => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "OpenAI", "Codex")
        : "/etc/codex";

    public string BinariesFolder => Under(Binaries);
    public string CodexFolder => Under(Codex);
    public string SettingsFolder => Under(ManagedFiles.Directory);
    public string Requirements => Path.Combine(CodexFolder, "requirements.toml");
    public string Config => Path.Combine(CodexFolder, "config.toml");
    public string Settings => Path.Combine(SettingsFolder, "settings.json");
    public string Manifest => Path.Combine(SettingsFolder, "install.json");
    public string Backup(string name) => Path.Combine(SettingsFolder, "backup", name);

    private string Under(string path) => root is null ? path : Path.Combine(root, path[Path.GetPathRoot(path)!.Length..]);
}
