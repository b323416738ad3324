using Sallyport.Configuration;
using Sallyport.Export;
using Sallyport.Liveness;

namespace Sallyport.Cli.Install;

/// <summary>What <c>status</c> says of hooks that were skipped and of rows that wait to be shipped.</summary>
internal static class LivenessStatus
{
    /// <summary>Adds what reduces protection.</summary>
    public static void Inspect(CodexInstallation installation, Settings? settings, List<string> concerns)
    {
        if (settings is not { AuditEnabled: true }) return;
        try
        {
            foreach (var session in SkippedCalls.Find(installation.Data, installation.CodexHome))
                concerns.Add($"Codex ran {session.Calls} of {session.Of} tool calls in {Sanitize.ForTerminal(session.Transcript)} without asking Sallyport. Hooks that are not trusted, or a session older than the installation, do that.");
            if (settings.AuditShipUrl is { } url && Waiting(installation, url) is { } waiting) concerns.Add(waiting);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            concerns.Add($"The transcripts of Codex cannot be looked at: {wrong.Message}");
        }
    }

    private static string? Waiting(CodexInstallation installation, string written)
    {
        const long few = 1000; // what a minute or two leaves
        var address = Collectors.Address(written).AbsoluteUri;
        var waiting = Shipper.Waiting(installation.Data, address);
        var fault = Shipper.LastFault(installation.Data, address);
        if (waiting <= few && (fault is null || waiting == 0)) return null;
        return $"{waiting} rows of the record wait to be shipped to {Sanitize.ForTerminal(address)}{(fault is null ? "" : $": {fault.TrimEnd('.')}")}. 'sallyport audit ship' tries again and says why.";
    }
}
