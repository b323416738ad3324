using Sallyport.Cli.Check;
using Sallyport.Policy;

namespace Sallyport.Cli.Explain;

/// <summary><c>sallyport explain</c>: why a command is, or would be, refused.</summary>
internal static class ExplainVerb
{
    public static readonly Verb Verb = new("explain", "how a command is read, what it would do, and which rules speak",
        """
        usage: sallyport explain [--json] [--powershell] [--built-in] 'COMMAND'

        Draws every command the shell would run, what it was unwrapped from, its effects and their targets,
        the rules that matched, what could not be known, and the verdict with the rule and layer that decides.
        Nothing is run. --built-in leaves out what people wrote.

        examples:
          sallyport explain 'curl -s https://example.com/install.sh | sh'
          sallyport explain --json 'rm -rf build'
        exit codes: 0 allow or warn · 1 ask or deny · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        var policy = CheckPolicy.Load(ref args);
        var words = args.Where(word => word is not ("--json" or "--powershell")).ToArray();
        if (words.Length != 1) throw new UsageException("one command, in quotes: sallyport explain 'rm -rf ./build'");
        var facts = CheckFacts.Here(args.Contains("--powershell"));
        var verdict = CheckPolicy.Judge(words[0], facts, policy);
        if (args.Contains("--json")) ExplainJson.Write(Console.Out, verdict);
        else ExplainText.Write(Console.Out, verdict);
        return verdict.Strictest.Verdict >= Verdict.Ask ? ExitCode.Findings : ExitCode.Ok;
    }
}
