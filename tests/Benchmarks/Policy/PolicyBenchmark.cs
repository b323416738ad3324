using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sallyport.Benchmarks.Hooks;
using Sallyport.Policy;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Shell;

namespace Sallyport.Benchmarks.Policy;

/// <summary>
/// What a policy of 10, 1,000 and 10,000 rules costs: a whole PreToolUse process with it against one without, in turns, and the
/// judging alone inside a process that is warm.
/// </summary>
internal static class PolicyBenchmark
{
    private const int Rounds = 30;
    private const int RunsAtOnce = 10;
    private static readonly int[] Sizes = [0, 10, 1_000, 10_000];

    /// <summary>Prints two tables.</summary>
    public static void Run(TextWriter to)
    {
        Processes(to);
        to.WriteLine();
        Warm(to);
    }

    private static void Processes(TextWriter to)
    {
        var benches = Sizes.Select(size => (Size: size, Bench: new HookBench())).ToList();
        try
        {
            var lines = new Dictionary<int, string>();
            foreach (var (size, bench) in benches)
            {
                if (size > 0) File.WriteAllText(Path.Combine(bench.Data, "policy.json"), Policy(size));
                lines[size] = $"'{bench.Binary("PreToolUse")}' < '{bench.Events.First(e => e.Hook == "PreToolUse").File}' > /dev/null";
            }
            Thread.Sleep(2500); // a file that was written just now is known by its hash only
            foreach (var (size, bench) in benches) bench.Time(lines[size], 3);
            var times = Sizes.ToDictionary(size => size, _ => new List<double>());
            for (var round = 0; round < Rounds; round++)
                foreach (var (size, bench) in benches) times[size].Add(bench.Time(lines[size], RunsAtOnce));
            to.WriteLine("| rules | PreToolUse, median ms | lower quartile, ms | more than without, ms |");
            to.WriteLine("|---:|---:|---:|---:|");
            // The quarter that the machine disturbed least: a difference of parts of a millisecond drowns in the rest.
            foreach (var size in Sizes) to.WriteLine($"| {size} | {N(Part(times[size], 2))} | {N(Part(times[size], 4))} | {N(Part(times[size], 4) - Part(times[0], 4))} |");
            to.WriteLine();
            to.WriteLine($"{Rounds} rounds in turn, {RunsAtOnce} whole processes each; half of the rules speak of commands, the rest of paths, hosts and MCP tools.");
        }
        finally
        {
            foreach (var (_, bench) in benches) bench.Dispose();
        }
    }

    private static void Warm(TextWriter to)
    {
        var facts = new ObservedFacts { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };
        var call = new ToolCall("Bash", JsonDocument.Parse("""{"command":"git status && npm test -- --watch=false && cat src/app.ts"}""").RootElement);
        var analysis = ShellAnalyzer.Analyze(call.Command!, CodeLanguage.Shell, facts);
        to.WriteLine("| rules | parse, ms | open compiled, us | judge, us | file, KB | compiled, KB |");
        to.WriteLine("|---:|---:|---:|---:|---:|---:|");
        foreach (var size in Sizes.Skip(1))
        {
            var source = Encoding.UTF8.GetBytes(Policy(size));
            var parse = Best(() => PolicyReader.Read("p", source), 5);
            var bytes = CompiledPolicy.Make(PolicyReader.Read("p", source).Document!, new byte[32], new byte[32]);
            PolicyLayer Open() => new(PolicyLayer.User, CompiledPolicy.Open(bytes.AsMemory(0, (int)CompiledPolicy.TableEnd(bytes)), (place, length) => bytes.AsMemory(place, length)), []);
            var open = Best(() => Open(), 200);
            var set = new PolicySet([Open()]);
            var judge = Best(() => set.Evaluate(call, new PolicyContext { Facts = facts, Analysis = analysis }), 200);
            to.WriteLine($"| {size} | {N(parse)} | {N(open * 1000)} | {N(judge * 1000)} | {source.Length / 1024} | {bytes.Length / 1024} |");
        }
    }

    /// <summary>A policy of so many rules, none of which speaks of the calls that are timed.</summary>
    private static string Policy(int rules)
    {
        var text = new StringBuilder("{\"rules\":[");
        for (var i = 0; i < rules; i++)
        {
            var condition = (i % 6) switch
            {
                0 or 1 or 2 => $"\"tool\":\"Bash\",\"command\":\"tool{i}ctl deploy{i} *\"",
                3 => $"\"tool\":\"*\",\"path\":{{\"glob\":\"/srv/area{i}/**\",\"access\":\"write\"}}",
                4 => $"\"tool\":\"*\",\"host\":\"host{i}.example.com\"",
                _ => $"\"tool\":\"mcp__server{i}__*\",\"params\":{{\"target\":{{\"$startsWith\":\"prod{i}\"}}}}",
            };
            text.Append(i == 0 ? "" : ",").Append($"{{\"id\":\"rule-{i}\",\"action\":\"deny\",{condition},\"reason\":\"Not without the owner of area {i}.\"}}");
        }
        return text.Append("]}").ToString();
    }

    private static double Best(Action action, int times)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }

    private static double Part(List<double> values, int of) => values.Order().ElementAt(values.Count / of);

    private static string N(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
