using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>The paths and hosts of one step, ready to be compared.</summary>
internal sealed class StepScope
{
    private readonly ObservedFacts _facts;
    private readonly List<PathPattern> _paths = [];
    private readonly HostPattern[] _hosts;

    public StepScope(PlanStep step, ObservedFacts facts)
    {
        _facts = facts;
        foreach (var pattern in step.Paths)
        {
            _paths.Add(PathPattern.Of(pattern, facts));
            // A relative path may have been meant from the directory the call runs in.
            if (facts.Cwd != facts.Workspace && Paths.IsWithin(facts.Cwd, facts.Workspace, facts.Windows)) _paths.Add(PathPattern.Of(pattern, facts, facts.Cwd));
        }
        _hosts = [.. step.Hosts.Select(HostPattern.Of)];
    }

    public bool LimitsPaths => _paths.Count > 0;

    public bool LimitsHosts => _hosts.Length > 0;

    /// <summary>True where the effect stays within the step's paths and hosts.</summary>
    public bool Allows(Effect effect) => effect.Target.Kind switch
    {
        TargetKind.Path when LimitsPaths => effect.Target.Known && CoversPath(effect.Target.Name, effect.Recursive),
        TargetKind.Host when LimitsHosts => effect.Target.Known && CoversHost(effect.Target.Name),
        _ => true,
    };

    /// <summary>True where a host pattern means the target.</summary>
    public bool CoversHost(string target) => _hosts.Any(host => host.Covers(target));

    /// <summary>
    /// True where the step's paths mean this path, and where links lead elsewhere, also the place it really is.
    /// </summary>
    public bool CoversPath(string path, bool recursive = false)
    {
        var absolute = Paths.Absolute(path, _facts.Cwd, _facts.Home, _facts.Windows);
        if (RunTraits.IsDevice(absolute)) return true;
        return CoversText(absolute, recursive) && (RealPath(absolute) is not { } real || real == absolute || CoversText(real, recursive));
    }

    private bool CoversText(string path, bool recursive)
    {
        foreach (var pattern in _paths)
            if (recursive ? pattern.CoversTree(path) : pattern.Covers(path)) return true;
        return false;
    }

    // Where the workspace itself is behind a link, its files are still in the workspace.
    private string? RealPath(string path)
    {
        if (!_facts.Files.TryGetValue(path, out var fact)) return null;
        if (_facts.Files.TryGetValue(_facts.Workspace, out var workspace) && Paths.IsWithin(fact.RealPath, workspace.RealPath, _facts.Windows))
            return _facts.Workspace + fact.RealPath[workspace.RealPath.Length..];
        return fact.RealPath;
    }
}
