using Sallyport.Configuration.CodexFiles;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>Where Codex and Sallyport meet: one Codex home, one data directory, the binaries in it; for all of a person's work or for one repository.</summary>
internal sealed class CodexInstallation
{
    private const string Exe = ".exe";
    private static readonly string[] OtherBinaries = ["sallyport-mcp", "sallyport"];

    /// <summary>An installation for one Codex home.</summary>
    /// <param name="codexHome">As given with <c>--codex-home</c>; null for the usual one.</param>
    /// <param name="repository">The repository that alone is guarded; null for everything this person does.</param>
    public CodexInstallation(string? codexHome, string? repository = null)
    {
        Repository = repository is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository));
        var home = codexHome
            ?? (Environment.GetEnvironmentVariable("CODEX_HOME") is { Length: > 0 } named ? named : null)
            // Not by asking the system who this is: in a static program that question crashes where nobody has that number.
            ?? (Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME") is { Length: > 0 } own
                ? Path.Combine(own, ".codex")
                : throw new UsageException("there is no home directory: name Codex's with --codex-home DIR."));
        if (!Path.IsPathFullyQualified(home)) home = Path.GetFullPath(home);
        CodexHome = Path.TrimEndingDirectorySeparator(home);
        var data = Environment.GetEnvironmentVariable("SALLYPORT_DATA_DIR") is { Length: > 0 } chosen ? chosen
            : codexHome is null && DataDirectory.Installed is { } beside ? beside
            : Path.Combine(CodexHome, "sallyport");
        Data = DataDirectory.At(Path.GetFullPath(data));
    }

    /// <summary>The repository that alone is guarded; null for everything this person does.</summary>
    public string? Repository { get; }

    /// <summary>Codex's home directory.</summary>
    public string CodexHome { get; }

    /// <summary>Sallyport's data directory.</summary>
    public DataDirectory Data { get; }

    /// <summary>Codex's hook registrations.</summary>
    public string HooksFile => Repository is null ? Path.Combine(CodexHome, "hooks.json") : Path.Combine(Repository, ".codex", "hooks.json");

    /// <summary>Codex's settings.</summary>
    public string ConfigFile => Path.Combine(CodexHome, "config.toml");

    /// <summary>What was there before the first installation, and what it became.</summary>
    public string ManifestFile => Path.Combine(Data.Root, Repository is null ? "install.json" : $"install-{Id}.json");

    /// <summary>Copies of Codex's files as they were before.</summary>
    public string BackupDirectory => Repository is null ? Path.Combine(Data.Root, "backup") : Path.Combine(Data.Root, "backup", Id);

    /// <summary>The manifests of every other installation that uses the same binaries.</summary>
    public IEnumerable<string> OtherManifests => !Directory.Exists(Data.Root) ? []
        : Directory.EnumerateFiles(Data.Root, "install*.json").Where(f => f != ManifestFile);

    /// <summary>The copy of one of them.</summary>
    public string Backup(string name) => Path.Combine(BackupDirectory, name);

    /// <summary>The registrations that belong here.</summary>
    public HookRegistration[] Registrations => Repository is null || OperatingSystem.IsWindows() || NeedsVariable
        ? HookRegistration.All(Data.BinDirectory, OperatingSystem.IsWindows())
        : HookRegistration.Shared();

    /// <summary>Every binary of an installation, by file name.</summary>
    public static IEnumerable<string> Binaries =>
        HookRegistration.Binaries.Concat(OtherBinaries).Select(name => OperatingSystem.IsWindows() ? name + Exe : name);

    /// <summary>The helper that speaks to remote guards. A site that wants no network code leaves it out.</summary>
    public static string GuardHelper => OperatingSystem.IsWindows() ? "sallyport-guard" + Exe : "sallyport-guard";

    /// <summary>The binaries that are in a folder to be copied from.</summary>
    /// <exception cref="InvalidDataException">One that is needed is missing.</exception>
    public static IReadOnlyList<string> Present(string from)
    {
        foreach (var name in Binaries)
            if (!File.Exists(Path.Combine(from, name))) throw new InvalidDataException($"{name} is not beside this program ({from}). Run the sallyport that came with the others.");
        return File.Exists(Path.Combine(from, GuardHelper)) ? [.. Binaries, GuardHelper] : [.. Binaries];
    }

    /// <summary>True where this data directory is not where Codex's home says it is.</summary>
    private bool NeedsVariable => Data.Root != Path.Combine(CodexHome, "sallyport");

    /// <summary>The path of the MCP server as it is registered.</summary>
    public string McpServer => Path.Combine(Data.BinDirectory, OperatingSystem.IsWindows() ? "sallyport-mcp" + Exe : "sallyport-mcp");

    /// <summary>The path Codex uses in trust keys: links in its home followed.</summary>
    public string KeyPath => Repository is null ? Path.Combine(Canonical(CodexHome), "hooks.json") : Path.Combine(Canonical(Repository), ".codex", "hooks.json");

    /// <summary>The repository as Codex names it in <c>[projects]</c>.</summary>
    public string? ProjectKey => Repository is null ? null : Canonical(Repository);

    private string Id => InstallManifest.HashOf(Canonical(Repository!))[..12];

    // Part by part, as far as the path is there; a link's target may itself lie below links.
    private static string Canonical(string path, int links = 0)
    {
        var real = Path.GetPathRoot(path)!;
        var parts = path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            real = Path.Combine(real, parts[i]);
            if (links > 40 || new DirectoryInfo(real) is not { LinkTarget: not null } link || link.ResolveLinkTarget(returnFinalTarget: false) is not { } target) continue;
            return Canonical(Path.GetFullPath(Path.Combine([target.FullName, .. parts[(i + 1)..]])), links + 1);
        }
        return real;
    }
}
