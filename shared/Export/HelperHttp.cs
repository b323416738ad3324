using System.Text;
using System.Text.Json;
using Sallyport.Guards.Helper;
using Sallyport.Integrity;

namespace Sallyport.Export;

/// <summary>HTTPS by <c>sallyport-guard</c>, the one program of ours that speaks TLS. What it sends goes in on its stdin: no header stands among its arguments.</summary>
internal sealed class HelperHttp(string program, string dataDirectory, Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, int timeoutMilliseconds) : ICollector
{
    private const int LongestAnswer = 1024 * 1024;
    private const int Slack = 5000;

    /// <inheritdoc />
    public CollectorReply Send(byte[] batch)
    {
        var reply = HelperProcess.Ask(program, Request(batch), TimeSpan.FromMilliseconds(timeoutMilliseconds + Slack), keepWhenLate: false);
        return reply.Fault == HelperFault.None ? Read(Encoding.UTF8.GetString(reply.Line.Span))
            : new CollectorReply(0, [], Fault: reply.Why, Lasting: reply.Fault is HelperFault.Missing or HelperFault.NotStarted);
    }

    private byte[] Request(byte[] batch)
    {
        var json = new CanonicalWriter(batch.Length * 2);
        json.StartObject();
        json.Member("answerLimit"u8, LongestAnswer);
        json.Member("bodyBase64"u8, Convert.ToBase64String(batch));
        json.Member("contentType"u8, "application/x-protobuf");
        json.Member("dataDirectory"u8, dataDirectory);
        json.Name("headers"u8);
        json.StartObject();
        foreach (var (name, value) in headers.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            json.Name(name);
            json.String(value);
        }
        json.EndObject();
        json.Member("kind"u8, "http");
        json.Member("method"u8, "POST");
        json.Member("timeoutMs"u8, timeoutMilliseconds);
        json.Member("url"u8, url.AbsoluteUri);
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>Reads the helper's line.</summary>
    public static CollectorReply Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var status = root.TryGetProperty("status", out var number) && number.TryGetInt32(out var code) ? code : 0;
            var body = Text(root, "bodyBase64") is { } base64 ? Convert.FromBase64String(base64) : Encoding.UTF8.GetBytes(Text(root, "body") ?? "");
            var retry = int.TryParse(Text(root, "retryAfter"), out var seconds) && seconds >= 0 ? seconds : (int?)null;
            return new CollectorReply(status, body, retry, Text(root, "why"), Lasting: Text(root, "fault") is "tls" or "bad-address");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return new CollectorReply(0, [], Fault: "the helper's answer cannot be read");
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
