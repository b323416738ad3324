namespace Sallyport.Cli;

/// <summary>Every verb, in the order <c>--help</c> shows them.</summary>
internal static class Verbs
{
    public static readonly Verb[] All =
    [
        Install.InstallVerb.Verb,
        Install.UninstallVerb.Verb,
        Install.StatusVerb.Verb,
        Policy.PolicyCommandVerb.Verb,
        Policy.PendingVerb.Verb,
        Policy.PauseVerbs.Pause,
        Policy.PauseVerbs.Resume,
        Audit.AuditVerb.Verb,
        Check.CheckVerb.Verb,
        Explain.ExplainVerb.Verb,
        Scan.ScanVerb.Verb,
        Rules.RulesVerb.Verb,
        Guards.GuardVerb.Verb,
        Replay.ReplayVerb.Verb,
        Replay.SuggestVerb.Verb,
    ];
}
