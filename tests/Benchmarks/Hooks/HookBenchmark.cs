using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Sallyport.Benchmarks.Hooks;

/// <summary>
/// Each hook doing its real work (a 4 KB event, a plan of 50 steps, 100 sessions on disk, the record on), in turns with /bin/true,
/// bash -c true and node -e 0, so that whatever slows the machine slows all of them. Whole processes: start, work, end.
/// </summary>
internal static class HookBenchmark
{
    private const int Rounds = 40;
    private const int RunsAtOnce = 10;

    /// <summary>Prints a table of medians and ratios.</summary>
    public static void Run(TextWriter to)
    {
        using var bench = new HookBench();
        var candidates = new List<(string Name, string Line)>
        {
            ("/bin/true", "/bin/true"),
            ("bash -c true", "bash -c true"),
            ("node -e 0", "node -e 0"),
        };
        candidates.RemoveAll(c => !bench.Works(c.Line));
        foreach (var (hook, file) in bench.Events) candidates.Add((hook, $"'{bench.Binary(hook)}' < '{file}' > /dev/null"));

        var times = candidates.ToDictionary(c => c.Name, _ => new List<double>());
        foreach (var (_, line) in candidates) bench.Time(line, 2);
        for (var round = 0; round < Rounds; round++)
            foreach (var (name, line) in candidates) times[name].Add(bench.Time(line, name.StartsWith("node", StringComparison.Ordinal) ? 2 : RunsAtOnce));

        var floor = bench.Time(":", RunsAtOnce);
        var bash = Median(times["bash -c true"]);
        to.WriteLine($"| process | median ms | p90 ms | × /bin/true | × bash -c true |{(times.ContainsKey("node -e 0") ? " × node -e 0 |" : "")}");
        to.WriteLine("|---|---:|---:|---:|---:|" + (times.ContainsKey("node -e 0") ? "---:|" : ""));
        foreach (var (name, _) in candidates)
        {
            var (median, p90) = (Median(times[name]), Percentile(times[name], 0.9));
            to.Write($"| {name} | {N(median)} | {N(p90)} | {N(median / Median(times["/bin/true"]))} | {N(median / bash)} |");
            to.WriteLine(times.TryGetValue("node -e 0", out var node) ? $" {N(median / Median(node))} |" : "");
        }
        to.WriteLine();
        to.WriteLine($"{Rounds} rounds in turn, {RunsAtOnce} processes each, on {Environment.ProcessorCount} cores; the loop itself costs {N(floor)} ms.");
    }

    private static double Median(List<double> values) => Percentile(values, 0.5);

    private static double Percentile(List<double> values, double at)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, at * sorted.Count)];
    }

    private static string N(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
