using System.Text;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>Asking the person, who answers by typing a code that the model never sees.</summary>
internal static class Approvals
{
    private const int SummaryLength = 160;

    /// <summary>Notes that something waits for the person.</summary>
    /// <returns>The line that shows them the code. It goes into <c>systemMessage</c> and nowhere else.</returns>
    public static string Ask(Guard guard, string sessionId, ApprovalKind kind, string subject, string summary)
    {
        var code = ApprovalCode.Mint();
        var approval = new Approval
        {
            Kind = kind,
            CodeHash = ApprovalCode.Hash(code),
            Subject = subject,
            Summary = summary,
            Until = Deadline.After(guard.Now, Approval.Lifetime),
        };
        guard.Sessions.Change(sessionId, guard.Now, state => state.With(approval, guard.Now));
        return $"Sallyport asks: {summary}\nTo let exactly this pass once within ten minutes, type: sallyport approve {code}";
    }

    /// <summary>The person typed a code.</summary>
    /// <returns>What to tell them.</returns>
    public static string Approve(Guard guard, HookEvent hookEvent, string code)
    {
        var hash = ApprovalCode.Hash(code);
        Approval? approved = null;
        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state =>
        {
            approved = state.Approvals.FirstOrDefault(a => a.CodeHash == hash && !a.Approved && a.Until.IsOpen(guard.Now));
            if (approved is null) return state;
            var good = approved with { Approved = true, Until = Deadline.After(guard.Now, Approval.Lifetime) };
            return state with { Approvals = [.. state.Approvals.Select(a => a == approved ? good : a)] };
        });
        var record = guard.RecordOf("approval", hookEvent);
        record.Text = approved is null ? "a code that nothing waits for" : approved.Summary;
        record.Verdict = approved is null ? "deny" : "allow";
        record.InputHash = approved?.Subject;
        guard.Record(record, denied: approved is null);
        return approved is null
            ? "Nothing in this session waits for that code: it may be mistyped, used, or older than ten minutes. 'sallyport pending' in your terminal lists what waits."
            : $"Approved, once, within ten minutes: {approved.Summary}\nAsk Codex to try again.";
    }

    /// <summary>A call in one masked line.</summary>
    public static string Summary(Guard guard, ToolCall call)
    {
        // Not the JSON as it was written: an escaped quote would hide a secret from the masking.
        var text = call.Command is { } command ? guard.Mask(command) : Encoding.UTF8.GetString(MaskedJson.Of(call.Input, guard.Detection.Options.Rules));
        text = Sanitize.ForTerminal(text);
        return $"{Sanitize.ForTerminal(call.Name)}: {(text.Length <= SummaryLength ? text : text[..SummaryLength] + "…")}";
    }
}
