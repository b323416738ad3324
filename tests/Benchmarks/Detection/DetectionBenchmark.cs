using System.Diagnostics;
using Sallyport.Detection;
using Sallyport.Scanning;

namespace Sallyport.Benchmarks.Detection;

/// <summary>How fast texts are scanned: megabytes a second by kind of text and by size, and what the first scan of a process costs.</summary>
internal static class DetectionBenchmark
{
    public static void Run(TextWriter to)
    {
        to.WriteLine("The built programs, native:");
        NativeScan.Run(to);
        to.WriteLine();
        to.WriteLine("In this process, compiled as it runs:");
        var log = Samples.Log(65_536);
        var clock = Stopwatch.StartNew();
        Scanner.Scan(log, Surface.ToolOutput);
        to.WriteLine($"first scan of the process, 64 KiB of log: {clock.Elapsed.TotalMilliseconds:F2} ms");
        foreach (var kind in new[] { FindingKinds.Secret, FindingKinds.Pii, FindingKinds.Injection, FindingKinds.Sqli, FindingKinds.Code, FindingKinds.All })
            Measure(to, $"log, {kind} only", log, new ScanOptions { Kinds = kind });
        Measure(to, "nothing (0 chars)", "");
        Measure(to, "a short line", "ok: 12 tests passed\n");
        foreach (var size in new[] { 65_536, 1 << 20, 8 << 20 })
        {
            to.WriteLine();
            foreach (var (name, of) in s_texts) Measure(to, $"{name}, {size >> 10} KiB", of(size));
        }
        to.WriteLine();
        to.WriteLine("The same on one thread, as where there is one core:");
        foreach (var (name, of) in s_texts) Measure(to, $"{name}, {8 << 10} KiB", of(8 << 20), scan: static (text, options) => Scanner.Inspect(text, Surface.ToolOutput, options));
    }

    private static readonly (string Name, Func<int, string> Of)[] s_texts =
        [("log", Samples.Log), ("prose", Samples.Prose), ("code", Samples.Code), ("JSON", Samples.Json), ("log with secrets", Samples.Secrets)];

    /// <summary>The best of several rounds: other processes can only make a round slower.</summary>
    private static void Measure(TextWriter to, string what, string text, ScanOptions? options = null, Func<string, ScanOptions, ScanResult>? scan = null)
    {
        scan ??= static (text, options) => LongTextScan.Inspect(text, Surface.ToolOutput, options);
        var best = TimeSpan.MaxValue;
        var rounds = Math.Clamp(64 * 1024 * 1024 / Math.Max(1, text.Length), 5, 2_000);
        var findings = 0;
        for (var i = 0; i < rounds; i++)
        {
            var from = Stopwatch.GetTimestamp();
            findings = scan(text, options ?? ScanOptions.Default).Findings.Count;
            var took = Stopwatch.GetElapsedTime(from);
            if (took < best) best = took;
        }
        var speed = text.Length == 0 ? "" : $"{text.Length / 1e6 / best.TotalSeconds,8:F0} MB/s  {findings} findings";
        to.WriteLine($"{what,-26}{best.TotalMicroseconds,12:F1} us {speed}");
    }
}
