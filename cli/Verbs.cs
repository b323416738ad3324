namespace Sallyport.Cli;

/// <summary>Every verb, in the order <c>--help</c> shows them.</summary>
internal static class Verbs
{
    public static readonly Verb[] All =
    [
        Install.InstallVerb.Verb,
        Install.UpgradeVerb.Verb,
        Install.UninstallVerb.Verb,
        Install.StatusVerb.Verb,
        Doctor.DoctorVerb.Verb,
        Managed.RequirementsVerb.Verb,
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
        Packages.VerifyPackageVerb.Verb,
        Words.CompletionsVerb.Verb,
        Words.ManVerb.Verb,
    ];
}
