using Sallyport.Detection;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>People's policy as it is in force here and now: all layers, and what follows from them.</summary>
internal sealed class PolicyInForce
{
    /// <summary>Nobody wrote a policy.</summary>
    public static readonly PolicyInForce None = new([], onlyTighten: false, []);

    private readonly bool _onlyTighten;
    private string? _root;

    /// <summary>A policy of layers.</summary>
    /// <param name="layers">Highest first.</param>
    /// <param name="onlyTighten">True where what the person sets may only be stricter.</param>
    /// <param name="notes">What people should know of it.</param>
    public PolicyInForce(IReadOnlyList<PolicyLayer> layers, bool onlyTighten, IReadOnlyList<string> notes)
    {
        Set = new PolicySet(layers);
        BuiltInActions = Evaluation.BuiltInActions.Of(layers, onlyTighten);
        Notes = notes;
        _onlyTighten = onlyTighten;
    }

    /// <summary>The layers.</summary>
    public PolicySet Set { get; }

    /// <summary>Other actions for built-in rules and packs, by id; null where nobody gave any.</summary>
    public IReadOnlyDictionary<string, Verdict>? BuiltInActions { get; }

    /// <summary>What people should know: a file that is broken, a repository whose policy is not in force.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Version of the signed bundle in force; null where there is none.</summary>
    public string? BundleVersion { get; init; }

    /// <summary>What it says of findings in texts.</summary>
    public DetectionActions Detection => DetectionLayers.Of(Set.Layers, _onlyTighten);

    /// <summary>True where there is no policy at all.</summary>
    public bool IsEmpty => Set.Layers.Count == 0;

    /// <summary>The Merkle root of it all.</summary>
    public string Root => _root ??= PolicyRoot.Of(Set.Layers);
}
