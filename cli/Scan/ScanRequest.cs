using Sallyport.Detection;

namespace Sallyport.Cli.Scan;

/// <summary>What the words of <c>sallyport scan</c> ask for.</summary>
internal sealed record ScanRequest(List<string> Files, Surface Surface, ScanOptions Options, bool Redact, bool Batch)
{
    public static ScanRequest Parse(string[] args)
    {
        var files = new List<string>();
        var policy = ScanPolicy.Under(ScanOptions.Default, ref args);
        var (surface, options, redact, batch) = (Surface.ToolOutput, policy, false, false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--redact": redact = true; break;
                case "--jsonl": batch = true; break;
                case "--surface": surface = Surfaces.Parse(Next(args,
                    ref i)) ?? throw new UsageException($"'{Sanitize.ForTerminal(args[i])}' is no surface: prompt, tool_input, tool_output, response"); break;
                case "--kind": options = options with { Kinds = Kinds(Next(args, ref i)) }; break;
                case "--min-confidence": options = options with { MinConfidence = Percent(Next(args, ref i)) }; break;
                case "-": files.Add("-"); break;
                case ['-', ..]: throw new UsageException($"'{Sanitize.ForTerminal(args[i])}' is no option; 'sallyport scan --help' lists them");
                default: files.Add(args[i]); break;
            }
        }
        if (batch && (redact || files.Count > 0)) throw new UsageException("--jsonl reads standard input and stands alone");
        if (files.Count == 0) files.Add("-");
        return new ScanRequest(files, surface, options, redact, batch);
    }

    private static string Next(string[] args, ref int i) =>
        ++i < args.Length ? args[i] : throw new UsageException($"'{args[i - 1]}' wants a value");

    private static int Percent(string word) =>
        int.TryParse(word, out var number) && number is >= 0 and <= 100 ? number : throw new UsageException("--min-confidence wants a number from 0 to 100");

    private static FindingKinds Kinds(string words)
    {
        var kinds = FindingKinds.None;
        foreach (var word in words.Split(','))
        {
            kinds |= word switch
            {
                "secret" => FindingKinds.Secret,
                "pii" => FindingKinds.Pii,
                "injection" => FindingKinds.Injection,
                "sqli" => FindingKinds.Sqli,
                "code" => FindingKinds.Code,
                _ => throw new UsageException($"'{Sanitize.ForTerminal(word)}' is no kind: secret, pii, injection, sqli, code"),
            };
        }
        return kinds;
    }
}
