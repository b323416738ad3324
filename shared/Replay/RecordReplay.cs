using System.Text.Json;
using Sallyport.Audit;
using Sallyport.Plans;

namespace Sallyport.Replay;

/// <summary>Goes along the record and judges every decision again.</summary>
internal static class RecordReplay
{
    /// <summary>Judges the decisions that match; plans are learnt from the whole record.</summary>
    /// <param name="files">The record.</param>
    /// <param name="filter">Which decisions.</param>
    /// <param name="rejudge">Judges.</param>
    /// <param name="see">Told of each.</param>
    public static void Run(AuditFiles files, RecordFilter filter, Rejudge rejudge, Action<Replayed, JsonElement> see)
    {
        var parts = new LargeParts();
        RecordReader.Read(files, new RecordFilter { Until = filter.Until }, (row, line) =>
        {
            if (parts.Take(row)) return true;
            if (row.TryGetProperty("kind", out var kind) && kind.ValueEquals("plan")) Learn(row, parts, rejudge);
            else if (filter.MayMatch(line) && filter.Matches(row) && RecordedDecision.Of(row, parts) is { } decision) see(rejudge.Judge(decision), row);
            parts.Clear();
            return true;
        });
    }

    private static void Learn(JsonElement row, LargeParts parts, Rejudge rejudge)
    {
        if (!row.TryGetProperty("planRoot", out var root) || root.ValueKind != JsonValueKind.String) return;
        if (parts.Value(row, "output", out _) is { ValueKind: JsonValueKind.Object } written && PlanJson.Read(written.Clone()) is { } plan) rejudge.Learn(root.GetString()!, plan);
    }
}
