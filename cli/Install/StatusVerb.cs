using System.Text.Json;
using Sallyport.Cli.Doctor;
using Sallyport.Cli.Policy;
using Sallyport.Configuration;

namespace Sallyport.Cli.Install;

/// <summary><c>sallyport status</c>: what is installed, trusted and enforced, and what reduces protection.</summary>
internal static class StatusVerb
{
    public static readonly Verb Verb = new("status", "what is installed, trusted and enforced", """
        usage: sallyport status [--scope user|repo|system|plugin] [--codex-home DIR] [--repo DIR] [--json]

        Says what is installed and trusted, each setting and where it came from, and everything that reduces protection.

        examples:
          sallyport status
          sallyport status --json
        exit codes: 0 in force · 1 protection is reduced (the lines beginning with ! say how) · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--scope", "--codex-home", "--repo", "--json");
        var installation = options.Installation;
        var concerns = new List<string>();
        Inspect(Patient.Of(options, named: args.Contains("--scope")), concerns);
        var settings = ReadSettings(installation, concerns);
        LivenessStatus.Inspect(installation, settings, concerns);
        var guards = new Guards.GuardStatus(settings, installation.Data, concerns);
        if (settings is not null) PolicyStatus.Inspect(installation.Data, settings, concerns);
        if (options.Json) WriteJson(installation, settings, guards, concerns);
        else Write(installation, settings, guards, concerns);
        return concerns.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Inspect(Patient patient, List<string> concerns)
    {
        var findings = RegistrationChecks.Run(patient).ToList();
        if (patient.Version is not null) findings.AddRange(BinaryChecks.Run(patient).Concat(RegistrationChecks.Server(patient)));
        foreach (var fault in findings.Where(f => f.Level == Level.Fault)) concerns.Add($"{fault.What}. {fault.Mend}");
        concerns.AddRange(patient.Installation.Data.Concerns());
    }

    private static Settings? ReadSettings(CodexInstallation installation, List<string> concerns)
    {
        try
        {
            var settings = SettingsReader.Read(installation.Data, managedStart: false);
            concerns.AddRange(settings.Notes);
            concerns.AddRange(UnknownVariables.Notes(Environment.GetEnvironmentVariables().Keys.Cast<string>()));
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
            to.WriteLine($"  policy          {PolicyStatus.Line(installation.Data, settings)}");
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
