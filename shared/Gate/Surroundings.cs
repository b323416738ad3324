using Sallyport.Shell;

namespace Sallyport.Gate;

/// <summary>What every event's facts start from: who runs this, where, and what belongs to the guard.</summary>
internal sealed record Surroundings
{
    /// <summary>The person's home directory; null where there is none.</summary>
    public required string? Home { get; init; }

    /// <summary>Codex's home directory.</summary>
    public required string? CodexHome { get; init; }

    /// <summary>Sallyport's data directory.</summary>
    public required string? DataDirectory { get; init; }

    /// <summary>The directory the session was started in, or the repository that holds it.</summary>
    public required string Workspace { get; init; }

    /// <summary>Variables whose values commands are read with.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Paths that own the next hook: whoever writes them decides what it does.</summary>
    public required IReadOnlyList<string> GuardPaths { get; init; }

    /// <summary>The facts of one call.</summary>
    public ObservedFacts Facts(string cwd, IReadOnlyDictionary<string, FileFact> files) => new()
    {
        Cwd = cwd,
        Home = Home,
        Workspace = Workspace,
        DataDirectory = DataDirectory,
        CodexHome = CodexHome,
        Windows = OperatingSystem.IsWindows(),
        User = Environment.GetValueOrDefault("USER"),
        GuardPaths = GuardPaths,
        Environment = Environment,
        Files = files,
    };

    /// <summary>Looks around. A hook process is started in the session's directory, whatever the event's <c>cwd</c> says.</summary>
    public static Surroundings Look(string dataDirectory)
    {
        var home = NonEmpty(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        var codexHome = NonEmpty("CODEX_HOME") ?? (home is null ? null : Path.Combine(home, ".codex"));
        return new Surroundings
        {
            Home = home,
            CodexHome = codexHome,
            DataDirectory = dataDirectory,
            Workspace = Repository(Directory.GetCurrentDirectory(), home),
            Environment = Variables(),
            GuardPaths = [.. OwnersOfTheNextHook(home)],
        };
    }

    /// <summary>The nearest folder upwards that is a repository; the folder itself where there is none below the home directory.</summary>
    private static string Repository(string from, string? home)
    {
        for (var at = from; at is not null && at != home; at = Path.GetDirectoryName(at))
            if (Path.Exists(Path.Combine(at, ".git"))) return at;
        return from;
    }

    /// <summary>Our own binaries, what managed hooks read, and what the login shell reads for <c>-c</c> before it starts a hook.</summary>
    private static IEnumerable<string> OwnersOfTheNextHook(string? home)
    {
        yield return Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        yield return Configuration.ManagedFiles.Directory;
        if (OperatingSystem.IsWindows()) yield break;
        yield return "/etc/codex";
        yield return "/etc/zshenv";
        yield return "/etc/zsh/zshenv";
        yield return "/etc/fish";
        yield return "/etc/csh.cshrc";
        yield return "/etc/ld.so.preload";
        if (NonEmpty("BASH_ENV") is { } bashEnv && Path.IsPathFullyQualified(bashEnv)) yield return bashEnv;
        if (NonEmpty("ZDOTDIR") is { } zdot && Path.IsPathFullyQualified(zdot)) yield return Path.Combine(zdot, ".zshenv");
        if (NonEmpty("XDG_CONFIG_HOME") is { } config && Path.IsPathFullyQualified(config))
        {
            yield return Path.Combine(config, "fish/config.fish");
            yield return Path.Combine(config, "fish/conf.d");
        }
        if (home is null) yield break;
        foreach (var name in (string[])[".zshenv", ".cshrc", ".tcshrc", ".config/fish/config.fish", ".config/fish/conf.d"])
            yield return Path.Combine(home, name);
    }

    // A tool's shell inherits Codex's environment, as this process did. Only names whose values are no secrets are looked at.
    private static Dictionary<string, string> Variables()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["HOME", "USER", "LOGNAME", "TMPDIR", "CODEX_HOME", "SALLYPORT_DATA_DIR", "ARMORCODEX_DATA_DIR",
            "XDG_CONFIG_HOME", "ZDOTDIR", "BASH_ENV", "USERPROFILE", "APPDATA", "TEMP"])
            if (NonEmpty(name) is { } value) known[name] = value;
        return known;
    }

    private static string? NonEmpty(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
