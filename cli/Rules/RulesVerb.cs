using Sallyport.Detection;

namespace Sallyport.Cli.Rules;

/// <summary><c>sallyport rules</c>: what the detector knows, and whether it still finds it.</summary>
internal static class RulesVerb
{
    public static readonly Verb Verb = new("rules", "list, show and test the rules that find things in texts", """
        usage: sallyport rules list [KIND]
               sallyport rules show ID
               sallyport rules test [ID]

        list    every rule: its id, kind, severity and what it finds; KIND is secret, pii, injection, sqli or code
        show    one rule with its examples
        test    runs each rule on its own examples: what it must find and what it must leave alone

        examples:
          sallyport rules list secret
          sallyport rules test
        exit codes: 0 fine · 1 a rule fails its examples · 2 wrong words or no such rule
        """, Run);

    private static IEnumerable<DetectionRule> All => Families.All.SelectMany(f => f.Rules());

    private static int Run(string[] args) => args switch
    {
        ["list"] => List(All),
        ["list", var kind] => List(All.Where(r => Kinds.Word(r.Kind) == kind)),
        ["show", var id] => Show(Find(id)),
        ["test"] => Test(All),
        ["test", var id] => Test([Find(id)]),
        _ => throw new UsageException("list, show ID or test [ID]; 'sallyport rules --help' says more"),
    };

    private static DetectionRule Find(string id) =>
        All.FirstOrDefault(r => r.Id == id) ?? throw new UsageException($"there is no rule '{Sanitize.ForTerminal(id)}'; 'sallyport rules list' shows them");

    private static int List(IEnumerable<DetectionRule> rules)
    {
        var sorted = rules.OrderBy(r => r.Kind).ThenBy(r => r.Id, StringComparer.Ordinal).ToArray();
        if (sorted.Length == 0) throw new UsageException("that is no kind with rules: secret, pii, injection, sqli, code");
        var width = sorted.Max(r => r.Id.Length);
        foreach (var rule in sorted) Console.Out.WriteLine($"{rule.Id.PadRight(width)}  {Kinds.Word(rule.Kind),-9}  {Kinds.Word(rule.Severity),-8}  {rule.Description}");
        Console.Out.WriteLine($"{sorted.Length} rules");
        return ExitCode.Ok;
    }

    private static int Show(DetectionRule rule)
    {
        var cases = rule.Cases();
        Console.Out.WriteLine($"{rule.Id}: {rule.Description}");
        Console.Out.WriteLine($"kind {Kinds.Word(rule.Kind)}, severity {Kinds.Word(rule.Severity)}, classes {(rule.Classes == DataClass.None ? "none" : rule.Classes.ToString().ToUpperInvariant())}");
        Console.Out.WriteLine("found in:");
        foreach (var text in cases.True) Console.Out.WriteLine("  " + Sanitize.ForTerminal(text));
        Console.Out.WriteLine("not found in:");
        foreach (var text in cases.False) Console.Out.WriteLine("  " + Sanitize.ForTerminal(text));
        return ExitCode.Ok;
    }

    private static int Test(IEnumerable<DetectionRule> rules)
    {
        var (count, texts, wrong) = (0, 0, 0);
        foreach (var rule in rules)
        {
            count++;
            var cases = rule.Cases();
            foreach (var (text, wanted) in cases.True.Select(t => (t, true)).Concat(cases.False.Select(t => (t, false))))
            {
                texts++;
                if (Scanner.Scan(text, cases.Surface).Any(f => f.Rule == rule.Id) == wanted) continue;
                wrong++;
                Console.Out.WriteLine($"{rule.Id} {(wanted ? "misses" : "wrongly finds")}: {Sanitize.ForTerminal(text)}");
            }
        }
        Console.Out.WriteLine($"{count} rules, {texts} examples, {wrong} wrong");
        return wrong == 0 ? ExitCode.Ok : ExitCode.Findings;
    }
}
