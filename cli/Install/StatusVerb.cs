using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary><c>sallyport status</c>: what is installed, trusted and enforced, and what reduces protection.</summary>
internal static class StatusVerb
{
    public static readonly Verb Verb = new("status", "what is installed, trusted and enforced", """
        usage: sallyport status [--codex-home DIR] [--json]

        Says what is installed and trusted, each setting and where it came from, and everything that reduces protection.

        examples:
          sallyport status
          sallyport status --json
        exit codes: 0 in force · 1 protection is reduced (the lines beginning with ! say how) · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--monitor", "--dry-run", "--purge");
        var installation = new CodexInstallation(options.CodexHome);
        var concerns = new List<string>();
        Inspect(installation, concerns);
        var settings = ReadSettings(installation, concerns);
        LivenessStatus.Inspect(installation, settings, concerns);
        var guards = new Guards.GuardStatus(settings, installation.Data, concerns);
        if (options.Json) WriteJson(installation, settings, guards, concerns);
        else Write(installation, settings, guards, concerns);
        return concerns.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Inspect(CodexInstallation installation, List<string> concerns)
    {
        var manifest = InstallManifest.Read(installation);
        if (manifest is null) concerns.Add("Sallyport is not installed for this Codex. Run: sallyport install");
        concerns.AddRange(InstalledBinaries.Faults(installation, manifest));
        concerns.AddRange(installation.Data.Concerns());
        try
        {
            InspectRegistration(installation, concerns);
        }
        catch (IOException wrong)
        {
            concerns.Add(wrong.Message);
        }
    }

    private static void InspectRegistration(CodexInstallation installation, List<string> concerns)
    {
        var hooks = TextFile.Read(installation.HooksFile);
        var config = TextFile.Read(installation.ConfigFile) ?? "";
        var handlers = hooks is null ? [] : HooksFile.Parse(hooks, installation.HooksFile).Handlers;
        foreach (var wanted in installation.Registrations)
        {
            var found = handlers.Find(h => h.Is(wanted));
            if (found is null) concerns.Add($"{wanted.Event} is not registered in {installation.HooksFile}. Run: sallyport install");
            else if (!CodexEdits.Trusts(installation, config, found)) concerns.Add($"{wanted.Event} is not trusted, so Codex skips it in silence. Run: sallyport install");
        }
        var document = TomlDocument.Parse(config, installation.ConfigFile);
        if (document.Written("features", "hooks") == "false") concerns.Add($"{installation.ConfigFile} switches hooks off. Run: sallyport install");
        if (document.String("mcp_servers", "sallyport", "command") != installation.McpServer || document.Written("mcp_servers", "sallyport", "enabled") == "false")
            concerns.Add($"The MCP server 'sallyport' in {installation.ConfigFile} is not this one. Run: sallyport install");
        if (McpServerIdentity.Fault(installation.CodexHome, Directory.GetCurrentDirectory()) is { } fault) concerns.Add(fault + ".");
    }

    private static Settings? ReadSettings(CodexInstallation installation, List<string> concerns)
    {
        try
        {
            var settings = SettingsReader.Read(installation.Data, managedStart: false);
            concerns.AddRange(settings.Notes);
            return settings;
        }
        catch (GuardException wrong)
        {
            concerns.Add($"Every call is refused: {wrong.Message}");
            return null;
        }
    }

    private static void Write(CodexInstallation installation, Settings? settings, Guards.GuardStatus guards, List<string> concerns)
    {
        var to = Console.Out;
        to.WriteLine($"Sallyport {ProductVersion.Text}");
        to.WriteLine($"  Codex home      {installation.CodexHome}");
        to.WriteLine($"  data directory  {installation.Data.Root}");
        to.WriteLine($"  managed         {settings?.ManagedDirectory ?? "no"}");
        if (settings is not null)
        {
            to.WriteLine();
            foreach (var definition in SettingDefinition.All)
            {
                var value = settings[definition.Setting];
                to.WriteLine($"  {definition.Key,-20} {value.Value,-8} {value.Source}{(value.Locked ? " (locked)" : "")}");
            }
        }
        guards.Write(to);
        to.WriteLine();
        if (concerns.Count == 0) to.WriteLine("In force: every hook is registered and trusted.");
        foreach (var concern in concerns) to.WriteLine("! " + concern);
    }

    private static void WriteJson(CodexInstallation installation, Settings? settings, Guards.GuardStatus guards, List<string> concerns)
    {
        using var stream = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("version", ProductVersion.Text);
        json.WriteString("codexHome", installation.CodexHome);
        json.WriteString("dataDirectory", installation.Data.Root);
        if (settings?.ManagedDirectory is { } managed) json.WriteString("managed", managed);
        else json.WriteNull("managed");
        json.WriteStartObject("settings");
        if (settings is not null)
            foreach (var definition in SettingDefinition.All)
            {
                var value = settings[definition.Setting];
                json.WriteStartObject(definition.Key);
                json.WriteString("value", value.Value);
                json.WriteString("source", value.Source);
                json.WriteBoolean("locked", value.Locked);
                json.WriteEndObject();
            }
        json.WriteEndObject();
        guards.WriteJson(json);
        json.WriteBoolean("inForce", concerns.Count == 0);
        json.WriteStartArray("concerns");
        foreach (var concern in concerns) json.WriteStringValue(concern);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
