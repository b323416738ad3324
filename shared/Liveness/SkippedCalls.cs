using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Liveness;

/// <summary>A session in which Codex ran calls that no hook was asked about.</summary>
/// <param name="Transcript">The transcript's file name.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="Of">Of how many that ran.</param>
internal readonly record struct SkippedSession(string Transcript, int Calls, int Of);

/// <summary>Holds the latest transcripts of Codex against what was let through: a guard that was skipped is seen, whenever one looks.</summary>
internal static class SkippedCalls
{
    private const int MostTranscripts = 20;
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>The sessions that are still known and have such calls, the latest first.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="codexHome">Codex's home.</param>
    public static List<SkippedSession> Find(DataDirectory data, string codexHome)
    {
        var found = new List<SkippedSession>();
        var folder = Path.Combine(codexHome, "sessions");
        if (!Directory.Exists(folder)) return found;
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
        // Their names hold the time they began, so the order of names is that of time.
        foreach (var path in Directory.EnumerateFiles(folder, "rollout-*.jsonl", options).OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Take(MostTranscripts))
            if (Look(data, path) is { Calls: > 0 } skipped) found.Add(skipped);
        return found;
    }

    private static SkippedSession Look(DataDirectory data, string path)
    {
        using var file = ReadableFile.Open(path);
        if (file is null) return default;
        var lines = new LineReader(file.ReadSome, 0, Math.Min(file.Length, MostBytes));
        var reader = new Replay.TranscriptReader();
        string? session = null;
        var (calls, of) = (0, 0);
        var agent = AgentOf(path);
        while (lines.Next(out var line))
        {
            if (session is null)
            {
                reader.Skip(line);
                session = reader.Session;
                // A session that began before Sallyport was there, or that was pruned, is no session of ours.
                if (session is not null && !File.Exists(CallLedger.FileOf(data, session)) && !File.Exists(new SessionStore(data).FileOf(session))) return default;
                continue;
            }
            if (TranscriptTurn.Item(line) is not { } id) continue;
            of++;
            if (CallLedger.Find(data, session, null, id) is null && (agent is null || CallLedger.Find(data, session, agent, id) is null)) calls++;
        }
        return new SkippedSession(Path.GetFileName(path), calls, of);
    }

    /// <summary>The thread a transcript is of, by its name: in a subagent's, the agent.</summary>
    private static string? AgentOf(string path)
    {
        const int idLength = 36;
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Length > idLength ? name[^idLength..] : null;
    }
}
