using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Sallyport.Benchmarks.Hooks;

/// <summary>
/// Each hook doing its real work (a 4 KB event, a plan of 50 steps, 100 sessions on disk, the record on), in turns with /bin/true,
/// bash -c true and node -e 0, so that whatever slows the machine slows all of them. Whole processes: start, work, end. What it compares
/// is the ratio to bash -c true within each round; a second bash -c true at the end of the round says how far two equal things differ.
/// </summary>
internal static class HookBenchmark
{
    private const int Rounds = 40;
    private const int RunsAtOnce = 10;
    private const string Bash = "bash -c true";
    private const string Control = "bash -c true, again";

    /// <summary>Prints a table of medians and ratios.</summary>
    public static void Run(TextWriter to)
    {
        using var bench = new HookBench();
        var candidates = new List<(string Name, string Line)>
        {
            ("/bin/true", "/bin/true"),
            (Bash, Bash),
            ("node -e 0", "node -e 0"),
        };
        candidates.RemoveAll(c => !bench.Works(c.Line));
        foreach (var (hook, file) in bench.Events) candidates.Add((hook, $"'{bench.Binary(hook)}' < '{file}' > /dev/null"));
        candidates.Add((Control, Bash));

        var times = candidates.ToDictionary(c => c.Name, _ => new List<double>());
        foreach (var (_, line) in candidates) bench.Time(line, 2);
        for (var round = 0; round < Rounds; round++)
            foreach (var (name, line) in candidates) times[name].Add(bench.Time(line, name.StartsWith("node", StringComparison.Ordinal) ? 2 : RunsAtOnce));

        var floor = bench.Time(":", RunsAtOnce);
        to.WriteLine($"| process | median ms | p90 ms | × /bin/true | × bash -c true | p10 to p90 of that |{(times.ContainsKey("node -e 0") ? " × node -e 0 |" : "")}");
        to.WriteLine("|---|---:|---:|---:|---:|---:|" + (times.ContainsKey("node -e 0") ? "---:|" : ""));
        foreach (var (name, _) in candidates)
        {
            var (median, p90) = (Median(times[name]), Percentile(times[name], 0.9));
            var ratios = Ratios(times[name], times[Bash]);
            to.Write($"| {name} | {N(median)} | {N(p90)} | {N(Median(Ratios(times[name], times["/bin/true"])))} | {N(Median(ratios))} | {N(Percentile(ratios, 0.1))} to {N(Percentile(ratios, 0.9))} |");
            to.WriteLine(times.TryGetValue("node -e 0", out var node) ? $" {N(Median(Ratios(times[name], node)))} |" : "");
        }
        to.WriteLine();
        to.WriteLine($"{Rounds} rounds in turn, {RunsAtOnce} processes each, on {Environment.ProcessorCount} cores; the loop itself costs {N(floor)} ms. Ratios are medians of those within a round.");
        var noise = Ratios(times[Control], times[Bash]);
        to.WriteLine($"Noise: bash -c true against itself was {N(Median(noise))} ({N(Percentile(noise, 0.1))} to {N(Percentile(noise, 0.9))}): differences smaller than that say nothing.");
    }

    private static List<double> Ratios(List<double> of, List<double> to) => [.. of.Zip(to, (a, b) => a / b)];

    private static double Median(List<double> values) => Percentile(values, 0.5);

    private static double Percentile(List<double> values, double at)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, at * sorted.Count)];
    }

    private static string N(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
