using Sallyport.Cli.Install;
using Sallyport.Cli.Plugin;

namespace Sallyport.Cli.Doctor;

/// <summary>What this Codex itself says: its version, the hooks it sees, whether it trusts them.</summary>
internal static class CodexChecks
{
    /// <summary>The version everything here was measured with.</summary>
    private const string Measured = "0.169.";

    public static IEnumerable<Finding> Run(Patient patient, string? codex)
    {
        if (codex is null)
        {
            yield return Finding.Note("codex.missing", "codex is not on PATH, so it was not asked what it makes of the hooks", "Name it: sallyport doctor --codex PATH");
            yield break;
        }
        foreach (var finding in Version(codex)) yield return finding;
        foreach (var finding in Ask(patient, codex)) yield return finding;
    }

    private static IEnumerable<Finding> Version(string codex)
    {
        Finding finding;
        try
        {
            var said = ChildProcess.Run(codex, ["--version"], seconds: 20).Output.Trim();
            var version = said.Split(' ').LastOrDefault() ?? "";
            finding = version.StartsWith(Measured, StringComparison.Ordinal)
                ? Finding.Good("codex.version", $"{said} is the version Sallyport was measured with")
                : Finding.Note("codex.version",
                $"'{Sanitize.ForTerminal(said)}' is not the version Sallyport was measured with ({Measured}x): what it changed about hooks is not known. The canary below tries what matters");
        }
        catch (IOException wrong)
        {
            finding = Finding.Note("codex.version", $"codex does not say its version: {wrong.Message}");
        }
        yield return finding;
    }

    private static List<Finding> Ask(Patient patient, string codex)
    {
        var findings = new List<Finding>();
        try
        {
            using var server = CodexAppServer.Start(codex, patient.Installation.CodexHome);
            if (patient.Scope == Scope.Plugin) Plugin(patient, PluginTrust.Look(patient.Installation, server), findings);
            else Hooks(patient, CodexTrust.Ask(patient.Installation, server, patient.Scope == Scope.System ? Managed(patient) : null), findings);
        }
        catch (IOException wrong)
        {
            findings.Add(Finding.Fault("codex.silent", $"codex app-server could not be asked: {wrong.Message}", "Start codex and see what it says of its settings"));
        }
        return findings;
    }

    private static Configuration.CodexFiles.HookRegistration[] Managed(Patient patient) =>
        Configuration.CodexFiles.HookRegistration.All(patient.Binaries, OperatingSystem.IsWindows(), managed: true);

    private static void Plugin(Patient patient, PluginTrust trust, List<Finding> findings)
    {
        var all = patient.Installation.Registrations.Length;
        if (trust.Seen == all && trust.Trusted == all) findings.Add(Finding.Good("codex.trust", $"Codex sees {all} hooks of the plugin and trusts them"));
        else findings.Add(Finding.Fault("codex.trust", $"Codex sees {trust.Seen} hooks of the plugin's {all} and trusts {trust.Trusted}", patient.Mend));
    }

    private static void Hooks(Patient patient, CodexTrust trust, List<Finding> findings)
    {
        foreach (var complaint in trust.Complaints) findings.Add(Finding.Note("codex.complaint", $"Codex says: {complaint}"));
        if (trust.Missing.Count > 0) findings.Add(Finding.Fault("codex.sees", $"Codex does not see the hooks of {string.Join(", ", trust.Missing)}", patient.Mend));
        if (trust.Untrusted.Count > 0) findings.Add(Finding.Fault("codex.trust",
            $"Codex does not trust {trust.Untrusted.Count} of the hooks, so it skips them in silence", $"{patient.Mend}, or start codex and look at /hooks"));
        if (trust.Holds) findings.Add(Finding.Good("codex.trust", "Codex sees every hook and trusts it"));
    }
}
