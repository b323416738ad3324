using Sallyport.Plans;

namespace Sallyport.State;

/// <summary>
/// What must outlive a hook process: one file a session, written when a plan, an approval or a denial changes it and never
/// for a call that simply runs.
/// </summary>
internal sealed record SessionState
{
    /// <summary>The shape of the file. A file of a newer shape is refused, not half understood.</summary>
    public const int Version = 1;

    /// <summary>The plan of the root thread is kept under this key; a subagent's under its id.</summary>
    public const string RootAgent = "";

    /// <summary>Denials remembered at most; the oldest go first.</summary>
    private const int MostDenials = 64;

    /// <summary>Approvals that may wait at once.</summary>
    private const int MostApprovals = 32;

    /// <summary>Subagents' plans kept at most.</summary>
    private const int MostPlans = 64;

    /// <summary>Codex's session id.</summary>
    public required string SessionId { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long StartedAt { get; init; }

    /// <summary>The Merkle root of the policy the session began with; null where none was seen.</summary>
    public string? PolicyRoot { get; init; }

    /// <summary>What names each layer of that policy: <c>user=hash,repository=hash</c>.</summary>
    public string? PolicyLayers { get; init; }

    /// <summary>Until when the person paused this session; null where they did not.</summary>
    public Deadline? PausedUntil { get; init; }

    /// <summary>Why every call is refused until the person accepts; null in a sound session.</summary>
    public string? Taint { get; init; }

    /// <summary>Plans by agent.</summary>
    public IReadOnlyDictionary<string, SessionPlan> Plans { get; init; } = new Dictionary<string, SessionPlan>();

    /// <summary>What waits for the person, or was approved and not yet used.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Effects that policy denied in this session: the same effect in other words is denied too.</summary>
    public IReadOnlyList<string> DeniedEffects { get; init; } = [];

    /// <summary>The plan a call of this agent is held against: its own, else the root's.</summary>
    public SessionPlan? PlanFor(string? agent) =>
        Plans.TryGetValue(agent ?? RootAgent, out var own) ? own : Plans.GetValueOrDefault(RootAgent);

    /// <summary>With a plan set or replaced.</summary>
    public SessionState With(string agent, SessionPlan plan)
    {
        var plans = new Dictionary<string, SessionPlan>(Plans) { [agent] = plan };
        if (plans.Count > MostPlans)
        {
            var oldest = plans.Where(p => p.Key != RootAgent && p.Key != agent).OrderBy(p => p.Value.RegisteredAt).First().Key;
            plans.Remove(oldest);
        }
        return this with { Plans = plans };
    }

    /// <summary>With denied effects remembered.</summary>
    public SessionState WithDenied(IReadOnlyList<string> effects)
    {
        var added = effects.Where(e => !DeniedEffects.Has(e)).ToList();
        return added.Count == 0 ? this : this with { DeniedEffects = [.. DeniedEffects.Concat(added).TakeLast(MostDenials)] };
    }

    /// <summary>With one more approval waiting; what is out of date goes.</summary>
    public SessionState With(Approval approval, long now) => this with
    {
        Approvals = [.. Approvals.Where(a => a.Until.IsOpen(now) && !(a.Subject == approval.Subject && !a.Approved)).TakeLast(MostApprovals - 1), approval],
    };

    /// <summary>The approval that lets exactly this pass, or null.</summary>
    public Approval? Approved(ApprovalKind kind, string subject, long now)
    {
        foreach (var approval in Approvals)
            if (approval.Approved && approval.Kind == kind && approval.Until.IsOpen(now) && approval.Subject == subject) return approval;
        return null;
    }
}
