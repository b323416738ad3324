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
        var bundles = new BundleStore(ManagedFiles.Directory);
        var source = Path.Combine(ManagedFiles.Directory, PolicyPaths.FileName);
        if (!File.Exists(source) && !File.Exists(bundles.File)) throw new UsageException($"there is neither {source} nor {bundles.File}.");
        Thread.Sleep(Settling);
        return Math.Max(File.Exists(source) ? Plain(source) : ExitCode.Ok, File.Exists(bundles.File) ? Bundle(bundles) : ExitCode.Ok);
    }

    private static int Plain(string source)
    {
        var bytes = KeyFiles.Bytes(source);
        var reading = PolicyReader.Read(source, bytes);
        foreach (var fault in reading.Faults) Console.Error.WriteLine(fault.ToString());
        if (reading.Document is not { } policy) return ExitCode.Findings;
        var file = PolicyPaths.CompiledByAdministrator(ManagedFiles.Directory);
        new PolicyCache(file, null).Save(source, bytes, policy, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), []);
        return Say(file, policy.Rules.Count, source);
    }

    /// <summary>Compiles a bundle that was just put in force.</summary>
    public static void AfterApply(BundleStore bundles)
    {
        Thread.Sleep(Settling);
        _ = Bundle(bundles);
    }

    // One that is small, or whose signer compiled nothing, is read whole.
    private static int Bundle(BundleStore bundles)
    {
        var file = PolicyPaths.BundleCompiledByAdministrator(ManagedFiles.Directory);
        var (bundle, problem) = bundles.Load(BundleCommands.Keys(), DateTimeOffset.UtcNow, new WholeBundles(), new PolicyCache(file, null));
        if (bundle is null)
        {
            Console.Error.WriteLine($"sallyport policy: {bundles.File} is not compiled: {problem}.");
            return ExitCode.Findings;
        }
        return File.Exists(file) ? Say(file, bundle.Policy.Rules.Count, bundles.File) : ExitCode.Ok;
    }

    private static int Say(string file, int rules, string source)
    {
        AdministratorFiles.LetUsersRead(file);
        Console.Out.WriteLine($"{file}: {rules} rules. Run this again after every change of {source}.");
        return ExitCode.Ok;
    }
}
