using System.Text.Json;

namespace Sallyport.Audit;

/// <summary>What <c>stats</c> and the report count.</summary>
internal sealed class RecordSummary
{
    public long Rows { get; private set; }

    public string First { get; private set; } = "";

    public string Last { get; private set; } = "";

    public Dictionary<string, long> Kinds { get; } = [];

    public Dictionary<string, long> Verdicts { get; } = [];

    public Dictionary<string, long> Tools { get; } = [];

    public Dictionary<string, long> Rules { get; } = [];

    public Dictionary<string, long> Sessions { get; } = [];

    public Dictionary<string, long> Findings { get; } = [];

    /// <summary>By day, decisions by verdict.</summary>
    public SortedDictionary<string, Dictionary<string, long>> Days { get; } = [];

    /// <summary>By hour, decisions by verdict.</summary>
    public SortedDictionary<string, Dictionary<string, long>> Hours { get; } = [];

    /// <summary>Microseconds that deciding took.</summary>
    public List<long> Durations { get; } = [];

    /// <summary>Counts the rows that match.</summary>
    public static RecordSummary Of(AuditFiles files, RecordFilter filter, Action<JsonElement>? each = null)
    {
        var summary = new RecordSummary();
        RecordReader.Read(files, filter, (row, _) =>
        {
            summary.Add(row);
            each?.Invoke(row);
            return true;
        });
        summary.Durations.Sort();
        return summary;
    }

    /// <summary>The duration below which a share of all lies.</summary>
    public long Duration(double share) => Durations.Count == 0 ? 0 : Durations[Math.Min(Durations.Count - 1, (int)(Durations.Count * share))];

    private void Add(JsonElement row)
    {
        Rows++;
        var (kind, verdict, time) = (Text(row, "kind"), Text(row, "verdict"), Text(row, "time"));
        if (First.Length == 0) First = time;
        Last = time;
        Count(Kinds, kind);
        if (kind == "decision")
        {
            Count(Verdicts, verdict);
            Count(Tools, Text(row, "tool"));
            if (row.TryGetProperty("durationUs", out var duration) && duration.TryGetInt64(out var microseconds)) Durations.Add(microseconds);
            Count(At(Days, time, 10), verdict);
            Count(At(Hours, time, 13), verdict);
        }
        Count(Sessions, Text(row, "session"));
        if (row.TryGetProperty("rules", out var rules)) foreach (var rule in rules.EnumerateArray()) Count(Rules, rule.GetString() ?? "");
        if (row.TryGetProperty("findings", out var findings)) foreach (var finding in findings.EnumerateArray()) Count(Findings, Text(finding, "rule"));
    }

    private static Dictionary<string, long> At(SortedDictionary<string, Dictionary<string, long>> times, string time, int length)
    {
        var key = time.Length >= length ? time[..length] : time;
        if (!times.TryGetValue(key, out var counts)) times[key] = counts = [];
        return counts;
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static void Count(Dictionary<string, long> counts, string key)
    {
        if (key.Length > 0) counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
