using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sallyport.Benchmarks.Hooks;
using Sallyport.Policy;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;
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
    private const string Signed = "signed";
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
        var cases = new List<(string Kind, int Size, HookBench Bench, string Line)>();
        try
        {
            foreach (var kind in (string[])[.. PolicySource.Kinds, Signed])
                foreach (var size in Sizes)
                {
                    if (size == 0 && kind != PolicySource.Kinds[0] && kind != Signed) continue;
                    var bench = new HookBench(sessions: 1);
                    var binary = bench.Binary("PreToolUse");
                    if (kind == Signed)
                    {
                        if (!SignedPlace.TryLay(bench, size))
                        {
                            to.WriteLine("Signed policies are not measured: only root can lay an administrator's directory, in a mount namespace.");
                            bench.Dispose();
                            break;
                        }
                        binary = Path.Combine(bench.Root, "sallyport-pre-tool-use");
                    }
                    else if (size > 0) File.WriteAllText(Path.Combine(bench.Data, "policy.json"), PolicySource.Of(kind, size));
                    cases.Add((kind, size, bench, $"'{binary}' < '{bench.Events.First(e => e.Hook == "PreToolUse").File}' > /dev/null"));
                }
            Thread.Sleep(2500); // a file that was written just now is known by its hash only
            foreach (var (_, _, bench, line) in cases) bench.Time(line, 3);
            var times = cases.Select(_ => new List<double>()).ToList();
            var work = cases.Select(_ => new List<double>()).ToList();
            for (var round = 0; round < Rounds; round++)
                for (var i = 0; i < cases.Count; i++)
                {
                    times[i].Add(cases[i].Bench.Time(cases[i].Line, RunsAtOnce));
                    work[i].Add(cases[i].Bench.Work(cases[i].Line, RunsAtOnce));
                }
            to.WriteLine("| rules | of them | PreToolUse, lower quartile ms | more than without | processor ms | more than without |");
            to.WriteLine("|---|---:|---:|---:|---:|---:|");
            // The quarter that the machine disturbed least: a difference of parts of a millisecond drowns in the rest.
            for (var i = 0; i < cases.Count; i++)
            {
                var without = cases.FindIndex(other => other.Size == 0 && other.Kind == Signed == (cases[i].Kind == Signed));
                var name = cases[i].Size == 0 ? cases[i].Kind == Signed ? "none, keys only" : "none" : $"`{cases[i].Kind}`";
                to.WriteLine($"| {name} | {cases[i].Size} | {N(Part(times[i], 4))} | {N(Part(times[i], 4) - Part(times[without], 4))} | {N(Part(work[i], 4))} | {N(Part(work[i], 4) - Part(work[without], 4))} |");
            }
            to.WriteLine();
            to.WriteLine($"{Rounds} rounds in turn, {RunsAtOnce} whole processes each, twice. Mixed: half of the rules speak of commands, the rest of paths, hosts and MCP tools; signed: the same.");
        }
        finally
        {
            foreach (var (_, _, bench, _) in cases) bench.Dispose();
        }
    }

    private static void Warm(TextWriter to)
    {
        var facts = new ObservedFacts { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };
        var call = new ToolCall("Bash", JsonDocument.Parse("""{"command":"git status && npm test -- --watch=false && cat src/app.ts"}""").RootElement);
        var analysis = ShellAnalyzer.Analyze(call.Command!, CodeLanguage.Shell, facts);
        to.WriteLine("| rules | of them | parse, ms | open compiled, us | judge, us | file, KB | compiled, KB |");
        to.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var kind in PolicySource.Kinds)
            foreach (var size in Sizes.Skip(1))
            {
                var source = Encoding.UTF8.GetBytes(PolicySource.Of(kind, size));
                var parse = Best(() => PolicyReader.Read("p", source), 5);
                var bytes = CompiledPolicy.Make(PolicyReader.Read("p", source).Document!, new byte[32], new byte[32], new byte[32], []);
                var open = Best(() => Open(bytes), 200);
                var set = new PolicySet([new PolicyLayer(PolicyLayer.User, Open(bytes), [])]);
                var judge = Best(() => set.Evaluate(call, new PolicyContext { Facts = facts, Analysis = analysis }), 200);
                to.WriteLine($"| `{kind}` | {size} | {N(parse)} | {N(open * 1000)} | {N(judge * 1000)} | {source.Length / 1024} | {bytes.Length / 1024} |");
            }
    }

    private static PolicyDocument? Open(byte[] bytes)
    {
        var head = new CompiledHead(bytes.AsMemory(0, CompiledHead.Size));
        var body = (int)head.TableEnd;
        return CompiledPolicy.Open(head, bytes.AsMemory(0, body), (place, into) =>
        {
            bytes.AsSpan(body + place, into.Length).CopyTo(into);
            return true;
        }, static () => new GuardException("damaged"));
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
