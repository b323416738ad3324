using Sallyport.Benchmarks.Hooks;

namespace Sallyport.Benchmarks.Detection;

/// <summary>
/// What people wait for: the programs as they are built and shipped, whole processes. The hook after a tool with a short and a long output, in turns;
/// and <c>sallyport scan</c> over files of two sizes beside <c>wc -w</c>, where what lies between the sizes is the scan alone.
/// </summary>
internal static class NativeScan
{
    private const int Rounds = 15;
    private const int HookRuns = 10;
    private const int Output = 64 * 1024;
    private const int Small = 1 << 20;
    private const int Large = 8 << 20;

    private static readonly (string Name, Func<int, string> Of)[] s_kinds = [("log", Samples.Log), ("prose", Samples.Prose), ("code", Samples.Code), ("JSON", Samples.Json)];

    public static void Run(TextWriter to)
    {
        using var bench = new HookBench(sessions: 1);
        var hook = bench.Binary("PostToolUse");
        var none = Time(bench, [$"'{hook}' < '{bench.Returned("short", "ok: 12 tests passed\n")}' > /dev/null", .. s_kinds.Select(kind => $"'{hook}' < '{bench.Returned(kind.Name, kind.Of(Output))}' > /dev/null")], HookRuns);
        to.WriteLine($"PostToolUse, whole process, native: {none[0]:F2} ms with a line of output");
        for (var i = 0; i < s_kinds.Length; i++) to.WriteLine($"    64 KiB of {s_kinds[i].Name,-6} {none[i + 1]:F2} ms, {none[i + 1] - none[0]:F2} more");

        var scan = bench.Program("sallyport");
        foreach (var (name, of) in s_kinds)
        {
            var (small, large) = (Save(bench, name + "-small", of(Small)), Save(bench, name + "-large", of(Large)));
            var took = Time(bench, [$"'{scan}' scan --built-in '{small}' > /dev/null", $"'{scan}' scan --built-in '{large}' > /dev/null", $"wc -w '{large}' > /dev/null"], 1);
            to.WriteLine($"scan of {Large >> 20} MiB of {name,-6} {took[1],7:F1} ms; from {Small >> 20} to {Large >> 20} MiB {(Large - Small) / 1e3 / (took[1] - took[0]):F0} MB/s; wc -w {took[2]:F1} ms");
        }
    }

    /// <summary>The best time of each line, of rounds in turn: other processes can only make one slower.</summary>
    private static double[] Time(HookBench bench, string[] lines, int runs)
    {
        var best = new double[lines.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < lines.Length; i++) best[i] = Math.Min(best[i], bench.Time(lines[i], runs));
        return best;
    }

    private static string Save(HookBench bench, string name, string text)
    {
        var path = Path.Combine(bench.Root, name + ".txt");
        File.WriteAllText(path, text);
        return path;
    }
}
