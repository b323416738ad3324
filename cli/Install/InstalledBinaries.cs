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
        foreach (var name in CodexInstallation.Binaries)
            if (!File.Exists(Path.Combine(from, name)))
                throw new InvalidDataException($"{name} is not beside this program ({from}). Run the sallyport that came with the others.");

        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(bin);
        else Directory.CreateDirectory(bin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AtomicFile.SweepOrphans(bin);
        var hashes = new Dictionary<string, string>();
        foreach (var name in Present(from))
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

    private static IEnumerable<string> Present(string from) =>
        File.Exists(Path.Combine(from, CodexInstallation.GuardHelper)) ? CodexInstallation.Binaries.Append(CodexInstallation.GuardHelper) : CodexInstallation.Binaries;

    private static IEnumerable<string> Known(InstallManifest? manifest) =>
        manifest?.Binaries.ContainsKey(CodexInstallation.GuardHelper) == true ? CodexInstallation.Binaries.Append(CodexInstallation.GuardHelper) : CodexInstallation.Binaries;

    private static void Replace(string to, byte[] content)
    {
        // A program that runs cannot be written over on Windows, but it can be renamed.
        if (OperatingSystem.IsWindows() && File.Exists(to)) File.Move(to, $"{to}.tmp-old-{Environment.TickCount64}");
        AtomicFile.Write(to, content, durable: true);
    }

    /// <summary>What is wrong with them: missing, other than what was copied, or open to other users.</summary>
    public static IEnumerable<string> Faults(CodexInstallation installation, InstallManifest? manifest)
    {
        foreach (var name in Known(manifest))
        {
            var path = Path.Combine(installation.Data.BinDirectory, name);
            if (!File.Exists(path)) yield return $"{path} is missing. Run: sallyport install";
            else if (manifest is not null && manifest.Binaries.GetValueOrDefault(name) != InstallManifest.HashOf(File.ReadAllBytes(path)))
                yield return $"{path} is not what was installed. Run: sallyport install";
            else if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
                yield return $"{path} can be written by others. Run: chmod 700 '{path}'";
            else if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) == 0)
                yield return $"{path} cannot be executed. Run: chmod 700 '{path}'";
        }
    }
}
