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
    private readonly string? _data;

    /// <summary>Collects them from the facts.</summary>
    public GuardedPaths(ObservedFacts facts)
    {
        _comparison = facts.Windows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _data = facts.DataDirectory is { } data ? Normal(data) : null;
        if (_data is not null) _denied.Add(_data);
        foreach (var path in facts.GuardPaths) _denied.Add(Normal(path));
        if (facts.CodexHome is { } codex)
        {
            foreach (var name in (ReadOnlySpan<string>)["hooks.json", "config.toml", "requirements.toml", "managed_config.toml", "sessions", ".hook-trust"])
                _denied.Add(Normal(codex) + "/" + name);
            _asked.Add(Normal(codex));
        }
        foreach (var root in (ReadOnlySpan<string>)[facts.Workspace, facts.Cwd])
        {
            _denied.Add(Normal(root) + "/.codex/hooks.json");
            _denied.Add(Normal(root) + "/.codex/config.toml");
            _asked.Add(Normal(root) + "/.codex");
            _asked.Add(Normal(root) + "/.sallyport");
            _asked.Add(Normal(root) + "/.agents");
        }
        _standing.Add(Normal(facts.Workspace));
        _standing.Add(Normal(facts.Cwd));
    }

    /// <summary>How a path is protected against being written, created or having its mode changed.</summary>
    /// <param name="path">Absolute; may end in a glob.</param>
    /// <param name="wholeTree">True where everything below it is meant too, or the name itself would go away.</param>
    public Protection Of(string path, bool wholeTree)
    {
        path = Normal(path);
        if (IsGuardFileOfAnyProject(path)) return Protection.Deny;
        foreach (var guarded in _denied)
            if (Touches(path, guarded, wholeTree)) return Protection.Deny;
        foreach (var guarded in _asked)
            if (Touches(path, guarded, wholeTree)) return Protection.Ask;
        return Protection.None;
    }

    /// <summary>True where deleting or moving the path takes away the directory hooks are started in.</summary>
    public bool HoldsWorkingDirectory(string path)
    {
        path = Normal(path);
        return _standing.Exists(standing => PathGlob.Covers(path, standing, _comparison));
    }

    /// <summary>True for what nobody but Sallyport reads: keys and session state in the data directory.</summary>
    public bool IsPrivate(string path) => _data is not null && PathGlob.Overlaps(Normal(path), _data + "/keys", _comparison);

    private bool Touches(string path, string guarded, bool wholeTree) =>
        PathGlob.Covers(guarded, path, _comparison) // it is the guarded path or below it
        || PathGlob.Matches(path, guarded, _comparison) // a glob that can mean it
        || (wholeTree && PathGlob.Covers(path, guarded, _comparison)); // a parent goes, and it with the parent

    // A project's own registration counts wherever the project is: the session may change its directory.
    private static bool IsGuardFileOfAnyProject(string path) =>
        path.EndsWith("/.codex/hooks.json", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("/.codex/config.toml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("/codex/requirements.toml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("/codex/managed_config.toml", StringComparison.OrdinalIgnoreCase);

    private static string Normal(string path)
    {
        path = path.Replace('\\', '/');
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }
}
