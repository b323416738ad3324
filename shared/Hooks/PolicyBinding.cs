using System.Text;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.PolicyStore;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>
/// A session is bound to the policy that it began with. A policy that changed since, other than through Sallyport, is reported; where the
/// settings say so, nothing runs until the person accepts it.
/// </summary>
internal static class PolicyBinding
{
    /// <summary>The step this is in a decision.</summary>
    public const string Step = "policy-root";

    private const int NameLength = 16;

    /// <summary>Binds a session to the policy in force.</summary>
    public static SessionState Bind(Guard guard, SessionState state) => state with { PolicyRoot = guard.Policy.Root, PolicyLayers = Layers(guard.Policy) };

    /// <summary>Holds the policy in force against the session's.</summary>
    /// <returns>Why the call must not run, and what to tell the person; both null where all is well.</returns>
    public static (Judgement? Stop, string? ToPerson) Check(Guard guard, HookEvent hookEvent, SessionState? session)
    {
        if (session?.PolicyRoot is null)
        {
            if (guard.Settings.PolicyBound) guard.Sessions.Change(hookEvent.SessionId, guard.Now, state => state.PolicyRoot is null ? Bind(guard, state) : state);
            return default;
        }
        if (session.PolicyRoot == guard.Policy.Root || Foreign(guard, session) is not { Length: > 0 } changed) return default;
        var what = $"The {changed} policy was changed other than through Sallyport since this session began (root {Short(session.PolicyRoot)}, now {Short(guard.Policy.Root)}).";
        if (guard.Settings.PolicyBound)
            return (new Judgement(Step, Verdict.Deny, "session.policy-changed", what + " Nothing runs until the person accepts it."), $"Sallyport: {what} If you know of it, type: sallyport accept");

        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state => Bind(guard, state));
        var record = guard.RecordOf("policy", hookEvent);
        record.Verdict = "warn";
        record.Text = what;
        record.PolicyRoot = guard.Policy.Root;
        guard.Record(record);
        return (null, $"Sallyport: {what}");
    }

    /// <summary>What the person accepts, or null where the policy is the one they know.</summary>
    public static string? Waiting(Guard guard, SessionState? session) =>
        guard.Settings.PolicyBound && session?.PolicyRoot is { } bound && bound != guard.Policy.Root && Foreign(guard, session) is { Length: > 0 } changed
            ? $"the {changed} policy with root {Short(guard.Policy.Root)}." : null;

    /// <summary>A root, short enough to be read aloud.</summary>
    public static string Short(string root) => root[..NameLength] + "…";

    /// <summary>The layers that are not as the session knew them, and not as Sallyport itself wrote them.</summary>
    private static string Foreign(Guard guard, SessionState session)
    {
        var before = (session.PolicyLayers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var now = Layers(guard.Policy).Split(',', StringSplitOptions.RemoveEmptyEntries);
        var changed = "";
        foreach (var name in (ReadOnlySpan<string>)[PolicyLayer.Managed, PolicyLayer.User, PolicyLayer.Repository])
        {
            if (Of(before, name) == Of(now, name) || (name == PolicyLayer.User && IsOurs(guard))) continue;
            changed += changed.Length == 0 ? name : " and " + name;
        }
        return changed;
    }

    private static bool IsOurs(Guard guard)
    {
        foreach (var layer in guard.Policy.Set.Layers)
            if (layer.Name == PolicyLayer.User) return UserPolicy.IsKnown(guard.Data, layer);
        return false;
    }

    private static string? Of(string[] layers, string name) => Array.Find(layers, layer => layer.StartsWith(name, StringComparison.Ordinal));

    private static string Layers(PolicyInForce policy)
    {
        var text = new StringBuilder();
        foreach (var layer in policy.Set.Layers)
            text.Append(text.Length == 0 ? "" : ",").Append(layer.Name).Append('=').Append(Convert.ToHexStringLower(Sha256.Hash(PolicyRoot.Leaf(layer)).AsSpan(0, 16)));
        return text.ToString();
    }
}
