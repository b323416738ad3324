using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Policy;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>A call as it stands on the record.</summary>
/// <param name="Call">The call; what was secret in it is masked.</param>
/// <param name="Cwd">Where.</param>
/// <param name="Session">In which session.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Row">The whole row.</param>
internal sealed record RecordedCall(ToolCall Call, string Cwd, string? Session, string Verdict, JsonElement Row)
{
    /// <summary>Codex's permission mode.</summary>
    public string? PermissionMode => Text("permissionMode");

    /// <summary>The subagent.</summary>
    public string? Agent => Text("agent");

    private string? Text(string name) => Row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The last decisions of the record, read from its end: the cost does not grow with its length.</summary>
internal static class RecordedCalls
{
    private const int Window = 2 * 1024 * 1024;

    /// <summary>The last decisions, the newest first.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="most">How many at most.</param>
    public static List<RecordedCall> Last(DataDirectory data, int most)
    {
        var calls = new List<RecordedCall>();
        var files = new AuditFiles(data);
        foreach (var segment in files.Segments().AsEnumerable().Reverse().Take(2))
        {
            var found = new List<RecordedCall>();
            using (var file = ReadableFile.Open(files.Segment(segment)))
            {
                if (file is null) continue;
                // A row that begins before the window is no JSON from here on, and is passed over like any other line that is no row.
                RecordReader.ReadSegment(files, segment, Math.Max(0, file.Length - Window), new RecordFilter { Kind = "decision" }, (row, _) =>
                {
                    if (Read(row) is { } call) found.Add(call);
                    return true;
                }, out _);
            }
            found.Reverse();
            calls.AddRange(found.Take(most - calls.Count));
            if (calls.Count >= most) break;
        }
        return calls;
    }

    private static RecordedCall? Read(JsonElement row)
    {
        if (Text(row, "tool") is not { } tool || Text(row, "cwd") is not { } cwd || Text(row, "verdict") is not { } verdict) return null;
        if (!row.TryGetProperty("input", out var input)) return null; // too large to stand in its row
        return new RecordedCall(new ToolCall(tool, input.Clone()), cwd, Text(row, "session"), verdict, row.Clone());
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
