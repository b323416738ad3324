using Sallyport.Audit;
using Sallyport.Integrity;
using Spectre.Console;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit stats</c></summary>
internal static class StatsCommand
{
    private const int Most = 10;

    public static int Run(AuditArguments arguments)
    {
        var summary = RecordSummary.Of(AuditVerb.Files(arguments), AuditVerb.Filter(arguments));
        if (arguments.Has("--json")) WriteJson(summary);
        else WriteTables(summary);
        return ExitCode.Ok;
    }

    private static void WriteTables(RecordSummary summary)
    {
        Console.Out.WriteLine($"{summary.Rows} rows, {Sanitize.ForTerminal(summary.First)} to {Sanitize.ForTerminal(summary.Last)}, {summary.Sessions.Count} {(summary.Sessions.Count == 1 ? "session" : "sessions")}");
        Show("decision", summary.Verdicts);
        Show("tool", summary.Tools);
        Show("rule", summary.Rules);
        Show("found", summary.Findings);
        if (summary.Durations.Count > 0)
            Console.Out.WriteLine($"deciding took {Milliseconds(summary.Duration(0.5))} ms in the middle, {Milliseconds(summary.Duration(0.95))} ms at 95 %, {Milliseconds(summary.Durations[^1])} ms at most");
    }

    private static string Milliseconds(long microseconds) => (microseconds / 1000.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static void Show(string title, Dictionary<string, long> counts)
    {
        if (counts.Count == 0) return;
        var table = new Table().Border(TableBorder.Simple).AddColumn(title).AddColumn(new TableColumn("rows").RightAligned());
        foreach (var (name, count) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Most))
            table.AddRow(Markup.Escape(Sanitize.ForTerminal(name)), count.ToString());
        AnsiConsole.Write(table);
    }

    private static void WriteJson(RecordSummary summary)
    {
        var json = new CanonicalWriter();
        json.StartObject();
        json.Name("durationUs"u8);
        json.StartObject();
        json.Member("max"u8, summary.Duration(1));
        json.Member("p50"u8, summary.Duration(0.5));
        json.Member("p95"u8, summary.Duration(0.95));
        json.EndObject();
        Counts(json, "findings", summary.Findings);
        json.Member("first"u8, summary.First);
        Counts(json, "kinds", summary.Kinds);
        json.Member("last"u8, summary.Last);
        json.Member("rows"u8, summary.Rows);
        Counts(json, "rules", summary.Rules);
        json.Member("sessions"u8, summary.Sessions.Count);
        Counts(json, "tools", summary.Tools);
        Counts(json, "verdicts", summary.Verdicts);
        json.EndObject();
        Console.Out.WriteLine(System.Text.Encoding.UTF8.GetString(json.Written));
    }

    private static void Counts(CanonicalWriter json, string name, Dictionary<string, long> counts)
    {
        json.Name(name);
        json.StartObject();
        foreach (var (key, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            json.Name(key);
            json.Integer(count);
        }
        json.EndObject();
    }
}
