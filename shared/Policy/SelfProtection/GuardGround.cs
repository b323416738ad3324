using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// What the next hook starts with, besides files: the variables of the session, the login shell, the clock, the packages the guard
/// came in, a checkout that leaves a registration out.
/// </summary>
internal static class GuardGround
{
    private const string Step = "self-protection";

    /// <summary>Judges every command.</summary>
    public static Judgement Judge(IReadOnlyList<CommandRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.Elsewhere) continue;
            if (Removes(run)) return new Judgement(Step, Verdict.Deny, "guard.removal", "This would take the guard off this machine.", "sallyport status");
            if (KeepsVariable(run)) return new Judgement(Step, Verdict.Deny, "guard.variables", "This would leave a setting of the guard to whatever is started later.", "sallyport status");
            if (ChangesShell(run)) return new Judgement(Step, Verdict.Ask, "guard.shell", "This changes the login shell, in which every hook is started.");
            if (SetsClock(run)) return new Judgement(Step, Verdict.Ask, "guard.clock", "This sets the clock by which approvals, pauses and plans end.", "date");
            if (LeavesOut(run)) return new Judgement(Step, Verdict.Ask, "guard.codex-files", "This could take Codex's own files of this project away.", "git sparse-checkout list");
        }
        return Judgement.Pass(Step);
    }

    // apt-get remove sallyport, npm rm -g @openai/codex
    private static bool Removes(CommandRun run)
    {
        var manager = run.Program is "apt" or "apt-get" or "aptitude" or "dpkg" or "rpm" or "dnf" or "yum" or "zypper" or "pacman" or "apk" or "brew" or "port" or "snap" or "flatpak" or "nix-env"
            or "pip" or "pip3" or "pipx" or "uv" or "npm" or "pnpm" or "yarn" or "bun" or "cargo" or "dotnet" or "winget" or "choco" or "scoop" or "msiexec" or "pkgutil" or "installer" or "dpkg-divert";
        if (!manager) return false;
        var (named, taken) = (false, false);
        for (var i = 1; i < run.Argv.Count; i++)
        {
            if (run.Argv[i].Known is not { } word) continue;
            named |= IsGuard(word);
            // An older one takes the place of the one that asks the guard.
            taken |= word.StartsWith("@openai/codex@", StringComparison.Ordinal) && word is not "@openai/codex@latest";
            taken |= word is "remove" or "purge" or "autoremove" or "uninstall" or "rm" or "un" or "unlink" or "unlink-all" or "del" or "erase" or "delete" or "disable" or "downgrade" or "--remove" or "--purge" or "--erase"
                or "--uninstall" or "--forget" or "-r" or "-P" or "-e" or "-R" or "-Rs" or "-Rns" or "-x" or "/x" or "--divert" or "--rename";
        }
        return named && taken;
    }

    private static bool IsGuard(string package) => package.StartsWith("sallyport", StringComparison.OrdinalIgnoreCase) || package is "@openai/codex" or "codex" or "codex-cli" or "openai.codex"
        || package.StartsWith("@openai/codex@", StringComparison.Ordinal);

    // Programs that keep a variable for others: the user's service manager, a multiplexer, the registry, a shell's universal variables.
    private static bool KeepsVariable(CommandRun run)
    {
        var keeps = run.Program switch
        {
            "systemctl" => Says(run, "set-environment") || Says(run, "import-environment") || Says(run, "unset-environment"),
            "launchctl" => Says(run, "setenv") || Says(run, "unsetenv") || Says(run, "config"),
            "mise" or "rtx" => Says(run, "set") || Says(run, "unset"),
            "tmux" => Says(run, "set-environment") || Says(run, "setenv"),
            "reg" => Says(run, "add") || Says(run, "delete"),
            "set" => run.Argv.Count > 1 && run.Argv[1].KnownPrefix.StartsWith('-') && run.Argv[1].KnownPrefix.Contains('U', StringComparison.Ordinal),
            "setx" or "dbus-update-activation-environment" or "pam_env" or "set-itemproperty" or "new-itemproperty" => true,
            _ => false,
        };
        return keeps && run.Argv.Any(static word => IsVariable(word.ToString()));
    }

    /// <summary>True for a variable that settings of the guard, or its place, are read from.</summary>
    public static bool IsVariable(string text) => text.StartsWith("SALLYPORT_", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ARMORCODEX_", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("CODEX_HOME", StringComparison.OrdinalIgnoreCase) || Decides(text.AsSpan(0, text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length));

    // What the login shell, or the loader, runs before it does what it is told.
    private static bool Decides(ReadOnlySpan<char> name) => name is "BASH_ENV" or "ENV" or "ZDOTDIR" or "LD_PRELOAD" or "LD_AUDIT" or "DYLD_INSERT_LIBRARIES";

    private static bool ChangesShell(CommandRun run) => run.Program switch
    {
        "chsh" => run.Argv.Count > 1 && !Says(run, "-l") && !Says(run, "--list-shells") && !Says(run, "--help") && !Says(run, "--version"),
        "usermod" => Says(run, "-s") || Says(run, "--shell") || Says(run, "-d") || Says(run, "--home"),
        "dscl" => run.Argv.Any(static word => word.Known is "UserShell" or "NFSHomeDirectory") && !Says(run, "-read") && !Says(run, "read"),
        _ => false,
    };

    private static bool SetsClock(CommandRun run) => run.Program switch
    {
        "date" => run.Argv.Skip(1).Any(word => word.KnownPrefix is "-s" or "--set" || word.KnownPrefix.StartsWith("--set=", StringComparison.Ordinal) || word.KnownPrefix is ['-', 's', not '-', ..]
            || word.Known is { Length: >= 8 and <= 15 } digits && !digits.AsSpan().ContainsAnyExcept("0123456789.".AsSpan()) && !Says(run, "-j") && !Says(run, "-d") && !Says(run, "-r")),
        "timedatectl" => Says(run, "set-time"),
        "hwclock" => Says(run, "--set") || Says(run, "--hctosys") || Says(run, "-s"),
        "systemsetup" => run.Argv.Any(static word => word.Known is "-setdate" or "-settime"),
        "set-date" => true,
        _ => false,
    };

    // git sparse-checkout set '/*' '!.codex'
    private static bool LeavesOut(CommandRun run) => run.Program == "git" && Says(run, "sparse-checkout")
        && run.Argv.Any(static word => word.KnownPrefix is ['!', ..] && (word.ToString().Contains(".codex", StringComparison.OrdinalIgnoreCase) || word.ToString().Contains(".sallyport", StringComparison.OrdinalIgnoreCase)));

    private static bool Says(CommandRun run, string word)
    {
        for (var i = 1; i < run.Argv.Count; i++)
            if (run.Argv[i].Known == word) return true;
        return false;
    }
}
