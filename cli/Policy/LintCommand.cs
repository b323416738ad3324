using Sallyport.Cli.Audit;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy lint</c>: what is wrong with a policy file, before it is in force.</summary>
internal static class LintCommand
{
    public static int Run(string file)
    {
        var reading = PolicyReader.Read(file, KeyFiles.Bytes(file));
        foreach (var fault in reading.Faults) Console.Out.WriteLine(fault.ToString());
        if (reading.Document is not { } policy) return ExitCode.Findings;
        Console.Out.WriteLine($"{Sanitize.ForTerminal(file)}: {policy.Rules.Count} rules, default {Sallyport.Policy.Verdicts.Word(policy.Default)}, root {Convert.ToHexStringLower(PolicyRoot.OfRules(policy.Rules))}");
        return ExitCode.Ok;
    }
}
