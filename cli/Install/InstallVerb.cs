namespace Sallyport.Cli.Install;

/// <summary><c>sallyport install</c>: puts the binaries where Codex starts them, and registers, turns on and trusts them.</summary>
internal static class InstallVerb
{
    public static readonly Verb Verb = new("install", "put Sallyport between Codex and its tools", """
        usage: sallyport install [--scope user|repo|system|plugin] [--monitor|--enforce] [--dry-run] [more]

          user     (the default) everything this person does: hooks.json and config.toml in Codex's home
          repo     one repository: its .codex/hooks.json, which can be committed; the rest in this person's config.toml
          system   everybody on this machine, by an administrator: requirements.toml, which nobody below can weaken
          plugin   as a plugin of Codex, from a marketplace in the data directory

        Other people's hooks, comments and order stay as they are; copies of both files are kept. Can be repeated.

          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --codex PATH       the Codex to ask whether it trusts the hooks, else the one on PATH; 'none' asks nobody
          --repo DIR         the repository of --scope repo, else the current directory
          --trust-project    with repo: tell Codex that this repository's own settings may count
          --root DIR         with system: a folder that stands for /, to prepare an image
          --monitor          begin gently: record what would be stopped, stop nothing
          --enforce          end that again; without either, settings.json keeps the mode it has
          --dry-run          show what would change, change nothing

        examples:
          sallyport install
          sallyport install --monitor
          sallyport install --enforce
          sallyport install --codex-home /tmp/try --dry-run
          sallyport install --scope repo --repo . --dry-run
          sallyport install --scope system --root /tmp/image
        exit codes: 0 installed · 1 installed, but Codex does not confirm its trust · 2 wrong words · 3 could not be done (nothing was changed)
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--scope", "--codex-home", "--codex", "--repo", "--root", "--dry-run", "--monitor", "--enforce", "--trust-project");
        return options.Scope switch
        {
            Scope.System => Managed.SystemInstall.Run(options),
            Scope.Plugin => Plugin.PluginInstall.Run(options),
            _ => PersonInstall.Run(options),
        };
    }
}
