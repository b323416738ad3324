using Sallyport.Configuration;

namespace Sallyport.Cli.Doctor;

/// <summary>What the login shell reads before a hook starts: whoever writes it owns the hook.</summary>
internal static class ShellChecks
{
    public static IEnumerable<Finding> Run()
    {
        if (OperatingSystem.IsWindows()) yield break;
        if (Environment.GetEnvironmentVariable("BASH_ENV") is { Length: > 0 } startup)
            yield return Finding.Note("shell.startup", $"BASH_ENV is set, so bash reads {Sanitize.ForTerminal(startup)} before every hook", "Unset it for Codex if it is not needed");
        foreach (var path in Startup().Where(File.Exists))
        {
            const uint others = 0x12; // group or others may write
            if (UnixStatus.Of(path, follow: true) is { } status && (status.Mode & others) != 0)
                yield return Finding.Fault("shell.writable", $"{path} can be written by others, and the login shell reads it before every hook", $"Run: chmod go-w '{path}'");
        }
    }

    private static IEnumerable<string> Startup()
    {
        if (Environment.GetEnvironmentVariable("BASH_ENV") is { Length: > 0 } startup && Path.IsPathFullyQualified(startup)) yield return startup;
        if (Environment.GetEnvironmentVariable("HOME") is not { Length: > 0 } home) yield break;
        foreach (var name in (string[])[".zshenv", ".cshrc", ".tcshrc", ".config/fish/config.fish"]) yield return Path.Combine(home, name);
    }
}
