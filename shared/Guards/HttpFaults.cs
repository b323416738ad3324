using System.Globalization;
using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Guards;

/// <summary>What an answer's status and body mean before anybody looks for a verdict in it: the same for every service.</summary>
internal static class HttpFaults
{
    /// <summary>The longest time a service may ask to be left alone for: longer would be an outage that nobody looks into.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>The fault of a status, or none for 2xx.</summary>
    public static GuardFault OfStatus(int status) => status switch
    {
        >= 200 and < 300 => GuardFault.None,
        >= 300 and < 400 => GuardFault.Redirect,
        401 => GuardFault.Unauthorized,
        403 => GuardFault.Forbidden,
        429 => GuardFault.RateLimited,
        >= 500 => GuardFault.Server,
        _ => GuardFault.Rejected,
    };

    /// <summary>In words, with what to do.</summary>
    public static string Explain(HttpReply reply) => OfStatus(reply.Status) switch
    {
        GuardFault.Redirect => $"it answered {reply.Status}, which is never followed. Set the address it really has.",
        GuardFault.Unauthorized => "it does not accept the credential (401). Renew it.",
        GuardFault.Forbidden => "the credential may not do this (403). Check its rights and the project.",
        GuardFault.RateLimited => $"it asks for fewer requests (429{(reply.RetryAfter is null ? "" : ", Retry-After " + Sanitize.ForTerminal(reply.RetryAfter))}).",
        GuardFault.Server => $"it reports an error of its own ({reply.Status}).",
        _ => $"it refuses the request ({reply.Status}).",
    };

    /// <summary>Reads a successful answer's JSON.</summary>
    /// <returns>The document, or the fault.</returns>
    public static (JsonDocument? Json, GuardFault Fault, string Why) Read(HttpReply reply)
    {
        if (reply.Fault != GuardFault.None) return (null, reply.Fault, reply.Why);
        if (OfStatus(reply.Status) is not GuardFault.None and var fault) return (null, fault, Explain(reply));
        return Parse(reply);
    }

    /// <summary>Reads an answer's JSON whatever its status.</summary>
    public static (JsonDocument? Json, GuardFault Fault, string Why) Parse(HttpReply reply)
    {
        if (reply.Body.IsEmpty) return (null, GuardFault.Empty, "its answer is empty.");
        try
        {
            var json = StrictJson.Parse(reply.Body);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return (json, GuardFault.None, "");
            json.Dispose();
            return (null, GuardFault.WrongType, "its answer is JSON, but no object.");
        }
        catch (MalformedInputException)
        {
            return (null, GuardFault.NotJson, $"its answer is no JSON{(reply.ContentType is { } type ? $" ({Sanitize.ForTerminal(type)})" : "")}. A proxy may have answered in its place.");
        }
    }

    /// <summary>How long a service asks to be left alone; null where it does not say. Seconds, or a date.</summary>
    public static TimeSpan? Pause(string? retryAfter, DateTimeOffset now)
    {
        if (retryAfter is null) return null;
        if (int.TryParse(retryAfter.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return Bound(TimeSpan.FromSeconds(seconds));
        return DateTimeOffset.TryParse(retryAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Bound(date - now) : null;
    }

    private static TimeSpan Bound(TimeSpan pause) => pause < TimeSpan.Zero ? TimeSpan.Zero : pause > LongestPause ? LongestPause : pause;
}
