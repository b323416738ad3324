using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Conditions;

/// <summary>What is done to a path.</summary>
[Flags]
internal enum PathAccess : byte
{
    /// <summary>Read.</summary>
    Read = 1,
    /// <summary>Created or changed.</summary>
    Write = 2,
    /// <summary>Deleted, emptied or moved away.</summary>
    Delete = 4,
    /// <summary>Anything.</summary>
    Any = Read | Write | Delete,
}

/// <summary>A path that is touched.</summary>
internal sealed record PathCondition
{
    /// <summary>Globs: any of these.</summary>
    public required IReadOnlyList<string> Globs { get; init; }

    /// <summary>Globs of what is not meant.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>How it is touched.</summary>
    public PathAccess Access { get; init; } = PathAccess.Any;

    /// <summary>
    /// True where the effect touches such a path. What is not wholly known counts where it may be meant, unless <paramref name="surely"/>:
    /// a rule that allows must know.
    /// </summary>
    public bool Holds(Effect effect, ObservedFacts facts, bool surely)
    {
        if (effect.Target.Kind != TargetKind.Path || (AccessOf(effect.Kind) & Access) == 0) return false;
        var target = effect.Target;
        if (surely && !target.Known) return false;
        if (Except.Any(glob => Covers(glob, effect, facts, surely: true))) return false;
        return Globs.Any(glob => Covers(glob, effect, facts, surely));
    }

    private static bool Covers(string glob, Effect effect, ObservedFacts facts, bool surely)
    {
        var pattern = glob.StartsWith("**", StringComparison.Ordinal) ? PathPattern.Anywhere("/" + glob, facts) : PathPattern.Of(glob, facts);
        var path = Paths.Absolute(effect.Target.Name, facts.Cwd, facts.Home, facts.Windows);
        if (effect.Target.Glob) path = Glob.WithoutSets(path);
        var real = facts.Files.TryGetValue(path, out var fact) && fact.RealPath != path ? fact.RealPath : null;
        var tree = effect.Recursive || effect.Target.Glob;
        if (surely)
        {
            bool Sure(string place) => effect.Recursive ? pattern.CoversTree(place) : effect.Target.Glob ? pattern.Covers(PathPattern.Of(place, facts)) : pattern.Covers(place);
            return Sure(path) && (real is null || Sure(real));
        }
        return pattern.Meets(path, tree) || (real is not null && pattern.Meets(real, tree));
    }

    private static PathAccess AccessOf(EffectKind kind) => kind switch
    {
        EffectKind.Read => PathAccess.Read,
        EffectKind.Write or EffectKind.ChangeMode or EffectKind.ChangeOwner or EffectKind.Persist or EffectKind.WriteDisk => PathAccess.Write,
        EffectKind.Truncate => PathAccess.Write | PathAccess.Delete,
        EffectKind.Delete or EffectKind.Move => PathAccess.Delete,
        _ => PathAccess.Any,
    };
}
