using System.Diagnostics;
using System.Text;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.State;

namespace Sallyport.Benchmarks.Audit;

/// <summary>What a row costs when there are few and when there are a million, and how fast the record is read.</summary>
internal static class AuditBenchmark
{
    private static readonly int Large = int.TryParse(Environment.GetEnvironmentVariable("SALLYPORT_BENCH_ROWS"), out var rows) ? rows : 1_000_000;
    private const int Rounds = 4000;
    private const int Batch = 5000;

    public static void Run(TextWriter to)
    {
        using var few = new Scratch();
        using var many = new Scratch();
        Fill(few.Data, 10);
        Fill(many.Data, Large);
        var (a, b) = (new double[Rounds], new double[Rounds]);
        for (var i = 0; i < Rounds; i++)
        {
            // Alternately, so that whatever else the machine does falls on both. Half of the first row's cost is its start.
            a[i] = Append(few.Data, i);
            b[i] = Append(many.Data, i);
        }
        Array.Sort(a);
        Array.Sort(b);
        to.WriteLine("| append, one row | p50 µs | p95 µs |");
        to.WriteLine("|---|---:|---:|");
        to.WriteLine($"| record of 10 rows | {a[Rounds / 2]:f1} | {a[Rounds * 95 / 100]:f1} |");
        to.WriteLine($"| record of {Large:n0} rows | {b[Rounds / 2]:f1} | {b[Rounds * 95 / 100]:f1} |");
        to.WriteLine($"| ratio | {b[Rounds / 2] / a[Rounds / 2]:f2} | |");
        to.WriteLine();

        var files = new AuditFiles(many.Data);
        var megabytes = files.Segments().Sum(s => new FileInfo(files.Segment(s)).Length) / 1e6;
        VerifyReport report = null!;
        var verify = Seconds(() => report = new AuditVerifier(files).Verify());
        to.WriteLine($"| over {report.Size:n0} rows, {megabytes:f0} MB | CPU seconds | MB/s |");
        to.WriteLine("|---|---:|---:|");
        Show("verify (" + report.Outcome + ")", verify);
        var found = 0;
        Show("search by text, nothing found", Seconds(() => Search(new RecordFilter { Text = "no such words" })));
        Show("search by tool and verdict", Seconds(() => Search(new RecordFilter { Tool = "Bash", Verdict = "deny" })));
        Show("search by rule", Seconds(() => Search(new RecordFilter { Rule = "bench.*" })));
        Show("prove one row", Seconds(() => RecordProver.ProveRow(many.Data, Large / 2, 0)));
        var data = new byte[256 << 20];
        to.WriteLine($"| SHA-256 alone | | {data.Length / 1e6 / Seconds(() => Sha256.Hash(data)):f0} |");

        void Show(string what, double seconds) => to.WriteLine($"| {what} | {seconds:f2} | {megabytes / seconds:f0} |");
        void Search(RecordFilter filter) => RecordReader.Read(files, filter, (_, _) => ++found > 0);
    }

    private static double Append(DataDirectory data, int i)
    {
        var start = Stopwatch.GetTimestamp();
        AuditLog.Append(data, Record(i), new AuditOptions { CheckpointEvery = 0 });
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static void Fill(DataDirectory data, int rows)
    {
        var files = new AuditFiles(data);
        for (var done = 0; done < rows;)
        {
            using var locked = FileLock.Acquire(files.Lock);
            using var writer = AuditWriter.Open(files, new AuditOptions { CheckpointEvery = 0 }, 0);
            for (var i = 1; i < Math.Min(Batch, rows - done); i++) writer.Add(new RecordLine(Record(i)));
            done += Math.Min(Batch, rows - done);
            writer.Append(new RecordLine(Record(done)), 0);
        }
    }

    private static AuditRecord Record(int i) => new()
    {
        Kind = "decision", Time = 1_790_000_000_000 + i, Session = "5d2c8a1e-0b7f-4d6e-9a51-77c0e2f4b911", Turn = $"turn-{i / 20}", Cwd = "/home/dev/projects/app", Model = "gpt-5-codex",
        PermissionMode = "default", Tool = "Bash", ToolUseId = $"call_{i:x12}", Mode = "enforce", Verdict = i % 50 == 0 ? "deny" : "allow", Rules = i % 50 == 0 ? ["bench.rule"] : null,
        Steps = [Judgement.Pass("self-protection"), Judgement.Pass("built-in", "nothing against it"), Judgement.Pass("plan", "step 3: run the tests")],
        Input = Encoding.UTF8.GetBytes($$"""{"command":"cargo test --workspace -- --nocapture case_{{i}}","timeout_ms":120000,"workdir":"/home/dev/projects/app"}"""),
        InputHash = new string('a', 64), FactsHash = new string('b', 64), PlanRoot = new string('c', 64), DurationMicroseconds = 900 + i % 100,
    };

    private static double Seconds(Action action)
    {
        // Processor time: what one core does, whatever else the machine is busy with.
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    }

    private sealed class Scratch : IDisposable
    {
        public DataDirectory Data { get; } = DataDirectory.Open(Directory.CreateTempSubdirectory("sallyport-bench-").FullName);

        public void Dispose() => Directory.Delete(Data.Root, recursive: true);
    }
}
