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
        string[] events = [bench.Returned("short", "ok: 12 tests passed\n"), .. s_kinds.Select(kind => bench.Returned(kind.Name, kind.Of(Output)))];
        string[] lines = [.. events.Select(e => $"'{hook}' < '{e}' > /dev/null")];
        var took = Best(lines, line => bench.Time(line, HookRuns));
        var worked = Best(lines, line => bench.Work(line, HookRuns));
        to.WriteLine($"PostToolUse, whole process, native: {took[0]:F2} ms with a line of output, {worked[0]:F1} ms of it on the processor");
        for (var i = 0; i < s_kinds.Length; i++)
            to.WriteLine($"    64 KiB of {s_kinds[i].Name,-6} {took[i + 1]:F2} ms, {took[i + 1] - took[0]:F2} more; on the processor {worked[i + 1] - worked[0]:F1} more");

        var scan = bench.Program("sallyport");
        foreach (var (name, of) in s_kinds)
        {
            var (small, large) = (Save(bench, name + "-small", of(Small)), Save(bench, name + "-large", of(Large)));
            var scans = Best([$"'{scan}' scan --built-in '{small}' > /dev/null", $"'{scan}' scan --built-in '{large}' > /dev/null", $"wc -w '{large}' > /dev/null"], line => bench.Time(line, 1));
            to.WriteLine($"scan of {Large >> 20} MiB of {name,-6} {scans[1],7:F1} ms; from {Small >> 20} to {Large >> 20} MiB {(Large - Small) / 1e3 / (scans[1] - scans[0]):F0} MB/s; wc -w {scans[2]:F1} ms");
        }
    }

    /// <summary>The best of each line, of rounds in turn: other processes can only make one slower.</summary>
    private static double[] Best(string[] lines, Func<string, double> measure)
    {
        var best = new double[lines.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < lines.Length; i++) best[i] = Math.Min(best[i], measure(lines[i]));
        return best;
    }

    private static string Save(HookBench bench, string name, string text)
    {
        var path = Path.Combine(bench.Root, name + ".txt");
        File.WriteAllText(path, text);
        return path;
    }
}
