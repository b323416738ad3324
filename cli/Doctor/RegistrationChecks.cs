using Sallyport.Cli.Install;
using Sallyport.Cli.Managed;
using Sallyport.Configuration;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Doctor;

/// <summary>Is every hook registered, trusted and on, as Codex's files say?</summary>
internal static class RegistrationChecks
{
    public static IEnumerable<Finding> Run(Patient patient) => Guarded("hooks.unreadable", () => Look(patient));

    private static IEnumerable<Finding> Look(Patient patient)
    {
        var found = patient.Hooks().ToList();
        var findings = new List<Finding>();
        if (patient.Version is null) findings.Add(Finding.Fault("install.missing", "Sallyport is not installed for this Codex", patient.Mend));
        else if (patient.Version != ProductVersion.Text) findings.Add(Finding.Note("install.version",
            $"Sallyport {patient.Version} is installed, and this is {ProductVersion.Text}", "Run: sallyport upgrade"));

        var wanted = Wanted(patient);
        foreach (var one in wanted)
        {
            var ours = found.Where(f => f.Event == one.Event).ToList();
            if (ours.Count == 0) findings.Add(Finding.Fault("hooks.missing", $"{one.Event} is not registered in {Where(patient)}", patient.Mend));
            else if (ours.Count > 1) findings.Add(Finding.Fault("hooks.twice",
                $"{one.Event} is registered {ours.Count} times in {Where(patient)}: an approval would be used up by the first", patient.Mend));
            else if (patient.Scope != Scope.Plugin && ours[0].Command != one.Command)
                findings.Add(Finding.Fault("hooks.changed", $"{one.Event} is registered with another command than installed in {Where(patient)}",
                patient.Mend));
        }
        foreach (var place in patient.OtherPlaces())
            findings.Add(Finding.Fault("hooks.twice", $"Sallyport's hooks are registered in {place} as well, so each runs twice", "Keep one: sallyport uninstall with the --scope of the other"));
        findings.AddRange(Config(patient));
        if (patient.Scope is Scope.User or Scope.Repo) findings.AddRange(Trust(patient));
        if (findings.TrueForAll(f => f.Level != Level.Fault)) findings.Add(Finding.Good("hooks", $"{wanted.Length} hooks are registered in {Where(patient)}, once each"));
        return findings;
    }

    private static HookRegistration[] Wanted(Patient patient) => patient.Scope == Scope.System
        ? HookRegistration.All(patient.Binaries, OperatingSystem.IsWindows(), managed: true)
        : patient.Installation.Registrations;

    private static string Where(Patient patient) => patient.Scope switch
    {
        Scope.System => new ManagedFolders(null).Requirements,
        Scope.Plugin => "the plugin",
        _ => patient.Installation.HooksFile,
    };

    /// <summary>The features, and what an administrator requires.</summary>
    private static IEnumerable<Finding> Config(Patient patient)
    {
        var installation = patient.Installation;
        var config = TomlDocument.Parse(TextFile.Read(installation.ConfigFile) ?? "", installation.ConfigFile);
        var requirements = new ManagedFolders(null).Requirements;
        var required = TomlDocument.Parse(TextFile.Read(requirements) ?? "", requirements);
        var pinned = required.Written("features", "hooks");
        if (pinned == "false") yield return Finding.Fault("features.off", $"{requirements} switches hooks off for everybody", "Ask the administrator to set [features] hooks = true there");
        else if (pinned is null && CodexFeatures.SwitchedOffBy(config) is { } feature)
            yield return Finding.Fault("features.off", $"{installation.ConfigFile} switches hooks off ([features] {feature} = false)",
                patient.Scope == Scope.System ? $"Set [features] hooks = true in {requirements}" : patient.Mend);
        if (patient.Scope == Scope.System && pinned is null)
            yield return Finding.Fault("features.unpinned", $"{requirements} does not pin [features] hooks = true, so a user can switch every hook off", patient.Mend);
        if (patient.Scope != Scope.System && required.Written("allow_managed_hooks_only") == "true")
            yield return Finding.Fault("requirements.ignores", $"{requirements} allows managed hooks only, so Codex ignores these",
                "Ask the administrator to install Sallyport: sallyport install --scope system");
        if (patient.Scope == Scope.System && required.Written("allow_managed_hooks_only") != "true")
            yield return Finding.Fault("requirements.others", $"{requirements} lets other hooks run, which can rewrite a call after it was checked", patient.Mend);
    }

    private static IEnumerable<Finding> Trust(Patient patient)
    {
        var installation = patient.Installation;
        var config = TextFile.Read(installation.ConfigFile) ?? "";
        if (!CodexEdits.ProjectIsTrusted(installation, config))
            yield return Finding.Fault("trust.project", $"Codex does not trust {installation.Repository}, so it ignores its hooks",
                $"Run: sallyport install --repo '{installation.Repository}' --trust-project");
        if (TextFile.Read(installation.HooksFile) is not { } hooks) yield break;
        foreach (var handler in HooksFile.Parse(hooks, installation.HooksFile).Handlers)
        {
            if (!handler.IsOurs)
            {
                if (handler.Event == "PreToolUse") yield return Finding.Note("hooks.others",
                    $"another PreToolUse hook is registered ({Sanitize.ForTerminal(handler.Command.Length > 60 ? handler.Command[..60] + "…" : handler.Command)}): if it rewrites calls, it does so after they were checked",
                    "Look at what it does; a managed installation keeps others out");
                continue;
            }
            if (CodexEdits.Trusts(installation, config, handler)) continue;
            yield return Finding.Fault("trust.missing", $"{handler.Event} is not trusted or switched off in {installation.ConfigFile}, so Codex skips it in silence", patient.Mend);
        }
    }

    /// <summary>Is the MCP server Codex would start this one?</summary>
    public static IEnumerable<Finding> Server(Patient patient) => Guarded("config.unreadable", () => LookAtServer(patient));

    private static IEnumerable<Finding> LookAtServer(Patient patient)
    {
        var findings = new List<Finding>();
        if (McpServerIdentity.Fault(patient.Installation.CodexHome, Directory.GetCurrentDirectory()) is { } fault)
            findings.Add(Finding.Fault("mcp.impostor", fault, "Take that table out of the repository's config.toml"));
        if (patient.Scope == Scope.Plugin) return findings;
        var file = patient.Scope == Scope.System ? new ManagedFolders(null).Config : patient.Installation.ConfigFile;
        var config = TomlDocument.Parse(TextFile.Read(file) ?? "", file);
        var wanted = patient.Scope == Scope.System ? Path.Combine(patient.Binaries, Path.GetFileName(patient.Installation.McpServer)) : patient.Installation.McpServer;
        if (config.String("mcp_servers", "sallyport", "command") != wanted)
            findings.Add(Finding.Fault("mcp.entry", $"The MCP server 'sallyport' in {file} is not this one, so no plan can be declared", patient.Mend));
        else if (config.Written("mcp_servers", "sallyport", "enabled") == "false")
            findings.Add(Finding.Fault("mcp.off", $"The MCP server 'sallyport' is switched off in {file}, so no plan can be declared",
            $"Take enabled = false out of [mcp_servers.sallyport] in {file}"));
        if (config.String("mcp_servers", "sallyport", "default_tools_approval_mode") == "approve")
            findings.Add(Finding.Fault("mcp.approves-all", $"{file} approves every tool of the MCP server, the one that proposes changes of policy too", patient.Mend));
        return findings;
    }

    // A file that cannot be parsed is a finding, not the end of the examination.
    private static List<Finding> Guarded(string id, Func<IEnumerable<Finding>> look)
    {
        try
        {
            return [.. look()];
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [Finding.Fault(id, wrong.Message, "Mend the file where it says; Codex ignores one it cannot read")];
        }
    }
}
