using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Liveness;

/// <summary>
/// What a turn left: which hooks ran, which that were expected did not, and calls that Codex ran although no check of them is on the
/// record. A guard that was skipped is seen by it.
/// </summary>
internal sealed class TurnReceipt
{
    private const long MostBytes = 16 * 1024 * 1024;
    private const int MostNamed = 16;
    private readonly SortedDictionary<string, long> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _results = [];

    private TurnReceipt() { }

    /// <summary>Calls that ran and that PreToolUse was not asked about.</summary>
    public IReadOnlyList<string> Unseen { get; private set; } = [];

    /// <summary>Hooks that should have run in this turn and left no row.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>Calls that ran; null where Codex keeps no transcript.</summary>
    public int? Ran { get; private set; }

    /// <summary>Calls that ran and whose result no hook was told.</summary>
    public int WithoutResult { get; private set; }

    /// <summary>True where the whole turn was found, in the record and in the transcript.</summary>
    public bool Complete { get; private set; }

    /// <summary>Looks at the turn that ends.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="session">The session.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="transcript">The session's transcript; null where there is none.</param>
    public static TurnReceipt Of(DataDirectory data, string session, string turn, string? transcript)
    {
        var receipt = new TurnReceipt();
        receipt.ReadRecord(new AuditFiles(data), session, turn);
        if (transcript is not null && Path.IsPathFullyQualified(transcript)) receipt.ReadTranscript(data, session, turn, transcript);
        receipt.Missing = [.. receipt.Expected()];
        return receipt;
    }

    /// <summary>As it stands in the record.</summary>
    public byte[] ToJson()
    {
        var json = new CanonicalWriter(512);
        json.StartObject();
        json.Member("complete"u8, Complete);
        json.Name("hooks"u8);
        json.StartObject();
        foreach (var (kind, count) in _kinds)
        {
            json.Name(kind);
            json.Integer(count);
        }
        json.EndObject();
        Names(json, "missing"u8, Missing);
        json.Member("ran"u8, Ran);
        Names(json, "unseen"u8, Unseen);
        json.Member("withoutResult"u8, WithoutResult);
        json.EndObject();
        return json.Written.ToArray();
    }

    private void ReadRecord(AuditFiles files, string session, string turn)
    {
        if (files.Segments() is not [.., var last]) return;
        var (sessionMember, turnMember) = (Member("session", session), Member("turn", turn));
        Complete = TailLines.Read(files.Segment(last), MostBytes,
            line => line.IndexOf("\"kind\":\"prompt\""u8) >= 0 && line.IndexOf(turnMember) >= 0 && line.IndexOf(sessionMember) >= 0,
            line =>
            {
                if (line.IndexOf(turnMember) >= 0 && line.IndexOf(sessionMember) >= 0) Count(line);
            });
    }

    private void Count(ReadOnlySpan<byte> line)
    {
        try
        {
            using var row = JsonDocument.Parse(line.ToArray());
            if (!row.RootElement.TryGetProperty("kind", out var named) || named.GetString() is not { } kind) return;
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            if (kind == "result" && row.RootElement.TryGetProperty("toolUseId", out var id)) _results.Add(id.GetString()!);
        }
        catch (JsonException)
        {
            return; // verify tells of a line that is no row
        }
    }

    private void ReadTranscript(DataDirectory data, string session, string turn, string transcript)
    {
        var ran = TranscriptTurn.Ran(transcript, turn, out var complete);
        Complete &= complete;
        Ran = ran.Count;
        Unseen = [.. ran.Where(id => CallLedger.Find(data, session, null, id) is null)];
        WithoutResult = ran.Count(id => !_results.Contains(id));
    }

    private IEnumerable<string> Expected()
    {
        if (Complete && !_kinds.ContainsKey("prompt")) yield return "UserPromptSubmit";
        if (Unseen.Count > 0) yield return "PreToolUse";
        if (Ran > 0 && _results.Count == 0) yield return "PostToolUse";
    }

    private static byte[] Member(string name, string value)
    {
        var json = new CanonicalWriter(64);
        json.StartObject();
        json.Name(name);
        json.String(value);
        json.EndObject();
        return json.Written[1..^1].ToArray();
    }

    private static void Names(CanonicalWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> names)
    {
        json.Name(name);
        json.StartArray();
        foreach (var one in names.Take(MostNamed)) json.String(one.Length <= 128 ? one : one[..128]);
        json.EndArray();
    }
}
