using System.Text;
using Sallyport.Gate;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.PolicyStore;

/// <summary>A change as it is shown before anybody says yes to it.</summary>
internal static class ChangePreview
{
    private const int Calls = 100;
    private const int Shown = 6;
    private const int SummaryLength = 120;

    /// <summary>The diff, what it loosens, and what it would have changed in the last recorded decisions.</summary>
    public static string Of(PolicyActor actor, PolicyInForce now, PolicyDocument before, PolicyDocument after)
    {
        var diff = PolicyDiff.Between(before, after);
        var text = new StringBuilder("Diff:\n");
        foreach (var line in diff.Lines) text.Append("  ").Append(line).Append('\n');
        text.Append(diff.Loosens.Count == 0 ? "Loosens: nothing.\n" : "Loosens:\n");
        foreach (var line in diff.Loosens) text.Append("  ! ").Append(line).Append('\n');
        Replay(text, actor, now, after);
        return text.ToString();
    }

    /// <summary>The policy with another user layer.</summary>
    public static PolicyInForce With(PolicyInForce now, PolicyDocument user, bool onlyTighten)
    {
        var layers = now.Set.Layers.Where(layer => layer.Name != PolicyLayer.User).ToList();
        layers.Insert(layers.FindLastIndex(layer => layer.Name == PolicyLayer.Managed) + 1, new PolicyLayer(PolicyLayer.User, user, []));
        return new PolicyInForce(layers, onlyTighten, []);
    }

    private static void Replay(StringBuilder text, PolicyActor actor, PolicyInForce now, PolicyDocument after)
    {
        var calls = RecordedCalls.Last(actor.Data, Calls);
        if (calls.Count == 0)
        {
            text.Append("No decisions are on the record yet to try it on.\n");
            return;
        }
        var then = With(now, after, actor.Settings.OnlyTighten);
        var changed = new List<string>();
        foreach (var recorded in calls)
        {
            var (was, becomes) = (Judge(now, recorded, actor.Surroundings), Judge(then, recorded, actor.Surroundings));
            if (was.Verdict == becomes.Verdict) continue;
            var what = Sanitize.ForTerminal($"{recorded.Call.Name}: {recorded.Call.Command ?? recorded.Call.Input.GetRawText()}");
            changed.Add($"  {was.Verdict.Word()} → {becomes.Verdict.Word()}  {(what.Length <= SummaryLength ? what : what[..SummaryLength] + "…")}");
        }
        text.Append($"Of the last {calls.Count} recorded calls it would have changed {(changed.Count == 0 ? "none" : changed.Count.ToString())}.\n");
        foreach (var line in changed.Take(Shown)) text.Append(line).Append('\n');
        if (changed.Count > Shown) text.Append($"  … and {changed.Count - Shown} more\n");
    }

    private static Judgement Judge(PolicyInForce policy, RecordedCall recorded, Surroundings surroundings)
    {
        var facts = surroundings.Facts(recorded.Cwd, new Dictionary<string, Shell.FileFact>());
        var builtIn = BuiltInPolicy.Judge(recorded.Call, facts, policy.BuiltInActions);
        var people = policy.Set.Evaluate(recorded.Call, new PolicyContext { Facts = facts, PermissionMode = recorded.PermissionMode, AgentId = recorded.Agent });
        return Judgement.Strictest(builtIn.Strictest, people);
    }
}
