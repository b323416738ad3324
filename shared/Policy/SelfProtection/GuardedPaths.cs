using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>How a path is protected.</summary>
internal enum Protection
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The rest of Codex's own files: the person is asked.</summary>
    Ask,

    /// <summary>The guard itself, what starts it, what it relies on.</summary>
    Deny,
}

/// <summary>
/// The paths whose change would switch Sallyport off. Whoever writes one of them owns the next hook.
/// </summary>
internal sealed class GuardedPaths
{
    private readonly List<string> _denied = [];
    private readonly List<string> _asked = [];
    private readonly List<string> _standing = [];
    private readonly StringComparison _comparison;
    private readonly List<string> _registration = [];
    private readonly List<string> _homes = [];
    private readonly List<string> _absent = [];
    private readonly List<string> _programs = [];
    private readonly bool _ownHome;
    private readonly string? _data;
    private readonly string? _keys;

    /// <summary>Collects them from the facts.</summary>
    public GuardedPaths(ObservedFacts facts)
    {
        _comparison = facts.Windows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _data = facts.DataDirectory is { } data ? Normal(data) : null;
        // Keys that nobody made cannot be read.
        _keys = KeysOf(facts) is { } keys && !(facts.Files.TryGetValue(keys, out var kept) && kept.Kind == FileKind.Missing) ? keys : null;
        if (_data is not null) _denied.Add(_data);
        foreach (var path in facts.GuardPaths)
        {
            _denied.Add(Normal(path));
            _registration.Add(Normal(path));
            _programs.Add(Normal(path));
        }
        if (_data is not null) _programs.Add(_data + "/bin");
        if (facts.CodexHome is { } codex)
        {
            foreach (var name in (ReadOnlySpan<string>)["hooks.json", "config.toml", "requirements.toml", "managed_config.toml", ".env", "sessions", ".hook-trust"])
            {
                _denied.Add(Normal(codex) + "/" + name);
                if (name != "sessions") _registration.Add(Normal(codex) + "/" + name);
            }
            _homes.Add(Normal(codex));
            _ownHome = true;
            _asked.Add(Normal(codex));
        }
        foreach (var root in (ReadOnlySpan<string>)[facts.Workspace, facts.Cwd])
        {
            foreach (var path in FilesOf(root))
            {
                // With a folder goes only what is in it.
                if (facts.Files.TryGetValue(path, out var fact) && fact.Kind == FileKind.Missing) _absent.Add(path);
                _denied.Add(path);
            }
            _homes.Add(Normal(root) + "/.codex");
            _asked.Add(Normal(root) + "/.codex");
            _asked.Add(Normal(root) + "/.sallyport");
            _asked.Add(Normal(root) + "/.agents");
        }
        _standing.Add(Normal(facts.Workspace));
        _standing.Add(Normal(facts.Cwd));
    }

    /// <summary>The folder that keys are kept in.</summary>
    public static string? KeysOf(ObservedFacts facts) => facts.DataDirectory is { } data ? Normal(data) + "/keys" : null;

    /// <summary>A project's own registration, there or not.</summary>
    public static string[] FilesOf(string project) => [Normal(project) + "/.codex/hooks.json", Normal(project) + "/.codex/config.toml"];

    /// <summary>How a path is protected against being written, created or having its mode changed.</summary>
    /// <param name="path">Absolute; may end in a glob.</param>
    /// <param name="wholeTree">True where everything below it is meant too, or the name itself would go away.</param>
    public Protection Of(string path, bool wholeTree)
    {
        path = Normal(path);
        if (IsGuardFileOfAnyProject(path)) return Protection.Deny;
        foreach (var guarded in _denied)
            if (Touches(path, guarded, wholeTree && !_absent.Has(guarded), _absent.Has(guarded))) return Protection.Deny;
        // Codex's home by any way; what a project keeps for Codex only by its own name, for all of a project may be changed.
        for (var i = 0; i < _asked.Count; i++)
            if (Touches(path, _asked[i], wholeTree && i == 0 && _ownHome)) return Protection.Ask;
        return Protection.None;
    }

    /// <summary>True where deleting or moving the path takes away the directory hooks are started in.</summary>
    public bool HoldsWorkingDirectory(string path)
    {
        path = Normal(path);
        return _standing.Exists(standing => PathGlob.Covers(path, standing, _comparison));
    }

    /// <summary>True for what nobody but Sallyport reads: keys and session state in the data directory.</summary>
    /// <param name="path">Absolute; may hold globs.</param>
    /// <param name="wholeTree">True where what lies below it is read too.</param>
    public bool IsPrivate(string path, bool wholeTree = true) =>
        _keys is not null && (PathGlob.Reaches(Normal(path), _keys, _comparison) || (wholeTree && PathGlob.Covers(Normal(path), _keys, _comparison)));

    /// <summary>How a path is protected against being named to a program.</summary>
    /// <param name="path">Absolute; may hold globs.</param>
    /// <param name="handling">What the program makes of it.</param>
    public Protection OfMention(string path, Handling handling)
    {
        path = Normal(path);
        if (IsProgram(path)) return handling == Handling.Looks ? Protection.None : Protection.Deny;
        if (handling != Handling.Unknown) return handling == Handling.Reads && IsPrivate(path, wholeTree: false) ? Protection.Deny : Protection.None;
        if (_data is not null && (PathGlob.Covers(_data, path, _comparison) || PathGlob.Matches(path, _data, _comparison))) return Protection.Deny;
        if (IsGuardFileOfAnyProject(path)) return Protection.Ask;
        foreach (var guarded in _registration)
            if (Touches(path, guarded, wholeTree: false)) return Protection.Ask;
        // The folder of such a file: what is unpacked or built there takes its place.
        foreach (var home in _homes)
            if (PathGlob.Matches(path, home, _comparison)) return Protection.Ask;
        return Protection.None;
    }

    /// <summary>True for Sallyport's own programs, and the folder they are installed in: a copy under another name would be one nobody knows.</summary>
    public bool IsProgram(string path)
    {
        path = Normal(path);
        if (_data is not null && PathGlob.Matches(path, _data + "/bin", _comparison)) return true;
        var slash = path.LastIndexOf('/');
        if (slash < 0) return false;
        var name = path.AsSpan(slash + 1);
        if (name.IndexOfAny('*', '?', '[') < 0 && !name.StartsWith("sallyport", _comparison)) return false;
        foreach (var folder in _programs)
        {
            if (!PathGlob.Matches(path[..slash], folder, _comparison)) continue;
            foreach (var program in (ReadOnlySpan<string>)["sallyport", "sallyport-mcp", "sallyport-guard", "sallyport-user-prompt-submit",
                "sallyport-pre-tool-use", "sallyport-post-tool-use", "sallyport-permission-request", "sallyport-session-start", "sallyport-stop"])
                if (PathGlob.Matches(path, folder + "/" + program, _comparison)) return true;
            if (name.StartsWith("sallyport", _comparison)) return true;
        }
        return false;
    }

    /// <summary>True for Sallyport's directory and what is in it; with <paramref name="above"/> for the folders it lies in.</summary>
    public bool HoldsGuard(string path, bool above = false) =>
        _data is not null && (above ? PathGlob.Covers(Normal(path), _data, _comparison) : PathGlob.Covers(_data, Normal(path), _comparison));

    private bool Touches(string path, string guarded, bool wholeTree, bool absent = false) =>
        PathGlob.Covers(guarded, path, _comparison) // it is the guarded path or below it
        || (!absent && PathGlob.Matches(path, guarded, _comparison)) // a glob that can mean it
        || (wholeTree && PathGlob.Covers(path, guarded, _comparison)); // a parent goes, and it with the parent

    // A project's own registration counts wherever the project is: the session may change its directory.
    private static bool IsGuardFileOfAnyProject(string path) =>
        path.EndsWith("/.codex/hooks.json", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("/.codex/config.toml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("/codex/requirements.toml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("/codex/managed_config.toml", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/.codex/sallyport/", StringComparison.OrdinalIgnoreCase);

    private static string Normal(string path)
    {
        path = path.Replace('\\', '/');
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }
}
