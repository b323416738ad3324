using Sallyport.Cli.Audit;
using Sallyport.Policy.Rules;
using Sallyport.PolicyStore;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy prove</c> and <c>verify-proof</c>: that a rule is in the policy of a root.</summary>
internal static class ProofCommands
{
    public static int Prove(string[] words)
    {
        var arguments = new AuditArguments(words, [], ["--out"]);
        var id = arguments.One("rule");
        var policy = PolicyLoader.Load(TerminalActor.Reader());
        var layer = policy.Set.Layers.FirstOrDefault(layer => layer.Document?.Find(id) is not null);
        if (layer is null)
        {
            Console.Error.WriteLine($"sallyport policy prove: there is no rule '{Sanitize.ForTerminal(id)}'. 'sallyport policy list' shows the rules.");
            return ExitCode.Findings;
        }
        var proof = RuleText.Compact(PolicyProof.Make(policy.Set.Layers, layer, layer.Document!.Find(id)!));
        if (arguments.Value("--out") is not { } path) Console.Out.WriteLine(proof);
        else
        {
            AtomicFile.Write(Path.GetFullPath(path), System.Text.Encoding.UTF8.GetBytes(proof + "\n"), durable: false);
            Console.Out.WriteLine($"root {policy.Root}");
        }
        return ExitCode.Ok;
    }

    public static int Verify(string[] words)
    {
        var arguments = new AuditArguments(words, [], ["--root"]);
        var file = arguments.One("proof");
        var root = arguments.Value("--root") ?? throw new UsageException("say which root: --root HEX");
        try
        {
            var proof = StrictJson.Parse(KeyFiles.Bytes(file)).RootElement;
            if (PolicyProof.Fault(proof, root) is { } fault)
            {
                Console.Error.WriteLine($"sallyport policy verify-proof: {fault}.");
                return ExitCode.Findings;
            }
            Console.Out.WriteLine("In the policy of that root: " + Sanitize.ForTerminal(RuleText.Compact(proof.GetProperty("rule"))));
            return ExitCode.Ok;
        }
        catch (MalformedInputException wrong)
        {
            Console.Error.WriteLine($"sallyport policy verify-proof: {Sanitize.ForTerminal(file)} is no proof: {wrong.Message}.");
            return ExitCode.Findings;
        }
    }
}
