using Sallyport.Policy;

namespace Sallyport.Detection;

/// <summary>An action that policy gives to findings on one surface.</summary>
/// <param name="Surface">Where.</param>
/// <param name="What">A rule's id, a data class (<c>PCI</c>) or a kind (<c>secret</c>).</param>
/// <param name="Action">What is done.</param>
public readonly record struct DetectionAction(Surface Surface, string What, Verdict Action);

/// <summary>What one policy file says about findings: actions, rules of its own, and what is no finding.</summary>
public sealed record DetectionPolicy
{
    /// <summary>Nothing but the defaults.</summary>
    public static readonly DetectionPolicy Default = new();

    /// <summary>Actions that differ from the defaults.</summary>
    public IReadOnlyList<DetectionAction> Actions { get; init; } = [];

    /// <summary>People's own rules.</summary>
    public IReadOnlyList<UserRule> Rules { get; init; } = [];

    /// <summary>What is not a finding here.</summary>
    public IReadOnlyList<Allowance> Allowed { get; init; } = [];

    /// <summary>What stands for a policy that cannot be read: it might have said that nothing passes.</summary>
    public static readonly DetectionPolicy Unreadable = new()
    {
        Actions =
        [
            new(Surface.Prompt, "secret", Verdict.Deny), new(Surface.Prompt, "pii", Verdict.Deny),
            new(Surface.ToolInput, "secret", Verdict.Deny), new(Surface.ToolInput, "pii", Verdict.Deny), new(Surface.ToolInput, "sqli", Verdict.Deny),
            new(Surface.ToolOutput, "secret", Verdict.Deny), new(Surface.ToolOutput, "pii", Verdict.Deny), new(Surface.ToolOutput, "injection", Verdict.Deny),
            new(Surface.Response, "secret", Verdict.Deny), new(Surface.Response, "pii", Verdict.Deny),
        ],
    };

    /// <summary>
    /// What this policy says of a finding, or null where it says nothing: its rule counts before its data classes, those before its
    /// kind, and of several data classes the strictest.
    /// </summary>
    public Verdict? Explicit(Surface surface, in Finding finding)
    {
        Verdict? kind = null, dataClass = null;
        foreach (var action in Actions)
        {
            if (action.Surface != surface) continue;
            if (action.What == finding.Rule) return action.Action;
            if (action.What == Kinds.Word(finding.Kind)) kind = action.Action;
            else if ((Kinds.ParseClass(action.What) & finding.Classes) != 0) dataClass = dataClass is { } known ? Verdicts.Strictest(known, action.Action) : action.Action;
        }
        return dataClass ?? kind;
    }
}

/// <summary>What is done about findings: the defaults, and what the layers of policy make of them.</summary>
/// <param name="managed">The administrator's; null where there is none.</param>
/// <param name="user">The person's; null where there is none.</param>
/// <param name="repository">That of the code that is worked on: it may only tighten; null where there is none.</param>
/// <param name="onlyTighten">True where the person's may only tighten too.</param>
public sealed class DetectionActions(DetectionPolicy? managed = null, DetectionPolicy? user = null, DetectionPolicy? repository = null, bool onlyTighten = false)
{
    /// <summary>The defaults alone.</summary>
    public static readonly DetectionActions Default = new();

    /// <summary>How to scan under this policy.</summary>
    public ScanOptions Options { get; } = managed is null && user is null && repository is null
        ? ScanOptions.Default
        : new ScanOptions
        {
            Rules = [.. managed?.Rules ?? [], .. user?.Rules ?? [], .. repository?.Rules ?? []],
            // A repository's own allowances come with the text they would excuse: they count for nothing.
            Allowed = [.. managed?.Allowed ?? [], .. (onlyTighten ? null : user?.Allowed) ?? []],
        };

    /// <summary>
    /// The verdict on a finding. The administrator's action and the person's replace the default, the stricter where both speak; a
    /// repository's can only be stricter. Secrets and card numbers in what tools return are replaced whatever is said.
    /// </summary>
    public Verdict ActionFor(Surface surface, in Finding finding)
    {
        var own = user?.Explicit(surface, finding);
        var said = (onlyTighten ? managed?.Explicit(surface, finding) : Strictest(managed?.Explicit(surface, finding), own)) ?? DetectionDefaults.ActionFor(surface, finding);
        if (onlyTighten && own is { } wish) said = Verdicts.Strictest(said, wish);
        if (repository?.Explicit(surface, finding) is { } tighter) said = Verdicts.Strictest(said, tighter);
        return surface == Surface.ToolOutput && DetectionDefaults.AlwaysReplaced(finding) ? Verdict.Deny : said;
    }

    /// <summary>True where policy, not the default, says that such a finding is denied.</summary>
    public bool DeniedByPolicy(Surface surface, in Finding finding) =>
        Strictest(Strictest(managed?.Explicit(surface, finding), user?.Explicit(surface, finding)), repository?.Explicit(surface, finding)) == Verdict.Deny;

    private static Verdict? Strictest(Verdict? a, Verdict? b) => a is { } x && b is { } y ? Verdicts.Strictest(x, y) : a ?? b;
}
