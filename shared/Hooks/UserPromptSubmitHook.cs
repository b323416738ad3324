using System.Text;
using Sallyport.Detection;
using Sallyport.Integrity;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Policy.Words;
using Sallyport.Protocol;
using Sallyport.Scanning;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>The person sent a prompt: check it, answer Sallyport's own commands, ask the model for a plan.</summary>
internal sealed class UserPromptSubmitHook : IHook
{
    public static EventName Name => EventName.UserPromptSubmit;

    public static int InputLimit => 16 * 1024 * 1024;

    public static Answer Decide(HookEvent hookEvent, HookStart start)
    {
        var guard = Guard.Open(start);
        var prompt = hookEvent.Prompt!;

        // A subagent's prompt was written by a model: it commands nothing.
        if (IsCommand(hookEvent) && Ancestry.IsForged(Program)) return Answer.Block(Forged(guard, hookEvent));
        if (hookEvent.AgentId is null && PolicyPrompt.Answer(guard, hookEvent) is { } policy) return Answer.Block(policy);
        if (hookEvent.AgentId is null && PromptCommand.Read(prompt) is { } command) return Answer.Block(command.Answer(guard, hookEvent));

        var scan = LongTextScan.Inspect(prompt, Surface.Prompt, guard.Detection.Options);
        var verdict = scan.Truncated ? Verdict.Deny : Verdict.Allow;
        foreach (var finding in scan.Findings) verdict = Verdicts.Strictest(verdict, guard.Detection.ActionFor(Surface.Prompt, finding));
        var masked = guard.Mask(prompt);
        var remote = verdict < Verdict.Ask ? RemoteCheck.Open(guard, hookEvent)?.Text(Surface.Prompt, masked) : null;
        if (remote is { Stops: true }) verdict = Verdict.Deny;

        var record = guard.RecordOf("prompt", hookEvent);
        record.Verdict = verdict.Word();
        record.InputHash = Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(prompt)));
        if (guard.Settings.RecordText) record.Text = masked;
        record.Findings = scan.Findings;
        if (remote is not null) record.Steps = remote.Judgements;
        var blocked = verdict >= Verdict.Ask && guard.Settings.Enforce;
        var warning = guard.Record(record, denied: blocked);
        if (blocked) return Answer.Block(remote is { Stops: true } ? $"Sallyport stopped this prompt before it left for the model: {remote.Strictest.Reason}" : Explain(guard, prompt, scan));

        var told = warning ?? remote?.ToPerson ?? (verdict == Verdict.Warn
            ? $"Sallyport: this prompt holds {FindingText.List(prompt, [.. scan.Findings.Where(f => guard.Detection.ActionFor(Surface.Prompt, f) >= Verdict.Warn)])}."
            : null);
        return Answer.Context(Name, Directive(guard, hookEvent), told);
    }

    private const string Program = "sallyport-user-prompt-submit";

    private static bool IsCommand(HookEvent hookEvent) =>
        hookEvent.AgentId is null && (PromptCommand.Read(hookEvent.Prompt!) is not null || !PolicyCommandReader.Prompt(hookEvent.Prompt!).IsNone);

    // A second line: running a hook by hand is refused before it runs, but a program may do what its text does not say.
    private static string Forged(Guard guard, HookEvent hookEvent)
    {
        const string why = "This prompt did not come from Codex: a program that a tool call started made it up. Only what the person types counts.";
        var record = guard.RecordOf("approval", hookEvent);
        record.Verdict = "deny";
        record.Text = "a prompt that was made up by a tool call";
        guard.Record(record, denied: true);
        return why;
    }

    private static string? Directive(Guard guard, HookEvent hookEvent) => guard.Settings.IntentRequired
        ? PlanDirective.For(guard.Sessions.Load(hookEvent.SessionId)?.PlanFor(hookEvent.AgentId), guard.Now)
        : null;

    private static string Explain(Guard guard, string prompt, ScanResult scan) => scan.Truncated
        ? "Sallyport stopped this prompt: it is too long to be checked. Put the text into a file and name it."
        : $"Sallyport stopped this prompt before it left for the model: it holds what must not leave. Take it out and send it again.{FindingText.Show(prompt, [.. scan.Findings.Where(f => guard.Detection.ActionFor(Surface.Prompt, f) >= Verdict.Ask)], scan.Findings)}";
}
