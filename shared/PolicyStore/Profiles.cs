using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>Policies saved by name.</summary>
internal static class Profiles
{
    /// <summary>Their names and how many rules they have; null where the file is broken.</summary>
    public static IReadOnlyList<(string Name, int? Rules)> List(DataDirectory data)
    {
        var folder = PolicyPaths.Profiles(data);
        return !Directory.Exists(folder) ? []
            : [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileNameWithoutExtension(path),
            Load(data, Path.GetFileNameWithoutExtension(path)).Document?.Rules.Count))];
    }

    /// <summary>A saved policy; null where there is none of that name.</summary>
    public static (PolicyDocument? Document, string? Problem) Load(DataDirectory data, string name)
    {
        var path = FileOf(data, name);
        if (AtomicFile.Read(path, PolicyReader.MostBytes + 1) is not { } bytes) return (null, $"There is no profile '{name}'.");
        var reading = PolicyReader.Read(path, bytes);
        return (reading.Document, reading.Document is null ? reading.Faults[0].ToString() : null);
    }

    /// <summary>Saves a policy.</summary>
    public static void Save(DataDirectory data, string name, PolicyDocument policy)
    {
        Directory.CreateDirectory(PolicyPaths.Profiles(data));
        AtomicFile.Write(FileOf(data, name), PolicyWriter.Write(policy), durable: true);
    }

    /// <summary>Removes one; false where there is none.</summary>
    public static bool Delete(DataDirectory data, string name)
    {
        if (!File.Exists(FileOf(data, name))) return false;
        File.Delete(FileOf(data, name));
        return true;
    }

    private static string FileOf(DataDirectory data, string name) => Path.Combine(PolicyPaths.Profiles(data), name + ".json");
}
