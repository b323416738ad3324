using Sallyport.Cli.Audit;
using Sallyport.Configuration;
using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy compile</c>: the administrator's policy in the form that hooks scan. Users' own is compiled by itself.</summary>
internal static class CompileCommand
{
    private const int Settling = 2100; // milliseconds until a file that was just written is told from another by its times

    public static int Run()
    {
        if (!ManagedFiles.RunsAsAdministrator) throw new UsageException("an administrator compiles the managed policy; yours is compiled by itself where it is large.");
        var source = Path.Combine(ManagedFiles.Directory, PolicyPaths.FileName);
        var bytes = KeyFiles.Bytes(source);
        var reading = PolicyReader.Read(source, bytes);
        foreach (var fault in reading.Faults) Console.Error.WriteLine(fault.ToString());
        if (reading.Document is not { } policy) return ExitCode.Findings;
        Thread.Sleep(Settling);
        var file = PolicyPaths.CompiledByAdministrator(ManagedFiles.Directory);
        new PolicyCache(file).Save(source, bytes, policy, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        AdministratorFiles.LetUsersRead(file);
        Console.Out.WriteLine($"{file}: {policy.Rules.Count} rules. Run this again after every change of {source}.");
        return ExitCode.Ok;
    }
}
