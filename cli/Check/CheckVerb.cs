using Sallyport.Policy;

namespace Sallyport.Cli.Check;

/// <summary><c>sallyport check</c>: the built-in policy's verdict on commands, without running anything.</summary>
internal static class CheckVerb
{
    public static readonly Verb Verb = new("check", "policy's verdict on a command, or on many as JSON lines",
        """
        usage: sallyport check [--powershell] [--built-in] 'COMMAND'
               sallyport check [--built-in] mcp__SERVER__TOOL 'INPUT'
               sallyport check [--built-in] --jsonl < calls.jsonl

        Says what policy makes of a command, and which rule of which layer decides; nothing is run, and no plan is asked.
        --built-in leaves out what people wrote. INPUT is the tool's input as JSON.
        With --jsonl each line is {"tool_name":"Bash","tool_input":{"command":"…"},"cwd":"…","shell":"posix|powershell"}
        and each line out {"verdict":"allow|warn|ask|deny","rule":"…","reason":"…"}, in order.

        examples:
          sallyport check 'git push --force origin main'
          sallyport check --powershell 'Remove-Item -Recurse C:\Users'
        exit codes: 0 allow or warn · 1 ask or deny (of any line) · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        var policy = CheckPolicy.Load(ref args);
        if (args is ["--jsonl"])
        {
            using var input = new StreamReader(Console.OpenStandardInput());
            using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
            return CheckBatch.Run(input, output, policy);
        }
        var powershell = args.Contains("--powershell");
        var words = args.Where(word => word != "--powershell").ToArray();
        var tool = CheckPolicy.Tool(words);
        if (words.Length != 1 && tool is null) throw new UsageException("one command, in quotes: sallyport check 'rm -rf ./build'");
        var facts = CheckFacts.Here(powershell);
        var verdict = tool is { } call ? CheckPolicy.Judge(call, facts, policy) : CheckPolicy.Judge(words[0], facts, policy);
        Console.Out.WriteLine(verdict.Strictest.Verdict.Word() + (verdict.Strictest.Rule is { } rule ? " " + rule : ""));
        foreach (var judgement in verdict.All.Where(judgement => judgement.Verdict > Verdict.Allow))
        {
            Console.Out.WriteLine($"  {judgement.Verdict.Word()} {judgement.Rule}: {Sanitize.ForTerminal(judgement.Reason)}");
            if (judgement.Suggest is { } suggest) Console.Out.WriteLine($"    try: {Sanitize.ForTerminal(suggest)}");
        }
        return verdict.Strictest.Verdict >= Verdict.Ask ? ExitCode.Findings : ExitCode.Ok;
    }
}
