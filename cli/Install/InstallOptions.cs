namespace Sallyport.Cli.Install;

/// <summary>Where an installation takes hold.</summary>
internal enum Scope
{
    /// <summary>Everything one person does with Codex.</summary>
    User,

    /// <summary>One repository.</summary>
    Repo,

    /// <summary>Everybody on this machine, by an administrator.</summary>
    System,

    /// <summary>As a plugin of Codex.</summary>
    Plugin,
}

/// <summary>The options of install, upgrade, uninstall, status and doctor.</summary>
internal sealed record InstallOptions
{
    public Scope Scope { get; private init; }

    /// <summary>Codex's home; null for the usual one.</summary>
    public string? CodexHome { get; private init; }

    /// <summary>The repository of <see cref="Scope.Repo"/>.</summary>
    public string Repository { get; private init; } = Directory.GetCurrentDirectory();

    /// <summary>The Codex to ask: a path, <c>none</c>, or null for the one on PATH.</summary>
    public string? Codex { get; private init; }

    /// <summary>The folder that stands for <c>/</c> in a system installation: for images and packages.</summary>
    public string? Root { get; private init; }

    public bool DryRun { get; private init; }

    /// <summary><c>monitor</c> or <c>enforce</c> where one was asked for; null to leave the mode as it is.</summary>
    public string? Mode { get; private init; }

    public bool Purge { get; private init; }
    public bool Json { get; private init; }
    public bool TrustProject { get; private init; }

    /// <summary>The installation these words are about.</summary>
    public CodexInstallation Installation => new(CodexHome, Scope == Scope.Repo ? Repository : null);

    /// <summary>The same, for one of several installations.</summary>
    public InstallOptions For(InstallManifest manifest) =>
        manifest.Repository is { } repository ? this with { Scope = Scope.Repo, Repository = repository } : this;

    /// <summary>Reads them.</summary>
    /// <param name="args">The words after the verb.</param>
    /// <param name="here">The options this verb has.</param>
    /// <exception cref="UsageException">An unknown word.</exception>
    public static InstallOptions Parse(string[] args, params string[] here)
    {
        var options = new InstallOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            if (!here.Contains(name)) throw new UsageException($"unknown option '{Sanitize.ForTerminal(name)}'. It takes {string.Join(", ", here)}.");
            string Value() => i + 1 < args.Length ? args[++i] : throw new UsageException($"{name} needs a value.");
            options = name switch
            {
                "--scope" => options with { Scope = ReadScope(Value()) },
                "--codex-home" => options with { CodexHome = Value() },
                "--codex" => options with { Codex = Value() },
                "--repo" => options with { Repository = Value(), Scope = Scope.Repo },
                "--root" => options with { Root = Path.GetFullPath(Value()) },
                "--dry-run" => options with { DryRun = true },
                "--monitor" or "--enforce" => options.Asked(name[2..]),
                "--purge" => options with { Purge = true },
                "--trust-project" => options with { TrustProject = true },
                _ => options with { Json = true },
            };
        }
        if (options.TrustProject && options.Scope != Scope.Repo) throw new UsageException("--trust-project goes with --scope repo.");
        if (options.Root is not null && options.Scope != Scope.System) throw new UsageException("--root goes with --scope system.");
        if (options.Scope == Scope.Repo && !Directory.Exists(options.Repository)) throw new UsageException($"there is no folder '{Sanitize.ForTerminal(options.Repository)}'.");
        return options.Scope == Scope.Repo ? options with { Repository = RootOf(options.Repository) } : options;
    }

    private InstallOptions Asked(string mode) => Mode is null || Mode == mode ? this with { Mode = mode } : throw new UsageException("--monitor or --enforce: not both.");

    // Codex reads .codex at the root of a repository and nowhere below it.
    private static string RootOf(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
            if (Path.Exists(Path.Combine(at, ".git"))) return at;
        return folder;
    }

    private static Scope ReadScope(string word) => word switch
    {
        "user" => Scope.User,
        "repo" => Scope.Repo,
        "system" => Scope.System,
        "plugin" => Scope.Plugin,
        _ => throw new UsageException($"there is no scope '{Sanitize.ForTerminal(word)}'. It is user, repo, system or plugin."),
    };
}
