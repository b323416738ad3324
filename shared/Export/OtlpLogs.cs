using System.Globalization;
using System.Text.Json;
using Sallyport.Audit;

namespace Sallyport.Export;

/// <summary>
/// Rows as an <c>ExportLogsServiceRequest</c> of OTLP: a log record a row, its line as the body, what people search for as attributes.
/// <c>log.record.uid</c> is the record's name and the row's place in it, so that a receiver can drop what comes twice.
/// </summary>
internal static class OtlpLogs
{
    private const ulong Info = 9, Warn = 13, Error = 17;

    /// <summary>Writes a batch.</summary>
    /// <param name="rows">The rows' lines.</param>
    /// <param name="origin">The record's name.</param>
    /// <param name="machine">This machine's name.</param>
    /// <param name="observed">Now, in Unix milliseconds.</param>
    public static byte[] Write(IReadOnlyList<byte[]> rows, string origin, string machine, long observed)
    {
        var scope = new ProtobufWriter();
        scope.Text(1, "sallyport");
        scope.Text(2, ProductVersion.Text);

        var scopeLogs = new ProtobufWriter();
        scopeLogs.Bytes(1, scope.Written);
        foreach (var row in rows) scopeLogs.Bytes(2, Record(row, origin, observed));

        var resource = new ProtobufWriter();
        Attribute(resource, 1, "service.name", "sallyport");
        Attribute(resource, 1, "service.version", ProductVersion.Text);
        Attribute(resource, 1, "service.instance.id", origin);
        Attribute(resource, 1, "host.name", machine);

        var resourceLogs = new ProtobufWriter();
        resourceLogs.Bytes(1, resource.Written);
        resourceLogs.Bytes(2, scopeLogs.Written);

        var request = new ProtobufWriter();
        request.Bytes(1, resourceLogs.Written);
        return request.Written.ToArray();
    }

    private static ReadOnlySpan<byte> Record(byte[] line, string origin, long observed)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var (kind, verdict) = (Text(row, "kind") ?? "", Text(row, "verdict"));
        var record = new ProtobufWriter();
        record.Fixed64(1, Nanoseconds(Text(row, "time")));
        var severity = verdict == "deny" || kind == "error" ? Error : verdict is "ask" or "warn" or "redact" or "flagged" or "redacted" or "unavailable" ? Warn : Info;
        record.Varint(2, severity);
        record.Text(3, severity == Error ? "ERROR" : severity == Warn ? "WARN" : "INFO");
        var body = new ProtobufWriter();
        body.Bytes(1, line);
        record.Bytes(5, body.Written);
        Attribute(record, 6, "log.record.uid", $"{origin}/{row.GetProperty("seq").GetInt64().ToString(CultureInfo.InvariantCulture)}");
        foreach (var (attribute, member) in (ReadOnlySpan<(string, string)>)
            [("session.id", "session"), ("sallyport.tool", "tool"), ("sallyport.tool_use_id", "toolUseId"), ("sallyport.turn", "turn"), ("sallyport.agent", "agent"), ("sallyport.mode", "mode"),
             ("sallyport.policy_root", "policyRoot"), ("sallyport.plan_root", "planRoot")])
            if (Text(row, member) is { } value) Attribute(record, 6, attribute, value);
        Attribute(record, 6, "sallyport.kind", kind);
        if (verdict is not null) Attribute(record, 6, "sallyport.verdict", verdict);
        if (row.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Array) Attribute(record, 6, "sallyport.rules", rules);
        record.Fixed64(11, (ulong)observed * 1_000_000);
        record.Text(12, "sallyport." + kind);
        return record.Written;
    }

    private static void Attribute(ProtobufWriter to, int field, string name, string value)
    {
        var any = new ProtobufWriter();
        any.Text(1, value);
        Pair(to, field, name, any.Written);
    }

    private static void Attribute(ProtobufWriter to, int field, string name, JsonElement list)
    {
        var values = new ProtobufWriter();
        foreach (var item in list.EnumerateArray())
        {
            var one = new ProtobufWriter();
            one.Text(1, item.GetString() ?? "");
            values.Bytes(1, one.Written);
        }
        var any = new ProtobufWriter();
        any.Bytes(5, values.Written);
        Pair(to, field, name, any.Written);
    }

    private static void Pair(ProtobufWriter to, int field, string name, ReadOnlySpan<byte> any)
    {
        var pair = new ProtobufWriter();
        pair.Text(1, name);
        pair.Bytes(2, any);
        to.Bytes(field, pair.Written);
    }

    private static ulong Nanoseconds(string? time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && at.ToUnixTimeMilliseconds() is > 0 and var milliseconds ? (ulong)milliseconds * 1_000_000 : 0;

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
