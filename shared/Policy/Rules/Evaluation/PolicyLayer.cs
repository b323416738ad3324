using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>One layer of people's policy.</summary>
/// <param name="Name"><c>managed</c>, <c>user</c> or <c>repository</c>.</param>
/// <param name="Document">Its policy; null where the file is broken.</param>
/// <param name="Faults">What is wrong with the file.</param>
internal sealed record PolicyLayer(string Name, PolicyDocument? Document, IReadOnlyList<PolicyFault> Faults)
{
    /// <summary>The administrator's.</summary>
    public const string Managed = "managed";

    /// <summary>The person's.</summary>
    public const string User = "user";

    /// <summary>The one that came with the code that is worked on.</summary>
    public const string Repository = "repository";

    /// <summary>A layer as it was read.</summary>
    public static PolicyLayer Of(string name, PolicyReading reading) => new(name, reading.Document, reading.Faults);
}

/// <summary>What a layer says of a call.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Rule">The rule that decided; null where it was the default, or a broken file.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Escalate">True where every part of the call is allowed by a rule that also answers Codex's own prompt.</param>
internal readonly record struct LayerVerdict(PolicyLayer Layer, PolicyRule? Rule, Verdict Verdict, bool Escalate);
