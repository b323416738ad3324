using System.Diagnostics;
using Sallyport.Cli.Install;
using Sallyport.Guards;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Helper;
using Sallyport.Guards.Settings;

namespace Sallyport.Cli.Guards;

/// <summary><c>sallyport guard</c>: looks into the remote guards. The work is the helper's, so that what is tried is what hooks use.</summary>
internal static class GuardVerb
{
    public static readonly Verb Verb = new("guard", "test and look into remote guards (F5, AxonFlow, ArmorIQ)", """
        usage: sallyport guard test [NAME]
               sallyport guard doctor [NAME] [--tls] [--http]
               sallyport guard dump

        test     asks each guard that is on (or NAME: f5, axonflow, armoriq) about something harmless and says how long it took.
                 A service that does not answer fails the test, whatever the fail mode.
        doctor   goes the way to it: address, authorities, certificate chain, protocol and cipher (--tls), one exchange with
                 credentials left out (--http). Says what to do about each error. Both where neither is named.
        dump     what F5 AI Guardrails knows of providers, projects and tokens, as JSON. Only reads; secrets are left out.

        Which guards are on, where they are and what happens when one does not answer: sallyport status, docs/guards.md.

        examples:
          sallyport guard test
          sallyport guard doctor f5 --tls
        exit codes: 0 fine · 1 a guard did not answer as it should, or none is on · 2 wrong words · 3 could not be done
        """, Run);

    private static readonly string[] Dumping = ["F5_GLOBAL_API_TOKEN", "CALYPSOAI_TOKEN"];

    private static int Run(string[] args) => args switch
    {
        ["test"] => Test(null),
        ["test", var name] => Test(Named(name)),
        ["doctor", .. var rest] => Look(rest),
        ["dump"] => Ask("dump", Service.F5, null),
        [] => throw new UsageException("test, doctor or dump? See --help."),
        _ => throw new UsageException($"there is no '{Sanitize.ForTerminal(string.Join(' ', args))}' here; see --help."),
    };

    private static int Test(Service? service)
    {
        Notes(Console.Error);
        return Ask("test", service, null);
    }

    // A variable that was set and does nothing is the first thing to know of a guard that does not work.
    private static void Notes(TextWriter to)
    {
        foreach (var note in UnusedVariables.Notes(Environment.GetEnvironmentVariables().Keys.Cast<string>())) to.WriteLine("! " + Sanitize.ForTerminal(note));
        to.Flush();
    }

    private static int Look(string[] words)
    {
        Service? service = null;
        var (tls, http) = (false, false);
        foreach (var word in words)
        {
            if (word == "--tls") tls = true;
            else if (word == "--http") http = true;
            else service = Named(word);
        }
        Notes(Console.Out);
        return Ask("doctor", service, tls == http ? null : tls ? "tls" : "http");
    }

    private static Service Named(string name) =>
        Services.Parse(name) ?? throw new UsageException($"there is no guard '{Sanitize.ForTerminal(name)}'. Guards: f5, axonflow, armoriq.");

    private static int Ask(string kind, Service? service, string? topic)
    {
        if (!File.Exists(HelperProcess.Path)) throw new InvalidDataException($"{HelperProcess.Path} is missing. Run the sallyport that came with the others.");
        var data = new CodexInstallation(null).Data.Root;
        var request = new HelperRequest { Kind = kind, DataDirectory = data, Service = service, Topic = topic };
        var start = new ProcessStartInfo(HelperProcess.Path) { RedirectStandardInput = true, UseShellExecute = false };
        start.Environment.Clear();
        foreach (var variable in HelperEnvironment.Variables())
        {
            var equals = variable.IndexOf('=', 1);
            start.Environment[variable[..equals]] = variable[(equals + 1)..];
        }
        // Tokens that F5's own tool for this reads besides the hooks'. Hooks never hand them on.
        if (kind == "dump")
            foreach (var name in Dumping)
                if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } token) start.Environment[name] = token;
        using var process = Process.Start(start) ?? throw new InvalidDataException($"{HelperProcess.Path} could not be started.");
        using (var input = process.StandardInput.BaseStream) input.Write(request.Write());
        process.WaitForExit();
        // 2 is the helper's word for settings or files that are wrong; here it means that it could not be done.
        return process.ExitCode switch { 0 => ExitCode.Ok, 1 => ExitCode.Findings, _ => ExitCode.Failed };
    }
}
