using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary><c>sallyport upgrade</c>: puts this version over the one that is installed, wherever that is.</summary>
internal static class UpgradeVerb
{
    public static readonly Verb Verb = new("upgrade", "put this version over the installed one", """
        usage: sallyport upgrade [--scope user|system] [--codex-home DIR] [--codex PATH|none] [--root DIR] [--dry-run]

        Run it from the new version's folder. Each binary is replaced in one step, while hooks may be running: a call meets the old one
        or the new one, never half of one. Settings, policy, plans and the record stay; registrations and trust are brought up to date.
        An older version is refused where it could not read what the newer one wrote.

          --scope system     the installation of an administrator, else every one of this person's
          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --codex PATH       the Codex to ask whether it trusts the hooks; 'none' asks nobody
          --dry-run          show what would change, change nothing

        examples:
          ./sallyport upgrade
          ./sallyport upgrade --dry-run
        exit codes: 0 upgraded · 1 upgraded, but Codex does not confirm its trust · 2 wrong words · 3 could not be done (nothing was changed)
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--scope", "--codex-home", "--codex", "--root", "--dry-run");
        if (options.Scope == Scope.System) return Managed.SystemInstall.Run(options);
        if (options.Scope != Scope.User) throw new UsageException("--scope is user (which finds repositories too) or system.");

        var data = options.Installation.Data;
        var manifests = Directory.Exists(data.Root)
            ? Directory.EnumerateFiles(data.Root, "install*.json").Order(StringComparer.Ordinal).Select(InstallManifest.Read).OfType<InstallManifest>().ToList()
            : [];
        if (manifests.Count == 0) throw new InvalidDataException($"Nothing is installed in {data.Root}. Run: sallyport install");
        foreach (var manifest in manifests) Upgrades.RefuseLoss(manifest.Version, manifest.Format); // all of them before any is touched
        AtomicFile.SweepOrphans(data.Root);

        var worst = ExitCode.Ok;
        foreach (var manifest in manifests)
        {
            Console.Out.WriteLine($"{Upgrades.Words(manifest.Version)}{(manifest.Repository is { } repository ? " for " + repository : "")}");
            worst = Math.Max(worst, PersonInstall.Run(options.For(manifest)));
        }
        return worst;
    }
}
