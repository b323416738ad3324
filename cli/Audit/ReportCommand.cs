using System.Text;
using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit report --html FILE</c>: the record on one page that loads nothing.</summary>
internal static class ReportCommand
{
    private const int MostRows = 5000;
    private const int MostWords = 400;
    private const int FewDays = 3;

    public static int Run(AuditArguments arguments)
    {
        var path = arguments.Value("--html") ?? throw new UsageException("say where to: --html FILE.");
        var files = AuditVerb.Files(arguments);
        var rows = new Queue<byte[]>();
        var limit = (int)Math.Min(arguments.Number("--limit") ?? MostRows, 100_000);
        var summary = RecordSummary.Of(files, AuditVerb.Filter(arguments), row =>
        {
            rows.Enqueue(Row(row));
            if (rows.Count > limit) rows.Dequeue();
        });
        var verified = new AuditVerifier(files).Verify();
        var page = ReportPage.Text.Replace("/*DATA*/", Data(summary, rows, verified), StringComparison.Ordinal);
        AtomicFile.Write(Path.GetFullPath(path), Encoding.UTF8.GetBytes(page), durable: false);
        Console.Out.WriteLine($"{Sanitize.ForTerminal(path)}: {summary.Rows} rows counted, the last {rows.Count} to look into");
        return ExitCode.Ok;
    }

    /// <summary>What the page shows of a row: all of it escaped, as on a terminal.</summary>
    private static byte[] Row(JsonElement row)
    {
        var json = new CanonicalWriter(256);
        json.StartObject();
        if (row.TryGetProperty("durationUs", out var duration) && duration.TryGetInt64(out var microseconds)) json.Member("duration"u8, microseconds);
        json.Name("findings"u8);
        json.StartArray();
        if (row.TryGetProperty("findings", out var findings)) foreach (var finding in findings.EnumerateArray()) json.String(RowText.Member(finding, "rule"));
        json.EndArray();
        json.Member("kind"u8, RowText.Member(row, "kind"));
        json.Name("rules"u8);
        json.StartArray();
        if (row.TryGetProperty("rules", out var rules)) foreach (var rule in rules.EnumerateArray()) json.String(Sanitize.ForTerminal(rule.GetString() ?? ""));
        json.EndArray();
        json.Member("seq"u8, row.GetProperty("seq").GetInt64());
        json.Member("session"u8, RowText.Member(row, "session"));
        json.Name("steps"u8);
        json.StartArray();
        if (row.TryGetProperty("steps", out var steps))
            foreach (var step in steps.EnumerateArray())
                json.String(RowText.Cut($"{RowText.Member(step, "step")}: {RowText.Member(step, "verdict")} {RowText.Member(step, "reason")}", MostWords));
        json.EndArray();
        json.Member("time"u8, RowText.Member(row, "time"));
        json.Member("tool"u8, RowText.Member(row, "tool"));
        json.Member("verdict"u8, RowText.Member(row, "verdict"));
        json.Member("what"u8, RowText.Cut(RowText.Subject(row), MostWords));
        json.EndObject();
        return json.Written.ToArray();
    }

    private static string Data(RecordSummary summary, IEnumerable<byte[]> rows, VerifyReport verified)
    {
        var json = new CanonicalWriter(1 << 16);
        json.StartObject();
        json.Name("days"u8);
        json.StartArray();
        foreach (var (day, counts) in summary.Days.Count <= FewDays ? summary.Hours : summary.Days)
        {
            json.StartObject();
            json.Member("day"u8, Sanitize.ForTerminal(day));
            Counts(json, "verdicts", counts);
            json.EndObject();
        }
        json.EndArray();
        Counts(json, "findings", summary.Findings);
        json.Member("first"u8, Sanitize.ForTerminal(summary.First));
        json.Member("last"u8, Sanitize.ForTerminal(summary.Last));
        json.Member("p50"u8, summary.Duration(0.5));
        json.Member("p95"u8, summary.Duration(0.95));
        json.Name("rows"u8);
        json.StartArray();
        foreach (var row in rows) json.Raw(row);
        json.EndArray();
        Counts(json, "rules", summary.Rules);
        Counts(json, "sessions", summary.Sessions);
        Counts(json, "tools", summary.Tools);
        json.Member("total"u8, summary.Rows);
        json.Member("verified"u8, Sanitize.ForTerminal(verified.Sound ? $"The record verifies: root {verified.Root}" : $"The record does not verify: {verified.Message}"));
        Counts(json, "verdicts", summary.Verdicts);
        json.EndObject();
        // Inside a script element only "<" could end it.
        return Encoding.UTF8.GetString(json.Written).Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    private static void Counts(CanonicalWriter json, string name, Dictionary<string, long> counts)
    {
        json.Name(name);
        json.StartArray();
        foreach (var (key, count) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(200))
        {
            json.StartArray();
            json.String(Sanitize.ForTerminal(key));
            json.Integer(count);
            json.EndArray();
        }
        json.EndArray();
    }
}
