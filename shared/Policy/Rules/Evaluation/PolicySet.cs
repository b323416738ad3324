using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>
/// All layers of people's policy, highest first. Each decides by itself; across layers the strictest verdict stands, so a lower
/// layer can only tighten.
/// </summary>
internal sealed class PolicySet(IReadOnlyList<PolicyLayer> layers)
{
    private const string Step = "policy";

    /// <summary>The layers, highest first.</summary>
    public IReadOnlyList<PolicyLayer> Layers => layers;

    /// <summary>What policy says of a call.</summary>
    public Judgement Evaluate(ToolCall call, PolicyContext context) => Decide(call, context).Judgement;

    /// <summary>What policy says of a call, layer by layer, and whether it also answers Codex's own approval prompt.</summary>
    public PolicyDecision Decide(ToolCall call, PolicyContext context)
    {
        var judgement = Judgement.Pass(Step);
        var verdicts = new LayerVerdict[layers.Count];
        var view = new CallView(call, context);
        for (var i = 0; i < layers.Count; i++)
        {
            verdicts[i] = LayerJudge.Judge(layers[i], view);
            var said = Describe(verdicts[i]);
            // Of two as strict, the one that names a rule says more.
            judgement = judgement.Rule is null && said.Verdict == judgement.Verdict ? said : Judgement.Strictest(judgement, said);
        }
        // A repository's rules come with the code that is worked on: they never answer a prompt for the person.
        var escalate = judgement.Verdict == Verdict.Allow && verdicts.Any(said => said.Escalate && said.Layer.Name != PolicyLayer.Repository);
        return new PolicyDecision(judgement, verdicts, escalate);
    }

    /// <summary>The effects that rules are held against, so that the caller can look where their paths lead.</summary>
    public static IReadOnlyList<Effect> EffectsOf(ToolCall call, PolicyContext context) =>
        [.. new CallView(call, context).Parts.Select(part => part.Effect).OfType<Effect>()];

    private static Judgement Describe(LayerVerdict said)
    {
        var layer = said.Layer.Name;
        if (said.Layer.Document is null)
            return new Judgement(Step, Verdict.Deny, $"{layer}:broken",
                $"The {layer} policy is broken, so every call is denied until it is mended. {(said.Layer.Faults.Count > 0 ? said.Layer.Faults[0] : "")}");
        var what = said.Verdict switch
        {
            Verdict.Deny => "Sallyport policy deny",
            Verdict.Ask => "Sallyport policy requires approval",
            Verdict.Warn => "Sallyport policy warning",
            _ => "Policy allow",
        };
        if (said.Rule is { } rule) return new Judgement(Step, said.Verdict, $"{layer}:{rule.Id}", rule.Reason is { } why ? $"{what}: {rule.Id}. {why}" : $"{what}: {rule.Id}.", rule.Suggest);
        return said.Verdict == Verdict.Allow ? Judgement.Pass(Step) : new Judgement(Step, said.Verdict, $"{layer}:default", $"{what}: no rule of the {layer} policy allows this.");
    }
}

/// <summary>What all layers say of a call.</summary>
/// <param name="Judgement">The strictest.</param>
/// <param name="Layers">Each layer's verdict.</param>
/// <param name="Escalate">True where a rule of the person or the administrator lets Codex's own prompt pass.</param>
internal sealed record PolicyDecision(Judgement Judgement, IReadOnlyList<LayerVerdict> Layers, bool Escalate);
