using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.GuardProgram.Transport;
using Sallyport.Guards;
using Sallyport.Guards.Settings;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.GuardProgram.Work;

/// <summary>
/// One HTTP request on behalf of a static program, which cannot speak TLS itself: <c>{"kind":"http","dataDirectory","method","url",
/// "headers":{},"contentType","body"|"bodyBase64","timeoutMs","answerLimit"}</c> gives <c>{"status","contentType","retryAfter","body"|
/// "bodyBase64","fault","why","ms"}</c>. The same rules hold as for guards: https, or http to this machine; no redirect; one deadline.
/// </summary>
internal static class HttpRelay
{
    public static async Task<int> Run(JsonElement request, Stream output)
    {
        var question = new HttpQuestion(Text(request, "method") ?? "POST", Text(request, "url") ?? throw new MalformedInputException("'url' is missing"), Headers(request), Body(request))
        {
            ContentType = Text(request, "contentType") ?? "application/json",
            AnswerLimit = Number(request, "answerLimit", 4 * 1024 * 1024, 1, 64 * 1024 * 1024),
        };
        using var transport = new HttpTransport(Trust(request));
        using var deadline = new CancellationTokenSource(Number(request, "timeoutMs", 5000, 1, 600_000));
        var started = Stopwatch.GetTimestamp();
        var reply = await transport.Send(question, deadline.Token);
        await output.WriteAsync(Line(reply, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        return 0;
    }

    // With a data directory the site's own bundle and client certificate count, as for guards.
    private static TrustOptions Trust(JsonElement request)
    {
        var layers = Text(request, "dataDirectory") is { } directory
            ? SettingsReader.Read(DataDirectory.At(directory), Text(request, "managed") == "true").Guards
            : new GuardLayers(null, "", false, null, "", false);
        return TrustOptions.Of(GuardSettingsReader.Read(layers, Environment.GetEnvironmentVariable), null, Environment.GetEnvironmentVariable);
    }

    private static byte[] Line(HttpReply reply, long milliseconds)
    {
        var buffer = new ArrayBufferWriter<byte>(reply.Body.Length + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("status", reply.Status);
            if (reply.ContentType is { } type) json.WriteString("contentType", type);
            if (reply.RetryAfter is { } retry) json.WriteString("retryAfter", retry);
            if (System.Text.Unicode.Utf8.IsValid(reply.Body.Span)) json.WriteString("body", reply.Body.Span);
            else json.WriteBase64String("bodyBase64", reply.Body.Span);
            if (reply.Fault != GuardFault.None) json.WriteString("fault", reply.Fault.Word());
            if (reply.Why.Length > 0) json.WriteString("why", reply.Why);
            json.WriteNumber("ms", milliseconds);
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static List<(string, string)> Headers(JsonElement request)
    {
        var headers = new List<(string, string)>();
        if (!request.TryGetProperty("headers", out var given)) return headers;
        if (given.ValueKind != JsonValueKind.Object) throw new MalformedInputException("'headers' is no object");
        foreach (var header in given.EnumerateObject())
        {
            if (header.Value.ValueKind != JsonValueKind.String || header.Value.GetString()!.AsSpan().ContainsAnyInRange('\0', '\x1f'))
                throw new MalformedInputException("a header's value is no line of text");
            headers.Add((header.Name, header.Value.GetString()!));
        }
        return headers;
    }

    private static byte[] Body(JsonElement request)
    {
        if (Text(request, "body") is { } text) return Encoding.UTF8.GetBytes(text);
        if (Text(request, "bodyBase64") is not { } base64) return [];
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException wrong)
        {
            throw new MalformedInputException("'bodyBase64' is no base 64", wrong);
        }
    }

    private static int Number(JsonElement request, string name, int byDefault, int least, int most) =>
        !request.TryGetProperty(name, out var value) ? byDefault
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number
        : throw new MalformedInputException($"'{name}' is no whole number from {least} to {most}");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
