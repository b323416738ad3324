using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Policy;

/// <summary>What <c>sallyport status</c> says of people's policy.</summary>
internal static class PolicyStatus
{
    /// <summary>The root and the layers in a line.</summary>
    public static string Line(DataDirectory data, Settings settings)
    {
        var policy = Load(data, settings);
        var layers = policy.Set.Layers.Select(layer => layer.Document is { } document ? $"{layer.Name} {document.Rules.Count} rules" : $"{layer.Name} BROKEN");
        return $"root {policy.Root[..16]}…{(policy.IsEmpty ? ", built-in only" : ", " + string.Join(", ", layers))}";
    }

    /// <summary>What of it reduces protection, or stops everything.</summary>
    public static void Inspect(DataDirectory data, Settings settings, List<string> concerns)
    {
        foreach (var layer in Load(data, settings).Set.Layers)
            if (layer.Document is null) concerns.Add($"Every call is refused: {layer.Faults[0]}");
        if (settings.MayPause && Pause.OfAll(data)?.IsOpen(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) == true)
            concerns.Add("Every session is paused: policy and plan stop nothing. Run: sallyport resume");
    }

    private static PolicyInForce Load(DataDirectory data, Settings settings) => PolicyLoader.Load(data, settings, Surroundings.Look(data.Root).Workspace);
}
