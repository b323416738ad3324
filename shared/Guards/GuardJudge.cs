using Sallyport.Detection;
using Sallyport.Policy;

namespace Sallyport.Guards;

/// <summary>Turns answers into verdicts. A guard only ever adds to the local verdict; it never takes away from it.</summary>
internal static class GuardJudge
{
    /// <summary>The step's name in decisions and records.</summary>
    public const string Step = "guard";

    private const int LongestWhy = 300;

    /// <summary>The verdict of one answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="surface">Where the text stood.</param>
    /// <param name="mode">What the person decided for the case that there is none.</param>
    /// <param name="warnOnly">True where a hit is only told.</param>
    public static Judgement Judge(GuardAnswer answer, Surface surface, FailMode mode, bool warnOnly)
    {
        var title = answer.Service.Title();
        var id = $"guard.{answer.Service.Word()}.";
        switch (answer.Outcome)
        {
            case GuardOutcome.Cleared:
                return Judgement.Pass(Step, $"{title}: cleared");
            case GuardOutcome.Unavailable:
                var reason = $"{title} could not be asked ({answer.Fault.Word()}): {Short(answer.Why)}";
                return new Judgement(Step, Verdict(mode, answer.Fault), id + answer.Fault.Word(), reason);
            default:
                var found = answer.Findings.Count == 0 ? "" : $" ({string.Join(", ", answer.Findings.Take(5))})";
                var why = answer.Why.Length == 0 ? $"{title} flagged this {Noun(surface)}{found}." : $"{title}: {Short(answer.Why)}{found}";
                return new Judgement(Step, warnOnly ? Policy.Verdict.Warn : Policy.Verdict.Deny, id + "flagged", why);
        }
    }

    // Where it fails open nobody is told each time, except of what somebody must mend: a wrong credential is not a cleared text.
    private static Verdict Verdict(FailMode mode, GuardFault fault) => mode switch
    {
        FailMode.Closed => Policy.Verdict.Deny,
        FailMode.Open when !fault.IsMisconfigured() => Policy.Verdict.Allow,
        _ => Policy.Verdict.Warn,
    };

    private static string Noun(Surface surface) => surface switch
    {
        Surface.Prompt => "prompt",
        Surface.ToolInput => "call",
        Surface.ToolOutput => "tool result",
        _ => "answer",
    };

    // What a service says goes to the model and the person: short, and harmless for a terminal.
    private static string Short(string text)
    {
        var safe = Sanitize.ForTerminal(text);
        return safe.Length <= LongestWhy ? safe : safe[..LongestWhy] + "…";
    }
}
