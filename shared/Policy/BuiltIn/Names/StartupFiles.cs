using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Names;

/// <summary>Files that make something run again later: at a login, at a start, on a timetable.</summary>
internal static class StartupFiles
{
    private static readonly string[] Beginnings =
    [
        "/etc/systemd/system/", "/lib/systemd/system/", "/usr/lib/systemd/", "/etc/cron", "/var/spool/cron", "/etc/profile", "/etc/init.d/",
        "/etc/udev/rules.d", "/etc/xdg/autostart/", "/run/systemd/system/", "/usr/local/lib/systemd/",
    ];

    private static readonly string[] Folders =
    [
        "/.ssh/rc", "/.config/nvim/init.", "/.emacs.d/init.", "/.gradle/init.", "/.ipython/profile_default/startup/", "/.config/environment.d/", "/.local/share/systemd/user/",
        "/.config/autostart/", "/.config/systemd/user/", "/LaunchAgents/", "/LaunchDaemons/", "/Startup/",
    ];

    /// <summary>True for such a file.</summary>
    public static bool Has(string path, string name) =>
        IsName(name)
        || IsPath(path)
        || NameLists.Begins(path, Beginnings)
        || NameLists.Contains(path, Folders)
        // What is copied to such a folder lies in it.
        || NameLists.Contains(path + "/", Folders)
        || (path.Contains("/.config/fish/", StringComparison.Ordinal) && !path.Contains("/completions/", StringComparison.Ordinal))
        || path.EndsWith("/.ssh/config", StringComparison.Ordinal)
        || path.EndsWith("/.config/git/config", StringComparison.Ordinal)
        // Python reads these at every start.
        || (name.EndsWith(".pth", StringComparison.Ordinal) && path.Contains("/site-packages/", StringComparison.Ordinal))
        || path.Contains("\\Startup\\", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True for a program that prints what its manual says to put there, appended: <c>kubectl completion zsh >> ~/.zshrc</c>. Whoever can put a program
    /// of that name on the path has no need of the file.
    /// </summary>
    public static bool OwnSetup(CommandRun? run)
    {
        if (run is not { Argv: [{ Known: { } program }, { Known: "completion" or "completions" or "init" or "hook" or "shellenv" }, ..] } || run.Argv.Count > 4) return false;
        if (run.Wrappers.Count > 0 || program.Contains('/', StringComparison.Ordinal)) return false;
        foreach (var word in run.Argv)
            if (!word.IsKnown) return false;
        foreach (var redirection in run.Redirections)
            if (redirection.Kind == RedirectionKind.Append && redirection.Descriptor == 1)
                return program is not ("echo" or "printf" or "cat" or "tee" or "sh" or "bash" or "curl" or "wget" or "python3" or "python" or "node" or "base64" or "head" or "tail" or "sed" or "awk" or "grep");
        return false;
    }

    private static bool IsName(string name) => name is
        ".bashrc" or ".bash_profile" or ".bash_login" or ".bash_logout" or ".bash_aliases" or ".profile" or ".zshrc" or ".zshenv" or ".zprofile"
        or ".zlogin" or ".zlogout" or ".kshrc" or ".cshrc" or ".tcshrc" or ".login" or ".inputrc" or ".xinitrc" or ".xprofile" or ".xsession"
        or ".xsessionrc" or ".pam_environment" or ".emacs" or ".psqlrc" or ".sqliterc" or ".vimrc" or ".gitconfig" or ".pythonrc" or ".pythonrc.py" or ".pdbrc" or ".gdbinit" or ".lldbinit" or ".irbrc" or ".Rprofile" or ".tmux.conf" or ".screenrc"
        or ".curlrc" or ".wgetrc" or "sitecustomize.py" or "usercustomize.py" or "Microsoft.PowerShell_profile.ps1" or "profile.ps1"
        or "authorized_keys" or "authorized_keys2";

    private static bool IsPath(string path) => path is
        "/etc/crontab" or "/etc/rc.local" or "/etc/bash.bashrc" or "/etc/zshrc" or "/etc/zsh/zshenv" or "/etc/zshenv" or "/etc/environment"
        or "/etc/bashrc" or "/etc/ld.so.preload"
        // The kernel starts what these name.
        or "/proc/sys/kernel/core_pattern" or "/proc/sys/kernel/modprobe" or "/proc/sys/fs/binfmt_misc/register" or "/sys/kernel/uevent_helper";
}
