using Sallyport.Cli.Audit;
using Sallyport.Policy.Changes;
using Sallyport.PolicyStore;
using Sallyport.Protocol;

namespace Sallyport.Cli.Policy;

/// <summary><c>sallyport policy import</c>: stages the rules of an ArmorCodex policy, and says what it could not carry over.</summary>
internal static class ImportCommand
{
    public static int Run(string file)
    {
        ImportResult result;
        try
        {
            result = ArmorCodexImport.Read(StrictJson.Parse(KeyFiles.Bytes(file)).RootElement);
        }
        catch (MalformedInputException wrong)
        {
            result = new ImportResult([], [], wrong.Message);
        }
        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine($"sallyport policy import: {Sanitize.ForTerminal(file)}: {problem}. Nothing was changed.");
            return ExitCode.Findings;
        }
        Console.Out.WriteLine(new PolicyDesk(TerminalActor.Changer()).Stage($"import {result.Rules.Count} rules of {Path.GetFileName(file)}", policy => PolicyEdit.Add(policy, result.Rules)));
        if (result.NotCarried.Count == 0) return ExitCode.Ok;
        Console.Out.WriteLine("Not carried over:");
        foreach (var line in result.NotCarried) Console.Out.WriteLine("  " + Sanitize.ForTerminal(line));
        return ExitCode.Findings;
    }
}
