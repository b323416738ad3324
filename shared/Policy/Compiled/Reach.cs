using System.Buffers;
using Sallyport.Shell;

namespace Sallyport.Policy.Compiled;

/// <summary>Where globs and whole trees of a call may lead: for each place that patterns begin at, the first names below it.</summary>
internal sealed class Reach(ObservedFacts facts)
{
    private readonly Place _root = new("");
    private readonly Place _home = new(facts.Home?.TrimEnd('/'));
    private readonly Place _workspace = new(facts.Workspace.TrimEnd('/'));
    private bool _anything;

    /// <summary>What is not known may be anything.</summary>
    public void AddAnything() => _anything = true;

    /// <summary>Adds an absolute path, with or without wildcards, and all below it.</summary>
    public void Add(string path)
    {
        if (!path.StartsWith('/')) _anything = true;
        _root.Add(path);
        _home.Add(path);
        _workspace.Add(path);
    }

    /// <summary>True where a pattern that begins so may be meant.</summary>
    public bool May(NeedleKind kind, ushort first) => _anything || kind switch
    {
        NeedleKind.PathFromRoot => _root.May(first),
        NeedleKind.PathFromHome => _home.May(first),
        NeedleKind.PathFromWorkspace => _workspace.May(first),
        _ => true,
    };

    private static readonly SearchValues<char> Wild = SearchValues.Create("*?[]{}");

    private sealed class Place(string? folder)
    {
        private readonly List<ushort> _names = [];
        private bool _all = folder is null;

        public bool May(ushort name) => _all || _names.Contains(name);

        public void Add(string path)
        {
            if (folder is null) return;
            // Up to the first wildcard the path is what it says.
            var wild = path.AsSpan().IndexOfAny(Wild);
            var known = wild < 0 ? path.AsSpan() : path.AsSpan(0, path.LastIndexOf('/', wild) + 1);
            if (known.Length > folder.Length && known.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && known[folder.Length] == '/')
            {
                var below = known[(folder.Length + 1)..];
                var end = below.IndexOf('/');
                var name = end < 0 ? below : below[..end];
                // A name that a wildcard cuts short, or the folder itself: anything in it.
                if (name.IsEmpty || (end < 0 && wild >= 0)) _all = true;
                else _names.Add(RuleNeedles.NameHash(name));
            }
            else if (folder.AsSpan().StartsWith(known.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            {
                _all = true; // it is the folder, or holds it
            }
        }
    }
}
