namespace Sallyport.Cli.Managed;

/// <summary>On Windows rights are lists, not modes: administrators and SYSTEM write, everybody else reads and runs.</summary>
internal static class WindowsRights
{
    // Names of groups differ by language, their identifiers do not.
    private const string System = "*S-1-5-18:(OI)(CI)F", Administrators = "*S-1-5-32-544:(OI)(CI)F", Users = "*S-1-5-32-545:(OI)(CI)RX";

    /// <summary>Sets owner and rights of a folder and everything in it; elsewhere modes have done so already.</summary>
    /// <exception cref="InvalidDataException">They cannot be set: this is no administrator.</exception>
    public static void Protect(params ReadOnlySpan<string> folders)
    {
        if (!OperatingSystem.IsWindows()) return;
        var icacls = Path.Combine(Environment.SystemDirectory, "icacls.exe");
        foreach (var folder in folders)
        {
            foreach (var words in (string[][])[["/inheritance:r", "/grant:r", System, Administrators, Users], ["/setowner", "*S-1-5-32-544"]])
            {
                var done = ChildProcess.Run(icacls, [folder, .. words, "/T", "/C", "/Q"]);
                if (done.ExitCode != 0) throw new InvalidDataException($"the rights of {folder} cannot be set: {Sanitize.ForTerminal((done.Error + done.Output).Trim())} Run this as an administrator.");
            }
        }
    }
}
