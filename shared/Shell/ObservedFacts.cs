namespace Sallyport.Shell;

/// <summary>What a path was when it was looked at.</summary>
public enum FileKind : byte
{
    /// <summary>Nothing is there.</summary>
    Missing,
    /// <summary>A regular file.</summary>
    File,
    /// <summary>A directory.</summary>
    Directory,
    /// <summary>A device, socket or pipe.</summary>
    Other,
}

/// <summary>A fact about a path.</summary>
/// <param name="Kind">What is there, links followed.</param>
/// <param name="RealPath">The path with every link resolved (of the nearest existing parent where the file is missing).</param>
/// <param name="Content">The text, where it was asked for, is a text and is at most 256 KiB; else null.</param>
public sealed record FileFact(FileKind Kind, string RealPath, string? Content = null);

/// <summary>Something the analysis would like to know. The caller looks, adds the fact and analyses again.</summary>
/// <param name="Path">An absolute path.</param>
/// <param name="WantContent">True where the text itself is needed (a script that would be run).</param>
public readonly record struct FactRequest(string Path, bool WantContent);

/// <summary>
/// What was observed of the machine. Analysis is a function of the command and these facts alone, so a verdict can be derived again later.
/// </summary>
public sealed record ObservedFacts
{
    /// <summary>The event's working directory, absolute.</summary>
    public required string Cwd { get; init; }

    /// <summary>The person's home directory; null where there is none.</summary>
    public string? Home { get; init; }

    /// <summary>The root of the project: the session's directory, or the repository that holds it.</summary>
    public required string Workspace { get; init; }

    /// <summary>Sallyport's data directory; null in <c>check</c>, which knows no installation.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Codex's home directory.</summary>
    public string? CodexHome { get; init; }

    /// <summary>True where paths are Windows paths and the shell is PowerShell.</summary>
    public bool Windows { get; init; }

    /// <summary>The user's name, for <c>~user</c>; null where unknown.</summary>
    public string? User { get; init; }

    /// <summary>Other absolute paths that belong to the guard: binaries, managed files, login-shell start-up files that are read for <c>-c</c>.</summary>
    public IReadOnlyList<string> GuardPaths { get; init; } = [];

    /// <summary>Environment variables that were looked at; a variable that is not here is unknown.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Paths that were looked at.</summary>
    public IReadOnlyDictionary<string, FileFact> Files { get; init; } = new Dictionary<string, FileFact>();
}
