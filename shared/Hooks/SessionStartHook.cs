using Sallyport.Configuration;
using Sallyport.Plans;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>A session begins, resumes, is cleared, compacted or forked: say what is enforced.</summary>
internal sealed class SessionStartHook : IHook
{
    public static EventName Name => EventName.SessionStart;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        guard.Sessions.Prune(hookEvent.SessionId);
        var session = guard.Sessions.Change(hookEvent.SessionId, guard.Now, state => state.PolicyRoot is null ? PolicyBinding.Bind(guard, state) : state);

        var notes = new List<string>(guard.Settings.Notes);
        notes.AddRange(guard.Data.Concerns());
        if (McpServerIdentity.Fault(guard.Surroundings.CodexHome, Directory.GetCurrentDirectory()) is { } server) notes.Add(server + ".");
        notes.AddRange(guard.Policy.Notes);
        foreach (var layer in guard.Policy.Set.Layers)
            if (layer.Document is null) notes.Add($"The {layer.Name} policy is broken, so every call is denied: {layer.Faults[0]}");
        if (PolicyBinding.Waiting(guard, session) is { } changed) notes.Add($"Every call is refused until you accept {changed} Type 'sallyport accept'.");
        if (guard.IsPaused(session)) notes.Add("Sallyport is paused: policy and plan stop nothing.");
        if (session.Taint is { } taint) notes.Add($"Every call is refused: {taint} Type 'sallyport accept' to go on.");

        var remote = RemoteCheck.Open(guard, hookEvent);
        if (remote is not null) notes.AddRange(remote.Notes);

        var record = guard.RecordOf("session-start", hookEvent);
        record.Text = hookEvent.Source;
        record.Rules = [];
        record.PolicyRoot = guard.Policy.Root;
        record.BundleVersion = guard.Policy.BundleVersion;
        if (guard.Record(record) is { } warning) notes.Add(warning);
        return Answer.Context(Name, Context(guard, hookEvent, session.PlanFor(null)), ToPerson(guard, notes, remote?.Names));
    }

    /// <summary>For the model. After a resume or a compaction it may have forgotten how plans work, and that it has one.</summary>
    private static string Context(Guard guard, HookEvent hookEvent, SessionPlan? plan)
    {
        if (!guard.Settings.IntentRequired) return "Sallyport checks every tool call against policy.";
        if (hookEvent.Source is not ("resume" or "clear" or "compact" or "fork")) return "Sallyport checks every tool call: it runs only if it is planned and allowed.";
        return PlanDirective.For(plan, guard.Now);
    }

    private static string ToPerson(Guard guard, List<string> notes, string? guards)
    {
        var settings = guard.Settings;
        var mode = settings.Enforce ? "enforcing" : "monitoring only, nothing is stopped";
        var plan = settings.IntentRequired ? "a plan is required" : "no plan is required";
        var from = settings.ManagedDirectory is { } managed ? $"managed from {managed}" : "built-in policy";
        var line = $"Sallyport {ProductVersion.Text}: {mode}; {plan}; {from}; policy root {PolicyBinding.Short(guard.Policy.Root)}{(guards is null ? "" : $"; asks {guards}")}.";
        return notes.Count == 0 ? line : line + "\n" + string.Join("\n", notes.Select(n => "- " + n));
    }
}
