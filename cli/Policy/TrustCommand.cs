using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy trust</c>: lets the repository one stands in tighten the person's policy, or no longer.</summary>
internal static class TrustCommand
{
    public static int Run(bool trust)
    {
        var actor = TerminalActor.Changer();
        var workspace = actor.Surroundings.Workspace;
        var path = PolicyPaths.OfRepository(workspace);
        var content = trust ? AtomicFile.Read(path, PolicyReader.MostBytes) : null;
        // Trusted while it is broken it would deny every call.
        if (content is { } json && PolicyReader.Read(path, json) is { Document: null } broken)
        {
            foreach (var fault in broken.Faults) Console.Error.WriteLine(fault.ToString());
            Console.Error.WriteLine("sallyport policy: it is not trusted, for it would deny every call until it is mended. Nothing was changed.");
            return ExitCode.Findings;
        }
        var changed = TrustedRepositories.Set(actor.Data, workspace, trust);
        if (changed) actor.Record($"{(trust ? "trusts" : "no longer trusts")} the policy of {workspace}", null, false);
        Console.Out.WriteLine($"{Sanitize.ForTerminal(path)} {(trust ? content is null ? "is not there yet; once it is, it is in force and can only tighten your policy." : "is in force: it can only tighten your policy." : "is not in force.")}{(changed ? "" : " It was so already.")}");
        return ExitCode.Ok;
    }
}
