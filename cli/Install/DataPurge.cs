using Sallyport.Guards.Keeping;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary><c>--purge</c>: takes the data directory away, and of a folder that others use too only what Sallyport put there.</summary>
internal static class DataPurge
{
    /// <summary>Takes it away.</summary>
    public static void Run(CodexInstallation installation)
    {
        var data = installation.Data;
        if (!Directory.Exists(data.Root)) return;
        if (data.Root == Path.Combine(installation.CodexHome, "sallyport"))
        {
            Directory.Delete(data.Root, recursive: true); // nobody else's place
            return;
        }
        foreach (var directory in Directories(data))
            if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        foreach (var file in Files(data))
            foreach (var path in Directory.EnumerateFiles(data.Root, Path.GetFileName(file) + "*"))
                if (Belongs(path, file)) File.Delete(path);
        if (Directory.EnumerateFileSystemEntries(data.Root).Any()) Console.Error.WriteLine($"{data.Root} holds other things as well and stays.");
        else Directory.Delete(data.Root);
    }

    private static string[] Directories(DataDirectory data) =>
    [
        data.AuditDirectory, data.SessionsDirectory, data.KeysDirectory, data.BinDirectory, PolicyPaths.Staged(data), PolicyPaths.History(data), PolicyPaths.Profiles(data),
        PolicyPaths.Compiled(data.Root), GuardFolder.At(data).Root, new Export.ShipFiles(data, "").Directory,
    ];

    private static string[] Files(DataDirectory data) =>
    [
        data.SettingsFile, data.PolicyFile, data.PendingPlanFile, PolicyPaths.Lock(data), PolicyPaths.State(data), PolicyPaths.Trusted(data), PolicyPaths.Pause(data),
        .. new BundleStore(data.Root).Written,
    ];

    // The file, its lock, what was set aside and what an interrupted write left: never a file of another name that begins alike.
    private static bool Belongs(string path, string file) => path.Length == file.Length || path[file.Length..] is ".lock" or ".damaged"
        || path[file.Length..].StartsWith(".tmp-", StringComparison.Ordinal);
}
