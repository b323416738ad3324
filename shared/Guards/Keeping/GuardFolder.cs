using Sallyport.State;

namespace Sallyport.Guards.Keeping;

/// <summary>Where guards keep what outlives the helper: <c>guards/</c> in the data directory, which no tool call may touch.</summary>
internal sealed class GuardFolder
{
    private GuardFolder(string root) => Root = root;

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Answers that were given a short while ago.</summary>
    public string Cache => Path.Combine(Root, "cache");

    /// <summary>Signed plans, one file a session and agent.</summary>
    public string Tokens => Path.Combine(Root, "tokens");

    /// <summary>How each service fared last.</summary>
    public string StateFile => Path.Combine(Root, "state.json");

    /// <summary>What a service has not been told yet.</summary>
    public string Spool(Service service) => Path.Combine(Root, service.Word() + ".spool.jsonl");

    /// <summary>Opens it; makes what is missing, for its owner alone.</summary>
    public static GuardFolder Open(DataDirectory data)
    {
        var folder = At(data);
        foreach (var path in (string[])[folder.Root, folder.Cache, folder.Tokens])
        {
            if (Directory.Exists(path)) continue;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return folder;
    }

    /// <summary>Where it would be.</summary>
    public static GuardFolder At(DataDirectory data) => new(Path.Combine(data.Root, "guards"));
}
