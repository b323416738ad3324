using Sallyport.Configuration;

namespace Sallyport.State;

/// <summary>
/// Where everything that must outlive a process is kept: <c>$SALLYPORT_DATA_DIR</c>, else the one this program is installed in, else
/// <c>$CODEX_HOME/sallyport</c>, else <c>~/.codex/sallyport</c>. Only its owner can look into it.
/// </summary>
internal sealed class DataDirectory
{
    private const uint GroupOrOthers = 0x3F; // 0077

    private DataDirectory(string root) => Root = root;

    /// <summary>The directory.</summary>
    public string Root { get; }

    /// <summary>The user's settings.</summary>
    public string SettingsFile => Path.Combine(Root, "settings.json");

    /// <summary>The user's policy.</summary>
    public string PolicyFile => Path.Combine(Root, "policy.json");

    /// <summary>One file a session.</summary>
    public string SessionsDirectory => Path.Combine(Root, "sessions");

    /// <summary>A plan whose session is not known yet.</summary>
    public string PendingPlanFile => Path.Combine(Root, "pending-plan.json");

    /// <summary>The record.</summary>
    public string AuditDirectory => Path.Combine(Root, "audit");

    /// <summary>Signing keys. No tool call may read them.</summary>
    public string KeysDirectory => Path.Combine(Root, "keys");

    /// <summary>The binaries that a user's installation registers.</summary>
    public string BinDirectory => Path.Combine(Root, "bin");

    /// <summary>What an installation leaves in <c>bin</c>: a program beside it knows that the folder above is its data directory.</summary>
    public const string Mark = ".installed";

    /// <summary>Where it is, without making it.</summary>
    /// <param name="environment">Looks a variable up.</param>
    /// <param name="programs">The folder this program is in, without a separator at its end; null where that says nothing.</param>
    /// <exception cref="StateException">There is no home directory and no variable names one, or a variable names no absolute path.</exception>
    public static string Locate(Func<string, string?> environment, string? programs = null)
    {
        // Codex started from a desktop does not have the variables of the person's shell; where the program lies it always knows.
        if (environment("SALLYPORT_DATA_DIR") is null or "" && Above(programs) is { } installed) return installed;
        foreach (var (variable, below) in (ReadOnlySpan<(string, string)>)
            [("SALLYPORT_DATA_DIR", ""), ("ARMORCODEX_DATA_DIR", "sallyport"), ("CODEX_HOME", "sallyport"), (OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME", ".codex/sallyport")])
        {
            if (environment(variable) is not { Length: > 0 } named) continue;
            if (!Path.IsPathFullyQualified(named)) throw new StateException($"the environment variable {variable} must name an absolute path.");
            return Path.GetFullPath(Path.Combine(named, below));
        }
        throw new StateException("There is no home directory: set SALLYPORT_DATA_DIR to a folder of your own.");
    }

    /// <summary>Opens the directory that the environment names; makes what is missing, 0700.</summary>
    public static DataDirectory Open() => Open(Locate());

    /// <summary>Where it is for this process, without making it.</summary>
    public static string Locate() => Locate(Environment.GetEnvironmentVariable, Programs);

    /// <summary>The one this program is installed in; null where it is not.</summary>
    public static string? Installed => Above(Programs);

    private static string Programs => Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>Opens a directory; makes what is missing, 0700.</summary>
    /// <exception cref="StateException">It cannot be made.</exception>
    public static DataDirectory Open(string root)
    {
        var data = new DataDirectory(root);
        Make(root); // by itself: parents made on the way get the usual mode
        Make(data.AuditDirectory);
        Make(data.SessionsDirectory);
        return data;
    }

    /// <summary>A directory that is only looked at: nothing is made.</summary>
    public static DataDirectory At(string root) => new(root);

    /// <summary>What about it reduces protection, for SessionStart and <c>status</c>.</summary>
    public IEnumerable<string> Concerns()
    {
        if (OperatingSystem.IsWindows() || UnixStatus.Of(Root) is not { } status) yield break;
        if (status.IsLink) yield return $"{Root} is a link: whoever can change it can swap Sallyport's state.";
        else if ((status.Mode & GroupOrOthers) != 0) yield return $"{Root} is open to other users of this machine. Close it: chmod 700 '{Root}'";
    }

    private static string? Above(string? programs) =>
        programs is not null && File.Exists(Path.Combine(programs, Mark)) ? Path.GetDirectoryName(programs) : null;

    private static void Make(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else if (!Directory.Exists(path)) Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"{path} cannot be made: {Why(wrong)}. Make it, or set SALLYPORT_DATA_DIR to a folder of your own.", wrong);
        }
    }

    // The runtime's own messages are trimmed away in the native builds.
    private static string Why(Exception wrong) => wrong switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "the folder above it is not there",
        _ when !OperatingSystem.IsWindows() && (wrong.HResult & 0xFFFF) == DiskFull => "the disk is full",
        _ when !OperatingSystem.IsWindows() && (wrong.HResult & 0xFFFF) == ReadOnly => "the file system is read-only",
        _ => "a file is in its place, or the file system refuses it",
    };

    private const int DiskFull = 28;
    private const int ReadOnly = 30;
}
