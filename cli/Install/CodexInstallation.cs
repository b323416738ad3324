using Sallyport.Configuration.CodexFiles;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>Where Codex and Sallyport meet: one Codex home, one data directory, the binaries in it.</summary>
internal sealed class CodexInstallation
{
    private const string Exe = ".exe";
    private static readonly string[] OtherBinaries = ["sallyport-mcp", "sallyport"];

    /// <summary>An installation for one Codex home.</summary>
    /// <param name="codexHome">As given with <c>--codex-home</c>; null for the usual one.</param>
    public CodexInstallation(string? codexHome)
    {
        var home = codexHome
            ?? (Environment.GetEnvironmentVariable("CODEX_HOME") is { Length: > 0 } named ? named : null)
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".codex");
        if (!Path.IsPathFullyQualified(home)) home = Path.GetFullPath(home);
        CodexHome = Path.TrimEndingDirectorySeparator(home);
        var data = Environment.GetEnvironmentVariable("SALLYPORT_DATA_DIR") is { Length: > 0 } chosen ? chosen : Path.Combine(CodexHome, "sallyport");
        Data = DataDirectory.At(Path.GetFullPath(data));
    }

    /// <summary>Codex's home directory.</summary>
    public string CodexHome { get; }

    /// <summary>Sallyport's data directory.</summary>
    public DataDirectory Data { get; }

    /// <summary>Codex's hook registrations.</summary>
    public string HooksFile => Path.Combine(CodexHome, "hooks.json");

    /// <summary>Codex's settings.</summary>
    public string ConfigFile => Path.Combine(CodexHome, "config.toml");

    /// <summary>What was there before the first installation, and what it became.</summary>
    public string ManifestFile => Path.Combine(Data.Root, "install.json");

    /// <summary>Copies of Codex's files as they were before.</summary>
    public string BackupDirectory => Path.Combine(Data.Root, "backup");

    /// <summary>The copy of one of them.</summary>
    public string Backup(string name) => Path.Combine(BackupDirectory, name);

    /// <summary>The registrations that belong here.</summary>
    public HookRegistration[] Registrations => HookRegistration.All(Data.BinDirectory, OperatingSystem.IsWindows());

    /// <summary>Every binary of an installation, by file name.</summary>
    public static IEnumerable<string> Binaries =>
        HookRegistration.Binaries.Concat(OtherBinaries).Select(name => OperatingSystem.IsWindows() ? name + Exe : name);

    /// <summary>The helper that speaks to remote guards. A site that wants no network code leaves it out.</summary>
    public static string GuardHelper => OperatingSystem.IsWindows() ? "sallyport-guard" + Exe : "sallyport-guard";

    /// <summary>True where hooks will not find this data directory unless Codex is started with the same variable.</summary>
    public bool NeedsVariable => Data.Root != Path.Combine(CodexHome, "sallyport");

    /// <summary>The path of the MCP server as it is registered.</summary>
    public string McpServer => Path.Combine(Data.BinDirectory, OperatingSystem.IsWindows() ? "sallyport-mcp" + Exe : "sallyport-mcp");

    /// <summary>The path Codex uses in trust keys: links in its home followed.</summary>
    public string KeyPath => Path.Combine(Canonical(CodexHome), "hooks.json");

    // Part by part, as far as the path is there; a link's target may itself lie below links.
    private static string Canonical(string path, int links = 0)
    {
        var real = Path.GetPathRoot(path)!;
        var parts = path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            real = Path.Combine(real, parts[i]);
            if (links > 40 || new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: false) is not { } target) continue;
            return Canonical(Path.GetFullPath(Path.Combine([target.FullName, .. parts[(i + 1)..]])), links + 1);
        }
        return real;
    }
}
