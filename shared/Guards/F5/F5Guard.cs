using System.Threading.Tasks;
using Sallyport.Detection;
using Sallyport.Guards.Settings;

namespace Sallyport.Guards.F5;

/// <summary>F5 AI Guardrails: one scan a window of text; whatever is not <c>cleared</c> is a hit.</summary>
internal sealed class F5Guard(GuardContext context, IGuardTransport transport) : IRemoteGuard
{
    /// <summary>The path of a scan below the service's address.</summary>
    public const string ScanPath = "/backend/v1/scans";

    public Service Service => Service.F5;

    public async Task<GuardAnswer> Ask(GuardQuestion question, CancellationToken deadline)
    {
        if (question.Text.Length == 0) return GuardAnswer.Cleared(Service);
        var (token, why) = context.Credential(GuardTable.F5Token, GuardTable.F5TokenFile);
        if (token is null) return GuardAnswer.Unavailable(Service, GuardFault.NoCredential, why);
        if (TextWindows.Of(question.Text, context.Settings.Number(GuardTable.F5Window)) is not { } windows)
            return GuardAnswer.Unavailable(Service, GuardFault.TextTooLong, $"the text has {question.Text.Length} characters, more than are scanned.");
        var answers = await Task.WhenAll(windows.Select(window => Scan(question, window, token, deadline))).ConfigureAwait(false);
        return Strictest(answers);
    }

    private async Task<GuardAnswer> Scan(GuardQuestion question, string window, string token, CancellationToken deadline)
    {
        var body = F5Messages.Request(window, context.Settings.Text(GuardTable.F5Project), question);
        var scan = new HttpQuestion("POST", context.Settings.Text(GuardTable.F5Url) + ScanPath, [("Authorization", "Bearer " + token), ("Accept", "application/json")], body);
        return F5Messages.Answer(await transport.Send(scan, deadline).ConfigureAwait(false), context.Now);
    }

    // A hit in any window is a hit, even where another window could not be scanned. A window that could not is never cleared by the others.
    // Redacted windows overlap, so only the text of a single one can be used as it is.
    private GuardAnswer Strictest(GuardAnswer[] answers)
    {
        if (answers.Length == 1) return answers[0];
        var hits = Array.FindAll(answers, a => a.Outcome is GuardOutcome.Flagged or GuardOutcome.Redacted);
        if (hits.Length > 0) return GuardAnswer.Flagged(Service, hits[0].Why, [.. hits.SelectMany(h => h.Findings).Distinct()]);
        return Array.Find(answers, a => a.Outcome == GuardOutcome.Unavailable) ?? answers[0];
    }
}
