using Sallyport.Detection;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>What the layers of policy together say of findings in texts.</summary>
internal static class DetectionLayers
{
    /// <summary>Combines them. A layer that cannot be read lets nothing pass that was found.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="onlyTighten">True where the person's may only be stricter.</param>
    public static DetectionActions Of(IReadOnlyList<PolicyLayer> layers, bool onlyTighten)
    {
        DetectionPolicy? managed = null, user = null, repository = null;
        foreach (var layer in layers)
        {
            var says = layer.Document is { } document ? document.Detection?.Policy : DetectionPolicy.Unreadable;
            switch (layer.Name)
            {
                case PolicyLayer.Managed:
                    managed = says;
                    onlyTighten |= layer.Document is { } own && own.Locked.Has("*");
                    break;
                case PolicyLayer.User: user = says; break;
                default: repository = says; break;
            }
        }
        return managed is null && user is null && repository is null ? DetectionActions.Default : new DetectionActions(managed, user, repository, onlyTighten);
    }
}
