using System.Text.Json;
using Sallyport.Cli.Install;
using Sallyport.Configuration;

namespace Sallyport.Cli.Doctor;

/// <summary><c>sallyport doctor</c>: proves that the guard stands, by trying it.</summary>
internal static class DoctorVerb
{
    public static readonly Verb Verb = new("doctor", "prove that it works, part by part, by trying it", """
        usage: sallyport doctor [--scope user|repo|system|plugin] [--codex-home DIR] [--repo DIR] [--codex PATH|none] [--json]

        Looks at the binaries, asks this Codex whether it sees and trusts the hooks, starts the MCP server, and runs each registered command
        the way Codex would: a call that must be denied, one that must pass, and one with the program missing. Then settings, policy and its
        signature, guards (each that is on is asked), the data directory, the disk, the clock and the record. Nothing the canary speaks of
        is run. Each finding comes with its mend.

          --scope            which installation; else the one there is
          --codex-home DIR   Codex's home; else $CODEX_HOME, else ~/.codex
          --codex PATH       the Codex to ask, else the one on PATH; 'none' asks nobody
          --json             for scripts: {"sound","findings":[{"id","level","what","mend"}]}

        examples:
          sallyport doctor
          sallyport doctor --json
        exit codes: 0 sound · 1 something is wrong (the lines beginning with ! say what and how to mend it) · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        var options = InstallOptions.Parse(args, "--scope", "--codex-home", "--repo", "--codex", "--json");
        var findings = new List<Finding>();
        Patient? patient = null;
        try
        {
            patient = Patient.Of(options, named: args.Contains("--scope"));
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or GuardException)
        {
            findings.Add(Finding.Fault("install.unreadable", wrong.Message.TrimEnd('.'), "Mend the file where it says, or install again"));
        }
        if (patient is not null) Examine(patient, options, findings);
        var sound = findings.TrueForAll(f => f.Level != Level.Fault);
        if (options.Json) WriteJson(findings, patient, sound);
        else Write(findings, patient, sound);
        return sound ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Examine(Patient patient, InstallOptions options, List<Finding> findings)
    {
        findings.AddRange(RegistrationChecks.Run(patient));
        if (patient.Version is null) return; // nothing to try
        findings.AddRange(BinaryChecks.Run(patient));
        findings.AddRange(CodexChecks.Run(patient, options.Codex == "none" ? null : options.Codex ?? CodexAppServer.Find()));
        findings.AddRange(RegistrationChecks.Server(patient));
        findings.Add(ServerCheck.Run(patient));
        findings.AddRange(ShellChecks.Run());
        DataChecks.Clock(patient.Installation.Data, DateTime.UtcNow, findings); // before the canary adds to the record
        var settings = DataChecks.Settings(patient, findings);
        findings.AddRange(Canary.Run(patient, enforces: settings is null or { Enforce: true }));
        DataChecks.Run(patient, settings, findings);
    }

    private static void Write(List<Finding> findings, Patient? patient, bool sound)
    {
        var terminal = Terminal.Out;
        terminal.WriteLine($"Sallyport {ProductVersion.Text}{(patient is null ? "" : $", {patient.Scope.ToString().ToLowerInvariant()} installation, {patient.Installation.Data.Root}")}");
        foreach (var finding in findings.OrderBy(f => f.Level == Level.Good ? 0 : f.Level == Level.Note ? 1 : 2))
        {
            var (mark, colour) = finding.Level switch { Level.Good => ("ok", Colour.Green), Level.Note => (" ·", Colour.Yellow), _ => (" !", Colour.Red) };
            terminal.WriteItem(mark, colour, $"{finding.What}. [{finding.Id}]");
            if (finding.Mend is not null) terminal.WriteItem("", Colour.None, $"{finding.Mend}.");
        }
        terminal.WriteLine("");
        terminal.WriteLine(sound ? "Sound." : $"{findings.Count(f => f.Level == Level.Fault)} to mend.");
    }

    private static void WriteJson(List<Finding> findings, Patient? patient, bool sound)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("version", ProductVersion.Text);
            json.WriteString("scope", patient?.Scope.ToString().ToLowerInvariant());
            json.WriteBoolean("sound", sound);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("id", finding.Id);
                json.WriteString("level", finding.Level.ToString().ToLowerInvariant());
                json.WriteString("what", finding.What);
                if (finding.Mend is { } mend) json.WriteString("mend", mend);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
    }
}
