using System.Runtime.InteropServices;

namespace Sallyport.Cli.Doctor;

/// <summary>How Codex runs a registered command: the login shell of the password file with <c>-c</c>; on Windows PowerShell, else cmd.</summary>
internal static partial class LoginShell
{
    /// <summary>The user this runs as.</summary>
    public static uint User => OperatingSystem.IsWindows() ? 0 : GetUser();

    /// <summary>The program and its arguments for one command.</summary>
    public static (string Program, string[] Arguments) For(string command)
    {
        if (!OperatingSystem.IsWindows()) return (Path(), ["-c", command]);
        foreach (var name in (string[])["pwsh.exe", "powershell.exe"])
            if (Search(name) is { } shell) return (shell, ["-NoProfile", "-Command", command]);
        return (Environment.GetEnvironmentVariable("COMSPEC") ?? "cmd.exe", ["/C", command]);
    }

    private static string Path()
    {
        const string passwords = "/etc/passwd", usual = "/bin/sh";
        if (!File.Exists(passwords)) return usual;
        foreach (var line in File.ReadLines(passwords))
        {
            var fields = line.Split(':');
            if (fields.Length == 7 && uint.TryParse(fields[2], out var id) && id == User) return File.Exists(fields[6]) ? fields[6] : usual;
        }
        return usual;
    }

    private static string? Search(string name)
    {
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator))
            if (System.IO.Path.IsPathFullyQualified(directory) && File.Exists(System.IO.Path.Combine(directory, name))) return System.IO.Path.Combine(directory, name);
        return null;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetUser();
}
