using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>The copies that Codex starts. They are never the ones of a build or of a workspace, which a tool call may write.</summary>
internal static class InstalledBinaries
{
    /// <summary>Copies the binaries beside this program into a directory, each in one step, while hooks may be running.</summary>
    /// <returns>The SHA-256 of each, by file name.</returns>
    public static Dictionary<string, string> Copy(string bin)
    {
        var from = AppContext.BaseDirectory;
        var names = CodexInstallation.Present(from);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(bin);
        else Directory.CreateDirectory(bin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AtomicFile.SweepOrphans(bin);
        AtomicFile.Write(Path.Combine(bin, DataDirectory.Mark), "The programs here keep their data in the folder above.\n"u8, durable: true);
        var hashes = new Dictionary<string, string>();
        foreach (var name in names)
        {
            var content = File.ReadAllBytes(Path.Combine(from, name));
            hashes[name] = InstallManifest.HashOf(content);
            var to = Path.Combine(bin, name);
            var same = File.Exists(to) && new FileInfo(to).Length == content.Length && InstallManifest.HashOf(File.ReadAllBytes(to)) == hashes[name];
            if (!same) Replace(to, content);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return hashes;
    }

    /// <summary>Puts a program in the place of one that may be running.</summary>
    public static void Replace(string to, byte[] content)
    {
        // A program that runs cannot be written over on Windows, but it can be renamed.
        if (OperatingSystem.IsWindows() && File.Exists(to)) File.Move(to, $"{to}.tmp-old-{Environment.TickCount64}");
        AtomicFile.Write(to, content, durable: true);
    }
}
