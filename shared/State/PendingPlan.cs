using System.Buffers;
using System.Text.Json;
using Sallyport.Plans;

namespace Sallyport.State;

/// <summary>
/// A plan whose session is not known yet: handed from the MCP server to the first session in the same directory whose hook asks for it.
/// Used only where neither Codex's hook for the registration nor the server was told the session.
/// </summary>
/// <param name="Owner">The server process that wrote it.</param>
/// <param name="Cwd">The directory it was registered in.</param>
/// <param name="WrittenAt">Unix milliseconds.</param>
/// <param name="Plan">The plan.</param>
internal sealed record PendingPlan(string Owner, string Cwd, long WrittenAt, Plan Plan)
{
    /// <summary>A plan nobody took within ten minutes is nobody's.</summary>
    public const long LifetimeMilliseconds = 10 * 60 * 1000;

    private const int Most = 16;
    private const int Limit = 2 * Most * PlanLimits.Bytes;

    /// <summary>Leaves the plan to be taken. The same owner's older one is replaced.</summary>
    public static void Write(DataDirectory data, PendingPlan pending)
    {
        using var held = Lock(data);
        var waiting = Read(data, pending.WrittenAt);
        waiting.RemoveAll(other => other.Owner == pending.Owner);
        waiting.Add(pending);
        Save(data, waiting.TakeLast(Most));
    }

    /// <summary>Takes the newest plan that was left in <paramref name="cwd"/>; nobody else gets it. Null where there is none.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="cwd">The session's directory.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static PendingPlan? TryTake(DataDirectory data, string cwd, long now)
    {
        if (!File.Exists(data.PendingPlanFile)) return null;
        using var held = Lock(data);
        var waiting = Read(data, now);
        var at = waiting.FindLastIndex(pending => SameDirectory(pending.Cwd, cwd));
        if (at < 0) return null;
        var taken = waiting[at];
        waiting.RemoveAt(at);
        // On disk it is gone before it is used.
        Save(data, waiting);
        return taken;
    }

    private static FileLock Lock(DataDirectory data) => FileLock.Acquire(data.PendingPlanFile + ".lock");

    private static bool SameDirectory(string a, string b) =>
        string.Equals(Path.TrimEndingDirectorySeparator(a), Path.TrimEndingDirectorySeparator(b), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    // What is damaged, out of date or from the future is no plan: whoever needs one registers again.
    private static List<PendingPlan> Read(DataDirectory data, long now)
    {
        var waiting = new List<PendingPlan>();
        if (AtomicFile.Read(data.PendingPlanFile, Limit) is not { } bytes) return waiting;
        try
        {
            foreach (var entry in JsonDocument.Parse(bytes).RootElement.GetProperty("pending").EnumerateArray())
            {
                if (PlanJson.Read(entry.GetProperty("plan")) is not { } plan) continue;
                var pending = new PendingPlan(entry.GetProperty("owner").GetString()!, entry.GetProperty("cwd").GetString()!, entry.GetProperty("writtenAt").GetInt64(), plan);
                if (now - pending.WrittenAt is >= 0 and < LifetimeMilliseconds) waiting.Add(pending);
            }
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return [];
        }
        return waiting;
    }

    private static void Save(DataDirectory data, IEnumerable<PendingPlan> waiting)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("pending");
            foreach (var pending in waiting)
            {
                json.WriteStartObject();
                json.WriteString("owner", pending.Owner);
                json.WriteString("cwd", pending.Cwd);
                json.WriteNumber("writtenAt", pending.WrittenAt);
                json.WritePropertyName("plan");
                PlanJson.Write(json, pending.Plan);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        AtomicFile.Write(data.PendingPlanFile, buffer.WrittenSpan, durable: true);
    }
}
