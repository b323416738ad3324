using Sallyport.PolicyStore;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy trust</c>: lets the repository one stands in tighten the person's policy, or no longer.</summary>
internal static class TrustCommand
{
    public static int Run(bool trust)
    {
        var actor = TerminalActor.Changer();
        var workspace = actor.Surroundings.Workspace;
        var changed = TrustedRepositories.Set(actor.Data, workspace, trust);
        if (changed) actor.Record($"{(trust ? "trusts" : "no longer trusts")} the policy of {workspace}", null, false);
        Console.Out.WriteLine($"{Sanitize.ForTerminal(PolicyPaths.OfRepository(workspace))} {(trust ? "is in force: it can only tighten your policy." : "is not in force.")}{(changed ? "" : " It was so already.")}");
        return ExitCode.Ok;
    }
}
