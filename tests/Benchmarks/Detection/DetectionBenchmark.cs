using System.Diagnostics;
using System.Text;
using Sallyport.Detection;

namespace Sallyport.Benchmarks.Detection;

/// <summary>How fast texts are scanned: megabytes a second by kind of text and by size, and what the first scan of a process costs.</summary>
internal static class DetectionBenchmark
{
    public static void Run(TextWriter to)
    {
        var log = Fill("2031-05-04 12:00:01 INFO worker-3 handled GET /api/items/4711 in 12 ms, cache hit, 3 rows returned from the store\n", 65_536);
        var clock = Stopwatch.StartNew();
        Scanner.Scan(log, Surface.ToolOutput);
        to.WriteLine($"first scan of the process, 64 KiB of log: {clock.Elapsed.TotalMilliseconds:F2} ms");
        foreach (var kind in new[] { FindingKinds.Secret, FindingKinds.Pii, FindingKinds.Injection, FindingKinds.Sqli, FindingKinds.Code, FindingKinds.All })
            Measure(to, $"log, {kind} only", log, new ScanOptions { Kinds = kind });
        Measure(to, "nothing (0 chars)", "");
        Measure(to, "a short line", "ok: 12 tests passed\n");
        foreach (var size in new[] { 65_536, 1 << 20 })
        {
            to.WriteLine();
            Measure(to, $"log, {size >> 10} KiB", Fill("2031-05-04 12:00:01 INFO worker-3 handled GET /api/items/4711 in 12 ms, cache hit, 3 rows returned from the store\n", size));
            Measure(to, $"prose, {size >> 10} KiB", Fill("It was a bright cold day in the harbour, and the gulls kept their own counsel about the weather that was coming. ", size));
            Measure(to, $"code, {size >> 10} KiB", Fill("    for (var i = 0; i < items.Length; i++) total += items[i].Price * Rate(items[i].Region); // sums what is due\n", size));
            Measure(to, $"JSON, {size >> 10} KiB", Fill("{\"id\":4711,\"name\":\"left pad\",\"tags\":[\"a\",\"b\"],\"owner\":{\"login\":\"octo\",\"active\":true}},\n", size));
            Measure(to, $"secrets, {size >> 10} KiB", Fill("level=info msg=connected DB_PASSWORD=\"tr0ub4dor\" host=db.internal port=5432 pool=8 attempt=1 of=3 latency=12ms\n", size));
        }
    }

    private static string Fill(string line, int size)
    {
        var text = new StringBuilder(size + line.Length);
        while (text.Length < size) text.Append(line);
        return text.ToString(0, size);
    }

    /// <summary>The best of several rounds: other processes can only make a round slower.</summary>
    private static void Measure(TextWriter to, string what, string text, ScanOptions? options = null)
    {
        var best = TimeSpan.MaxValue;
        var rounds = Math.Clamp(64 * 1024 * 1024 / Math.Max(1, text.Length), 5, 2_000);
        for (var i = 0; i < rounds; i++)
        {
            var from = Stopwatch.GetTimestamp();
            Scanner.Scan(text, Surface.ToolOutput, options);
            var took = Stopwatch.GetElapsedTime(from);
            if (took < best) best = took;
        }
        var speed = text.Length == 0 ? "" : $"{text.Length / 1e6 / best.TotalSeconds,8:F0} MB/s";
        to.WriteLine($"{what,-24}{best.TotalMicroseconds,12:F1} us {speed}");
    }
}
