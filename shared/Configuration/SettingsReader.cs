using Sallyport.State;

namespace Sallyport.Configuration;

/// <summary>Reads the settings files and puts the layers together.</summary>
internal static class SettingsReader
{
    private const string FileName = "settings.json";

    /// <summary>The settings in force.</summary>
    /// <param name="data">Holds the user's file.</param>
    /// <param name="managedStart">The hook was started from requirements.toml.</param>
    /// <exception cref="GuardException">A file is wrong, or a managed one cannot be trusted.</exception>
    public static Settings Read(DataDirectory data, bool managedStart)
    {
        var notes = new List<string>();
        var managed = ReadManaged(notes, out var directory);
        var user = AtomicFile.Read(data.SettingsFile, SettingsFile.Limit) is { } bytes
            ? SettingsFile.Parse(data.SettingsFile, bytes, managed: false)
            : null;
        return SettingsLayers.Combine(managed, user, Environment.GetEnvironmentVariable, managedStart, directory, notes);
    }

    private static SettingsFile? ReadManaged(List<string> notes, out string? directory)
    {
        directory = null;
        var path = Path.Combine(ManagedFiles.Directory, FileName);
        if (!Path.Exists(ManagedFiles.Directory)) return null;
        if (ManagedFiles.RunsAsAdministrator)
        {
            notes.Add($"{ManagedFiles.Directory} is not in force: Codex runs as root, and nothing is beyond root.");
            return null;
        }
        if (ManagedFiles.Distrust(Path.Exists(path) ? path : ManagedFiles.Directory) is { } distrust)
            throw new GuardException($"The managed settings cannot be trusted: {distrust}. An administrator must own it, and nobody else may write it.");
        directory = ManagedFiles.Directory;
        return AtomicFile.Read(path, SettingsFile.Limit) is { } bytes ? SettingsFile.Parse(path, bytes, managed: true) : null;
    }
}
