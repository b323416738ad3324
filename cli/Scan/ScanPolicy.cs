using Sallyport.Cli.Check;
using Sallyport.Detection;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.Cli.Scan;

/// <summary>What people's policy adds to a scan: their own rules, and what they except.</summary>
internal static class ScanPolicy
{
    /// <summary>The options under the policy in force here; as they are where <c>--built-in</c> is among the words, which is taken out.</summary>
    public static ScanOptions Under(ScanOptions options, ref string[] args)
    {
        var policy = CheckPolicy.Load(ref args);
        foreach (var layer in policy.Set.Layers)
            if (layer.Document is null) throw new InvalidDataException(Broken(layer));
        var under = policy.Detection.Options;
        return options with { Rules = under.Rules, Allowed = under.Allowed };
    }

    // A guard that cannot read the policy lets nothing pass; a scan must not say that it looked for everything.
    private static string Broken(PolicyLayer layer) =>
        $"the {layer.Name} policy cannot be read{(layer.Faults.Count > 0 ? ": " + layer.Faults[0] : "")}; 'sallyport policy lint' says more, --built-in scans without it";
}
