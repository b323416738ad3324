using System.Threading.Tasks;

namespace Sallyport.Guards;

/// <summary>One request to a service.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">Where to.</param>
/// <param name="Headers">Besides those of the body.</param>
/// <param name="Body">JSON; empty for none.</param>
internal sealed record HttpQuestion(string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>Most bytes an answer may have.</summary>
    public int AnswerLimit { get; init; } = 4 * 1024 * 1024;

    /// <summary>The type of the body.</summary>
    public string ContentType { get; init; } = "application/json";
}

/// <summary>What came back.</summary>
internal sealed record HttpReply
{
    /// <summary>The status; 0 where none came.</summary>
    public int Status { get; init; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Its type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Retry-After as the service wrote it.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Why no answer came.</summary>
    public GuardFault Fault { get; init; }

    /// <summary>In words.</summary>
    public string Why { get; init; } = "";
}

/// <summary>Whatever carries requests to a service and brings the answers back, all within the deadline of the token.</summary>
internal interface IGuardTransport
{
    /// <summary>Sends one request. Never throws for what a network or a service does.</summary>
    Task<HttpReply> Send(HttpQuestion question, CancellationToken deadline);
}
