namespace Sallyport.Shell.Commands;

/// <summary>By what <c>find</c> leaves something out.</summary>
[Flags]
internal enum Filtered : byte { None = 0, Name = 1, Empty = 2, Some = 4 }

/// <summary>What is found at a place of <c>find</c>'s expression, read from left to right: tests narrow, <c>-o</c> begins anew, parentheses keep to themselves.</summary>
internal sealed class FindSelection
{
    private readonly Stack<(Level Outer, Level? Before, bool Negated)> _groups = [];
    private Level _here = new(Filtered.None, []);

    /// <summary>By what it is narrowed here.</summary>
    public Filtered Filters => _here.Filters;

    /// <summary>The one name that all that is found has; null where there are several, or none is asked for.</summary>
    public Word? Name => _here.Names is [var only] ? only : null;

    /// <summary>A test that what is found must pass too.</summary>
    public void Narrow(Filtered by, Word? name = null) => _here = new Level(_here.Filters | by, name is null ? _here.Names : [.. _here.Names, name]);

    /// <summary>What follows sees only what did not pass before (<c>-name x -prune -o</c> leaves all the rest), or, after a comma, everything.</summary>
    public void Or()
    {
        if (_groups.TryPop(out var group)) _groups.Push((group.Outer, Either(group.Before, _here), group.Negated));
        _here = new Level(Filtered.None, []);
    }

    /// <summary>An opening parenthesis.</summary>
    public void Open(bool negated)
    {
        _groups.Push((_here, null, negated));
        _here = new Level(Filtered.None, []);
    }

    /// <summary>A closing one: the group is one test.</summary>
    public void Close()
    {
        if (!_groups.TryPop(out var group)) return;
        var inside = Either(group.Before, _here);
        if (group.Negated) inside = new Level(Filtered.Some, []);
        _here = new Level(group.Outer.Filters | inside.Filters, [.. group.Outer.Names, .. inside.Names]);
    }

    // What one of two lets pass: no more is sure than what both ask for.
    private static Level Either(Level? one, Level other)
    {
        if (one is not { } first) return other;
        if (first.Filters == Filtered.None || other.Filters == Filtered.None) return new Level(Filtered.None, []);
        var both = first.Filters & other.Filters;
        return new Level(both == Filtered.None ? Filtered.Some : both, [.. first.Names, .. other.Names]);
    }

    private readonly record struct Level(Filtered Filters, IReadOnlyList<Word> Names);
}
