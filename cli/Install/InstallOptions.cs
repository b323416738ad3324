namespace Sallyport.Cli.Install;

/// <summary>The options of install, uninstall and status.</summary>
internal sealed record InstallOptions(string? CodexHome, bool DryRun, bool Monitor, bool Purge, bool Json)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">An unknown word.</exception>
    public static InstallOptions Parse(string[] args, params string[] notHere)
    {
        var options = new InstallOptions(null, false, false, false, false);
        for (var i = 0; i < args.Length; i++)
        {
            if (notHere.Contains(args[i])) throw new UsageException($"{args[i]} is not an option here; see --help.");
            options = args[i] switch
            {
                "--codex-home" when i + 1 < args.Length => options with { CodexHome = args[++i] },
                "--codex-home" => throw new UsageException("--codex-home needs a directory."),
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
