namespace Sallyport.Cli.Install;

/// <summary>The options of install, uninstall and status.</summary>
internal sealed record InstallOptions
{
    /// <summary>Codex's home; null for the usual one.</summary>
    public string? CodexHome { get; private init; }

    /// <summary>The Codex to ask: a path, <c>none</c>, or null for the one on PATH.</summary>
    public string? Codex { get; private init; }

    public bool DryRun { get; private init; }
    public bool Monitor { get; private init; }
    public bool Purge { get; private init; }
    public bool Json { get; private init; }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">An unknown word.</exception>
    public static InstallOptions Parse(string[] args, params string[] notHere)
    {
        var options = new InstallOptions();
        for (var i = 0; i < args.Length; i++)
        {
            if (notHere.Contains(args[i])) throw new UsageException($"{args[i]} is not an option here; see --help.");
            options = args[i] switch
            {
                "--codex-home" when i + 1 < args.Length => options with { CodexHome = args[++i] },
                "--codex" when i + 1 < args.Length => options with { Codex = args[++i] },
                "--codex-home" or "--codex" => throw new UsageException($"{args[i]} needs a path."),
                "--dry-run" => options with { DryRun = true },
                "--monitor" => options with { Monitor = true },
                "--purge" => options with { Purge = true },
                "--json" => options with { Json = true },
                _ => throw new UsageException($"unknown option '{Sanitize.ForTerminal(args[i])}'; see --help."),
            };
        }
        return options;
    }
}
