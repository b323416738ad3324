using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Integrity;
using Sallyport.Protocol;

namespace Sallyport.Guards.Exchange;

/// <summary>
/// What a hook or the command sends to <c>sallyport-guard</c> on stdin: one JSON object. docs/guards.md describes it. It holds no
/// credential: the helper reads those where they are.
/// </summary>
internal sealed record HelperRequest
{
    /// <summary><c>ask</c>, <c>register</c>, <c>flush</c>, <c>ship</c>, <c>test</c>, <c>doctor</c>, <c>dump</c> or <c>http</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Sallyport's data directory.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>True where requirements.toml started the hook.</summary>
    public bool Managed { get; init; }

    /// <summary>ask: what about.</summary>
    public GuardQuestion? Question { get; init; }

    /// <summary>register, flush: which session.</summary>
    public string? Session { get; init; }

    /// <summary>register: which subagent; null for the root thread.</summary>
    public string? Agent { get; init; }

    /// <summary>test, doctor, dump: which guard; null for every one that is on.</summary>
    public Service? Service { get; init; }

    /// <summary>doctor: what to look at, <c>tls</c> or <c>http</c>; null for both.</summary>
    public string? Topic { get; init; }

    /// <summary>The JSON.</summary>
    public byte[] Write()
    {
        var json = new CanonicalWriter((Question?.Text.Length ?? 0) + (Question?.Input?.Length ?? 0) + 512);
        json.StartObject();
        Member(json, "kind", Kind);
        Member(json, "dataDirectory", DataDirectory);
        if (Managed) Member(json, "managed", "true");
        if (Question is { } question)
        {
            Member(json, "surface", question.Surface.Word());
            Member(json, "event", question.Event);
            Member(json, "text", question.Text);
            Member(json, "tool", question.Tool);
            Member(json, "input", question.Input);
            Member(json, "turn", question.Turn);
            Member(json, "call", question.Call);
            if (question.Failed) Member(json, "failed", "true");
        }
        Member(json, "session", Question?.Session ?? Session);
        Member(json, "agent", Question?.Agent ?? Agent);
        Member(json, "service", Service?.Word());
        Member(json, "topic", Topic);
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MalformedInputException">It is something else.</exception>
    public static HelperRequest Read(JsonElement json)
    {
        var question = Text(json, "surface") is not { } word ? null : new GuardQuestion
        {
            Surface = Surfaces.Parse(word) ?? throw new MalformedInputException("'surface' is unknown"),
            Event = Text(json, "event") ?? "",
            Text = Text(json, "text") ?? "",
            Tool = Text(json, "tool"),
            Input = Text(json, "input"),
            Session = Text(json, "session") ?? "",
            Turn = Text(json, "turn"),
            Agent = Text(json, "agent"),
            Call = Text(json, "call"),
            Failed = Text(json, "failed") == "true",
        };
        return new HelperRequest
        {
            Kind = Text(json, "kind") ?? "",
            DataDirectory = Text(json, "dataDirectory") ?? throw new MalformedInputException("'dataDirectory' is missing"),
            Managed = Text(json, "managed") == "true",
            Question = question,
            Session = Text(json, "session"),
            Agent = Text(json, "agent"),
            Service = Services.Parse(Text(json, "service")),
            Topic = Text(json, "topic"),
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Member(CanonicalWriter json, string name, string? value)
    {
        if (value is null) return;
        json.Name(name);
        json.String(value);
    }
}
