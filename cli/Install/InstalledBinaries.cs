using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>The copies that Codex starts. They are never the ones of a build or of a workspace, which a tool call may write.</summary>
internal static class InstalledBinaries
{
    private const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Copies the binaries beside this program into a directory, each in one step, while hooks may be running.</summary>
    /// <returns>The SHA-256 of each, by file name.</returns>
    public static Dictionary<string, string> Copy(string bin)
    {
        var from = AppContext.BaseDirectory;
        var names = CodexInstallation.Present(from);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(bin);
        else Directory.CreateDirectory(bin, Runnable);
        AtomicFile.SweepOrphans(bin);
        AtomicFile.Write(Path.Combine(bin, DataDirectory.Mark), "The programs here keep their data in the folder above.\n"u8, durable: true);
        var hashes = new Dictionary<string, string>();
        foreach (var name in names)
        {
            var content = File.ReadAllBytes(Path.Combine(from, name));
            hashes[name] = InstallManifest.HashOf(content);
            var to = Path.Combine(bin, name);
            var same = File.Exists(to) && new FileInfo(to).Length == content.Length && InstallManifest.HashOf(File.ReadAllBytes(to)) == hashes[name];
            if (!same) AtomicFile.Write(to, content, durable: true, Runnable);
            else if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, Runnable);
        }
        return hashes;
    }
}
