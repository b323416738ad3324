using Sallyport.Benchmarks.Audit;
using Sallyport.Benchmarks.Detection;
using Sallyport.Benchmarks.Guards;
using Sallyport.Benchmarks.Hooks;
using Sallyport.Benchmarks.Policy;
using Sallyport.Benchmarks.Shell;

(string Name, Action<TextWriter> Run)[] benchmarks =
[
    ("hooks", HookBenchmark.Run),
    ("detection", DetectionBenchmark.Run),
    ("shell", ShellBenchmark.Run),
    ("audit", AuditBenchmark.Run),
    ("policy", PolicyBenchmark.Run),
    ("guards", GuardBenchmark.Run),
];

if (args.Length > 1 || (args.Length == 1 && !Array.Exists(benchmarks, b => b.Name == args[0])))
{
    Console.Error.WriteLine($"usage: bench [{string.Join('|', benchmarks.Select(b => b.Name))}]");
    return 2;
}
foreach (var (name, run) in benchmarks)
{
    if (args.Length == 1 && args[0] != name) continue;
    Console.Out.WriteLine($"\n## {name}\n");
    run(Console.Out);
}
return 0;
