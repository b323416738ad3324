using Sallyport.Audit;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit witness</c>: an administrator's scheduler signs what a user's record holds, and notices where it lost anything.</summary>
internal static class WitnessCommand
{
    public static int Run(AuditArguments arguments)
    {
        AuditVerb.Files(arguments);
        var key = KeyFiles.Key(arguments.Value("--key") ?? throw new UsageException("say with what to sign: --key KEYFILE ('sallyport policy keygen NAME --out FILE' makes one)."));
        if (!key.CanSign) throw new UsageException("--key takes a file with a private key (PRIVATE+KEY+name+id+seed).");
        var state = arguments.Value("--state") ?? throw new UsageException("say where the last witnessed checkpoint is kept: --state FILE, out of the reach of whoever owns the record.");
        var record = arguments.Value("--record-key") is { } named ? KeyFiles.Key(named) : null;
        var report = new Witness(key, Path.GetFullPath(state)).Look(AuditVerb.Data(arguments), record);
        if (report.Note is null)
        {
            Console.Error.WriteLine($"not witnessed: {Sanitize.ForTerminal(report.Message)}.");
            return ExitCode.Findings;
        }
        Console.Error.WriteLine($"{report.Message}.");
        Console.Out.Write(report.Note.ToString());
        return ExitCode.Ok;
    }
}
