using System.Buffers;
using System.Text.Json;
using Sallyport.Detection;

namespace Sallyport.Guards.F5;

/// <summary>The bodies of F5's scan interface.</summary>
internal static class F5Messages
{
    private const int MostFindings = 20;

    /// <summary>The body of a scan.</summary>
    public static byte[] Request(string text, string? project, GuardQuestion question)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("input", text);
            if (project is not null) json.WriteString("project", project);
            // What comes out of a model or a tool is scanned as a response: those scanners look for other things.
            json.WriteString("scanDirection", question.Surface is Surface.ToolOutput or Surface.Response ? "response" : "request");
            json.WriteStartObject("externalMetadata");
            json.WriteString("hook", question.Event);
            if (question.Tool is { } tool) json.WriteString("tool_name", tool);
            json.WriteString("session_id", question.Session);
            if (question.Turn is { } turn) json.WriteString("turn_id", turn);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What an answer says.</summary>
    public static GuardAnswer Answer(HttpReply reply, DateTimeOffset now)
    {
        var (json, fault, why) = HttpFaults.Read(reply);
        if (json is null)
        {
            var until = HttpFaults.Pause(reply.RetryAfter, now) is { } pause && fault is GuardFault.RateLimited or GuardFault.Server ? now + pause : (DateTimeOffset?)null;
            return GuardAnswer.Unavailable(Service.F5, fault, why) with { RetryAt = until?.ToUnixTimeMilliseconds() };
        }
        using (json)
        {
            if (!json.RootElement.TryGetProperty("result", out var result)) return Undecided("'result'");
            if (result.ValueKind != JsonValueKind.Object) return WrongType("'result'");
            if (!result.TryGetProperty("outcome", out var outcome)) return Undecided("'result.outcome'");
            if (outcome.ValueKind != JsonValueKind.String) return WrongType("'result.outcome'");
            var word = outcome.GetString()!;
            if (word == "cleared") return GuardAnswer.Cleared(Service.F5);
            var hit = GuardAnswer.Flagged(Service.F5, "", Findings(result));
            if (word != "redacted" || !json.RootElement.TryGetProperty("redactedInput", out var text) || text.ValueKind != JsonValueKind.String) return hit;
            return hit with { Outcome = GuardOutcome.Redacted, Redacted = text.GetString() };
        }
    }

    // The names people gave their scanners; else the beginning of the id, as F5's own hooks show it.
    private static List<string> Findings(JsonElement result)
    {
        var found = new List<string>();
        if (!result.TryGetProperty("scannerResults", out var scanners) || scanners.ValueKind != JsonValueKind.Array) return found;
        foreach (var scanner in scanners.EnumerateArray())
        {
            if (found.Count == MostFindings) break;
            if (scanner.ValueKind != JsonValueKind.Object || Text(scanner, "outcome") is "passed" or null) continue;
            var name = scanner.TryGetProperty("scannerVersionMeta", out var meta) && meta.ValueKind == JsonValueKind.Object ? Text(meta, "name") : null;
            var id = Text(scanner, "scannerId") ?? "scanner";
            found.Add(Sanitize.ForTerminal(name is { Length: > 0 and <= 80 } ? name : id[..Math.Min(12, id.Length)]));
        }
        return found;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static GuardAnswer Undecided(string what) => GuardAnswer.Unavailable(Service.F5, GuardFault.Undecided, $"its answer has no {what}.");

    private static GuardAnswer WrongType(string what) => GuardAnswer.Unavailable(Service.F5, GuardFault.WrongType, $"{what} in its answer has another type.");
}
