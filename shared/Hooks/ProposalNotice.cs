using System.Text;
using Sallyport.Plans;
using Sallyport.PolicyStore;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>Shows the person what the model proposes to change of their policy, as soon as it has proposed it.</summary>
internal static class ProposalNotice
{
    /// <summary>What to show; null where nothing new was proposed.</summary>
    public static string? Of(Guard guard, HookEvent hookEvent)
    {
        if (hookEvent.ToolName != OwnTools.PolicyUpdate) return null;
        var unseen = StagedChange.TakeUnseen(guard.Data, hookEvent.SessionId, guard.Now);
        if (unseen.Count == 0) return null;
        var text = new StringBuilder("Sallyport: Codex proposes a change of your policy.");
        foreach (var change in unseen)
        {
            text.Append('\n').Append(change.Text);
            var record = guard.RecordOf("policy", hookEvent);
            record.Verdict = "allow";
            record.Text = guard.Mask($"staged {change.Id} by the model: {change.Summary}");
            guard.Record(record);
        }
        return LongText.Fit(text.ToString());
    }
}
