using Sallyport.Policy;

namespace Sallyport.Detection;

/// <summary>
/// What is done about a finding where no policy says otherwise. In tool output <c>deny</c> and <c>ask</c> mean that it is replaced,
/// <c>warn</c> that it is marked.
/// </summary>
public static class DetectionDefaults
{
    /// <summary>The verdict on one finding.</summary>
    public static Verdict ActionFor(Surface surface, Finding finding) => (surface, finding.Kind) switch
    {
        (Surface.Prompt, FindingKind.Secret) => finding.Severity >= Severity.High ? Verdict.Deny : Verdict.Warn,
        (Surface.Prompt, FindingKind.Pii) => Verdict.Warn,
        (Surface.ToolInput, FindingKind.Sqli) => Verdict.Deny,
        (Surface.ToolInput, FindingKind.Secret) => Verdict.Ask,
        (Surface.ToolInput, FindingKind.Pii) => IsCard(finding) ? Verdict.Ask : Verdict.Allow,
        (Surface.ToolInput, FindingKind.Code) => Verdict.Warn,
        (Surface.ToolOutput, FindingKind.Secret) => Verdict.Deny,
        (Surface.ToolOutput, FindingKind.Pii) => IsCard(finding) ? Verdict.Deny : Verdict.Allow,
        (Surface.ToolOutput, FindingKind.Injection) => Verdict.Warn,
        (Surface.Response, FindingKind.Secret) => Verdict.Ask,
        (Surface.Response, FindingKind.Pii) => IsCard(finding) ? Verdict.Ask : Verdict.Allow,
        _ => Verdict.Allow,
    };

    /// <summary>Secrets and payment card numbers never reach the model in what a tool returned: no policy may say otherwise.</summary>
    public static bool AlwaysReplaced(Finding finding) => finding.Kind == FindingKind.Secret || IsCard(finding);

    private static bool IsCard(Finding finding) => (finding.Classes & DataClass.Pci) != 0;
}
