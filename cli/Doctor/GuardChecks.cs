using Sallyport.Configuration;
using Sallyport.Guards;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Helper;
using Sallyport.Guards.Settings;

namespace Sallyport.Cli.Doctor;

/// <summary>Does each remote guard that is on answer now? It is asked about something harmless, as <c>sallyport guard test</c> does.</summary>
internal static class GuardChecks
{
    public static void Run(Patient patient, Settings settings, List<Finding> findings)
    {
        GuardSettings guards;
        try
        {
            guards = GuardSettingsReader.Read(settings.Guards, Environment.GetEnvironmentVariable);
        }
        catch (GuardException wrong)
        {
            findings.Add(Finding.Fault("guards.invalid", $"Every call is refused: {wrong.Message.TrimEnd('.')}", "Mend the file or variable it names"));
            return;
        }
        foreach (var note in guards.Notes) findings.Add(Finding.Fault("guards.weaker", note.TrimEnd('.'), "Take it out of the settings, or leave it where that is meant"));
        if (!guards.Any) findings.Add(Finding.Good("guards", "remote guards are off"));
        var helper = Path.Combine(patient.Binaries, Path.GetFileName(HelperProcess.Path));
        if (!File.Exists(helper)) return; // named among the binaries
        foreach (var service in Services.All)
            if (guards.On(service)) findings.Add(Ask(patient, guards, settings, service, helper));
    }

    private static Finding Ask(Patient patient, GuardSettings guards, Settings settings, Service service, string helper)
    {
        var request = new HelperRequest { Kind = "test", DataDirectory = patient.Installation.Data.Root, Managed = settings.Guards.OnlyTighten, Service = service };
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(static name => !HelperEnvironment.Passes(name)).Select(static name => (name, (string?)null));
        string said;
        try
        {
            var result = ChildProcess.Run(helper, [], System.Text.Encoding.UTF8.GetString(request.Write()), environment: environment);
            said = Sanitize.ForTerminal((result.Output.Trim().Length > 0 ? result.Output : result.Error).Trim());
            if (result.ExitCode == 0) return Finding.Good("guards", $"the guard answers: {said}");
        }
        catch (IOException wrong)
        {
            said = wrong.Message.TrimEnd('.');
        }
        return Finding.Fault("guards.silent",
            $"{service.Title()} does not answer as it should: {said}. Without an answer the fail modes decide ({guards.FailModes(service)})",
            $"Run: sallyport guard doctor {service.Word()}");
    }
}
