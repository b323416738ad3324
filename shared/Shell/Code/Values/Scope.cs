namespace Sallyport.Shell.Code;

/// <summary>The names a piece of the program sees.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly Dictionary<string, Value> names = new(StringComparer.Ordinal);
    private HashSet<string>? outer;

    public Scope? Parent => parent;
    public IEnumerable<KeyValuePair<string, Value>> Names => names;

    /// <summary>Modules whose every name was brought in (<c>from os import *</c>).</summary>
    public List<string>? Wildcards { get; private set; }

    public void AddWildcard(string module) => (Wildcards ??= []).Add(module);

    public Value? Own(string name) => names.GetValueOrDefault(name);

    public Value? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
            if (scope.names.TryGetValue(name, out var value)) return value;
        return null;
    }

    /// <summary><c>global x</c>, <c>nonlocal x</c></summary>
    public void Share(string name) => (outer ??= []).Add(name);

    /// <summary>Sets a name here.</summary>
    public void Declare(string name, Value value)
    {
        if (outer is not null && outer.Contains(name) && parent is not null) parent.Assign(name, value);
        else names[name] = value;
    }

    /// <summary>Sets a name where it lives, or here where it lives nowhere yet.</summary>
    public void Assign(string name, Value value)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (!scope.names.ContainsKey(name)) continue;
            scope.names[name] = value;
            return;
        }
        names[name] = value;
    }

    /// <summary>What the names stand for now, to come back to when another branch is followed.</summary>
    public Dictionary<string, Value> Snapshot() => new(names, StringComparer.Ordinal);

    public void Restore(Dictionary<string, Value> snapshot)
    {
        names.Clear();
        foreach (var (name, value) in snapshot) names[name] = value;
    }

    /// <summary>Joins in what the names stood for on another way through.</summary>
    public void Merge(Dictionary<string, Value> other)
    {
        foreach (var (name, value) in other)
            names[name] = names.TryGetValue(name, out var mine) ? ChoiceValue.Of(mine, value) : value;
    }
}
