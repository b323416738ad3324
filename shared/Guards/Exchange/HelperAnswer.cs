using System.Buffers;
using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Guards.Exchange;

/// <summary>What <c>sallyport-guard</c> answers to <c>ask</c> and <c>register</c>: one line, one JSON object, what each guard said.</summary>
internal static class HelperAnswer
{
    /// <summary>Most bytes of an answer.</summary>
    public const int Limit = 8 * 1024 * 1024;

    /// <summary>The line.</summary>
    public static byte[] Write(IReadOnlyList<GuardAnswer> answers)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("answers");
            foreach (var answer in answers) Write(json, answer);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Reads a line; null where it is no answer.</summary>
    public static IReadOnlyList<GuardAnswer>? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            var reply = StrictJson.Read(line);
            if (reply.ValueKind != JsonValueKind.Object || !reply.TryGetProperty("answers", out var list) || list.ValueKind != JsonValueKind.Array) return null;
            var answers = new List<GuardAnswer>();
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || Services.Parse(Text(item, "service")) is not { } service) return null;
                answers.Add(Read(item, service));
            }
            return answers;
        }
        catch (Exception wrong) when (wrong is MalformedInputException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, GuardAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("service", answer.Service.Word());
        json.WriteString("outcome", GuardAnswer.Word(answer.Outcome));
        if (answer.Fault != GuardFault.None) json.WriteString("fault", answer.Fault.Word());
        if (answer.Why.Length > 0) json.WriteString("why", answer.Why);
        if (answer.Redacted is { } redacted) json.WriteString("redacted", redacted);
        if (answer.Findings.Count > 0)
        {
            json.WriteStartArray("findings");
            foreach (var finding in answer.Findings) json.WriteStringValue(finding);
            json.WriteEndArray();
        }
        json.WriteNumber("ms", answer.Milliseconds);
        if (answer.Cached) json.WriteBoolean("cached", true);
        json.WriteEndObject();
    }

    private static GuardAnswer Read(JsonElement item, Service service)
    {
        var outcome = GuardAnswer.ParseOutcome(Text(item, "outcome"));
        return new GuardAnswer
        {
            Service = service,
            Outcome = outcome,
            Fault = outcome == GuardOutcome.Unavailable ? GuardFaults.Parse(Text(item, "fault")) : GuardFault.None,
            Why = Text(item, "why") ?? "",
            Redacted = Text(item, "redacted"),
            Findings = item.TryGetProperty("findings", out var findings) && findings.ValueKind == JsonValueKind.Array
                ? [.. findings.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.String).Select(f => f.GetString()!)] : [],
            Milliseconds = item.TryGetProperty("ms", out var ms) && ms.TryGetInt64(out var took) ? took : 0,
            Cached = item.TryGetProperty("cached", out var cached) && cached.ValueKind == JsonValueKind.True,
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
