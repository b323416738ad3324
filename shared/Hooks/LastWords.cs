using System.Text;
using Sallyport.Audit;
using Sallyport.Detection;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.Scanning;

namespace Sallyport.Hooks;

/// <summary>What a model says last, to the person or to the agent that started it: recorded, and sent back once where it holds a secret.</summary>
internal static class LastWords
{
    /// <summary>Records them and answers.</summary>
    /// <param name="guard">What hooks work with.</param>
    /// <param name="hookEvent">Stop or SubagentStop.</param>
    /// <param name="kind">The row's kind.</param>
    /// <param name="told">Lines for the person that there are already.</param>
    /// <param name="close">What else belongs to the row, and to the lines.</param>
    public static Answer Check(Guard guard, HookEvent hookEvent, string kind, List<string> told, Action<AuditRecord, List<string>>? close = null)
    {
        var answer = hookEvent.LastAssistantMessage ?? "";
        var scan = LongTextScan.Inspect(answer, Surface.Response, guard.Detection.Options);
        var secrets = scan.Findings.Where(f => guard.Detection.ActionFor(Surface.Response, f) >= Verdict.Ask).ToList();

        var check = RemoteCheck.Open(guard, hookEvent);
        var masked = check is not null || guard.Settings.RecordText ? guard.Mask(answer) : "";
        var remote = secrets.Count == 0 ? check?.Text(Surface.Response, masked) : null;
        check?.Flush();
        if (remote?.ToPerson is { } outage) told.Add(outage);

        var record = guard.RecordOf(kind, hookEvent);
        if (guard.Settings.RecordText) record.Text = masked;
        if (remote is { Judgements.Count: > 0 }) record.Steps = remote.Judgements;
        record.InputHash = Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(answer)));
        record.Findings = scan.Findings;
        close?.Invoke(record, told);
        if (guard.Record(record) is { } warning) told.Add(warning);
        if (guard.Sign() is { } unsigned) told.Add(unsigned);
        if (remote is { Stops: true } && !hookEvent.StopHookActive && guard.Settings.Enforce)
            return Answer.Block($"{remote.Strictest.Reason} Write the answer again without what was flagged.",
                string.Join("\n", [.. told, $"Sallyport: {remote.Strictest.Reason} Codex may already have shown the answer."]));
        if (remote is { Stops: true }) told.Add($"Sallyport: {remote.Strictest.Reason} Codex may already have shown the answer.");
        if (secrets.Count == 0) return Answer.Tell(string.Join("\n", told));

        told.Add($"Sallyport: the answer held {FindingText.List(answer, secrets)}. Codex may already have shown it.");
        // Once only: Codex has no guard against a Stop hook that never lets go.
        return hookEvent.StopHookActive || !guard.Settings.Enforce
            ? Answer.Tell(string.Join("\n", told))
            : Answer.Block($"Your last answer held {FindingText.List(answer, secrets)}. Write it again without, and do not repeat the value.", string.Join("\n", told));
    }
}
