using Sallyport.Cli.Install;
using Sallyport.State;

namespace Sallyport.Cli.Managed;

/// <summary>Files that everybody may read and run, and only an administrator may write.</summary>
internal static class SystemBinaries
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Runnable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>True where this program runs from the very folder: a package put it there.</summary>
    public static bool AreHere(ManagedFolders folders) =>
        Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory) == Path.TrimEndingDirectorySeparator(folders.BinariesFolder);

    /// <summary>Puts them there, each in one step, while hooks may be running.</summary>
    /// <returns>The SHA-256 of each, by file name.</returns>
    public static Dictionary<string, string> Put(ManagedFolders folders)
    {
        var hashes = new Dictionary<string, string>();
        var here = AreHere(folders);
        if (!here) MakeFolder(folders.BinariesFolder);
        foreach (var name in CodexInstallation.Present(AppContext.BaseDirectory))
        {
            var content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name));
            hashes[name] = InstallManifest.HashOf(content);
            var to = Path.Combine(folders.BinariesFolder, name);
            if (here || (File.Exists(to) && InstallManifest.HashOf(File.ReadAllBytes(to)) == hashes[name])) continue;
            AtomicFile.Write(to, content, durable: true, Runnable);
        }
        // On Windows a registration cannot pass --managed; this file says the same.
        if (OperatingSystem.IsWindows()) Write(Path.Combine(folders.BinariesFolder, "managed"), "Started from requirements.toml.\r\n"u8);
        return hashes;
    }

    /// <summary>Takes them away.</summary>
    public static void Remove(ManagedFolders folders)
    {
        foreach (var name in CodexInstallation.Binaries.Append(CodexInstallation.GuardHelper).Append("managed"))
        {
            var path = Path.Combine(folders.BinariesFolder, name);
            if (File.Exists(path)) File.Delete(path);
        }
        if (Directory.Exists(folders.BinariesFolder) && !Directory.EnumerateFileSystemEntries(folders.BinariesFolder).Any()) Directory.Delete(folders.BinariesFolder);
    }

    /// <summary>Writes a file in one step.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, content, durable: true, Readable);
    }

    /// <summary>Makes a folder that others can look into; on Windows it inherits what ProgramData gives, less what <c>icacls</c> in the Intune script takes.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Runnable);
    }
}
